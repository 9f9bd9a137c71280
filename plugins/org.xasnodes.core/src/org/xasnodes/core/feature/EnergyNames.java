package org.xasnodes.core.feature;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

import org.xasnodes.core.spectrum.EnergyGrid;

/**
 * Names of feature columns that belong to energies, such as <code>cdf 8330.00 eV</code>: a prefix and the energy with
 * the fewest decimals, but at least 2, that keep all names of a table distinct. They are part of saved workflows and
 * models, so they depend on nothing but the energies: neither on the locale nor on the Java version.
 */
public final class EnergyNames {

    private static final int MIN_DECIMALS = 2;

    /** Also with the number that a table appends to a name it already has. */
    private static final Pattern ENERGY = Pattern.compile("\\s*-?[\\d.]+ eV(?: \\(#\\d+\\))?$");

    private EnergyNames() {
    }

    /**
     * @param prefix what stands before the energy, without the blank
     * @param grid the energies
     * @return one name for each energy, all distinct
     */
    public static String[] of(final String prefix, final EnergyGrid grid) {
        var decimals = MIN_DECIMALS;
        while (!distinct(grid, decimals)) {
            decimals++;
        }
        final var names = new String[grid.size()];
        for (int k = 0; k < names.length; k++) {
            names[k] = prefix + " " + rounded(grid, k, decimals).toPlainString() + " eV";
        }
        return names;
    }

    /**
     * @param name of a feature column
     * @return the prefix it was made with; the whole name if it does not end with an energy
     */
    public static String prefix(final String name) {
        return ENERGY.matcher(name).replaceFirst("");
    }

    /** Energies ascend, and so do rounded ones: it is enough to compare neighbours. */
    private static boolean distinct(final EnergyGrid grid, final int decimals) {
        var previous = rounded(grid, 0, decimals);
        for (int k = 1; k < grid.size(); k++) {
            final var next = rounded(grid, k, decimals);
            if (next.compareTo(previous) == 0) {
                return false;
            }
            previous = next;
        }
        return true;
    }

    /** Rounds the exact binary value; going through a decimal text would depend on the Java version. */
    private static BigDecimal rounded(final EnergyGrid grid, final int index, final int decimals) {
        return new BigDecimal(grid.energyEv(index)).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}

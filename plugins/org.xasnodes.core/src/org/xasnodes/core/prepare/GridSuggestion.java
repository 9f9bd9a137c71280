package org.xasnodes.core.prepare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Guesses one grid for spectra on different grids, as a starting value of a new node's settings: the range which all
 * spectra cover, with equal steps, and as many points as the spectra have there in the median.
 */
public final class GridSuggestion {

    /** Ends of a guess are rounded to 0.01 eV if the range is at least this wide: numbers a user can read. */
    private static final double MIN_ROUNDED_RANGE_EV = 1;

    private GridSuggestion() {
    }

    /**
     * @param grids the grids of the spectra; iterated over three times. Cost O(total number of energies)
     * @return the grid itself if all are equal. Otherwise an equally spaced grid over the common range, whose ends are
     *         rounded inwards to 0.01 eV; its number of points is the median of the numbers of energies which the grids
     *         have in the common range, but at least 2
     * @throws SpectrumException if there is no grid, or no range is common to all
     */
    public static EnergyGrid commonGrid(final Iterable<EnergyGrid> grids) throws SpectrumException {
        final var iterator = grids.iterator();
        if (!iterator.hasNext()) {
            throw new SpectrumException("There is no spectrum from which a grid could be guessed.");
        }
        final var first = iterator.next();
        if (allEqual(first, grids)) {
            return first;
        }
        var low = first.firstEv();
        var high = first.lastEv();
        for (final var grid : grids) {
            low = Math.max(low, grid.firstEv());
            high = Math.min(high, grid.lastEv());
        }
        if (!(low < high)) {
            throw new SpectrumException("The spectra have no common energy range: one begins at " + EnergyText.of(low)
                + " eV, another ends at " + EnergyText.of(high) + " eV. Remove the spectra that do not belong here, or"
                + " set a grid and repeat the nearest intensity outside.");
        }
        final var points = Math.max(2, medianPoints(grids, low, high));
        if (high - low < MIN_ROUNDED_RANGE_EV) {
            return EnergyGrid.linear(low, high, points);
        }
        return EnergyGrid.linear(rounded(low, RoundingMode.CEILING), rounded(high, RoundingMode.FLOOR), points);
    }

    private static boolean allEqual(final EnergyGrid first, final Iterable<EnergyGrid> grids) {
        for (final var grid : grids) {
            if (!grid.equals(first)) {
                return false;
            }
        }
        return true;
    }

    private static int medianPoints(final Iterable<EnergyGrid> grids, final double low, final double high) {
        final List<Integer> counts = new ArrayList<>();
        for (final var grid : grids) {
            var count = 0;
            for (int k = 0; k < grid.size(); k++) {
                if (grid.energyEv(k) >= low && grid.energyEv(k) <= high) {
                    count++;
                }
            }
            counts.add(count);
        }
        Collections.sort(counts);
        return counts.get((counts.size() - 1) / 2);
    }

    /** Rounds the number a user sees, not its binary expansion: 8330.1 stays 8330.1. */
    private static double rounded(final double energyEv, final RoundingMode mode) {
        return BigDecimal.valueOf(energyEv).setScale(2, mode).doubleValue();
    }
}

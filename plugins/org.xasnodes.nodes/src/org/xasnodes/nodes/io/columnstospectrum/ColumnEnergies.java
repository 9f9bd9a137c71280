package org.xasnodes.nodes.io.columnstospectrum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.util.GridSettings;

/** Which columns hold intensities, at which energies, in ascending order of energy. */
record ColumnEnergies(int[] columns, EnergyGrid grid) {

    /**
     * The number before "eV", or else the last number of the name: "8330.0", "8330 eV", "cdf 8330.00 eV", "mu_8330.5". A
     * minus between a letter or digit and a number is a hyphen, as in "mu-8330.5".
     */
    private static final Pattern NUMBER =
        Pattern.compile("(?:(?<![\\p{L}\\d_.)])[-+])?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private record Column(int index, String name, double energyEv) {
    }

    /** @return whether the column can hold intensities and says at which energy */
    static boolean hasEnergy(final DataColumnSpec column) {
        return column.getType().isCompatible(DoubleValue.class) && energyOf(column).isPresent();
    }

    /**
     * Energies from the columns themselves.
     *
     * @throws InvalidSettingsException if a column has no energy, two have the same, or there are fewer than two
     */
    static ColumnEnergies fromColumns(final DataTableSpec spec, final String[] names) throws InvalidSettingsException {
        final List<Column> columns = new ArrayList<>();
        for (final var name : names) {
            final var index = spec.findColumnIndex(name);
            final var energy = energyOf(spec.getColumnSpec(index));
            columns.add(new Column(index, name,
                energy.orElseThrow(() -> new InvalidSettingsException("The name of the column '" + name
                    + "' holds no energy. Leave it out, or choose 'Equally spaced' energies in the dialog."))));
        }
        columns.sort(Comparator.comparingDouble(Column::energyEv));
        for (int i = 1; i < columns.size(); i++) {
            if (columns.get(i).energyEv == columns.get(i - 1).energyEv) {
                throw new InvalidSettingsException("The columns '" + columns.get(i - 1).name + "' and '"
                    + columns.get(i).name + "' stand for the same energy, " + columns.get(i).energyEv
                    + " eV. Leave one of them out.");
            }
        }
        return new ColumnEnergies(columns.stream().mapToInt(Column::index).toArray(),
            grid(columns.stream().mapToDouble(Column::energyEv).toArray()));
    }

    /**
     * Equally spaced energies in the order of the columns.
     *
     * @throws InvalidSettingsException if the range is empty or there are fewer than two columns
     */
    static ColumnEnergies equallySpaced(final DataTableSpec spec, final String[] names, final double firstEv,
        final double lastEv) throws InvalidSettingsException {
        final var columns = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            columns[i] = spec.findColumnIndex(names[i]);
        }
        requireTwo(names.length);
        return new ColumnEnergies(columns, GridSettings.linear(firstEv, lastEv, names.length));
    }

    private static EnergyGrid grid(final double[] energies) throws InvalidSettingsException {
        requireTwo(energies.length);
        try {
            return EnergyGrid.of(energies);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private static void requireTwo(final int count) throws InvalidSettingsException {
        if (count < 2) {
            throw new InvalidSettingsException("A spectrum needs at least two intensity columns, but "
                + (count == 0 ? "none is" : "only one is") + " chosen. Choose them in the dialog.");
        }
    }

    private static OptionalDouble energyOf(final DataColumnSpec column) {
        // Exact, where Spectrum to Columns made the column; names are rounded.
        return Optional.ofNullable(column.getProperties().getProperty(GridProperty.ENERGY)).map(ColumnEnergies::number)
            .filter(OptionalDouble::isPresent).orElseGet(() -> energyInName(column.getName()));
    }

    private static OptionalDouble energyInName(final String name) {
        final Matcher matcher = NUMBER.matcher(name);
        var energy = OptionalDouble.empty();
        while (matcher.find()) {
            energy = number(matcher.group());
            if (name.substring(matcher.end()).strip().startsWith("eV")) {
                break;
            }
        }
        return energy;
    }

    private static OptionalDouble number(final String text) {
        try {
            final var value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (final NumberFormatException e) { // NOSONAR: a foreign property is as good as none
            return OptionalDouble.empty();
        }
    }
}

package org.xasnodes.nodes.util;

import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.UniqueNameGenerator;
import org.xasnodes.core.feature.Featurizer;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.spectrum.SpectrumValue;

/** Columns of features: one number column for each, or one column of vectors. */
public final class FeatureColumns {

    /** More columns than this make tables that no learner is meant for. */
    private static final int MAX_COLUMNS = 20_000;

    private FeatureColumns() {
    }

    /**
     * @param unique gives names that the table does not have yet
     * @param featurizer the feature
     * @param grid the grid of all spectra
     * @return one number column for each feature
     * @throws InvalidSettingsException if there would be too many columns
     */
    public static DataColumnSpec[] numberColumns(final UniqueNameGenerator unique, final Featurizer featurizer,
        final EnergyGrid grid) throws InvalidSettingsException {
        final var names = featurizer.columnNames(grid);
        if (names.length > MAX_COLUMNS) {
            throw new InvalidSettingsException("These spectra have " + grid.size() + " points each and would give "
                + names.length + " columns. Use Energy Resampler with fewer points before this node.");
        }
        final var columns = new DataColumnSpec[names.length];
        for (int i = 0; i < names.length; i++) {
            final var creator = unique.newCreator(names[i], DoubleCell.TYPE);
            GridProperty.setFeature(creator, featurizer.id(), grid, featurizer.energyIndex(i, grid));
            columns[i] = creator.createSpec();
        }
        return columns;
    }

    /**
     * @param values the features of a spectrum
     * @return one cell for each
     */
    public static DataCell[] numberCells(final double[] values) {
        final var cells = new DataCell[values.length];
        for (int i = 0; i < values.length; i++) {
            cells[i] = new DoubleCell(values[i]);
        }
        return cells;
    }

    /**
     * @param unique gives names that the table does not have yet
     * @param id the feature's id
     * @param grid the grid of all spectra; <code>null</code> if it is not known yet, or if there are none
     * @return one column of vectors
     */
    public static DataColumnSpec vectorColumn(final UniqueNameGenerator unique, final String id,
        final EnergyGrid grid) {
        final var creator = unique.newCreator(id, DoubleVectorCellFactory.TYPE);
        GridProperty.setFeature(creator, id, grid, -1);
        return creator.createSpec();
    }

    /**
     * @param values the features of a spectrum
     * @return all in one cell
     */
    public static DataCell vectorCell(final double[] values) {
        return DoubleVectorCellFactory.createCell(values);
    }

    /**
     * @param table a table
     * @param column the position of its spectrum column
     * @return the grid of the first spectrum, empty if the column has none
     */
    public static Optional<EnergyGrid> firstGrid(final BufferedDataTable table, final int column) {
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                if (rows.next().getCell(column) instanceof SpectrumValue s) {
                    return Optional.of(s.spectrum().grid());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * @param table a table that is about to become features
     * @param column the position of its spectrum column
     * @return the grid its spectra have: as the column says, else that of the first spectrum; empty if there is none
     */
    public static Optional<EnergyGrid> gridOf(final BufferedDataTable table, final int column) {
        return GridProperty.get(table.getDataTableSpec().getColumnSpec(column)).or(() -> firstGrid(table, column));
    }

    /**
     * @param table a table that is about to become one column for each energy
     * @param column the position of its spectrum column
     * @return the grid its spectra have
     * @throws InvalidSettingsException if it cannot be known
     */
    public static EnergyGrid requireGridOf(final BufferedDataTable table, final int column)
        throws InvalidSettingsException {
        return gridOf(table, column).orElseThrow(() -> new InvalidSettingsException(
            "There is no spectrum in the input table, so it is not known which columns to make."));
    }

    /**
     * Mixed grids stop the node, whatever its settings say of single spectra: no feature would mean the same twice.
     *
     * @param grid the grid of all spectra
     * @param spectrum one of them
     * @throws RowFailure if the spectrum has another grid
     */
    public static void requireGrid(final EnergyGrid grid, final Spectrum spectrum) {
        if (!spectrum.grid().equals(grid)) {
            throw new RowFailure("The spectra have different energy grids, for example " + grid + " and "
                + spectrum.grid() + ". Bring them to one grid with Energy Resampler before this node.");
        }
    }
}

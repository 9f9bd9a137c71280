package org.xasnodes.nodes.analyze.benchmark;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.util.RowFailure;
import org.xasnodes.nodes.util.RowProblems;

/** Spectra with their targets, taken out of tables. Rows that lack one of the two are left out. */
final class LabelledSpectra {

    private final EnergyGrid m_grid;

    private final List<double[]> m_intensities = new ArrayList<>();

    private final List<RowKey> m_keys = new ArrayList<>();

    private final List<DataCell> m_targets = new ArrayList<>();

    private final List<String> m_labels = new ArrayList<>();

    LabelledSpectra(final EnergyGrid grid) {
        m_grid = grid;
    }

    /**
     * Adds the rows of a table.
     *
     * @param table the table
     * @param columns its columns
     * @param exec is asked whether the user has cancelled
     * @param problems where rows are counted that are left out
     */
    void add(final BufferedDataTable table, final LabelColumns columns, final ExecutionContext exec,
        final RowProblems problems)
        throws CanceledExecutionException {
        var number = 0L;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                exec.checkCanceled();
                final var row = rows.next();
                final var missing = missing(row, columns);
                if (missing == null) {
                    add(row, columns);
                } else {
                    problems.add(number, row.getKey(), missing);
                }
                number++;
            }
        }
    }

    private static String missing(final DataRow row, final LabelColumns columns) {
        if (row.getCell(columns.spectrum()).isMissing()) {
            return "the spectrum is missing";
        }
        final var target = row.getCell(columns.target());
        if (target.isMissing()) {
            return "the target is missing";
        }
        if (!columns.areClasses() && !Double.isFinite(((DoubleValue)target).getDoubleValue())) {
            return "the target is no finite number";
        }
        return columns.label() >= 0 && row.getCell(columns.label()).isMissing() ? "the group or fold is missing" : null;
    }

    private void add(final DataRow row, final LabelColumns columns) {
        final var spectrum = ((SpectrumValue)row.getCell(columns.spectrum())).spectrum();
        if (!spectrum.grid().equals(m_grid)) {
            throw new RowFailure(row.getKey(), "the spectrum has the energy grid " + spectrum.grid()
                + ", but the first one "
                + m_grid + ". Bring all spectra to one grid with Energy Resampler; for measured spectra connect the "
                + "training spectra to its reference port.");
        }
        m_intensities.add(spectrum.intensities());
        m_keys.add(row.getKey());
        m_targets.add(row.getCell(columns.target()));
        m_labels.add(columns.label() < 0 ? null : row.getCell(columns.label()).toString());
    }

    int size() {
        return m_keys.size();
    }

    EnergyGrid grid() {
        return m_grid;
    }

    double[][] intensities() {
        return m_intensities.toArray(double[][]::new);
    }

    RowKey key(final int row) {
        return m_keys.get(row);
    }

    DataCell target(final int row) {
        return m_targets.get(row);
    }

    /** @return the classes of the first rows, as texts */
    String[] classes(final int rows) {
        return m_targets.stream().limit(rows).map(DataCell::toString).toArray(String[]::new);
    }

    /** @return the groups or folds of the first rows */
    String[] labels(final int rows) {
        return m_labels.stream().limit(rows).toArray(String[]::new);
    }

    double[] numbers() {
        return m_targets.stream().mapToDouble(t -> ((DoubleValue)t).getDoubleValue()).toArray();
    }
}

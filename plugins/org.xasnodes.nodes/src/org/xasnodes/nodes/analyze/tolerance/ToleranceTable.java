package org.xasnodes.nodes.analyze.tolerance;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.core.picture.SpectraPicture;
import org.xasnodes.core.picture.SpectraPicture.Curve;
import org.xasnodes.nodes.view.Pictures;
import org.xasnodes.nodes.view.Pictures.Picture;

/** The output: a row for each shift, for each feature the mean of the spectra's correlations, and the lowest. */
final class ToleranceTable {

    private static final String SHIFT = "shift eV";

    private static final String LOWEST = " lowest";

    private final List<String> m_features;

    private final double[] m_shiftsEv;

    /** By feature and shift. */
    private final double[][] m_sums;

    private final double[][] m_lowest;

    private int m_spectra;

    ToleranceTable(final List<String> features, final double[] shiftsEv) {
        m_features = features;
        m_shiftsEv = shiftsEv;
        m_sums = new double[features.size()][shiftsEv.length];
        m_lowest = new double[features.size()][shiftsEv.length];
    }

    static DataTableSpec spec(final List<String> features) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(column(SHIFT));
        for (final var feature : features) {
            columns.add(column(feature));
            columns.add(column(feature + LOWEST));
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    private static DataColumnSpec column(final String name) {
        return new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec();
    }

    /** Counts a spectrum: its correlations by feature and shift. */
    void add(final double[][] correlations) {
        for (int f = 0; f < correlations.length; f++) {
            for (int s = 0; s < m_shiftsEv.length; s++) {
                m_sums[f][s] += correlations[f][s];
                m_lowest[f][s] = m_spectra == 0 ? correlations[f][s] : Math.min(m_lowest[f][s], correlations[f][s]);
            }
        }
        m_spectra++;
    }

    boolean isEmpty() {
        return m_spectra == 0;
    }

    BufferedDataTable table(final ExecutionContext exec) {
        final var container = exec.createDataContainer(spec(m_features));
        for (int s = 0; s < m_shiftsEv.length; s++) {
            final var cells = new DataCell[1 + 2 * m_features.size()];
            cells[0] = new DoubleCell(m_shiftsEv[s]);
            for (int f = 0; f < m_features.size(); f++) {
                cells[1 + 2 * f] = new DoubleCell(m_sums[f][s] / m_spectra);
                cells[2 + 2 * f] = new DoubleCell(m_lowest[f][s]);
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)s), cells));
        }
        container.close();
        return container.getTable();
    }

    /** @return the means over the shift */
    static Pictures pictures(final BufferedDataTable table) {
        final var names = table.getDataTableSpec().getColumnNames();
        final List<double[]> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                rows.add(iterator.next().stream().mapToDouble(cell -> ((DoubleValue)cell).getDoubleValue()).toArray());
            }
        }
        final var shifts = rows.stream().mapToDouble(row -> row[0]).toArray();
        final List<Curve> curves = new ArrayList<>();
        for (int c = 1; c < names.length; c += 2) {
            final var column = c;
            curves.add(new Curve(names[c], shifts, rows.stream().mapToDouble(row -> row[column]).toArray(), Double.NaN));
        }
        return Pictures.of(new Picture("Shift tolerance", SpectraPicture.svg("Likeness of shifted and unshifted features",
            "Shift (eV)", "Pearson correlation", curves)));
    }
}

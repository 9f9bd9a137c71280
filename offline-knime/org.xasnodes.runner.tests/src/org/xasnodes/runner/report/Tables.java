package org.xasnodes.runner.report;

import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.runner.kernel.Execution;

/** Makes tables without a workflow. */
final class Tables {

    private Tables() {
    }

    static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    static DataColumnSpec feature(final String name, final DataType type, final double energyEv) {
        final DataColumnSpecCreator column = new DataColumnSpecCreator(name, type);
        column.setProperties(
            new DataColumnProperties(Map.of("xas.feature", "cdf", "xas.energy", Double.toString(energyEv))));
        return column.createSpec();
    }

    /** Rows are called a, b, c. */
    static BufferedDataTable table(final DataColumnSpec[] columns, final DataCell[]... rows) {
        final BufferedDataContainer container = new Execution((progress, message) -> {
            // not of interest
        }).context().createDataContainer(new DataTableSpec(columns));
        for (int i = 0; i < rows.length; i++) {
            container.addRowToTable(new DefaultRow(name(i), rows[i]));
        }
        container.close();
        return container.getTable();
    }

    private static String name(final int index) {
        return index < 26 ? "" + (char)('a' + index) : "row " + index;
    }

    static DataCell[] row(final DataCell... cells) {
        return cells;
    }

    static SpectrumCell spectrum(final double... intensities) {
        return new SpectrumCell(
            new Spectrum(EnergyGrid.linear(8330, 8330 + intensities.length - 1.0, intensities.length), intensities));
    }

    static SpectrumCell shifted(final double shiftEv, final Scale scale, final double... intensities) {
        return new SpectrumCell(
            new Spectrum(EnergyGrid.linear(8330, 8330 + intensities.length - 1.0, intensities.length), intensities,
                shiftEv, scale));
    }
}

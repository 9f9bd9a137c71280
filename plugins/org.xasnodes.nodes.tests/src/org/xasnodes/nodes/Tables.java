package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.runner.kernel.Execution;

/** Makes and reads tables. */
final class Tables {

    /** 100 points around the nickel K edge. */
    static final EnergyGrid GRID = EnergyGrid.linear(8330, 8370, 100);

    private Tables() {
    }

    static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    static BufferedDataTable of(final DataTableSpec spec, final List<DataRow> rows) {
        final var container = new Execution((p, m) -> { }).context().createDataContainer(spec);
        rows.forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    /** Columns "Id" and "Spectrum", keys "Row0" and so on; <code>null</code> is a missing spectrum. */
    static BufferedDataTable spectra(final Spectrum... spectra) {
        return spectraIn(column("Spectrum", SpectrumCell.TYPE), spectra);
    }

    static BufferedDataTable spectraIn(final DataColumnSpec column, final Spectrum... spectra) {
        final List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < spectra.length; i++) {
            rows.add(new DefaultRow("Row" + i, new StringCell("id " + i),
                spectra[i] == null ? new MissingCell("gone") : new SpectrumCell(spectra[i])));
        }
        return of(new DataTableSpec(column("Id", StringCell.TYPE), column), rows);
    }

    /** One row for each array. */
    static BufferedDataTable numbers(final String[] names, final Double[]... rows) {
        final var spec = new DataTableSpec(Arrays.stream(names).map(n -> column(n, DoubleCell.TYPE))
            .toArray(DataColumnSpec[]::new));
        final List<DataRow> all = new ArrayList<>();
        for (final var row : rows) {
            all.add(new DefaultRow("Row" + all.size(), Arrays.stream(row)
                .map(d -> d == null ? DataType.getMissingCell() : new DoubleCell(d)).toArray(DataCell[]::new)));
        }
        return of(spec, all);
    }

    static Spectrum simulated(final EnergyGrid grid, final int index) {
        return new XanesSimulator(grid, 1, 0.01).simulate(index).spectrum();
    }

    static Spectrum[] simulated(final int count) {
        final var spectra = new Spectrum[count];
        Arrays.setAll(spectra, i -> simulated(GRID, i));
        return spectra;
    }

    /** A straight line. */
    static Spectrum ramp(final double firstEv, final double lastEv, final int points) {
        final var intensities = new double[points];
        Arrays.setAll(intensities, i -> 1.0 + i);
        return new Spectrum(EnergyGrid.linear(firstEv, lastEv, points), intensities);
    }

    static List<DataRow> rows(final BufferedDataTable table) {
        final List<DataRow> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                rows.add(iterator.next());
            }
        }
        return rows;
    }

    static List<String> keys(final BufferedDataTable table) {
        return rows(table).stream().map(r -> r.getKey().getString()).toList();
    }

    static List<DataCell> cells(final BufferedDataTable table, final String column) {
        final var index = table.getDataTableSpec().findColumnIndex(column);
        assertTrue(index >= 0, () -> "No column '" + column + "' in " + names(table.getDataTableSpec()));
        return rows(table).stream().map(r -> r.getCell(index)).toList();
    }

    static List<String> texts(final BufferedDataTable table, final String column) {
        return cells(table, column).stream().map(DataCell::toString).toList();
    }

    static List<Spectrum> spectraOf(final BufferedDataTable table, final String column) {
        return cells(table, column).stream().map(c -> c instanceof SpectrumValue s ? s.spectrum() : null).toList();
    }

    /** The numbers of one row from a column on. */
    static double[] numbers(final BufferedDataTable table, final int row, final int firstColumn) {
        final var cells = rows(table).get(row);
        return IntStream.range(firstColumn, cells.getNumCells())
            .mapToDouble(i -> ((DoubleValue)cells.getCell(i)).getDoubleValue()).toArray();
    }

    static String missing(final DataCell cell) {
        assertTrue(cell.isMissing(), () -> "not missing: " + cell);
        return ((MissingCell)cell).getError();
    }

    static List<String> names(final DataTableSpec spec) {
        return List.of(spec.getColumnNames());
    }
}

package org.xasnodes.nodes.reduce;

import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.picture.SpectraPicture;
import org.xasnodes.core.picture.SpectraPicture.Curve;
import org.xasnodes.nodes.view.Pictures.Picture;

/** Curves of numbers in a table, for the views of reducer nodes. */
public final class TableCurves {

    private TableCurves() {
    }

    /**
     * @param title of the picture
     * @param xLabel what is drawn to the right
     * @param yLabel what is drawn upwards
     * @param table each row a point of each curve
     * @param maxRows only so many of the first rows are drawn
     * @param xColumn the column of the places to the right; <code>null</code> if rows are counted from 1
     * @param yColumns a curve each; those without any number are left out
     * @return the picture
     */
    public static Picture of(final String title, final String xLabel, final String yLabel,
        final BufferedDataTable table, final long maxRows, final String xColumn, final String... yColumns) {
        final var spec = table.getDataTableSpec();
        final var size = Math.toIntExact(Math.min(maxRows, table.size()));
        final var x = new double[size];
        final var y = new double[yColumns.length][size];
        try (CloseableRowIterator rows = table.iterator()) {
            for (int r = 0; r < size; r++) {
                final var row = rows.next();
                x[r] = xColumn == null ? r + 1 : number(row.getCell(spec.findColumnIndex(xColumn)));
                for (int c = 0; c < yColumns.length; c++) {
                    y[c][r] = number(row.getCell(spec.findColumnIndex(yColumns[c])));
                }
            }
        }
        final var curves = IntStream.range(0, yColumns.length).filter(c -> IntStream.range(0, size)
            .anyMatch(r -> Double.isFinite(y[c][r]))).mapToObj(c -> new Curve(yColumns[c], x, y[c], Double.NaN)).toList();
        return new Picture(title, SpectraPicture.svg(title, xLabel, yLabel, curves));
    }

    private static double number(final DataCell cell) {
        return cell instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }
}

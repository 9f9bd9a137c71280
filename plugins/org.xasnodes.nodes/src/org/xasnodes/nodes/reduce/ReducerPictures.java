package org.xasnodes.nodes.reduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.picture.ScatterPicture;
import org.xasnodes.core.picture.SpectraPicture;
import org.xasnodes.core.picture.SpectraPicture.Curve;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.view.ColorColumn;
import org.xasnodes.nodes.view.Pictures.Picture;

/** Pictures that the views of reducer nodes have in common. */
public final class ReducerPictures {

    /** Rows are picked evenly; more points cannot be told apart. */
    private static final int MAX_POINTS = ScatterPicture.MAX_POINTS;

    private ReducerPictures() {
    }

    /**
     * @param reduced a table with reduced columns
     * @param id the method that made them
     * @return its rows in the first two dimensions, coloured by a label; none if there is only one dimension
     */
    public static List<Picture> scatter(final BufferedDataTable reduced, final String id) {
        final var spec = reduced.getDataTableSpec();
        final var columns = IntStream.range(0, spec.getNumColumns())
            .filter(c -> id.equals(spec.getColumnSpec(c).getProperties().getProperty(GridProperty.FEATURE)))
            .filter(c -> spec.getColumnSpec(c).getType().isCompatible(DoubleValue.class)).toArray();
        if (columns.length < 2) {
            return List.of();
        }
        // the last columns of this method: a table may hold those of an earlier reducer too
        final var first = firstOfLast(columns);
        final var color = ColorColumn.of(reduced);
        final List<ScatterPicture.Point> points = new ArrayList<>();
        final var step = Math.max(1, (reduced.size() + MAX_POINTS - 1) / MAX_POINTS);
        long index = 0;
        try (CloseableRowIterator rows = reduced.iterator()) {
            while (rows.hasNext()) {
                final var row = rows.next();
                if (index++ % step == 0) {
                    points.add(new ScatterPicture.Point(row.getKey().getString(), number(row.getCell(first)),
                        number(row.getCell(first + 1)), color.number(row), color.label(row)));
                }
            }
        }
        final var x = spec.getColumnSpec(first).getName();
        final var y = spec.getColumnSpec(first + 1).getName();
        final var title = step == 1 ? String.format(Locale.ROOT, "%s and %s: %,d rows", x, y, reduced.size())
            : String.format(Locale.ROOT, "%s and %s: %,d of %,d rows", x, y, points.size(), reduced.size());
        return List.of(new Picture(x + " and " + y, ScatterPicture.svg(title, x, y, color.name(), points)));
    }

    private static int firstOfLast(final int[] columns) {
        int first = columns.length - 1;
        while (first > 0 && columns[first - 1] == columns[first] - 1) {
            first--;
        }
        return columns[first];
    }

    /**
     * @param title of the picture
     * @param xLabel what is drawn to the right
     * @param yLabel what is drawn upwards
     * @param table each row a point of each curve
     * @param xColumn the column of the places to the right; <code>null</code> if rows are counted from 1
     * @param yColumns a curve each; those without any number are left out
     * @return the curves
     */
    public static Picture curves(final String title, final String xLabel, final String yLabel,
        final BufferedDataTable table, final String xColumn, final String... yColumns) {
        final var spec = table.getDataTableSpec();
        final var size = Math.toIntExact(table.size());
        final var x = new double[size];
        final var y = new double[yColumns.length][size];
        try (CloseableRowIterator rows = table.iterator()) {
            for (int r = 0; rows.hasNext(); r++) {
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

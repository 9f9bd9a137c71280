package org.xasnodes.nodes.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.picture.ScatterPicture;
import org.xasnodes.core.picture.ScatterPicture.Point;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.view.Pictures.Picture;

/** The rows of a table in the plane of the first two dimensions that a reducer made, coloured by a label. */
public final class ReducedPlane {

    private ReducedPlane() {
    }

    /**
     * @param table with any number of rows
     * @param method the reducer's id, for example "pca"
     * @return the picture; empty if there are not two columns of this method
     */
    public static Optional<Picture> of(final BufferedDataTable table, final String method) {
        final var spec = table.getDataTableSpec();
        final var columns = columns(spec, method);
        if (columns.length < 2) {
            return Optional.empty();
        }
        final var color = ColorColumn.of(table);
        final List<Point> points = new ArrayList<>();
        final var drawn = EvenRows.forEach(table, ScatterPicture.MAX_POINTS,
            row -> points.add(new Point(row.getKey().getString(), number(row.getCell(columns[0])),
                number(row.getCell(columns[1])), color.number(row), color.text(row))));
        final var x = spec.getColumnSpec(columns[0]).getName();
        final var y = spec.getColumnSpec(columns[1]).getName();
        final var feature = spec.getColumnSpec(columns[0]).getProperties().getProperty(GridProperty.REDUCED, "");
        final var name = (feature.isEmpty() ? "" : feature + ", ") + x + " and " + y;
        final var title = drawn == table.size() ? String.format(Locale.ROOT, "%s: %,d rows", name, drawn)
            : String.format(Locale.ROOT, "%s: %,d of %,d rows", name, drawn, table.size());
        return Optional.of(new Picture(name, ScatterPicture.svg(title, x, y, color.name(), points)));
    }

    private static int[] columns(final DataTableSpec spec, final String method) {
        return IntStream.range(0, spec.getNumColumns()).filter(i -> {
            final var column = spec.getColumnSpec(i);
            return method.equals(column.getProperties().getProperty(GridProperty.FEATURE))
                && column.getType().isCompatible(DoubleValue.class);
        }).toArray();
    }

    private static double number(final DataCell cell) {
        return cell instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }
}

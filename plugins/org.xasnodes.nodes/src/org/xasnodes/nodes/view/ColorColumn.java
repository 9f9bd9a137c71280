package org.xasnodes.nodes.view;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.nodes.util.GridProperty;

/**
 * The column of a table which the colours of its pictures tell: the numeric label with the fewest different values,
 * such as an oxidation state; where there is none, the text with the fewest different values, some of which repeat.
 *
 * @param name of the column, empty if there is none
 * @param index of the column, -1 if there is none
 */
public record ColorColumn(String name, int index) {

    /** Enough to see which label takes few values. */
    private static final int MAX_ROWS = 10_000;

    /**
     * @param table what is drawn
     * @return its column of colours, which may be none
     */
    public static ColorColumn of(final BufferedDataTable table) {
        final DataTableSpec spec = table.getDataTableSpec();
        final Map<Integer, Set<Object>> numbers = new LinkedHashMap<>();
        final Map<Integer, Set<Object>> texts = new LinkedHashMap<>();
        for (int i = 0; i < spec.getNumColumns(); i++) {
            final DataColumnSpec column = spec.getColumnSpec(i);
            if (column.getProperties().getProperty(GridProperty.FEATURE) == null
                && !column.getName().startsWith("E0")) {
                if (column.getType().isCompatible(DoubleValue.class)) {
                    numbers.put(i, new HashSet<>());
                } else if (column.getType().isCompatible(StringValue.class)) {
                    texts.put(i, new HashSet<>());
                }
            }
        }
        final int rows = gather(table, numbers, texts);
        final OptionalInt number = fewest(numbers, rows + 1);
        final int index = number.isPresent() ? number.getAsInt() : fewest(texts, rows).orElse(-1);
        return new ColorColumn(index < 0 ? "" : spec.getColumnSpec(index).getName(), index);
    }

    /** @return the number of rows looked at */
    private static int gather(final BufferedDataTable table, final Map<Integer, Set<Object>> numbers,
        final Map<Integer, Set<Object>> texts) {
        int count = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            for (; count < MAX_ROWS && rows.hasNext(); count++) {
                final DataRow row = rows.next();
                numbers.forEach((column, seen) -> {
                    if (row.getCell(column) instanceof DoubleValue value) {
                        seen.add(value.getDoubleValue());
                    }
                });
                texts.forEach((column, seen) -> {
                    if (row.getCell(column) instanceof StringValue value) {
                        seen.add(value.getStringValue());
                    }
                });
            }
        }
        return count;
    }

    /** @return the first of the columns with the fewest values, but at least two and fewer than the limit */
    private static OptionalInt fewest(final Map<Integer, Set<Object>> values, final int limit) {
        return values.entrySet().stream().filter(e -> e.getValue().size() > 1 && e.getValue().size() < limit)
            .min(Comparator.comparingInt(e -> e.getValue().size())).map(e -> OptionalInt.of(e.getKey()))
            .orElse(OptionalInt.empty());
    }

    /**
     * @param row of the table
     * @return the number that its colour shows, NaN if there is none
     */
    public double number(final DataRow row) {
        return index >= 0 && row.getCell(index) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    /**
     * @param row of the table
     * @return the text that its colour shows, {@code null} if there is none
     */
    public String text(final DataRow row) {
        final DataCell cell = index < 0 ? null : row.getCell(index);
        return cell instanceof StringValue value ? value.getStringValue() : null;
    }
}

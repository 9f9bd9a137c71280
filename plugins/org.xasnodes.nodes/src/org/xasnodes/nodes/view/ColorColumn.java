package org.xasnodes.nodes.view;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.nodes.util.GridProperty;

/**
 * The column whose values a picture shows as colours: the numeric label with the fewest different values, such as an
 * oxidation state, or else the text label with the fewest.
 */
public final class ColorColumn {

    /** Enough to see which label takes few values. */
    private static final int MAX_ROWS = 10_000;

    /** Names of samples are as many as rows, and say nothing as colours. */
    private static final int MAX_CLASSES = 12;

    private final DataTableSpec m_spec;

    private final int m_column;

    private ColorColumn(final DataTableSpec spec, final int column) {
        m_spec = spec;
        m_column = column;
    }

    /**
     * @param table what is drawn
     * @return its column of colours, which may be none
     */
    public static ColorColumn of(final BufferedDataTable table) {
        final var spec = table.getDataTableSpec();
        final Map<Integer, Set<Object>> values = new LinkedHashMap<>();
        for (int i = 0; i < spec.getNumColumns(); i++) {
            if (isLabel(spec.getColumnSpec(i))) {
                values.put(i, new HashSet<>());
            }
        }
        try (CloseableRowIterator rows = table.iterator()) {
            for (int r = 0; r < MAX_ROWS && rows.hasNext(); r++) {
                final var row = rows.next();
                values.forEach((column, seen) -> see(row.getCell(column), seen));
            }
        }
        values.entrySet().removeIf(e -> e.getValue().size() < 2
            || !isNumber(spec.getColumnSpec(e.getKey())) && e.getValue().size() > MAX_CLASSES);
        return new ColorColumn(spec, values.entrySet().stream()
            .min(Comparator.<Map.Entry<Integer, Set<Object>>> comparingInt(e -> isNumber(spec.getColumnSpec(e.getKey())) ? 0 : 1)
                .thenComparingInt(e -> e.getValue().size()))
            .map(Map.Entry::getKey).orElse(-1));
    }

    private static boolean isLabel(final DataColumnSpec column) {
        return column.getProperties().getProperty(GridProperty.FEATURE) == null && !column.getName().startsWith("E0")
            && (isNumber(column) || column.getType().isCompatible(NominalValue.class)
                && column.getType().isCompatible(StringValue.class));
    }

    private static boolean isNumber(final DataColumnSpec column) {
        return column.getType().isCompatible(DoubleValue.class);
    }

    private static void see(final DataCell cell, final Set<Object> seen) {
        if (cell instanceof DoubleValue value) {
            seen.add(value.getDoubleValue());
        } else if (cell instanceof StringValue value && seen.size() <= MAX_CLASSES) {
            seen.add(value.getStringValue());
        }
    }

    /** @return the column's name, empty if there is none */
    public String name() {
        return m_column < 0 ? "" : m_spec.getColumnSpec(m_column).getName();
    }

    /**
     * @param row of the table
     * @return the number that its colour shows, NaN if there is none
     */
    public double number(final DataRow row) {
        return m_column >= 0 && row.getCell(m_column) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    /**
     * @param row of the table
     * @return the class that its colour shows, <code>null</code> if there is none
     */
    public String label(final DataRow row) {
        return m_column >= 0 && row.getCell(m_column) instanceof StringValue value ? value.getStringValue() : null;
    }
}

package org.xasnodes.core.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes columns of the labels of many spectra: collects them row by row, finds one type for each column, and converts.
 * Texts that stand for a missing value ("", N/A, NA, NaN, nan, null, None, -) are missing in a column of numbers or
 * truth values; in a column of texts only the empty one is.
 */
public final class LabelColumns {

    /** The type of a column. */
    public enum Type {
        /** Values are Long. */
        INTEGER,
        /** Values are Double. */
        DOUBLE,
        /** Values are Boolean. */
        BOOLEAN,
        /** Values are String. */
        STRING
    }

    private static final Set<String> MISSING = Set.of("", "N/A", "NA", "NaN", "nan", "null", "None", "-");

    private final Map<String, Column> m_columns = new LinkedHashMap<>();

    /** Labels repeat a lot: one object for equal ones. */
    private final Map<Object, Object> m_shared = new HashMap<>();

    private List<Column> m_list = List.of();

    private int m_rows;

    /**
     * Adds the next row.
     *
     * @param labels names with String, Long, Double, Boolean or <code>null</code>
     * @throws IllegalArgumentException if a value is of another class
     */
    public void add(final Map<String, Object> labels) {
        if (labels instanceof TextLabels texts) {
            for (int i = 0; i < texts.size(); i++) {
                column(texts.name(i)).set(m_rows, shared(texts.asWritten(i)));
            }
        } else {
            labels.forEach((name, value) -> column(name).set(m_rows, shared(value)));
        }
        m_rows++;
    }

    private Column column(final String name) {
        final var known = m_columns.get(name);
        if (known != null) {
            return known;
        }
        final var column = new Column();
        m_columns.put(name, column);
        m_list = new ArrayList<>(m_columns.values());
        return column;
    }

    private Object shared(final Object value) {
        if (value == null || value instanceof Boolean || value instanceof Double) {
            return value;
        }
        if (value instanceof String || value instanceof Long || value instanceof TextLabels.Written) {
            return m_shared.computeIfAbsent(value, v -> v);
        }
        throw new IllegalArgumentException("A label cannot be a " + value.getClass().getName() + ".");
    }

    /** @return the number of rows added */
    public int rows() {
        return m_rows;
    }

    /** @return the names of the columns in order of first appearance */
    public List<String> names() {
        return Collections.unmodifiableList(new ArrayList<>(m_columns.keySet()));
    }

    /**
     * @param column counted from 0, in the order of {@link #names()}
     * @return the narrowest type that holds all values added so far; STRING if all are missing
     */
    public Type type(final int column) {
        return m_list.get(column).type();
    }

    /**
     * @param row counted from 0
     * @param column counted from 0, in the order of {@link #names()}
     * @return a Long, Double, Boolean or String as {@link #type} says, <code>null</code> if missing
     */
    public Object value(final int row, final int column) {
        if (row < 0 || row >= m_rows) {
            throw new IndexOutOfBoundsException("Row " + row + " of " + m_rows);
        }
        return m_list.get(column).value(row);
    }

    /** Holds values as they came; trailing missing ones take no room. */
    private static final class Column {

        private final List<Object> m_values = new ArrayList<>();

        private boolean m_integers;

        private boolean m_doubles;

        private boolean m_booleans;

        private boolean m_texts;

        void set(final int row, final Object value) {
            if (value == null) {
                return;
            }
            while (m_values.size() < row) {
                m_values.add(null);
            }
            m_values.add(value);
            final Object plain = value instanceof TextLabels.Written w ? w.value() : value;
            m_integers |= plain instanceof Long;
            m_doubles |= plain instanceof Double;
            m_booleans |= plain instanceof Boolean;
            m_texts |= plain instanceof String s && !MISSING.contains(s);
        }

        Type type() {
            final boolean numbers = m_integers || m_doubles;
            if (m_texts || numbers == m_booleans) {
                return Type.STRING;
            }
            if (m_booleans) {
                return Type.BOOLEAN;
            }
            return m_doubles ? Type.DOUBLE : Type.INTEGER;
        }

        Object value(final int row) {
            final Object stored = row < m_values.size() ? m_values.get(row) : null;
            if (stored == null) {
                return null;
            }
            final Object plain = stored instanceof TextLabels.Written w ? w.value() : stored;
            return switch (type()) {
                case STRING -> stored.toString().isEmpty() ? null : stored.toString();
                case DOUBLE -> plain instanceof Number n ? (Object)n.doubleValue() : null;
                case INTEGER, BOOLEAN -> plain instanceof String ? null : plain;
            };
        }
    }
}

package org.knime.core.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;

/** The columns of a table, in order, with distinct names. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String DEFAULT_NAME = "default";

    private final String m_name;

    private final List<DataColumnSpec> m_columns;

    private final Map<String, Integer> m_indices;

    private final Map<String, String> m_properties;

    DataTableSpec(final String name, final List<DataColumnSpec> columns, final Map<String, String> properties) {
        m_name = name == null ? DEFAULT_NAME : name;
        m_columns = List.copyOf(columns);
        m_properties = Map.copyOf(properties);
        m_indices = new HashMap<>();
        for (int i = 0; i < m_columns.size(); i++) {
            final Integer earlier = m_indices.put(m_columns.get(i).getName(), i);
            if (earlier != null) {
                throw new IllegalArgumentException("Duplicate column name \"" + m_columns.get(i).getName()
                    + "\" at positions " + earlier + " and " + i + ".");
            }
        }
    }

    public DataTableSpec() {
        this(new DataColumnSpec[0]);
    }

    public DataTableSpec(final String name) {
        this(name, new DataColumnSpec[0]);
    }

    public DataTableSpec(final DataColumnSpec... columns) {
        this(null, columns);
    }

    public DataTableSpec(final String name, final DataColumnSpec... columns) {
        this(name, Arrays.asList(columns), Map.of());
    }

    public DataTableSpec(final String[] names, final DataType[] types) {
        this("spec_name", names, types);
    }

    public DataTableSpec(final String name, final String[] names, final DataType[] types) {
        this(name, createColumnSpecs(names, types));
    }

    /**
     * The columns of one table followed by those of another.
     *
     * @param first a table
     * @param second a table
     */
    public DataTableSpec(final DataTableSpec first, final DataTableSpec second) {
        this(null, Stream.concat(first.stream(), second.stream()).toArray(DataColumnSpec[]::new));
    }

    public static final DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException(
                "There are " + names.length + " column names but " + types.length + " types.");
        }
        return IntStream.range(0, names.length)
            .mapToObj(i -> new DataColumnSpecCreator(names[i], types[i]).createSpec()).toArray(DataColumnSpec[]::new);
    }

    public String getName() {
        return m_name;
    }

    public Map<String, String> getProperties() {
        return m_properties;
    }

    public int getNumColumns() {
        return m_columns.size();
    }

    public DataColumnSpec getColumnSpec(final int index) {
        return m_columns.get(index);
    }

    /**
     * @param column name of a column
     * @return the column, or null if there is none of that name
     */
    public DataColumnSpec getColumnSpec(final String column) {
        final int index = findColumnIndex(column);
        return index < 0 ? null : m_columns.get(index);
    }

    /**
     * @param column name of a column
     * @return its position from 0, or -1 if there is none of that name
     */
    public int findColumnIndex(final String column) {
        return m_indices.getOrDefault(column, -1);
    }

    /**
     * @param columns names of columns
     * @return their positions from 0
     * @throws IllegalArgumentException if there is no such column
     */
    public int[] columnsToIndices(final String... columns) {
        final int[] result = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            result[i] = findColumnIndex(columns[i]);
            if (result[i] < 0) {
                throw new IllegalArgumentException("Column not found: \"" + columns[i] + "\"");
            }
        }
        return result;
    }

    public boolean containsName(final String column) {
        return m_indices.containsKey(column);
    }

    public boolean containsCompatibleType(final Class<? extends DataValue> valueClass) {
        return stream().anyMatch(c -> c.getType().isCompatible(valueClass));
    }

    public final String[] getColumnNames() {
        return stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return m_columns.iterator();
    }

    public Stream<DataColumnSpec> stream() {
        return m_columns.stream();
    }

    /**
     * @param spec a table
     * @param column wanted name of a column
     * @return the name, blanks around it removed, with a number appended if the table has such a column
     */
    public static String getUniqueColumnName(final DataTableSpec spec, final String column) {
        if (column == null) {
            throw new NullPointerException("Column name must not be null.");
        }
        final String wanted = column.trim();
        String result = wanted;
        for (int i = 1; spec.containsName(result); i++) {
            result = wanted + " (#" + i + ")";
        }
        return result;
    }

    public boolean equalStructure(final DataTableSpec other) {
        return matches(other, DataColumnSpec::equalStructure);
    }

    public boolean isCompatibleWith(final DataTableSpec other) {
        return matches(other, DataColumnSpec::isCompatibleWith);
    }

    private boolean matches(final DataTableSpec other, final BiPredicate<DataColumnSpec, DataColumnSpec> test) {
        return other != null && other.getNumColumns() == getNumColumns()
            && IntStream.range(0, getNumColumns()).allMatch(i -> test.test(getColumnSpec(i), other.getColumnSpec(i)));
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object other) {
        if (!(other instanceof DataTableSpec)) {
            return false;
        }
        final DataTableSpec spec = (DataTableSpec)other;
        return m_name.equals(spec.m_name) && m_columns.equals(spec.m_columns)
            && m_properties.equals(spec.m_properties);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_name, m_columns);
    }

    @Override
    public String toString() {
        return "name=" + m_name + ",columns=[" + String.join("; ", getColumnNames()) + "]";
    }
}

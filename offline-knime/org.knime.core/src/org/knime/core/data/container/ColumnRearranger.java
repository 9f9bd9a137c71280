package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.xasnodes.runner.kernel.table.ContainerAccess;
import org.xasnodes.runner.kernel.table.ContainerAccess.Source;

/**
 * A plan for the columns of a new table: which columns of the input to keep, in which order, and which factories make
 * new ones. An edit that fails may have been made in part.
 */
public class ColumnRearranger {

    static {
        ContainerAccess.install(new Access());
    }

    private final List<Source> m_sources = new ArrayList<>();

    /** @param input columns of the input, all kept at first */
    public ColumnRearranger(final DataTableSpec input) {
        for (int i = 0; i < input.getNumColumns(); i++) {
            m_sources.add(new Source(input.getColumnSpec(i), null, i));
        }
    }

    List<Source> sources() {
        return List.copyOf(m_sources);
    }

    private static String nameOf(final Source source) {
        return source.column().getName();
    }

    private static Set<String> distinct(final String... names) {
        final Set<String> result = new LinkedHashSet<>(Arrays.asList(names));
        if (result.contains(null) || result.size() != names.length) {
            throw new IllegalArgumentException(
                "Argument contains " + (result.contains(null) ? "null" : "duplicates") + ": " + Arrays.toString(names));
        }
        return result;
    }

    private void requireAll(final Collection<String> notFound) {
        if (!notFound.isEmpty()) {
            throw new IllegalArgumentException(
                "No such column name(s) in " + getClass().getSimpleName() + ": " + notFound);
        }
    }

    public final void keepOnly(final String... names) {
        final Set<String> wanted = distinct(names);
        m_sources.removeIf(s -> !wanted.remove(nameOf(s)));
        requireAll(wanted);
    }

    public final void keepOnly(final int... indices) {
        final Set<Source> wanted = new LinkedHashSet<>();
        for (final int index : indices) {
            if (index < 0 || index >= m_sources.size()) {
                throw new IndexOutOfBoundsException("Invalid index: " + index);
            }
            wanted.add(m_sources.get(index));
        }
        if (wanted.size() != indices.length) {
            throw new IndexOutOfBoundsException("Duplicates in argument: " + Arrays.toString(indices));
        }
        m_sources.retainAll(wanted);
    }

    public final void remove(final String... names) {
        final Set<String> unwanted = distinct(names);
        m_sources.removeIf(s -> unwanted.remove(nameOf(s)));
        requireAll(unwanted);
    }

    public final void remove(final int... indices) {
        final int[] sorted = Arrays.stream(indices).sorted().distinct().toArray();
        if (sorted.length != indices.length) {
            throw new IndexOutOfBoundsException("Duplicates encountered " + Arrays.toString(indices));
        }
        for (int i = sorted.length - 1; i >= 0; i--) {
            if (sorted[i] < 0 || sorted[i] >= m_sources.size()) {
                throw new ArrayIndexOutOfBoundsException(sorted[i]);
            }
            m_sources.remove(sorted[i]);
        }
    }

    /**
     * @param name name of a column
     * @return its position from 0, -1 if there is none of that name
     */
    public final int indexOf(final String name) {
        if (name == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        for (int i = 0; i < m_sources.size(); i++) {
            if (nameOf(m_sources.get(i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    public final int getColumnCount() {
        return m_sources.size();
    }

    /**
     * @param from position of a column
     * @param to position before which it is put, counted before the move
     */
    public final void move(final int from, final int to) {
        final Source moved = m_sources.get(from);
        m_sources.add(to, moved);
        m_sources.remove(from < to ? from : from + 1);
    }

    public final void move(final String name, final int to) {
        final int from = indexOf(name);
        if (from < 0) {
            throw new IllegalArgumentException("No such column \"" + name + "\"");
        }
        move(from, to);
    }

    /** @param names columns that come first, in this order; the others follow in theirs */
    public final void permute(final String[] names) {
        final Map<String, Integer> order = new HashMap<>();
        for (final String name : distinct(names)) {
            order.put(name, order.size());
        }
        final Set<String> unknown = new LinkedHashSet<>(order.keySet());
        m_sources.forEach(s -> unknown.remove(nameOf(s)));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Column name(s) not found: " + unknown);
        }
        m_sources.sort(Comparator.comparing(s -> order.getOrDefault(nameOf(s), Integer.MAX_VALUE)));
    }

    public final void permute(final int[] indices) {
        permute(Arrays.stream(indices).mapToObj(i -> nameOf(m_sources.get(i))).toArray(String[]::new));
    }

    public final void insertAt(final int position, final CellFactory factory) {
        final DataColumnSpec[] columns = factory.getColumnSpecs();
        for (int i = 0; i < columns.length; i++) {
            m_sources.add(position + i, new Source(columns[i], factory, i));
        }
    }

    public final void append(final CellFactory factory) {
        insertAt(m_sources.size(), factory);
    }

    public final void replace(final CellFactory factory, final String name) {
        final int index = indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("No such column: " + name);
        }
        replace(factory, index);
    }

    public final void replace(final CellFactory factory, final int... indices) {
        final DataColumnSpec[] columns = factory.getColumnSpecs();
        if (columns.length != indices.length) {
            throw new IndexOutOfBoundsException(
                "The factory makes " + columns.length + " columns for " + indices.length + " replaced ones.");
        }
        for (int i = 0; i < columns.length; i++) {
            m_sources.set(indices[i], new Source(columns[i], factory, i));
        }
    }

    /**
     * @return the columns of the new table, their domains as far as known without its rows
     * @throws IllegalArgumentException if two of them have the same name
     */
    public final DataTableSpec createSpec() {
        return new DataTableSpec(m_sources.stream().map(Source::column).toArray(DataColumnSpec[]::new));
    }
}

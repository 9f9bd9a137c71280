package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that holds its cells. */
public class DefaultRow implements DataRow {

    private final RowKey m_key;

    private final DataCell[] m_cells;

    /**
     * @param key name of the row
     * @param cells its cells, copied
     * @throws NullPointerException if the key or a cell is null; the message names the cell's position from 0
     */
    public DefaultRow(final RowKey key, final DataCell... cells) {
        if (key == null) {
            throw new NullPointerException("RowKey must not be null.");
        }
        m_key = key;
        m_cells = cells.clone();
        for (int i = 0; i < m_cells.length; i++) {
            if (m_cells[i] == null) {
                throw new NullPointerException("Cell at index " + i + " is null!");
            }
        }
    }

    public DefaultRow(final String key, final DataCell... cells) {
        this(new RowKey(key), cells);
    }

    public DefaultRow(final RowKey key, final List<DataCell> cells) {
        this(key, cells.toArray(new DataCell[0]));
    }

    public DefaultRow(final String key, final List<DataCell> cells) {
        this(new RowKey(key), cells);
    }

    public DefaultRow(final RowKey key, final double... values) {
        this(key, Arrays.stream(values).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    public DefaultRow(final String key, final double... values) {
        this(new RowKey(key), values);
    }

    @Override
    public final int getNumCells() {
        return m_cells.length;
    }

    @Override
    public final RowKey getKey() {
        return m_key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return m_cells[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return Arrays.asList(m_cells).iterator();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DefaultRow && m_key.equals(((DefaultRow)other).m_key)
            && Arrays.equals(m_cells, ((DefaultRow)other).m_cells);
    }

    @Override
    public int hashCode() {
        return m_key.hashCode() ^ Arrays.hashCode(m_cells);
    }

    @Override
    public String toString() {
        return m_key + ": "
            + Arrays.stream(m_cells).map(DataCell::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}

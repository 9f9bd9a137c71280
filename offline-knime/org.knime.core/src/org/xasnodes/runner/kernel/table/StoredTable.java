package org.xasnodes.runner.kernel.table;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;

/**
 * A finished table in memory: row keys, and columns that point into blocks of cells. A table made from another one
 * shares its keys and the columns it keeps.
 */
public final class StoredTable {

    /** Where a column lies. */
    record Column(CellBlock block, int index) {
    }

    private final DataTableSpec m_spec;

    private final RowKeys m_keys;

    private final Column[] m_columns;

    StoredTable(final DataTableSpec spec, final RowKeys keys, final Column[] columns) {
        m_spec = spec;
        m_keys = keys;
        m_columns = columns;
    }

    public DataTableSpec spec() {
        return m_spec;
    }

    public long size() {
        return m_keys.size();
    }

    RowKeys keys() {
        return m_keys;
    }

    Column column(final int index) {
        return m_columns[index];
    }

    /**
     * @param spec as many columns, of types that can hold these cells
     * @return the same rows under another spec
     */
    public StoredTable withSpec(final DataTableSpec spec) {
        if (spec.getNumColumns() != m_columns.length) {
            throw new IllegalArgumentException("The table has " + m_columns.length + " columns, but the new spec has "
                + spec.getNumColumns() + ".");
        }
        return new StoredTable(spec, m_keys, m_columns);
    }

    DataRow row(final long index) {
        return new Row(index);
    }

    public CloseableRowIterator iterator() {
        return new CloseableRowIterator() {
            private long m_next;

            private boolean m_closed;

            @Override
            public boolean hasNext() {
                return !m_closed && m_next < size();
            }

            @Override
            public DataRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return row(m_next++);
            }

            @Override
            public void close() {
                m_closed = true;
            }
        };
    }

    /** A view of one row: the cells are made when they are asked for. */
    private final class Row implements DataRow {
        private final long m_index;

        Row(final long index) {
            m_index = index;
        }

        @Override
        public int getNumCells() {
            return m_columns.length;
        }

        @Override
        public RowKey getKey() {
            return m_keys.get(m_index);
        }

        @Override
        public DataCell getCell(final int index) {
            final Column column = m_columns[index];
            return column.block().get(m_index, column.index());
        }

        @Override
        public Iterator<DataCell> iterator() {
            return IntStream.range(0, m_columns.length).mapToObj(this::getCell).iterator();
        }

        @Override
        public String toString() {
            return getKey() + ": " + stream().toList();
        }
    }
}

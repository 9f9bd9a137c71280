package org.xasnodes.runner.kernel.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.data.def.DoubleCell;
import org.xasnodes.runner.kernel.CellCodec;

/** Writes rows into a block: checks the cells against the columns and collects the domains. */
final class CellChecks {

    private final DataType[] m_types;

    private final CellBlock m_block;

    CellChecks(final DataTableSpec columns, final CellBlock block) {
        m_types = columns.stream().map(c -> c.getType()).toArray(DataType[]::new);
        m_block = block;
    }

    DataContainerException wrongCount(final DataRow row) {
        return fault("Cell count in row \"" + row.getKey() + "\" is not equal to length of column names array: "
            + row.getNumCells() + " vs. " + m_types.length);
    }

    /**
     * @param row where to write
     * @param key key of that row, for messages
     * @param column which column
     * @param cell the cell, not null
     * @param domains of all columns, filled
     * @throws DataContainerException if the column cannot hold such a cell
     */
    void write(final long row, final RowKey key, final int column, final DataCell cell,
        final DomainCollector[] domains) {
        if (cell.getClass() == DoubleCell.class && m_block.isDouble(column)) {
            final double value = ((DoubleCell)cell).getDoubleValue();
            m_block.setDouble(row, column, value);
            domains[column].addDouble(value);
            return;
        }
        final DataType type = m_types[column];
        if (!type.isASuperTypeOf(cell.getType())) {
            throw fault("Runtime class of object \"" + cell + "\" (index " + column + ") in row \"" + key + "\" is "
                + cell.getType() + " and does not comply with its supposed superclass " + type);
        }
        final DataCell kept = CellCodec.isAlwaysOn() ? CellCodec.copy(cell) : cell;
        m_block.set(row, column, kept);
        domains[column].add(kept);
    }

    private static DataContainerException fault(final String message) {
        return new DataContainerException(message, new IllegalArgumentException(message));
    }
}

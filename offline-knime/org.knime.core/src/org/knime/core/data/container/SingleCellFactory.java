package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** Makes the cells of one new column. */
public abstract class SingleCellFactory extends AbstractCellFactory {

    public SingleCellFactory(final DataColumnSpec column) {
        super(column);
    }

    public SingleCellFactory(final boolean concurrent, final DataColumnSpec column) {
        super(concurrent, column);
    }

    public SingleCellFactory(final boolean concurrent, final int workers, final int queue,
        final DataColumnSpec column) {
        super(concurrent, workers, queue, column);
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long rowIndex) {
        return new DataCell[]{getCell(row, rowIndex)};
    }

    public DataCell getCell(final DataRow row) {
        throw new UnsupportedOperationException("A SingleCellFactory must override one of the getCell methods.");
    }

    public DataCell getCell(final DataRow row, final long rowIndex) {
        return getCell(row);
    }
}

package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Makes the cells of new columns, row by row; it sees the whole input row. */
public interface CellFactory {

    DataColumnSpec[] getColumnSpecs();

    default DataCell[] getCells(final DataRow row) {
        throw new UnsupportedOperationException("A CellFactory must override one of the getCells methods.");
    }

    default DataCell[] getCells(final DataRow row, final long rowIndex) {
        return getCells(row);
    }

    void setProgress(int row, int rows, RowKey lastKey, ExecutionMonitor exec);

    default void setProgress(final long row, final long rows, final RowKey lastKey, final ExecutionMonitor exec) {
        setProgress(Math.toIntExact(row), Math.toIntExact(rows), lastKey, exec);
    }
}

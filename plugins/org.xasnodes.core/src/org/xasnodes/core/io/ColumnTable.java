package org.xasnodes.core.io;

import java.util.List;

/** A table of numbers with all that is known of its columns. */
final class ColumnTable {

    private final NumberTable m_numbers;

    private final ColumnHeader m_header;

    private final List<ColumnRole> m_roles;

    private final double[][] m_columns;

    private final ColumnShape[] m_shapes;

    ColumnTable(final NumberTable numbers, final ColumnHeader header) {
        m_numbers = numbers;
        m_header = header;
        m_roles = ColumnRole.of(header.names().labels());
        m_columns = new double[numbers.columns()][];
        m_shapes = new ColumnShape[numbers.columns()];
    }

    NumberTable numbers() {
        return m_numbers;
    }

    ColumnHeader header() {
        return m_header;
    }

    ColumnNames names() {
        return m_header.names();
    }

    int columns() {
        return m_columns.length;
    }

    int rows() {
        return m_numbers.rows();
    }

    ColumnRole role(final int column) {
        return column < m_roles.size() ? m_roles.get(column) : ColumnRole.OTHER;
    }

    /** @return the first usable column of the role, -1 if there is none */
    int first(final ColumnRole role) {
        for (int i = 0; i < columns(); i++) {
            if (role(i) == role && shape(i).isUsable()) {
                return i;
            }
        }
        return -1;
    }

    /** @return the numbers of a column; not to be changed */
    double[] column(final int column) {
        if (m_columns[column] == null) {
            m_columns[column] = m_numbers.column(column);
        }
        return m_columns[column];
    }

    ColumnShape shape(final int column) {
        if (m_shapes[column] == null) {
            m_shapes[column] = ColumnShape.of(column(column));
        }
        return m_shapes[column];
    }
}

package org.knime.core.data.container;

import java.util.Objects;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.xasnodes.runner.kernel.table.ContainerAccess;
import org.xasnodes.runner.kernel.table.StoredTable;
import org.xasnodes.runner.kernel.table.TableWriter;

/** Takes the rows of a new table, until it is closed. */
public class DataContainer implements RowAppender {

    static {
        ContainerAccess.install(new Access());
    }

    private TableWriter m_writer;

    private final DataTableSpec m_spec;

    private long m_size;

    private StoredTable m_table;

    public DataContainer(final DataTableSpec spec) {
        this(spec, false);
    }

    /**
     * @param spec columns of the table
     * @param initDomain whether the domains in the spec are where the new ones start
     */
    public DataContainer(final DataTableSpec spec, final boolean initDomain) {
        m_spec = Objects.requireNonNull(spec, "The spec must not be null.");
        m_writer = new TableWriter(spec, initDomain);
    }

    @Override
    public void addRowToTable(final DataRow row) {
        if (m_writer == null) {
            throw new IllegalStateException("Cannot add row: container has not been initialized (opened).");
        }
        if (row == null) {
            throw new NullPointerException("Can't add null rows to container");
        }
        m_writer.add(row);
        m_size++;
    }

    /** Finishes the table; closing again does nothing. What was wrong with a row shows here at the latest. */
    public void close() {
        if (m_writer != null) {
            final TableWriter writer = m_writer;
            m_writer = null;
            m_table = writer.close();
        }
    }

    public boolean isOpen() {
        return m_writer != null;
    }

    public boolean isClosed() {
        return !isOpen();
    }

    public long size() {
        return m_size;
    }

    public DataTableSpec getTableSpec() {
        return m_table == null ? m_spec : m_table.spec();
    }

    /** @return the finished table, null before it is closed or if a row was bad */
    StoredTable stored() {
        return m_table;
    }
}

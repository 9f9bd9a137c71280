package org.knime.core.node;

import javax.swing.JComponent;

import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.xasnodes.runner.kernel.table.StoredTable;

/** A table at a port; an execution context makes it. */
public final class BufferedDataTable implements DataTable, PortObject {

    /** The type of a port for tables. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    private final StoredTable m_stored;

    BufferedDataTable(final StoredTable stored) {
        m_stored = stored;
    }

    StoredTable stored() {
        return m_stored;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_stored.spec();
    }

    @Override
    public DataTableSpec getSpec() {
        return m_stored.spec();
    }

    public long size() {
        return m_stored.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        return m_stored.iterator();
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + getSpec().getNumColumns();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}

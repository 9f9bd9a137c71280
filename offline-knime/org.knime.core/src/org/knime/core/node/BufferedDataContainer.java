package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.xasnodes.runner.kernel.table.ContainerAccess;
import org.xasnodes.runner.kernel.table.StoredTable;

/** Takes the rows of a node's table; an execution context makes it. */
public class BufferedDataContainer extends DataContainer {

    BufferedDataContainer(final DataTableSpec spec, final boolean initDomain) {
        super(spec, initDomain);
    }

    /**
     * @return the table
     * @throws NullPointerException before the container is closed, or if a row was bad
     */
    public BufferedDataTable getTable() {
        final StoredTable stored = ContainerAccess.get().stored(this);
        if (stored == null) {
            throw new NullPointerException("There is no table: the container was not closed, or a row was bad.");
        }
        return new BufferedDataTable(stored);
    }
}

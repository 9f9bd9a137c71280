package org.knime.core.node;

import org.xasnodes.runner.kernel.Execution;
import org.xasnodes.runner.kernel.table.StoredTable;

/** Opens what this package keeps to itself to the kernel. */
final class ExecutionAccess extends Execution.Access {

    @Override
    protected ExecutionContext context(final Execution execution) {
        return new ExecutionContext(execution);
    }

    @Override
    protected StoredTable stored(final BufferedDataTable table) {
        return table.stored();
    }

    @Override
    protected BufferedDataTable table(final StoredTable stored) {
        return new BufferedDataTable(stored);
    }
}

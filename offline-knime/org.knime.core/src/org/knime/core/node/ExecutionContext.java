package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.xasnodes.runner.kernel.Execution;
import org.xasnodes.runner.kernel.table.ContainerAccess;
import org.xasnodes.runner.kernel.table.RearrangedTable;

/** A monitor that also makes tables. */
public class ExecutionContext extends ExecutionMonitor {

    ExecutionContext(final Execution execution) {
        super(execution);
    }

    private ExecutionContext(final ExecutionContext parent, final double share, final boolean silent) {
        super(parent, share, silent, true);
    }

    public ExecutionContext createSubExecutionContext(final double share) {
        return new ExecutionContext(this, share, false);
    }

    public ExecutionContext createSilentSubExecutionContext(final double share) {
        return new ExecutionContext(this, share, true);
    }

    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, true);
    }

    /**
     * @param spec columns of the new table
     * @param initDomain whether the domains in the spec are where the new ones start
     * @return takes the rows
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return new BufferedDataContainer(spec, initDomain);
    }

    /**
     * Makes a table out of another one, now; columns that are kept are shared.
     *
     * @param input the table
     * @param rearranger the columns of the new one
     * @param progress for progress and cancel
     * @return the new table
     * @throws CanceledExecutionException if the user canceled
     */
    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable input,
        final ColumnRearranger rearranger, final ExecutionMonitor progress) throws CanceledExecutionException {
        return new BufferedDataTable(
            RearrangedTable.create(input.stored(), ContainerAccess.get().columns(rearranger), progress));
    }

    /**
     * @param input a table
     * @param spec as many columns, of types that can hold its cells
     * @return the same rows under another spec
     */
    public BufferedDataTable createSpecReplacerTable(final BufferedDataTable input, final DataTableSpec spec) {
        return new BufferedDataTable(input.stored().withSpec(spec));
    }
}

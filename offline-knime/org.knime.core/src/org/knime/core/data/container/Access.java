package org.knime.core.data.container;

import java.util.List;

import org.xasnodes.runner.kernel.table.ContainerAccess;
import org.xasnodes.runner.kernel.table.StoredTable;

/** Opens what this package keeps to itself to the table store. */
final class Access extends ContainerAccess {

    @Override
    public StoredTable stored(final DataContainer container) {
        return container.stored();
    }

    @Override
    public List<Source> columns(final ColumnRearranger rearranger) {
        return rearranger.sources();
    }
}

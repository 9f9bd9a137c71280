package org.xasnodes.runner.kernel.table;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainer;

/** Opens what the package of the containers keeps to itself. */
public abstract class ContainerAccess {

    /** One column of a rearranged table: column <code>index</code> of the input, or of a factory's new columns. */
    public record Source(DataColumnSpec column, CellFactory factory, int index) {
    }

    private static ContainerAccess instance;

    protected ContainerAccess() {
    }

    public static void install(final ContainerAccess implementation) {
        instance = implementation;
    }

    public static ContainerAccess get() {
        return instance;
    }

    /**
     * @param container a container
     * @return its finished table, null before it is closed or if a row was bad
     */
    public abstract StoredTable stored(DataContainer container);

    public abstract List<Source> columns(ColumnRearranger rearranger);
}

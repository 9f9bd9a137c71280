package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.Recorded;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.runner.kernel.Execution;

/** Fills a container and prints what happens, as the recording program did. */
final class TableScript {

    static final DataTableSpec STRING_DOUBLE =
        new DataTableSpec("named", new String[]{"s", "d"}, new DataType[]{StringCell.TYPE, DoubleCell.TYPE});

    /** Fills a container. */
    @FunctionalInterface
    interface Filler {
        void fill(BufferedDataContainer container, StringBuilder log) throws Exception;
    }

    private TableScript() {
    }

    static ExecutionContext exec() {
        return new Execution((progress, message) -> { }).context();
    }

    static DataRow row(final String key, final DataCell... cells) {
        return new DefaultRow(key, cells);
    }

    static DataTableSpec columns(final String name, final DataType type) {
        return new DataTableSpec(new String[]{name}, new DataType[]{type});
    }

    static DataColumnSpec column(final String name, final DataType type) {
        return column(name, type, null);
    }

    static DataColumnSpec column(final String name, final DataType type, final DataColumnDomain domain) {
        final DataColumnSpecCreator result = new DataColumnSpecCreator(name, type);
        result.setDomain(domain);
        return result.createSpec();
    }

    static String run(final DataTableSpec spec, final boolean initDomain, final Filler filler) {
        final StringBuilder log = new StringBuilder();
        final BufferedDataContainer container = exec().createDataContainer(spec, initDomain);
        final String filled = Recorded.attempt(() -> {
            filler.fill(container, log);
            return null;
        });
        return "fill: " + log + filled + "\nclose: " + Recorded.attempt(() -> {
            container.close();
            return null;
        }) + "\ngetTable: " + Recorded.attempt(() -> "\n" + Recorded.print(container.getTable())) + "\n";
    }

    static String run(final DataTableSpec spec, final Filler filler) {
        return run(spec, true, filler);
    }
}

package org.xasnodes.runner.execution;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Small nodes whose behaviour a test chooses, by the name of their factory. */
final class TestNodes implements NodeFactories {

    static final DataTableSpec X = new DataTableSpec(new String[]{"x"}, new DataType[]{DoubleCell.TYPE});

    static final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> SAME_SPEC =
        (in, out) -> out.setOutSpecs(in.getInTableSpec(0));

    static final ExecuteConsumer SAME_TABLE = (in, out) -> out.setOutData(in.getInTable(0));

    private final Map<String, DefaultNode> m_nodes = new HashMap<>();

    /** A factory needs a public class for its icon and description. */
    static final class Factory extends DefaultNodeFactory {
        Factory(final DefaultNode node) {
            super(node);
        }
    }

    @Override
    public Optional<DefaultNodeFactory> find(final String className) {
        return Optional.ofNullable(m_nodes.get(className)).map(Factory::new);
    }

    TestNodes add(final String factory, final DefaultNode node) {
        m_nodes.put(factory, node);
        return this;
    }

    /** A node that makes a table of one row. */
    TestNodes source(final String factory) {
        return add(factory, DefaultNode.create().name("Source").icon("icon.png").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 9, 0).ports(p -> p.addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().configure((in, out) -> out.setOutSpecs(X))
                .execute((in, out) -> out.setOutData(table(in.getExecutionContext(), X, new DoubleCell(1))))));
    }

    /** A node with one table in and one out. */
    TestNodes oneToOne(final String factory,
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        final ExecuteConsumer execute) {
        return add(factory, DefaultNode.create().name("One").icon("icon.png").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 9, 0)
            .ports(p -> p.addInputTable("In", "i").addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().configure(configure).execute(execute)));
    }

    /** A table of one row <code>a</code>, or of none without cells. */
    static BufferedDataTable table(final ExecutionContext exec, final DataTableSpec spec, final DataCell... cells) {
        final BufferedDataContainer container = exec.createDataContainer(spec);
        if (cells.length > 0) {
            container.addRowToTable(new DefaultRow("a", cells));
        }
        container.close();
        return container.getTable();
    }
}

package org.xasnodes.runner.ui;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Nodes like those of which KNIME's behaviour was recorded: a table in, the same table out. */
final class TraceNodes {

    private TraceNodes() {
    }

    static final class Factory extends DefaultNodeFactory {

        Factory(final DefaultNode node) {
            super(node);
        }
    }

    static NodeHandle withParameters(final Class<? extends NodeParameters> parameters) {
        return NodeHandle.create(new Factory(node(parameters)));
    }

    static DefaultNode node(final Class<? extends NodeParameters> parameters) {
        return DefaultNode.create().name("Trace").icon("icon.png").shortDescription("Short.").fullDescription("Full.")
            .sinceVersion(5, 9, 0).ports(p -> p.addInputTable("In", "In.").addOutputTable("Out", "Out."))
            .model(m -> m.parametersClass(parameters).configure((i, o) -> o.setOutSpecs(i.getInTableSpec(0)))
                .execute((i, o) -> o.setOutData(i.getInTable(0))))
            .nodeType(NodeType.Manipulator);
    }

    static DefaultNode withOptionalPort(
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
        return DefaultNode.create().name("Trace Optional").icon("icon.png").shortDescription("s").fullDescription("s")
            .sinceVersion(5, 9, 0)
            .dynamicPorts(p -> p
                .addInputPortGroup("Data", g -> g.name("Data").description("d").fixed(BufferedDataTable.TYPE))
                .addInputPortGroup("Extra",
                    g -> g.name("Extra").description("d").optional().supportedTypes(BufferedDataTable.TYPE))
                .addOutputPortGroup("Out", g -> g.name("Out").description("d").fixed(BufferedDataTable.TYPE)))
            .model(m -> m.withoutParameters().configure(configure).execute((i, o) -> o.setOutData(i.getInTable(0))));
    }
}

package org.xasnodes.runner.ui;

import java.util.List;
import java.util.function.Function;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/**
 * All that a node author said about a node.
 *
 * @param name for the user
 * @param icon a path relative to the class of the factory
 * @param shortDescription an XML fragment
 * @param fullDescription an XML fragment
 * @param ports inputs and outputs
 * @param parametersClass {@code null} for a node without parameters
 * @param configure what the node promises before it runs
 * @param execute what it computes
 * @param view {@code null} for a node without view
 * @param nodeType {@code null} if it follows from the ports
 * @param keywords further words under which the node is found
 * @param links further reading
 */
public record NodeDefinition(String name, String icon, String shortDescription, String fullDescription,
    List<PortGroup> ports, Class<? extends NodeParameters> parametersClass,
    ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure, ExecuteConsumer execute,
    ViewDefinition view, NodeType nodeType, List<String> keywords, List<Link> links) {

    private static Function<DefaultNodeFactory, NodeDefinition> s_reader; // set before a factory can exist

    /**
     * Further reading.
     *
     * @param href an address
     * @param description an XML fragment
     */
    public record Link(String href, String description) {
    }

    /**
     * Called once by the class {@link DefaultNodeFactory}, whose public members are KNIME's and so cannot give this.
     *
     * @param reader reads the definition of a factory
     */
    public static void readWith(final Function<DefaultNodeFactory, NodeDefinition> reader) {
        s_reader = reader;
    }

    /**
     * @param factory of a node
     * @return what its author said
     */
    public static NodeDefinition of(final DefaultNodeFactory factory) {
        return s_reader.apply(factory);
    }

    /** @return the given type of the node, else the one that follows from its ports */
    public NodeType resolvedType() {
        if (nodeType != null) {
            return nodeType;
        }
        if (ports.stream().noneMatch(PortGroup::input)) {
            return NodeType.Source;
        }
        return ports.stream().allMatch(PortGroup::input) ? NodeType.Sink : NodeType.Manipulator;
    }
}

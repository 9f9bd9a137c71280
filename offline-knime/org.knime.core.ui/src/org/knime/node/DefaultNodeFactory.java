package org.knime.node;

import java.net.URL;

import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeModel;
import org.w3c.dom.Element;
import org.xasnodes.runner.ui.NodeDefinition;
import org.xasnodes.runner.ui.NodeDescriptionXml;

/** The class that a plug-in registers for a node; it has a constructor without arguments. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel> {

    static {
        NodeDefinition.readWith(factory -> factory.m_definition);
    }

    private final NodeDefinition m_definition;

    private final Element m_description;

    /**
     * @param node the node
     * @throws IllegalStateException if one of its descriptions is not an XML fragment
     */
    protected DefaultNodeFactory(final DefaultNode node) {
        m_definition = node.definition();
        m_description = NodeDescriptionXml.create(m_definition);
    }

    /** @return the description of the node */
    public final Element getXMLDescription() {
        return m_description;
    }

    /** @return the type of the node */
    @Override
    public final NodeType getType() {
        return m_definition.resolvedType();
    }

    /** @return the icon, {@code null} if there is none */
    @Override
    public final URL getIcon() {
        return getClass().getResource(m_definition.icon());
    }

    /** @return whether the node has parameters */
    public boolean hasNodeDialog() {
        return m_definition.parametersClass() != null;
    }
}

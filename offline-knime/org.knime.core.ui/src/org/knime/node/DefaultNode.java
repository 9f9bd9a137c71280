package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;
import org.xasnodes.runner.ui.NodeDefinition;
import org.xasnodes.runner.ui.PortGroup;

/** Describes a node, step by step: {@code DefaultNode.create().name("...")...model(...)}. */
public final class DefaultNode implements FluentNodeAPI {

    private final String m_name;

    private final String m_icon;

    private final String m_shortDescription;

    private final String m_fullDescription;

    private final List<PortGroup> m_ports;

    private final DefaultModel.Functions m_model;

    private final List<NodeDefinition.Link> m_links = new ArrayList<>();

    private final List<String> m_keywords = new ArrayList<>();

    private NodeType m_nodeType;

    private DefaultView m_view;

    private DefaultNode(final String name, final String icon, final String shortDescription,
        final String fullDescription, final List<PortGroup> ports, final DefaultModel model) {
        m_name = name;
        m_icon = icon;
        m_shortDescription = shortDescription;
        m_fullDescription = fullDescription;
        m_ports = ports;
        m_model = model.functions();
    }

    /** @return the first step */
    public static RequireName create() {
        return name -> icon -> shortText -> fullText -> (major, minor, revision) -> ports -> model -> new DefaultNode(
            name, icon, shortText, fullText, PortGroups.of(ports), model.apply(DefaultModel.create()));
    }

    NodeDefinition definition() {
        return new NodeDefinition(m_name, m_icon, m_shortDescription, m_fullDescription, m_ports,
            m_model.m_parametersClass, m_model.m_configure, m_model.m_execute,
            m_view == null ? null : m_view.definition(), m_nodeType, m_keywords, m_links);
    }

    /**
     * @param view what the node shows of its result
     * @return this
     */
    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> view) {
        if (m_view != null) {
            throw new UnsupportedOperationException("The node " + m_name + " has a view; KNIME knows one only.");
        }
        m_view = view.apply(DefaultView.create());
        return this;
    }

    /**
     * @param nodeType how KNIME colours the node; by default it follows from the ports
     * @return this
     */
    public DefaultNode nodeType(final NodeType nodeType) {
        if (m_nodeType != null) {
            throw new IllegalStateException("The type of the node " + m_name + " is already set.");
        }
        m_nodeType = nodeType;
        return this;
    }

    /**
     * @param keywords further words under which the node is found
     * @return this
     */
    public DefaultNode keywords(final String... keywords) {
        if (!m_keywords.isEmpty()) {
            throw new IllegalStateException("The keywords of the node " + m_name + " are already set.");
        }
        for (final String keyword : keywords) {
            if (keyword == null) {
                throw new IllegalArgumentException("A keyword of the node " + m_name + " is null.");
            }
            m_keywords.add(keyword);
        }
        return this;
    }

    /**
     * @param href an address
     * @param description what is found there; an XML fragment
     * @return this
     */
    public DefaultNode addExternalResource(final String href, final String description) {
        if (href == null || description == null) {
            throw new IllegalArgumentException("A link of the node " + m_name + " has no address or no description.");
        }
        m_links.add(new NodeDefinition.Link(href, description));
        return this;
    }

    /** Step: the name of the node. */
    public interface RequireName {

        /**
         * @param name for the user
         * @return the next step
         */
        RequireIcon name(String name);
    }

    /** Step: the icon of the node. */
    public interface RequireIcon {

        /**
         * @param icon a path relative to the class of the factory
         * @return the next step
         */
        RequireShortDescription icon(String icon);
    }

    /** Step: the short description of the node. */
    public interface RequireShortDescription {

        /**
         * @param shortDescription one sentence; an XML fragment
         * @return the next step
         */
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** Step: the description of the node. */
    public interface RequireFullDescription {

        /**
         * @param fullDescription what the node does; an XML fragment
         * @return the next step
         */
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** Step: since when the node exists. */
    public interface RequireSinceVersion {

        /**
         * @param major first part of KNIME's version
         * @param minor second part
         * @param revision third part
         * @return the next step
         */
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** Step: what the node does. */
    public interface RequireModel {

        /**
         * @param model parameters, {@code configure} and {@code execute}
         * @return the node
         */
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}

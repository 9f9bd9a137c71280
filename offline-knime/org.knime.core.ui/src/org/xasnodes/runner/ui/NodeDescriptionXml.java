package org.xasnodes.runner.ui;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Writes the description of a node as the XML document that KNIME shows. */
public final class NodeDescriptionXml {

    private final Document m_document;

    private NodeDescriptionXml(final Document document) {
        m_document = document;
    }

    /**
     * @param node a node
     * @return the element {@code knimeNode}; options are in the order of the fields
     * @throws IllegalStateException if a description is not an XML fragment, such as one with a bare ampersand
     */
    public static Element create(final NodeDefinition node) {
        final Document document = builder().newDocument();
        final Element root = new NodeDescriptionXml(document).root(node);
        document.appendChild(root);
        return root;
    }

    private static DocumentBuilder builder() {
        try {
            final DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null); // errors are thrown, not printed
            return builder;
        } catch (final ParserConfigurationException ex) {
            throw new IllegalStateException("There is no XML parser.", ex);
        }
    }

    private Element root(final NodeDefinition node) {
        final Element root = m_document.createElement("knimeNode");
        root.setAttribute("icon", node.icon());
        root.setAttribute("type", node.resolvedType().toString());
        text(root, "name", node.name());
        fragment(root, "shortDescription", node.shortDescription());
        final Element full = child(root, "fullDescription");
        fragment(full, "intro", node.fullDescription());
        if (node.parametersClass() != null) {
            final Element tab = child(full, "tab");
            tab.setAttribute("name", "Options");
            WidgetOptions.of(FieldType.of(node.parametersClass()))
                .forEach(option -> fragment(tab, "option", option.description()).setAttribute("name", option.title()));
        }
        node.links().forEach(
            link -> fragment(full, "link", link.description()).setAttribute("href", link.href()));
        ports(root, node);
        if (node.view() != null) {
            final Element view = fragment(child(root, "views"), "view", node.view().description());
            view.setAttribute("index", "0");
            view.setAttribute("name", node.name());
        }
        if (!node.keywords().isEmpty()) {
            final Element keywords = child(root, "keywords");
            node.keywords().forEach(keyword -> text(keywords, "keyword", keyword));
        }
        return root;
    }

    /** On each side ports that are always there come first; an optional one says ahead of which of them it is put. */
    private void ports(final Element root, final NodeDefinition node) {
        final Element ports = child(root, "ports");
        for (final boolean input : new boolean[]{true, false}) {
            final List<PortGroup> side = node.ports().stream().filter(group -> group.input() == input).toList();
            final List<Element> optional = new ArrayList<>();
            int index = 0;
            for (final PortGroup group : side) {
                final Element port = m_document.createElement((group.optional() ? "dyn" : "")
                    + (input ? group.optional() ? "InPort" : "inPort" : group.optional() ? "OutPort" : "outPort"));
                port.setAttribute("name", group.name());
                port.appendChild(parse(group.description()));
                if (group.optional()) {
                    port.setAttribute("insert-before", Integer.toString(index));
                    port.setAttribute("group-identifier", group.id());
                    port.setAttribute("configurable-via-menu", "false");
                    optional.add(port);
                } else {
                    port.setAttribute("index", Integer.toString(index++));
                    ports.appendChild(port);
                }
            }
            optional.forEach(ports::appendChild);
        }
    }

    private Element child(final Element parent, final String name) {
        final Element child = m_document.createElement(name);
        parent.appendChild(child);
        return child;
    }

    private void text(final Element parent, final String name, final String text) {
        child(parent, name).setTextContent(text);
    }

    private Element fragment(final Element parent, final String name, final String xml) {
        final Element child = child(parent, name);
        child.appendChild(parse(xml));
        return child;
    }

    private DocumentFragment parse(final String xml) {
        final Document parsed;
        try {
            parsed = builder().parse(new InputSource(new StringReader("<fragment>" + xml + "</fragment>")));
        } catch (final SAXException | IOException ex) {
            throw new IllegalStateException(
                "The description \"" + xml + "\" is not an XML fragment: " + ex.getMessage(), ex);
        }
        final DocumentFragment fragment = m_document.createDocumentFragment();
        for (Node node = parsed.getDocumentElement().getFirstChild(); node != null; node = node.getNextSibling()) {
            fragment.appendChild(m_document.importNode(node, true));
        }
        return fragment;
    }
}

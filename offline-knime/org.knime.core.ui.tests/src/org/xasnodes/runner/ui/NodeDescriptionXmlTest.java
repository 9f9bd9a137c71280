package org.xasnodes.runner.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The description of a node holds all that its author said, as XML. */
final class NodeDescriptionXmlTest {

    private static final Element NODE = new TraceNodes.Factory(TraceNodes.node(AllParameters.class)
        .keywords("wave", "line").addExternalResource("https://doi.org/x", "A <i>paper</i>")).getXMLDescription();

    @Test
    void namesTextsTypeAndKeywordsAreThere() {
        assertEquals("knimeNode", NODE.getNodeName());
        assertEquals("icon.png", NODE.getAttribute("icon"));
        assertEquals("Manipulator", NODE.getAttribute("type"));
        assertEquals("Trace", first("name").getTextContent());
        assertEquals("Short.", first("shortDescription").getTextContent());
        assertEquals("Full.", first("intro").getTextContent());
        assertEquals("https://doi.org/x", first("link").getAttribute("href"));
        assertEquals("A paper", first("link").getTextContent());
        assertEquals(2, NODE.getElementsByTagName("keyword").getLength());
    }

    @Test
    void everyParameterWithAWidgetIsAnOptionAlsoWithinAGroup() {
        final List<String> names = new ArrayList<>();
        final NodeList options = NODE.getElementsByTagName("option");
        for (int i = 0; i < options.getLength(); i++) {
            names.add(((Element)options.item(i)).getAttribute("name"));
        }
        assertEquals(List.of("Boolean", "Enum", "G1", "G2", "Elements", "Mode", "Source", "Include Subfolders",
            "Hidden", "Ext"), names);
    }

    @Test
    void choicesAndElementsOfAnArrayAreExplainedInTheirOption() {
        final NodeList options = NODE.getElementsByTagName("option");
        assertEquals("The shape.\n\nSine wave: up and down\nStraight line\n", options.item(1).getTextContent());
        assertEquals("Some.\n\nE1: e1\nE2: e2\n", options.item(4).getTextContent());
    }

    @Test
    void anOptionalPortSaysWhereItIsPut() {
        final Element node = new TraceNodes.Factory(TraceNodes.withOptionalPort((i, o) -> { })).getXMLDescription();
        final Map<String, String> ports = new TreeMap<>();
        final NodeList children = node.getElementsByTagName("ports").item(0).getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            final Element port = (Element)children.item(i);
            ports.put(port.getAttribute("name"),
                port.getNodeName() + port.getAttribute("index") + port.getAttribute("insert-before"));
        }
        assertEquals(Map.of("Data", "inPort0", "Extra", "dynInPort1", "Out", "outPort0"), ports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grid & range", "a < b", "<p>open"})
    void aDescriptionThatIsNotXmlIsRefusedWhenTheFactoryIsMade(final String text) {
        final DefaultNode node = DefaultNode.create().name("Plain & simple").icon("i").shortDescription("s")
            .fullDescription(text).sinceVersion(5, 9, 0).ports(p -> p.addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().configure((i, o) -> { }).execute((i, o) -> { }));
        final IllegalStateException refused =
            assertThrows(IllegalStateException.class, () -> new TraceNodes.Factory(node));
        assertTrue(refused.getMessage().contains(text), refused.getMessage());
    }

    static final class BareAmpersand implements NodeParameters {

        @Widget(title = "Title & more", description = "this & that")
        int m_a;
    }

    @Test
    void aDescriptionOfAParameterThatIsNotXmlIsRefused() {
        final DefaultNode node = TraceNodes.node(BareAmpersand.class);
        assertThrows(IllegalStateException.class, () -> new TraceNodes.Factory(node));
    }

    @Test
    void withoutATypeTheNodeHasThatOfItsPorts() {
        final DefaultNode source = DefaultNode.create().name("n").icon("i").shortDescription("s").fullDescription("f")
            .sinceVersion(5, 9, 0).ports(p -> p.addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().configure((i, o) -> { }).execute((i, o) -> { }));
        assertEquals(NodeType.Source, new TraceNodes.Factory(source).getType());
    }

    private static Element first(final String name) {
        return (Element)NODE.getElementsByTagName(name).item(0);
    }
}

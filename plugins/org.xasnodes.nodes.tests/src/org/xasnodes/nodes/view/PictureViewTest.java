package org.xasnodes.nodes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.DefaultView.ViewInput;
import org.xasnodes.nodes.view.Pictures.Picture;
import org.xasnodes.runner.kernel.Execution;
import org.xasnodes.runner.ui.NodeHandle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What our nodes show, and the page that shows it. */
final class PictureViewTest {

    /** Makes the node of a test. */
    static final class Factory extends DefaultNodeFactory {
        Factory(final DefaultNode node) {
            super(node);
        }
    }

    private static NodeHandle nodeShowing(final Function<ViewInput, Pictures> pictures) {
        return NodeHandle.create(new Factory(DefaultNode.create().name("Shower").icon("i.png").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 9, 0).ports(p -> p.addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().configure((in, out) -> { }).execute((in, out) -> { }))
            .addView(v -> PictureView.of(v, "Shows <i>pictures</i>.", pictures))));
    }

    private static PortObject[] kept(final String text) {
        final var rows = new Execution((progress, message) -> { }).context()
            .createDataContainer(new DataTableSpec(new String[]{"Text"}, new DataType[]{StringCell.TYPE}));
        rows.addRowToTable(new DefaultRow("a", new StringCell(text)));
        rows.close();
        return new PortObject[]{rows.getTable()};
    }

    private static JsonNode data(final NodeHandle node, final PortObject[] kept) throws Exception {
        return new ObjectMapper().readTree(node.initialViewData(kept).orElseThrow());
    }

    private static String page() throws Exception {
        return new String(nodeShowing(input -> Pictures.NONE).viewPage().orElseThrow().getInputStream().readAllBytes(),
            StandardCharsets.UTF_8);
    }

    @Test
    void picturesOfWhatTheNodeKeptReachThePageInTheirOrder() throws Exception {
        final var node = nodeShowing(input -> {
            try (var rows = input.getInternalTables()[0].iterator()) {
                final var text = rows.next().getCell(0).toString();
                return Pictures.of(new Picture("First: " + text, "<svg>1</svg>"),
                    new Picture("Second", "<svg>2</svg>"));
            }
        });
        final var pictures = data(node, kept("</script>\"\u00e5")).get("result").get("pictures");
        assertEquals(2, pictures.size());
        assertEquals("First: </script>\"\u00e5", pictures.get(0).get("title").asText());
        assertEquals("<svg>1</svg>", pictures.get(0).get("svg").asText());
        assertEquals("Second", pictures.get(1).get("title").asText());
    }

    @Test
    void aNodeThatKeptNothingIsNotAskedForPictures() throws Exception {
        final var node = nodeShowing(input -> {
            throw new AssertionError("asked");
        });
        assertEquals("{\"result\":{\"pictures\":[]}}", data(node, null).toString());
        assertEquals("{\"result\":{\"pictures\":[]}}", data(node, new PortObject[0]).toString());
    }

    @Test
    void theViewIsDescribed() {
        assertEquals("Shows pictures.", nodeShowing(input -> Pictures.NONE).description().getElementsByTagName("view")
            .item(0).getTextContent());
    }

    @Test
    void thePageHasAnEndingThatKnimeShowsInABrowser() {
        assertEquals("pictures.html", nodeShowing(i -> Pictures.NONE).viewPage().orElseThrow().getRelativePath());
    }

    /** Nothing of it comes from elsewhere, and no text is ever taken for HTML or a script. */
    @ParameterizedTest
    @ValueSource(strings = {"http", "//www", "<link", " src=", "@import", "url(", "fetch(", "XMLHttpRequest",
        "WebSocket", "import(", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(",
        "new Function", "onerror"})
    void thePageLoadsNothingAndTakesNoTextForCode(final String forbidden) throws Exception {
        assertFalse(page().contains(forbidden), forbidden);
    }

    @Test
    void everyElementOfThePageIsClosedAndItsOneScriptIsOurs() throws Exception {
        final var page = page();
        final var script = Pattern.compile("(?s)<script>.*?</script>");
        assertEquals(1, script.matcher(page).results().count());
        final var open = new ArrayDeque<String>();
        final var tags = Pattern.compile("<(/?)([a-z]+)[^>]*>").matcher(script.matcher(page).replaceAll(""));
        while (tags.find()) {
            if ("meta".equals(tags.group(2))) {
                continue;
            }
            if (tags.group(1).isEmpty()) {
                open.push(tags.group(2));
            } else {
                assertEquals(open.pop(), tags.group(2));
            }
        }
        assertTrue(open.isEmpty(), open.toString());
    }

    @Test
    void thePageHasOnePlaceWhereDataCanBeIncluded() throws Exception {
        assertEquals(2, page().split("<body>", -1).length);
        assertTrue(page().contains("getElementById(\"initial-data\")"));
    }
}

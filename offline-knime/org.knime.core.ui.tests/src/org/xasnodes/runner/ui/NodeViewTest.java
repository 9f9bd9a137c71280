package org.xasnodes.runner.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;
import org.w3c.dom.Element;
import org.xasnodes.runner.kernel.Execution;

/** The page of a view gets what the node kept when it was executed. */
final class NodeViewTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"i"}, new DataType[]{IntCell.TYPE});

    /** Data as a node would send them. */
    record Data(String title, List<Double> numbers, Inner inner) {
        record Inner(boolean flag, String nothing) {
        }
    }

    private static DefaultNode nodeWith(final Function<RequireViewParameters, DefaultView> view) {
        return TraceNodes.node(null).addView(view);
    }

    private static NodeHandle nodeShowing(final Function<ViewInput, ?> data) {
        return NodeHandle.create(new TraceNodes.Factory(nodeWith(v -> v.withoutParameters().description("All of it.")
            .page(p -> p.fromString(() -> "<p>\u00e5</p>").relativePath("index.html"))
            .initialData(d -> d.data(data::apply)))));
    }

    private static BufferedDataTable table(final Execution execution) {
        final BufferedDataContainer container = execution.context().createDataContainer(SPEC);
        container.close();
        return container.getTable();
    }

    @Test
    void thePageIsEncodedInUtf8AndHasItsPath() throws Exception {
        final var page = nodeShowing(input -> "").viewPage().orElseThrow();
        assertEquals("index.html", page.getRelativePath());
        assertEquals("<p>\u00e5</p>", new String(page.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void dataAreTheResultOfAJsonObject() {
        assertEquals("{\"result\":{\"title\":\"a \\\"b\\\" <c>\",\"numbers\":[1.5,2.0],"
            + "\"inner\":{\"flag\":true,\"nothing\":null}}}",
            nodeShowing(input -> new Data("a \"b\" <c>", List.of(1.5, 2.0), new Data.Inner(true, null)))
                .initialViewData(null).orElseThrow());
    }

    @Test
    void theViewSeesWhatTheNodeKept() throws Exception {
        final Execution execution = new Execution((progress, message) -> { });
        final BufferedDataTable kept = table(execution);
        final BufferedDataTable in = table(execution);
        final NodeHandle node = NodeHandle.create(new TraceNodes.Factory(DefaultNode.create().name("n").icon("i")
            .shortDescription("s").fullDescription("f").sinceVersion(5, 9, 0)
            .ports(p -> p.addInputTable("In", "i").addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpecs(i.getInTableSpec(0)))
                .execute((i, o) -> {
                    o.setOutData(i.getInTable(0));
                    o.setInternalData(kept);
                }))
            .addView(v -> v.withoutParameters().description("d")
                .page(p -> p.fromString(() -> "").relativePath("index.html")).initialData(d -> d.data(input -> {
                    assertSame(kept, input.getInternalPortObjects()[0]);
                    assertSame(kept, input.getInternalTables()[0]);
                    return input.getInternalTables()[0].getDataTableSpec().getColumnNames();
                })))));
        node.configure(new PortObjectSpec[]{SPEC});
        final NodeHandle.Executed executed = node.execute(new PortObject[]{in}, execution.context());
        assertEquals("{\"result\":[\"i\"]}", node.initialViewData(executed.internal()).orElseThrow());
    }

    @Test
    void aNodeThatWasNotExecutedHasKeptNothing() {
        assertEquals("{\"result\":true}", nodeShowing(input -> input.getInternalPortObjects() == null)
            .initialViewData(null).orElseThrow());
    }

    @Test
    void aFaultOfTheViewIsAnErrorForThePage() {
        assertEquals("{\"internalError\":{\"message\":\"no column\",\"typeName\":\"java.lang.IllegalStateException\"}}",
            nodeShowing(input -> {
                throw new IllegalStateException("no column");
            }).initialViewData(null).orElseThrow());
    }

    @Test
    void aNodeWithoutViewHasNeitherPageNorData() {
        final NodeHandle node = NodeHandle.create(new TraceNodes.Factory(TraceNodes.node(null)));
        assertTrue(node.viewPage().isEmpty());
        assertTrue(node.initialViewData(null).isEmpty());
    }

    @Test
    void aViewWithoutDataHasOnlyAPage() {
        final NodeHandle node = NodeHandle.create(new TraceNodes.Factory(nodeWith(v -> v.withoutParameters()
            .description("d").page(p -> p.fromString(() -> "x").relativePath("index.html")))));
        assertTrue(node.viewPage().isPresent());
        assertTrue(node.initialViewData(null).isEmpty());
    }

    @Test
    void theDescriptionOfTheNodeDescribesTheView() {
        final Element view = (Element)nodeShowing(input -> "").description().getElementsByTagName("view").item(0);
        assertEquals("views", view.getParentNode().getNodeName());
        assertEquals("0", view.getAttribute("index"));
        assertEquals("Trace", view.getAttribute("name"));
        assertEquals("All of it.", view.getTextContent());
    }

    @Test
    void aSecondViewIsRefused() {
        final Function<RequireViewParameters, DefaultView> view = v -> v.withoutParameters().description("d")
            .page(p -> p.fromString(() -> "").relativePath("index.html"));
        final DefaultNode node = nodeWith(view);
        assertThrows(UnsupportedOperationException.class, () -> node.addView(view));
    }
}

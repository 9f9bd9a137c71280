package org.xasnodes.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.runner.WorkflowFiles;
import org.xasnodes.runner.execution.WorkflowRun;
import org.xasnodes.runner.workflow.WorkflowReader;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The view of a node becomes a page with the data inside, and its pictures files. */
final class ViewFilesTest {

    private static final String HTML = "<html><body><script>show()</script></body></html>";

    @TempDir
    Path m_folder;

    private final List<String> m_trouble = new ArrayList<>();

    /** Makes the node of a test. */
    static final class Factory extends DefaultNodeFactory {
        Factory(final DefaultNode node) {
            super(node);
        }
    }

    private static DefaultNode node() {
        return DefaultNode.create().name("Shower").icon("i.png").shortDescription("s").fullDescription("f")
            .sinceVersion(5, 9, 0).ports(p -> p.addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().configure((in, out) -> { }).execute((in, out) -> {
                final var rows = in.getExecutionContext().createDataContainer(new DataTableSpec());
                rows.close();
                out.setOutData(rows.getTable());
                out.setInternalData(rows.getTable());
            }));
    }

    private static Map<String, String> picture(final String title, final String svg) {
        return Map.of("title", title, "svg", svg);
    }

    private List<String> names(final DefaultNode node) throws Exception {
        final Path flow = m_folder.resolve("flow");
        new WorkflowFiles(flow).node(4, "Shower", "show").write();
        final WorkflowRun run = new WorkflowRun(WorkflowReader.read(flow), name -> Optional.of(new Factory(node)),
            new ConsoleReport(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false));
        run.run();
        return OutputFolder.create(m_folder).write(run.nodes().get(0), m_trouble::add).stream()
            .map(file -> file.getFileName().toString()).toList();
    }

    private List<String> namesOfViewWith(final Object pictures) throws Exception {
        return names(node().addView(v -> v.withoutParameters().description("d")
            .page(p -> p.fromString(() -> HTML).relativePath("index.html"))
            .initialData(d -> d.data(input -> Map.of("pictures", pictures)))));
    }

    private String text(final String name) throws IOException {
        return Files.readString(m_folder.resolve(name));
    }

    @Test
    void aNodeWithoutViewHasNoFilesOfAView() throws Exception {
        assertEquals(List.of("04 Shower - Out.csv"), names(node()));
    }

    @Test
    void eachPictureIsAFileNamedByItsTitle() throws Exception {
        assertEquals(
            List.of("04 Shower - Out.csv", "04 Shower - view.html", "04 Shower - view - Loss_epoch.svg",
                "04 Shower - view - Loss_epoch (2).svg"),
            namesOfViewWith(
                List.of(picture("Loss/epoch", "<svg>1</svg>"), picture("Loss:epoch", "<svg>\u00e5</svg>"))));
        assertEquals("<svg>1</svg>", text("04 Shower - view - Loss_epoch.svg"));
        assertEquals("<svg>\u00e5</svg>", text("04 Shower - view - Loss_epoch (2).svg"));
        assertEquals(List.of(), m_trouble);
    }

    @Test
    void thePageHoldsTheDataBeforeItsScriptAndNoTextOfThemEndsTheirElement() throws Exception {
        final String evil = "</script><script>alert(1)</script><!-- 100 % $1 \\u003c";
        namesOfViewWith(List.of(picture(evil, evil)));
        final String page = text("04 Shower - view.html");
        final String start = "<script type=\"application/json\" id=\"initial-data\">";
        final String json = page.substring(page.indexOf(start) + start.length(), page.indexOf("</script>"));
        assertFalse(json.contains("<"), json);
        assertEquals(evil, new ObjectMapper().readTree(json).at("/result/pictures/0/svg").asText());
        assertTrue(page.endsWith("</script><script>show()</script></body></html>"), page);
    }

    @Test
    void aViewThatFailsIsToldAndItsPageTellsIt() throws Exception {
        final List<String> names = names(node().addView(v -> v.withoutParameters().description("d")
            .page(p -> p.fromString(() -> HTML).relativePath("index.html")).initialData(d -> d.data(input -> {
                throw new IllegalStateException("no column");
            }))));
        assertEquals(List.of("04 Shower - Out.csv", "04 Shower - view.html"), names);
        assertEquals(List.of("The view of Shower failed: java.lang.IllegalStateException: no column"), m_trouble);
        assertTrue(text("04 Shower - view.html").contains("\"message\":\"no column\""));
    }

    @Test
    void aNodeThatFailedHasNoView() throws Exception {
        assertEquals(List.of(), names(DefaultNode.create().name("Shower").icon("i.png").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 9, 0).ports(p -> p.addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().configure((in, out) -> { }).execute((in, out) -> {
                throw new IllegalStateException("broken");
            })).addView(v -> v.withoutParameters().description("d")
                .page(p -> p.fromString(() -> HTML).relativePath("index.html"))
                .initialData(d -> d.data(input -> Map.of())))));
    }
}

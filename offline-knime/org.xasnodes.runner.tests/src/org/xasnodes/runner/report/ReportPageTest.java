package org.xasnodes.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.runner.WorkflowFiles;
import org.xasnodes.runner.execution.WorkflowRun;
import org.xasnodes.runner.workflow.Workflow;
import org.xasnodes.runner.workflow.WorkflowReader;

/** One page tells what the whole workflow made, whatever stands in names, messages and cells. */
final class ReportPageTest {

    private static final String HOSTILE = "<script>alert(1)</script>";

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{HOSTILE}, new DataType[]{StringCell.TYPE});

    @TempDir
    Path m_folder;

    /** Makes the node of a test. */
    static final class Factory extends DefaultNodeFactory {
        Factory(final DefaultNode node) {
            super(node);
        }
    }

    private static DefaultNode node() {
        return DefaultNode.create().name("Hostile").icon("i.png").shortDescription("s").fullDescription("f")
            .sinceVersion(5, 9, 0).ports(p -> p.addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().configure((in, out) -> { }).execute((in, out) -> {
                final var rows = in.getExecutionContext().createDataContainer(SPEC);
                rows.addRowToTable(new DefaultRow(HOSTILE, new StringCell(HOSTILE)));
                rows.close();
                out.setOutData(rows.getTable());
                out.setWarningMessage("Look at " + HOSTILE);
            }));
    }

    private String page(final List<String> pictures) throws Exception {
        final Path flow = m_folder.resolve("flow");
        new WorkflowFiles(flow).node(4, "Hostile", "hostile").node(5, "Scorer", "org.knime.Scorer").connect(4, 1, 5, 1).write();
        Files.writeString(flow.resolve("workflow-metadata.xml"),
            "<workflow-metadata><description>Spectra are simulated &amp; few.</description></workflow-metadata>");
        final Workflow workflow = WorkflowReader.read(flow);
        final WorkflowRun run = new WorkflowRun(workflow,
            name -> "hostile".equals(name) ? Optional.of(new Factory(node())) : Optional.empty(),
            new ConsoleReport(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false));
        run.run();
        final OutputFolder out = OutputFolder.create(m_folder.resolve("out"));
        final ReportPage page = new ReportPage(workflow);
        for (final var node : run.nodes()) {
            final var files = new ArrayList<>(out.write(node, trouble -> { }));
            if (node.node().id() == 4) {
                for (final String name : pictures) {
                    files.add(Files.writeString(m_folder.resolve("out").resolve(name), "<svg>" + name + "</svg>"));
                }
            }
            page.add(node, files);
        }
        return Files.readString(out.write(page));
    }

    private static String inside(final String svg) {
        return Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingInItIsRunOrLoaded() throws Exception {
        final String page = page(List.of());
        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("Look at &lt;script&gt;alert(1)&lt;/script&gt;"), page);
        assertFalse(page.replace("http-equiv", "").contains("http"), page);
    }

    @Test
    void itTellsTheDescriptionEachNodeAndWhatNeedsKnime() throws Exception {
        final String page = page(List.of());
        assertTrue(page.contains("<p>Spectra are simulated &amp; few.</p>"), page);
        assertTrue(page.contains("<h2 id=\"node4\">#4 Hostile</h2>") && page.contains("<a href=\"#node4\">#4 Hostile</a>"), page);
        assertTrue(page.contains("Out: 1 row, 1 column"), page);
        assertTrue(page.contains("<a href=\"04%20Hostile%20-%20Out.csv\">"), page);
        assertTrue(page.contains("<h2 id=\"node5\">#5 Scorer</h2>\n<p class=\"note\">A node of KNIME itself"), page);
    }

    @Test
    void thePicturesOfAViewStandForThoseOfTheTables() throws Exception {
        final String table = "04 Hostile - Out - cdf.svg";
        final String view = "04 Hostile - view - plane.svg";
        assertTrue(page(List.of(table)).contains(inside("<svg>" + table + "</svg>")));
        final String both = page(List.of(table, view));
        assertTrue(both.contains(inside("<svg>" + view + "</svg>")));
        assertFalse(both.contains(inside("<svg>" + table + "</svg>")));
    }

    @Test
    void aDescriptionThatCannotBeReadIsLeftOut() throws Exception {
        final Path flow = m_folder.resolve("other");
        new WorkflowFiles(flow).node(4, "Hostile", "hostile").write();
        assertEquals("", WorkflowReader.read(flow).description());
        Files.writeString(flow.resolve("workflow-metadata.xml"),
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><m><description>&e;</description></m>");
        assertEquals("", WorkflowReader.read(flow).description());
    }
}

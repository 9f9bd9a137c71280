package org.xasnodes.runner.report;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import org.knime.core.node.BufferedDataTable;
import org.xasnodes.runner.execution.NodeMessage;
import org.xasnodes.runner.execution.NodeRun;
import org.xasnodes.runner.workflow.Workflow;

/**
 * One page that tells what a workflow made: its description, and for each node its message, the first rows of its tables,
 * and its pictures, which are inside the page. Those of the view stand for the node; where there is none, those of its
 * tables do. Nothing is loaded and no script is there.
 */
public final class ReportPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>%s</title>
            <style>
            body { font: 15px/1.45 sans-serif; color: #333; max-width: 72em; margin: 2em auto; padding: 0 1em; }
            h1 { font-size: 1.6em; }
            h2 { font-size: 1.2em; margin: 2.2em 0 .3em; border-top: 1px solid #ddd; padding-top: 1em; }
            pre { font-size: 12px; overflow-x: auto; background: #f6f6f6; padding: .6em; }
            img { max-width: 47%%; min-width: 22em; margin: .3em; border: 1px solid #eee; vertical-align: top; }
            .note { color: #777; } .warning { color: #95610b; } .error { color: #a3221c; }
            </style>
            </head>
            <body>
            <h1>%s</h1>
            <p>%s</p>
            <p class="note">%s</p>
            """;

    private final Workflow m_workflow;

    private final StringBuilder m_contents = new StringBuilder();

    private final StringBuilder m_nodes = new StringBuilder();

    /**
     * @param workflow that was run
     */
    public ReportPage(final Workflow workflow) {
        m_workflow = workflow;
    }

    /**
     * @param node in the order in which they ran
     * @param files written for it
     * @throws IOException if a picture cannot be read
     */
    public void add(final NodeRun node, final List<Path> files) throws IOException {
        heading(node);
        m_nodes.append("<p class=\"note\">").append(text(state(node))).append("</p>\n");
        if (node.message().type() != NodeMessage.Type.NONE) {
            m_nodes.append("<p class=\"").append(node.message().type().name().toLowerCase(Locale.ROOT)).append("\">")
                .append(text(node.message().text())).append("</p>\n");
        }
        pictures(files);
        final List<String> ports = node.outputNames();
        for (int i = 0; i < ports.size(); i++) {
            if (node.output(i).orElse(null) instanceof BufferedDataTable table) {
                final String head = String.join("\n", TableHead.of(ports.get(i), table));
                m_nodes.append("<pre>").append(text(head)).append("</pre>\n");
            }
        }
        for (final Path file : files) {
            if (file.toString().endsWith(".csv")) {
                final String name = file.getFileName().toString();
                m_nodes.append("<p><a href=\"").append(text(link(name))).append("\">").append(text(name))
                    .append("</a></p>\n");
            }
        }
    }

    private void heading(final NodeRun node) {
        final String label = node.node().label();
        final String name = text(node.node().toString()) + (label.isEmpty() ? "" : ": " + text(label));
        final String anchor = "node" + node.node().id();
        m_contents.append(m_contents.isEmpty() ? "" : " | ").append("<a href=\"#").append(anchor).append("\">").append(name)
            .append("</a>");
        m_nodes.append("<h2 id=\"").append(anchor).append("\">").append(name).append("</h2>\n");
    }

    private static String state(final NodeRun node) {
        return switch (node.state()) {
            case EXECUTED -> String.format(Locale.ROOT, "Executed in %.2f s.", node.seconds());
            case NEEDS_KNIME -> "A node of KNIME itself: open the workflow in KNIME to run it.";
            default -> "Not executed.";
        };
    }

    private void pictures(final List<Path> files) throws IOException {
        final List<Path> pictures = new ArrayList<>(files.stream().filter(f -> f.toString().endsWith(".svg")).toList());
        if (pictures.stream().anyMatch(ReportPage::isOfView)) {
            pictures.removeIf(f -> !isOfView(f));
        }
        for (final Path picture : pictures) {
            // in an image no script of the picture can run, whatever a label in it says
            m_nodes.append("<img alt=\"").append(text(picture.getFileName().toString()))
                .append("\" src=\"data:image/svg+xml;base64,")
                .append(Base64.getEncoder().encodeToString(Files.readAllBytes(picture))).append("\">\n");
        }
    }

    private static boolean isOfView(final Path picture) {
        return picture.getFileName().toString().contains(" - " + OutputFolder.VIEW + " - ");
    }

    private static String link(final String name) {
        try {
            return new URI(null, null, name, null).getRawPath();
        } catch (final URISyntaxException e) {
            throw new IllegalStateException(e); // a relative path of any characters is quoted
        }
    }

    /**
     * @param file where to write
     * @throws IOException if it cannot be written
     */
    public void write(final Path file) throws IOException {
        final String title = text(m_workflow.folder().getFileName().toString());
        Files.writeString(file, String.format(HEAD, title, title, text(m_workflow.description()), m_contents) + m_nodes
            + "</body>\n</html>\n");
    }

    private static String text(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

package org.xasnodes.runner.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.knime.core.webui.page.Page;
import org.xasnodes.runner.execution.NodeRun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The view of a node as files: its page with the data inside, and each of its pictures. */
final class ViewFiles {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Where the page of our views looks for data before it asks KNIME; a script element that is never run. */
    private static final String DATA = "<body>\n<script type=\"application/json\" id=\"initial-data\">%s</script>";

    private ViewFiles() {
    }

    /**
     * @param node any node
     * @param start of the file names, without ending
     * @param folder where to write
     * @param trouble takes a sentence if the view fails; its page then shows it too
     * @return the files written, none for a node without view
     * @throws IOException if one cannot be written
     */
    static List<Path> write(final NodeRun node, final String start, final Path folder, final Consumer<String> trouble)
        throws IOException {
        final Optional<Page> page = node.viewPage();
        final Optional<String> data = page.flatMap(p -> node.initialViewData());
        if (data.isEmpty()) {
            return List.of();
        }
        final List<Path> files = new ArrayList<>();
        files.add(folder.resolve(FileNames.safe(start) + ".html"));
        Files.writeString(files.get(0), withData(page.get(), data.get()));
        final JsonNode root = MAPPER.readTree(data.get());
        if (root.has("internalError")) {
            trouble.accept("The view of " + node.node().name() + " failed: "
                + root.get("internalError").get("typeName").asText() + ": "
                + root.get("internalError").get("message").asText());
        }
        for (final JsonNode picture : root.path("result").path("pictures")) {
            final String name = FileNames.safe(start + " - " + picture.get("title").asText());
            Path file = folder.resolve(name + ".svg");
            for (int k = 2; files.contains(file); k++) {
                file = folder.resolve(name + " (" + k + ").svg");
            }
            Files.writeString(file, picture.get("svg").asText());
            files.add(file);
        }
        return files;
    }

    private static String withData(final Page page, final String data) throws IOException {
        try (InputStream in = page.getInputStream()) {
            // without "<" in it no text of the data can end the element
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("<body>",
                String.format(DATA, data.replace("<", "\\u003c")));
        }
    }
}

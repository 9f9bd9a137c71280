package org.xasnodes.runner.ui;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/** Recorded behaviour of KNIME, and settings in the form in which it is recorded. */
final class Traces {

    private static final String FOLDER = "offline-knime/org.knime.core.ui.tests/traces";

    private Traces() {
    }

    static String read(final String name) throws IOException {
        Path project = Path.of("").toAbsolutePath();
        while (project != null && !Files.isDirectory(project.resolve(FOLDER))) {
            project = project.getParent();
        }
        if (project == null) {
            throw new IOException("The tests must be run below the project's folder.");
        }
        return Files.readString(project.resolve(FOLDER).resolve(name));
    }

    static NodeSettingsRO settings(final String xml) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** The lines within the settings of that key, without indentation. */
    static List<String> linesOf(final String xml, final String key) {
        final List<String> lines = xml.lines().map(String::trim).toList();
        final int start = lines.indexOf("<config key=\"" + key + "\">") + 1;
        if (start == 0) {
            return List.of();
        }
        int depth = 1;
        int end = start;
        while (true) {
            final String line = lines.get(end);
            depth += line.startsWith("</config") ? -1 : line.startsWith("<config") && !line.endsWith("/>") ? 1 : 0;
            if (depth == 0) {
                return lines.subList(start, end);
            }
            end++;
        }
    }

    /** The lines of settings as they are saved, without indentation. */
    static List<String> lines(final NodeSettings settings) throws IOException {
        final NodeSettings file = new NodeSettings("settings.xml");
        settings.copyTo(file.addNodeSettings("content"));
        final ByteArrayOutputStream xml = new ByteArrayOutputStream();
        file.saveToXML(xml);
        return linesOf(xml.toString(StandardCharsets.UTF_8), "content");
    }

    /** A text such as {@code ok -> value} or {@code THROWS class: message}. */
    static String attempt(final Attempt attempt) {
        try {
            return ("ok -> " + attempt.run()).stripTrailing();
        } catch (final Exception ex) { // NOSONAR whatever it is, it is compared
            return "THROWS " + ex.getClass().getName() + ": " + ex.getMessage();
        }
    }

    /** The JDK words the messages of these. */
    static String withoutJdkMessage(final String text) {
        return text.replaceAll("(THROWS java\\.lang\\.NullPointerException)[^\n]*", "$1");
    }

    /** Something that may fail. */
    interface Attempt {

        Object run() throws Exception; // NOSONAR
    }
}

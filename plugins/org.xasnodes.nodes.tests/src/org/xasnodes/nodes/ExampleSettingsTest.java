package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeSettings;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.runner.ui.NodeHandle;

/** The example workflows hold all settings of our nodes as this version saves them, so that KNIME asks for nothing. */
final class ExampleSettingsTest {

    static List<DefaultNodeFactory> factories() {
        return NodeFactories.all();
    }

    /** @return the settings files of all nodes of all example workflows */
    static List<Path> files() throws IOException {
        try (var files = Files.walk(ProjectFiles.workflow(""), 3)) {
            return files.filter(f -> f.getFileName().toString().equals("settings.xml")).sorted().toList();
        }
    }

    private static NodeSettings stored(final Path file) throws Exception {
        try (var xml = Files.newInputStream(file)) {
            return (NodeSettings)NodeSettings.loadFromXML(xml);
        }
    }

    private static String xml(final NodeSettings model) throws IOException {
        final var xml = new ByteArrayOutputStream();
        model.saveToXML(xml);
        return xml.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("files")
    void settingsAreSavedAsTheyAreStored(final Path file) throws Exception {
        final var settings = stored(file);
        final var name = settings.getString("factory");
        final var ours = factories().stream().filter(f -> f.getClass().getName().equals(name)).findFirst();
        assertEquals(name.startsWith("org.xasnodes."), ours.isPresent(), name);
        if (ours.isPresent()) {
            final var node = NodeHandle.create(ours.get());
            node.loadSettings(settings.getNodeSettings("model"));
            final var saved = new NodeSettings("model");
            node.saveSettings(saved);
            assertEquals(xml(settings.getNodeSettings("model")), xml(saved));
        }
    }
}

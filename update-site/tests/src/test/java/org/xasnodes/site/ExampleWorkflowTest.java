package org.xasnodes.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user downloads and opens in KNIME. */
class ExampleWorkflowTest {

    private static final Path WORKFLOWS = Path.of("..", "..", "example-workflows");

    /** An absolute path of some machine, or a user's folder. */
    private static final Pattern MACHINE_PATH =
        Pattern.compile("value=\"(?:/(?:home|root|tmp|work|Users|usr|var)/|[A-Za-z]:\\\\|file:/)");

    static List<Path> workflows() throws IOException {
        try (var folders = Files.list(WORKFLOWS)) {
            return folders.filter(f -> Files.exists(f.resolve("workflow.knime"))).sorted().toList();
        }
    }

    private static List<Path> files(final Path workflow) throws IOException {
        try (var files = Files.walk(workflow)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void isZippedAsKnimeImportsIt(final Path workflow) throws IOException {
        final var name = workflow.getFileName().toString();
        try (var zip = new ZipFile(WORKFLOWS.resolve("target").resolve(name + ".knwf").toFile())) {
            for (final var file : files(workflow)) {
                final var entry = zip.getEntry(name + "/" + workflow.relativize(file).toString().replace('\\', '/'));
                assertTrue(entry != null, file + " is not in the zip");
                assertEquals(Files.size(file), entry.getSize(), file.toString());
            }
            assertTrue(zip.stream().allMatch(e -> e.getName().startsWith(name + "/")));
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void isSavedResetAndHoldsNoMachinePath(final Path workflow) throws IOException {
        for (final var file : files(workflow)) {
            final var name = file.getFileName().toString();
            if (name.equals("settings.xml") || name.equals("workflow.knime")) {
                final var xml = Files.readString(file, StandardCharsets.UTF_8);
                assertFalse(xml.contains("key=\"state\" type=\"xstring\" value=\"EXECUTED\""), file + " is not reset");
                assertFalse(MACHINE_PATH.matcher(xml).find(), file + " holds a path of one machine");
            }
            assertFalse(file.toString().contains("port_1") || name.equals(".knimeLock"), file + " is left from a run");
        }
    }
}

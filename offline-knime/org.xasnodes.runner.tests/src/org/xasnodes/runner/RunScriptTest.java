package org.xasnodes.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script <code>run</code> where it cannot start anything. */
final class RunScriptTest {

    private static final int CANNOT_START = 3;

    @TempDir
    Path m_temp;

    private Path m_script;

    @BeforeEach
    void copyScript() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "There is no shell.");
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(root.resolve("run"))) {
            root = root.getParent();
        }
        m_script = Files.copy(root.resolve("run"), Files.createDirectory(m_temp.resolve("a b")).resolve("run"));
    }

    private int run(final String javaHome, final StringBuilder output) throws IOException, InterruptedException {
        final ProcessBuilder builder =
            new ProcessBuilder("/bin/sh", m_script.toString(), "flow").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome);
        final Process process = builder.start();
        output.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return process.waitFor();
    }

    @Test
    void aRuntimeThatIsNotBuiltIsAnsweredWithTheCommandThatBuildsIt() throws Exception {
        final StringBuilder output = new StringBuilder();
        assertEquals(CANNOT_START, run(System.getProperty("java.home"), output));
        assertTrue(output.toString().contains("cd '" + m_script.getParent().toRealPath() + "' && mvn "),
            output.toString());
    }

    @Test
    void anOldJavaIsNamed() throws Exception {
        final Path bin = Files.createDirectories(m_temp.resolve("jdk8/bin"));
        final Path java = Files.writeString(bin.resolve("java"),
            "#!/bin/sh\necho 'openjdk version \"1.8.0_302\"' >&2\n");
        assumeTrue(java.toFile().setExecutable(true));
        final StringBuilder output = new StringBuilder();
        assertEquals(CANNOT_START, run(m_temp.resolve("jdk8").toString(), output));
        assertTrue(output.toString().contains("Java 17 or newer is needed"), output.toString());
    }
}

package org.xasnodes.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xasnodes.core.util.ProgressMonitor;

import weka.core.Instances;

/** What Weka does to the computer of the user: nothing. Seen from outside, since it happens once in a process. */
class QuietWekaTest {

    private static final int SECONDS = 120;

    @TempDir
    private Path m_folder;

    /** The jar or folder that a class comes from; a project's folder holds its classes in target/classes. */
    private static void addOrigin(final Class<?> origin, final List<String> classPath) throws Exception {
        final var location = Path.of(origin.getProtectionDomain().getCodeSource().getLocation().toURI());
        classPath.add(location.toString());
        classPath.add(location.resolve("target").resolve("classes").toString());
    }

    private static String classPath() throws Exception {
        final var classPath = new ArrayList<String>();
        for (final var origin : List.of(QuietWekaTest.class, ModelKind.class, ProgressMonitor.class,
            CholeskyDecomposition.class, Instances.class,
            Instances.class.getClassLoader().loadClass("org.bounce.net.DefaultAuthenticator"))) {
            addOrigin(origin, classPath);
        }
        return String.join(File.pathSeparator, classPath);
    }

    private Path folder(final String name) throws IOException {
        return Files.createDirectory(m_folder.resolve(name));
    }

    private static List<Path> files(final Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).toList();
        }
    }

    @Test
    void trainingEveryModelLeavesNoFileUsesNoNetworkAndPrintsNothing() throws Exception {
        final var home = folder("home");
        final var temporary = folder("tmp");
        final var working = folder("work");
        final var output = m_folder.resolve("output.txt");
        final var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + home, "-Djava.io.tmpdir=" + temporary, "-XX:-UsePerfData", "-cp", classPath(),
            WekaUser.class.getName()).directory(working.toFile()).redirectErrorStream(true)
            .redirectOutput(output.toFile()).start();
        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
        assertEquals("", Files.readString(output, StandardCharsets.UTF_8));
        assertEquals(0, process.exitValue());
        assertEquals(List.of(), files(home));
        assertEquals(List.of(), files(temporary));
        assertEquals(List.of(), files(working));
    }
}

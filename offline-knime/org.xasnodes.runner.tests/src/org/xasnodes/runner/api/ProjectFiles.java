package org.xasnodes.runner.api;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the source tree the tests run in. */
public final class ProjectFiles {

    private ProjectFiles() {
    }

    /** @return the project's folder, the one that holds {@code offline-knime/api} */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("offline-knime/api"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The tests must be run below the project's folder.");
            }
        }
        return folder;
    }

    public static Path workflow(final String name) {
        return root().resolve("example-workflows").resolve(name);
    }

    /** Other people's data and recordings lie beside the project: the calling test is skipped where they are missing. */
    public static Path shared(final String name) {
        final Path file = root().resolveSibling("shared").resolve(name);
        assumeTrue(Files.exists(file), () -> "needs ../shared/" + name + " beside the project");
        return file;
    }

    static Path usedSignatures() {
        return root().resolve("offline-knime/api/api-5.9.0-used.txt");
    }

    /** The whole list lies beside the project, where it is there at all. */
    static Path wholeSignatures() {
        return root().resolve("../shared/knime/api-5.9.0.txt.gz");
    }
}

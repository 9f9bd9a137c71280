package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project, from whatever directory below it the tests are started. */
final class ProjectFiles {

    private static final String TESTS = "plugins/org.xasnodes.nodes.tests";

    private ProjectFiles() {
    }

    private static Path project() {
        final var start = Path.of("").toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(TESTS))) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder above " + start + " holds " + TESTS);
    }

    static Path plugin(final String name) {
        return project().resolve("plugins/org.xasnodes.nodes").resolve(name);
    }

    static Path sample(final String name) {
        return project().resolve(TESTS).resolve("samples").resolve(name);
    }

    static Path workflow(final String name) {
        return project().resolve("example-workflows").resolve(name);
    }

    static Path golden(final String name) {
        return project().resolve("plugins/org.xasnodes.core.tests/golden").resolve(name);
    }

    /** Other people's data, which may not be published: the calling test is skipped where they are missing. */
    static Path shared(final String name) {
        final var file = project().resolveSibling("shared").resolve(name);
        assumeTrue(Files.exists(file), () -> "needs ../shared/" + name + " beside the project");
        return file;
    }
}

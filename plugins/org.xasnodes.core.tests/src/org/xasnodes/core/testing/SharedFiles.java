package org.xasnodes.core.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where tests find their data, from whatever directory they are started: reference values of our own in the test
 * plug-in, and other people's data, which we may not publish, in a folder <code>shared</code> beside the project.
 */
public final class SharedFiles {

    private static final String TEST_PLUGIN = "plugins/org.xasnodes.core.tests";

    private SharedFiles() {
    }

    /**
     * @param name path below the folder <code>golden</code> of the core's test plug-in
     * @return the file, which exists
     * @throws IllegalStateException if it does not
     */
    public static Path golden(final String name) {
        final var file = project().resolve(TEST_PLUGIN).resolve("golden").resolve(name);
        if (!Files.exists(file)) {
            throw new IllegalStateException("Reference data missing: " + file);
        }
        return file;
    }

    /**
     * Skips the calling test if the file is not there.
     *
     * @param name path below the folder <code>shared</code> beside the project's
     * @return the file or folder, which exists
     */
    public static Path shared(final String name) {
        final var file = project().resolveSibling("shared").resolve(name);
        assumeTrue(Files.exists(file), () -> "needs ../shared/" + name + " beside the project");
        return file;
    }

    private static Path project() {
        final var start = Path.of("").toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(TEST_PLUGIN)) && folder.getParent() != null) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder above " + start + " holds " + TEST_PLUGIN);
    }
}

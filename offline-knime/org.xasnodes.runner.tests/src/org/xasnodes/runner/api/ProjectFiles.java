package org.xasnodes.runner.api;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the source tree the tests run in. */
final class ProjectFiles {

    private ProjectFiles() {
    }

    /** @return the project's folder, the one that holds {@code offline-knime/api} */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("offline-knime/api"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The tests must be run below the project's folder.");
            }
        }
        return folder;
    }

    static Path usedSignatures() {
        return root().resolve("offline-knime/api/api-5.9.0-used.txt");
    }

    /** The whole list lies beside the project, where it is there at all. */
    static Path wholeSignatures() {
        return root().resolve("../shared/knime/api-5.9.0.txt.gz");
    }
}

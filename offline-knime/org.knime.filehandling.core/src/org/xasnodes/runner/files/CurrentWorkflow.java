package org.xasnodes.runner.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The workflow whose node the current thread runs. Like KNIME's node context it belongs to a thread: a thread that a
 * node starts itself does not know its workflow.
 */
public final class CurrentWorkflow {

    private static final ThreadLocal<Path> FOLDER = new ThreadLocal<>();

    private CurrentWorkflow() {
    }

    /**
     * @param <T> what the work results in
     * @param folder the folder that holds {@code workflow.knime}
     * @param work done while the current thread knows that folder
     * @return what the work returns
     * @throws Exception what the work throws
     */
    public static <T> T during(final Path folder, final Callable<T> work) throws Exception {
        final Path before = FOLDER.get();
        FOLDER.set(folder.toAbsolutePath().normalize());
        try {
            return work.call();
        } finally {
            if (before == null) {
                FOLDER.remove();
            } else {
                FOLDER.set(before);
            }
        }
    }

    /** @return the folder of the workflow, if the current thread runs a node */
    public static Optional<Path> folder() {
        return Optional.ofNullable(FOLDER.get());
    }
}

package org.knime.filehandling.core.connections;

import java.io.IOException;

/** An open way to a file system. Closing it closes the file system and every stream that was opened through it. */
public interface FSConnection extends AutoCloseable {

    /** @return the file system */
    FSFileSystem<?> getFileSystem();

    /** Closes on a thread of its own: with some file systems it takes time. */
    default void closeInBackground() {
        new Thread(() -> {
            try {
                close();
            } catch (final IOException e) { // NOSONAR: nobody waits for it
            }
        }, getClass().getSimpleName() + "Closer").start();
    }

    @Override
    default void close() throws IOException {
        getFileSystem().ensureClosed();
    }
}

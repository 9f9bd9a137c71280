package org.knime.filehandling.core.connections;

import java.io.IOException;

/** An open way to a file system. Closing it closes the file system and every stream that was opened through it. */
public interface FSConnection extends AutoCloseable {

    /** @return the file system */
    FSFileSystem<?> getFileSystem();

    @Override
    default void close() throws IOException {
        getFileSystem().ensureClosed();
    }
}

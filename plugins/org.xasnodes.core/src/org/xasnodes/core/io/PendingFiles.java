package org.xasnodes.core.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * New files of one folder that wait under other names until all are complete. They wait in that folder, since moving
 * within a folder is quick and leaves no half of a file to be seen.
 */
final class PendingFiles implements AutoCloseable {

    private final Path m_folder;

    private final boolean m_overwrite;

    private final List<Path> m_madeFolders;

    private final Path m_waiting;

    private final List<String> m_names = new ArrayList<>();

    /** All that would be left behind by a failure, in the order in which it came. */
    private final List<Path> m_leftovers = new ArrayList<>();

    /**
     * @param folder where the files shall be; made if it is missing and the target allows it
     * @param target says what may be done
     * @throws IOException if the folder is missing or may not be written to
     */
    PendingFiles(final Path folder, final OutputTarget target) throws IOException {
        m_folder = folder;
        m_overwrite = target.overwrite();
        m_madeFolders = target.makeFolder(folder);
        // The leading dot hides it, also from Spectrum Reader.
        m_waiting = m_folder.resolve(".xasnodes-" + UUID.randomUUID() + ".part");
        try {
            Files.createDirectory(m_waiting);
        } catch (final IOException e) {
            OutputTarget.remove(m_madeFolders);
            throw new IOException("The folder '" + folder + "' cannot be written to: " + OutputTarget.reason(e), e);
        }
        m_leftovers.add(m_waiting);
    }

    /**
     * @param name a new file's name, different from all before; to be closed by the caller
     * @throws IOException if it cannot be made
     */
    OutputStream create(final String name) throws IOException {
        final var file = m_waiting.resolve(name);
        m_leftovers.add(file);
        m_names.add(name);
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * Gives the files their places.
     *
     * @throws IOException if one cannot have it; new ones are removed then
     */
    void finish() throws IOException {
        for (final var name : m_names) {
            move(m_waiting.resolve(name), m_folder.resolve(name));
        }
        Files.delete(m_waiting);
        m_leftovers.clear();
        m_madeFolders.clear();
    }

    private void move(final Path from, final Path to) throws IOException {
        if (m_overwrite && Files.exists(to)) {
            if (Files.isDirectory(to)) {
                throw new IOException("'" + to + "' is a folder and cannot be replaced by a file.");
            }
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.move(from, to);
        } catch (final FileAlreadyExistsException e) {
            throw (IOException)OutputTarget.exists(to).initCause(e);
        }
        m_leftovers.add(to);
    }

    @Override
    public void close() {
        OutputTarget.remove(m_leftovers);
        OutputTarget.remove(m_madeFolders);
        m_leftovers.clear();
        m_madeFolders.clear();
    }
}

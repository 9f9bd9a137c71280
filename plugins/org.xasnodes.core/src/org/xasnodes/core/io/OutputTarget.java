package org.xasnodes.core.io;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where files are to be written.
 *
 * @param path the file or folder, of any file system
 * @param overwrite whether files that exist are replaced; otherwise they are an error
 * @param createFolders whether folders that do not exist are made; otherwise they are an error
 */
public record OutputTarget(Path path, boolean overwrite, boolean createFolders) {

    /** @throws IOException if the path is a folder, or exists and is not to be replaced */
    void checkFile() throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("'" + path + "' is a folder. Choose a file.");
        }
        if (!overwrite && Files.exists(path)) {
            throw exists(path);
        }
    }

    /** @throws IOException if the path is there and no folder */
    void checkFolder() throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IOException("'" + path + "' is a file. Choose a folder.");
        }
    }

    static IOException exists(final Path file) {
        return new IOException(
            "'" + file + "' already exists. Choose another place, or let the writer overwrite what exists.");
    }

    /**
     * @param folder a folder; <code>null</code> for the current one
     * @return those of its folders that had to be made, the outermost first
     * @throws IOException if it is not there and may not, or cannot, be made
     */
    List<Path> makeFolder(final Path folder) throws IOException {
        final Deque<Path> missing = new ArrayDeque<>();
        for (var p = folder; p != null && !Files.exists(p); p = p.getParent()) {
            missing.push(p);
        }
        if (!missing.isEmpty() && !createFolders) {
            throw new IOException(
                "The folder '" + folder + "' does not exist. Create it, or let the writer create missing folders.");
        }
        final List<Path> made = new ArrayList<>();
        try {
            for (final var p : missing) {
                if (make(p)) {
                    made.add(p);
                }
            }
        } catch (final IOException e) {
            remove(made);
            throw new IOException("The folder '" + folder + "' cannot be created: " + reason(e), e);
        }
        return made;
    }

    /** @return whether it was made here; two writers that run at once may both find it missing */
    private static boolean make(final Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (final FileAlreadyExistsException e) {
            if (Files.isDirectory(folder)) {
                return false;
            }
            throw e;
        }
    }

    /** Removes files and empty folders, the last first; one that cannot be removed is left. */
    static void remove(final List<Path> paths) {
        for (int i = paths.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(paths.get(i));
            } catch (final IOException e) { // NOSONAR: someone else put something into it, or may not lose it
            }
        }
    }

    /** Java says of many file faults nothing but the file's name; their class says more. */
    static String reason(final IOException e) {
        final var known = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return known != null && !known.isBlank() ? known
            : e.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace(" Exception", "");
    }
}

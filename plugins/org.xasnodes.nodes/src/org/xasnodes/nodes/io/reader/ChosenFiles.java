package org.xasnodes.nodes.io.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileChooserFilters;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.MultiFileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.MultiFileSelectionMode;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.defaultnodesettings.FileSystemHelper;

/**
 * The files that a user has chosen in KNIME's file chooser, in alphabetical order. The only class that knows KNIME's file
 * systems, which are not public API. Open until closed, as the paths may lie in a remote file system.
 */
final class ChosenFiles implements AutoCloseable {

    private final FSConnection m_connection;

    private final Path m_root;

    private final List<Path> m_files;

    private final Map<String, Integer> m_nameCounts = new HashMap<>();

    private ChosenFiles(final FSConnection connection, final Path root, final List<Path> files) {
        m_connection = connection;
        m_root = root;
        m_files = files;
        files.forEach(f -> m_nameCounts.merge(f.getFileName().toString(), 1, Integer::sum));
    }

    /**
     * @param selection the choice
     * @throws InvalidSettingsException if nothing was chosen yet
     */
    static void requireChosen(final MultiFileSelection<?> selection) throws InvalidSettingsException {
        if (selection.m_path == null || selection.m_path.getPath() == null || selection.m_path.getPath().isBlank()) {
            throw new InvalidSettingsException("Choose a file or folder with spectra in the dialog.");
        }
    }

    /**
     * @param selection the choice
     * @return the files
     * @throws IOException if they cannot be listed; the message says what to do
     */
    static ChosenFiles open(final MultiFileSelection<? extends FileChooserFilters> selection) throws IOException {
        final FSLocation location = selection.m_path;
        FSConnection connection = null;
        try {
            connection = FileSystemHelper.retrieveFSConnection(Optional.empty(), location)
                .orElseThrow(() -> new IOException("The file system of '" + location.getPath() + "' is not connected."));
            final Path path = connection.getFileSystem().getPath(location);
            return new ChosenFiles(connection, path, list(selection, path));
        } catch (final IOException | RuntimeException e) {
            if (connection != null) {
                connection.closeInBackground();
            }
            throw e instanceof IOException io ? io
                : new IOException("'" + location.getPath() + "' cannot be opened: " + e.getMessage(), e);
        }
    }

    private static List<Path> list(final MultiFileSelection<? extends FileChooserFilters> selection, final Path path)
        throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("'" + path + "' does not exist. Choose another file or folder in the dialog.");
        }
        final var isFolder = Files.isDirectory(path);
        if (selection.m_filterMode == MultiFileSelectionMode.FILE) {
            if (isFolder) {
                throw new IOException(
                    "'" + path + "' is a folder. Choose a file, or 'Files in folders' in the dialog to read a whole folder.");
            }
            return List.of(path);
        }
        if (selection.m_filterMode != MultiFileSelectionMode.FILES_IN_FOLDERS) {
            throw new IOException("The mode '" + selection.m_filterMode.getTitle()
                + "' is not for reading spectra. Choose 'File' or 'Files in folders' in the dialog.");
        }
        if (!isFolder) {
            throw new IOException("'" + path + "' is not a folder. Choose a folder, or 'File' in the dialog.");
        }
        final var files = FileChooserFilters.getPassingFilesInFolder(selection.m_filters, path, selection.m_filterMode,
            selection.m_includeSubfolders, Integer.MAX_VALUE).passingFiles();
        if (files.isEmpty()) {
            throw new IOException("No file in '" + path + "' fits the pattern. Change it, or include subfolders, in the "
                + "dialog.");
        }
        return files.stream().sorted(Comparator.comparing(Path::toString)).toList();
    }

    /** @return the files in alphabetical order */
    List<Path> files() {
        return m_files;
    }

    /** @return the file's name, with its folders below the chosen one where two files have the same name */
    String uniqueName(final Path file) {
        final var name = file.getFileName().toString();
        return m_nameCounts.get(name) == 1 ? name : relativeName(file);
    }

    /** @return the path below the chosen folder, with slashes on every machine; the name alone for a single file */
    String relativeName(final Path file) {
        return file.equals(m_root) ? file.getFileName().toString()
            : m_root.relativize(file).toString().replace(m_root.getFileSystem().getSeparator(), "/");
    }

    @Override
    public void close() {
        m_connection.closeInBackground();
    }
}

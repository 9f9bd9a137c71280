package org.xasnodes.nodes.io.writer;

import java.io.IOException;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.defaultnodesettings.FileSystemHelper;
import org.xasnodes.core.io.OutputTarget;
import org.xasnodes.nodes.io.writer.SpectrumWriterParameters.Format;
import org.xasnodes.nodes.io.writer.SpectrumWriterParameters.IfExists;

/**
 * The file or folder that a user has chosen in KNIME's file chooser to write to. The only class that knows KNIME's file
 * systems, which are not public API. Open until closed, as the path may lie in a remote file system.
 */
final class ChosenTarget implements AutoCloseable {

    private final FSConnection m_connection;

    private final OutputTarget m_target;

    private ChosenTarget(final FSConnection connection, final OutputTarget target) {
        m_connection = connection;
        m_target = target;
    }

    private static FileSelection selection(final SpectrumWriterParameters parameters) {
        return parameters.m_format == Format.XDI ? parameters.m_folder : parameters.m_file;
    }

    /**
     * @param parameters with the choice
     * @throws InvalidSettingsException if nothing was chosen yet, or it cannot be written to
     */
    static void requireChosen(final SpectrumWriterParameters parameters) throws InvalidSettingsException {
        final var location = selection(parameters).getFSLocation();
        if (location == null || location.getPath() == null || location.getPath().isBlank()) {
            throw new InvalidSettingsException(parameters.m_format == Format.XDI
                ? "Choose a folder for the XDI files in the dialog." : "Choose a CSV file in the dialog.");
        }
        if (FSCategory.CUSTOM_URL.name().equals(location.getFileSystemCategory())) {
            throw new InvalidSettingsException(
                "Spectra cannot be written to the address '" + location.getPath() + "'. Choose a place for files.");
        }
    }

    /**
     * @param parameters with the choice
     * @return the place, with what may be done there
     * @throws IOException if its file system cannot be reached
     */
    static ChosenTarget open(final SpectrumWriterParameters parameters) throws IOException {
        final var location = selection(parameters).getFSLocation();
        FSConnection connection = null;
        try {
            connection = FileSystemHelper.retrieveFSConnection(Optional.empty(), location)
                .orElseThrow(
                    () -> new IOException("The file system of '" + location.getPath() + "' is not connected."));
            return new ChosenTarget(connection, new OutputTarget(connection.getFileSystem().getPath(location),
                parameters.m_ifExists == IfExists.OVERWRITE, parameters.m_createFolders));
        } catch (final RuntimeException e) {
            if (connection != null) {
                connection.closeInBackground();
            }
            throw new IOException("'" + location.getPath() + "' cannot be opened: " + e.getMessage(), e);
        }
    }

    /** @return for core */
    OutputTarget target() {
        return m_target;
    }

    @Override
    public void close() {
        m_connection.closeInBackground();
    }
}

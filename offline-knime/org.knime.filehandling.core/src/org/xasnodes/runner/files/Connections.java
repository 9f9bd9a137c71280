package org.xasnodes.runner.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.knime.filehandling.core.connections.DefaultFSLocationSpec;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.RelativeTo;

/** Makes the connections to the file systems the runner has: this computer's, the workflow's and file URLs. */
public final class Connections {

    private Connections() {
    }

    /** @return a new connection to the files of this computer; relative paths belong to the user's home */
    public static FSConnection local() {
        final LocalFileSystem files = new LocalFileSystem(new DefaultFSLocationSpec(FSCategory.LOCAL));
        return () -> files;
    }

    /**
     * @param location of category RELATIVE
     * @return a new connection to the workflow's surroundings or its data area
     * @throws IllegalStateException if the thread runs no node of a workflow, or the specifier needs a mountpoint
     */
    public static FSConnection relative(final FSLocation location) {
        final RelativeTo to = RelativeTo.fromSettingsValue(location.getFileSystemSpecifier()
            .orElseThrow(() -> new IllegalArgumentException(
                "The provided location '" + location + "' does not specify the relative-to type.")));
        if (to == RelativeTo.MOUNTPOINT || to == RelativeTo.SPACE) {
            throw new IllegalStateException("The file '" + location.getPath() + "' is relative to the "
                + to.getLabel().toLowerCase(Locale.ROOT)
                + ", which only KNIME has. Choose a local file, or one relative to the workflow or its data area.");
        }
        final Path workflow = CurrentWorkflow.folder()
            .orElseThrow(() -> new IllegalStateException("Workflow context required."));
        final FolderFileSystem files =
            to == RelativeTo.WORKFLOW ? besideWorkflow(workflow) : inDataArea(workflow);
        return () -> files;
    }

    /** The root is that of the platform: which folder above a workflow is a mountpoint is known to KNIME only. */
    private static FolderFileSystem besideWorkflow(final Path workflow) {
        final StringBuilder workingDirectory = new StringBuilder();
        workflow.forEach(name -> workingDirectory.append('/').append(name));
        return new FolderFileSystem("knime-relative-workflow", specOf(RelativeTo.WORKFLOW), workflow.getRoot(),
            workingDirectory.toString());
    }

    private static FolderFileSystem inDataArea(final Path workflow) {
        final Path data = workflow.resolve("data");
        try {
            Files.createDirectories(data);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FolderFileSystem("knime-relative-workflow-data", specOf(RelativeTo.WORKFLOW_DATA), data, "/");
    }

    private static DefaultFSLocationSpec specOf(final RelativeTo to) {
        return new DefaultFSLocationSpec(FSCategory.RELATIVE, to.getSettingsValue());
    }

    /**
     * @param location of category CUSTOM_URL
     * @return a new connection through which the file of a {@code file:} URL can be read and written
     * @throws IllegalArgumentException if it is another kind of URL
     */
    public static FSConnection url(final FSLocation location) {
        final String timeout = location.getFileSystemSpecifier().orElseThrow(
            () -> new IllegalArgumentException("A custom URL location must always specify a timeout."));
        final URI uri = UrlFileSystem.uri(location.getPath());
        if (!"file".equalsIgnoreCase(uri.getScheme()) || uri.getPath() == null) {
            throw new IllegalArgumentException("The URL '" + location.getPath() + "' cannot be opened outside KNIME:"
                + " only file URLs can. Download the file and choose it as a local file.");
        }
        final UrlFileSystem files =
            new UrlFileSystem(new DefaultFSLocationSpec(FSCategory.CUSTOM_URL, timeout));
        return () -> files;
    }

    /**
     * @param location of category MOUNTPOINT
     * @return what to throw: no mountpoint exists here
     */
    public static IllegalArgumentException unknownMountpoint(final FSLocation location) {
        return new IllegalArgumentException(location.getFileSystemSpecifier()
            .map(mountpoint -> "The selected mountpoint '" + mountpoint
                + "' is unknown. Mountpoints exist in KNIME only; choose a local file.")
            .orElse("The provided location '" + location + "' does not specify a mountpoint."));
    }
}

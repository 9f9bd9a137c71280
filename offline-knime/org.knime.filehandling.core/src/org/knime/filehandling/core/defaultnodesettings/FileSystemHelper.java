package org.knime.filehandling.core.defaultnodesettings;

import java.util.Optional;

import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.xasnodes.runner.files.Connections;

/** The way from a location in settings to its file system. */
public final class FileSystemHelper {

    private FileSystemHelper() {
    }

    /**
     * @param portObjectConnection the connection of an input port, which locations of category CONNECTED belong to
     * @param location where a file is
     * @return the connection to its file system, to be closed by the caller; empty if only a port could give it
     * @throws IllegalArgumentException if the location names a file system that cannot be
     * @throws IllegalStateException if there is no workflow it could be relative to
     */
    public static Optional<FSConnection> retrieveFSConnection(final Optional<FSConnection> portObjectConnection,
        final FSLocation location) {
        return switch (location.getFSCategory()) {
            case CONNECTED -> portObjectConnection;
            case LOCAL -> Optional.of(Connections.local());
            case RELATIVE -> Optional.of(Connections.relative(location));
            case CUSTOM_URL -> Optional.of(Connections.url(location));
            case MOUNTPOINT -> throw Connections.unknownMountpoint(location);
            case HUB_SPACE -> throw new IllegalStateException("Current workflow must be stored on a KNIME Hub.");
        };
    }
}

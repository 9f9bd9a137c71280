package org.knime.filehandling.core.connections;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A path in a {@link FSFileSystem}. */
public abstract class FSPath implements Path {

    @Override
    public abstract FSFileSystem<? extends FSPath> getFileSystem();

    /** @return the names of this path, from the first folder to the file */
    public Stream<String> stringStream() {
        return StreamSupport.stream(spliterator(), false).map(Path::toString);
    }

    /** @return the location to save in settings */
    public FSLocation toFSLocation() {
        final FSLocationSpec spec = getFileSystem().getFSLocationSpec();
        return new FSLocation(spec.getFileSystemCategory(), spec.getFileSystemSpecifier().orElse(null), toString());
    }

    @Override
    public final URI toUri() {
        final URI base = getFileSystem().getFileSystemBaseURI();
        final String path = ((FSPath)toAbsolutePath().normalize()).stringStream().collect(Collectors.joining("/"));
        try {
            return new URI(base.getScheme(), base.getAuthority(), "/" + path, null, null);
        } catch (final URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

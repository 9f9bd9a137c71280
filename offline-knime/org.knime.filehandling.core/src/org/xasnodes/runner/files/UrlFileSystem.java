package org.xasnodes.runner.files;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSLocationSpec;
import org.knime.filehandling.core.connections.FSPath;

/** The files that {@code file:} URLs name. Folders cannot be listed, as with every URL in KNIME. */
final class UrlFileSystem extends PlatformFileSystem {

    UrlFileSystem(final FSLocationSpec spec) {
        super(URI.create("knime-url:///"), spec, "/");
    }

    /** As in KNIME a blank need not be escaped. */
    static URI uri(final String url) {
        try {
            return new URI(url.replace(" ", "%20"));
        } catch (final URISyntaxException e) {
            throw new IllegalArgumentException("The URL '" + url + "' is not valid: " + e.getMessage(), e);
        }
    }

    @Override
    public FSPath getPath(final FSLocation fsLocation) {
        return getPath(uri(fsLocation.getPath()).getPath());
    }

    @Override
    public FSPath getPath(final String first, final String... more) {
        return SlashPath.of(this, first, more);
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    Path toPlatform(final FSPath path) {
        try {
            return Path.of(new URI("file", null, path.toAbsolutePath().toString(), null));
        } catch (final URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    FSPath entry(final FSPath folder, final Path child) {
        throw new UnsupportedOperationException("Listing folder contents is not supported for URLs");
    }

    @Override
    <A extends BasicFileAttributes> A shown(final Path platformPath, final A attributes) {
        return attributes;
    }
}

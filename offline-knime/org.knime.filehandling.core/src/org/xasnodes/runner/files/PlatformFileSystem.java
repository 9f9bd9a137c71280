package org.xasnodes.runner.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Set;

import org.knime.filehandling.core.connections.FSFileSystem;
import org.knime.filehandling.core.connections.FSLocationSpec;
import org.knime.filehandling.core.connections.FSPath;

/** A file system whose files are files of the platform. */
abstract class PlatformFileSystem extends FSFileSystem<FSPath> {

    private final PlatformProvider m_provider = new PlatformProvider(this);

    PlatformFileSystem(final URI baseUri, final FSLocationSpec spec, final String workingDirectory) {
        super(baseUri, spec, workingDirectory);
    }

    /**
     * @param path of this file system
     * @return the platform's path of the same file, absolute
     * @throws IOException if a node may not see that file
     */
    abstract Path toPlatform(FSPath path) throws IOException;

    /**
     * @param folder a folder of this file system
     * @param child of the platform, an entry of that folder
     * @return the path of the entry, or {@code null} if a node may not see it
     * @throws IOException if the folder may not be listed
     */
    abstract FSPath entry(FSPath folder, Path child) throws IOException;

    /**
     * @param <A> the kind of attributes
     * @param platformPath a file
     * @param attributes what the platform says of it
     * @return what a node is told
     */
    abstract <A extends BasicFileAttributes> A shown(Path platformPath, A attributes);

    @Override
    public PlatformProvider provider() {
        return m_provider;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return FileSystems.getDefault().getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(final String syntaxAndPattern) {
        final PathMatcher matcher = FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(Path.of(path.toString()));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void ensureClosedInternal() {
        // holds nothing but its streams
    }
}

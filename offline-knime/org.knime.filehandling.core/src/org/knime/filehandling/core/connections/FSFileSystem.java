package org.knime.filehandling.core.connections;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A file system that knows its location and its working directory, to which relative paths belong.
 *
 * @param <T> its paths
 */
public abstract class FSFileSystem<T extends FSPath> extends FileSystem {

    private final URI m_baseUri;

    private final FSLocationSpec m_spec;

    private final String m_workingDirectory;

    private final Set<Closeable> m_closeables = new LinkedHashSet<>();

    private boolean m_isOpen = true;

    private boolean m_isClosing;

    /**
     * @param fsBaseUri what the URIs of its paths start with
     * @param fsLocationSpec the category and specifier of its locations
     * @param workingDir the folder relative paths are resolved against
     */
    public FSFileSystem(final URI fsBaseUri, final FSLocationSpec fsLocationSpec, final String workingDir) {
        m_baseUri = fsBaseUri;
        m_spec = fsLocationSpec;
        m_workingDirectory = workingDir;
    }

    /** @return the category and specifier of its locations */
    public final FSLocationSpec getFSLocationSpec() {
        return m_spec;
    }

    /** @return the category of its locations */
    public final FSCategory getFileSystemCategory() {
        return m_spec.getFSCategory();
    }

    /** @return the specifier of its locations */
    public final Optional<String> getFileSystemSpecifier() {
        return m_spec.getFileSystemSpecifier();
    }

    /** @return what the URIs of its paths start with */
    public final URI getFileSystemBaseURI() {
        return m_baseUri;
    }

    /** @return the folder relative paths are resolved against */
    public T getWorkingDirectory() {
        return getPath(m_workingDirectory);
    }

    /**
     * @param fsLocation a location in this file system
     * @return its path
     */
    public T getPath(final FSLocation fsLocation) {
        return getPath(fsLocation.getPath());
    }

    @Override
    public abstract T getPath(String first, String... more);

    @Override
    public abstract FSFileSystemProvider<T, ?> provider();

    @Override
    public synchronized boolean isOpen() {
        return m_isOpen;
    }

    /** @return whether {@link FSConnection#close()} is at work */
    protected synchronized boolean isClosing() {
        return m_isClosing;
    }

    /** Does nothing: who only uses a file system closes its {@link FSConnection}. */
    @Override
    public final void close() throws IOException {
        // see above
    }

    /**
     * @param closeable what must be closed with the file system
     * @throws ClosedFileSystemException if the file system is closed already; the argument is closed first
     */
    public synchronized void registerCloseable(final Closeable closeable) {
        if (!m_isOpen) {
            closeQuietly(closeable);
            throw new ClosedFileSystemException();
        }
        m_closeables.add(closeable);
    }

    /** @param closeable what was closed by its user */
    public synchronized void unregisterCloseable(final Closeable closeable) {
        m_closeables.remove(closeable);
    }

    /**
     * Frees what the file system itself holds, after all its streams were closed.
     *
     * @throws IOException if that fails
     */
    protected abstract void ensureClosedInternal() throws IOException;

    final synchronized void ensureClosed() throws IOException {
        if (!m_isOpen) {
            return;
        }
        m_isClosing = true;
        try {
            new ArrayList<>(m_closeables).forEach(FSFileSystem::closeQuietly);
        } finally {
            ensureClosedInternal();
            m_isOpen = false;
            m_isClosing = false;
        }
    }

    private static void closeQuietly(final Closeable closeable) {
        try {
            closeable.close();
        } catch (final IOException e) { // NOSONAR: the rest must be closed too, and nobody could act on it
        }
    }
}

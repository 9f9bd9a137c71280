package org.xasnodes.runner.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Map;
import java.util.Set;

import org.knime.filehandling.core.connections.FSFileSystemProvider;
import org.knime.filehandling.core.connections.FSPath;

/** Works on the platform's files after asking the file system which file a path means and whether it may be seen. */
final class PlatformProvider extends FSFileSystemProvider<FSPath, PlatformFileSystem> {

    private final PlatformFileSystem m_files;

    PlatformProvider(final PlatformFileSystem files) {
        m_files = files;
    }

    @Override
    public String getScheme() {
        return m_files.getFileSystemBaseURI().getScheme();
    }

    @Override
    public PlatformFileSystem newFileSystem(final URI uri, final Map<String, ?> env) {
        throw new FileSystemAlreadyExistsException();
    }

    @Override
    public PlatformFileSystem getFileSystem(final URI uri) {
        return m_files;
    }

    @Override
    public FSPath getPath(final URI uri) {
        return m_files.getPath(uri.getPath());
    }

    private FSPath own(final Path path) {
        if (path.getFileSystem() != m_files) {
            throw new ProviderMismatchException("Path is from a different file system: " + path);
        }
        if (!m_files.isOpen()) {
            throw new ClosedFileSystemException();
        }
        return (FSPath)path;
    }

    private Path platform(final Path path) throws IOException {
        return m_files.toPlatform(own(path));
    }

    @Override
    public InputStream newInputStream(final Path path, final OpenOption... options) throws IOException {
        final BasicFileAttributes attributes = readAttributes(path, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw new IOException(path + " is a directory");
        }
        if (attributes instanceof WorkflowAttributes) {
            throw new FileSystemException(path.toString(), null, "Reading a Workflow is not possible.");
        }
        return super.newInputStream(path, options);
    }

    @Override
    public SeekableByteChannel newByteChannel(final Path path, final Set<? extends OpenOption> options,
        final FileAttribute<?>... attrs) throws IOException {
        final Path platform = platform(path);
        try {
            return new RegisteredChannel(m_files, Files.newByteChannel(platform, options, attrs));
        } catch (final NoSuchFileException e) {
            throw inOwnWords(path, e);
        }
    }

    /** The user knows the path in the file system that was chosen, not where that lies on the platform. */
    private static NoSuchFileException inOwnWords(final Path path, final NoSuchFileException e) {
        final NoSuchFileException own = new NoSuchFileException(path.toAbsolutePath().normalize().toString());
        own.initCause(e);
        return own;
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(final Path dir, final DirectoryStream.Filter<? super Path> filter)
        throws IOException {
        return FolderStream.open(m_files, own(dir), platform(dir), filter);
    }

    @Override
    public void createDirectory(final Path dir, final FileAttribute<?>... attrs) throws IOException {
        Files.createDirectory(platform(dir), attrs);
    }

    @Override
    public void delete(final Path path) throws IOException {
        Files.delete(platform(path));
    }

    @Override
    public void copy(final Path source, final Path target, final CopyOption... options) throws IOException {
        Files.copy(platform(source), platform(target), options);
    }

    @Override
    public void move(final Path source, final Path target, final CopyOption... options) throws IOException {
        Files.move(platform(source), platform(target), options);
    }

    @Override
    public boolean isSameFile(final Path path, final Path path2) throws IOException {
        return Files.isSameFile(platform(path), platform(path2));
    }

    @Override
    public boolean isHidden(final Path path) throws IOException {
        return Files.isHidden(platform(path));
    }

    @Override
    public FileStore getFileStore(final Path path) throws IOException {
        return Files.getFileStore(platform(path));
    }

    @Override
    public void checkAccess(final Path path, final AccessMode... modes) throws IOException {
        final Path platform = platform(path);
        try {
            platform.getFileSystem().provider().checkAccess(platform, modes);
        } catch (final NoSuchFileException e) {
            throw inOwnWords(path, e);
        }
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(final Path path, final Class<V> type,
        final LinkOption... options) {
        try {
            return Files.getFileAttributeView(platform(path), type, options);
        } catch (final IOException e) { // NOSONAR: the interface knows no other way to say that there is none
            return null;
        }
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(final Path path, final Class<A> type,
        final LinkOption... options) throws IOException {
        final Path platform = platform(path);
        try {
            return m_files.shown(platform, Files.readAttributes(platform, type, options));
        } catch (final NoSuchFileException e) {
            throw inOwnWords(path, e);
        }
    }

    @Override
    public Map<String, Object> readAttributes(final Path path, final String attributes, final LinkOption... options)
        throws IOException {
        return Files.readAttributes(platform(path), attributes, options);
    }

    @Override
    public void setAttribute(final Path path, final String attribute, final Object value,
        final LinkOption... options) throws IOException {
        Files.setAttribute(platform(path), attribute, value, options);
    }
}

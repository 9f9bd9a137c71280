package org.xasnodes.runner.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

import org.knime.filehandling.core.connections.FSPath;

/** A path of the platform as a path of {@link LocalFileSystem}. */
final class LocalPath extends FSPath {

    private final LocalFileSystem m_files;

    private final Path m_path;

    LocalPath(final LocalFileSystem files, final Path path) {
        m_files = files;
        m_path = path;
    }

    Path platformPath() {
        return m_path;
    }

    @Override
    public LocalFileSystem getFileSystem() {
        return m_files;
    }

    private LocalPath wrap(final Path path) {
        return path == null ? null : new LocalPath(m_files, path);
    }

    private static Path unwrap(final Path other) {
        if (other instanceof LocalPath local) {
            return local.m_path;
        }
        throw new IllegalArgumentException("Path is from a different provider");
    }

    @Override
    public boolean isAbsolute() {
        return m_path.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return wrap(m_path.getRoot());
    }

    @Override
    public Path getFileName() {
        return wrap(m_path.getFileName());
    }

    @Override
    public Path getParent() {
        return wrap(m_path.getParent());
    }

    @Override
    public int getNameCount() {
        return m_path.getNameCount();
    }

    @Override
    public Path getName(final int index) {
        return wrap(m_path.getName(index));
    }

    @Override
    public Path subpath(final int beginIndex, final int endIndex) {
        return wrap(m_path.subpath(beginIndex, endIndex));
    }

    @Override
    public boolean startsWith(final Path other) {
        return m_path.startsWith(unwrap(other));
    }

    @Override
    public boolean endsWith(final Path other) {
        return m_path.endsWith(unwrap(other));
    }

    @Override
    public Path normalize() {
        return wrap(m_path.normalize());
    }

    @Override
    public Path resolve(final Path other) {
        return wrap(m_path.resolve(unwrap(other)));
    }

    @Override
    public Path relativize(final Path other) {
        return wrap(m_path.relativize(unwrap(other)));
    }

    @Override
    public Path toAbsolutePath() {
        return isAbsolute() ? this : m_files.getWorkingDirectory().resolve(this);
    }

    @Override
    public Path toRealPath(final LinkOption... options) throws IOException {
        return wrap(((LocalPath)toAbsolutePath()).m_path.toRealPath(options));
    }

    @Override
    public File toFile() {
        return m_path.toFile();
    }

    @Override
    public WatchKey register(final WatchService watcher, final WatchEvent.Kind<?>[] events,
        final WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(final Path other) {
        return m_path.compareTo(unwrap(other));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof LocalPath local && local.m_path.equals(m_path);
    }

    @Override
    public int hashCode() {
        return m_path.hashCode();
    }

    @Override
    public String toString() {
        return m_path.toString();
    }
}

package org.xasnodes.runner.files;

import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.knime.filehandling.core.connections.FSPath;

/** A path of names between slashes on every platform. The empty path has one empty name; the root has none. */
final class SlashPath extends FSPath {

    private static final String UP = "..";

    private final PlatformFileSystem m_files;

    private final boolean m_isAbsolute;

    private final List<String> m_names;

    private SlashPath(final PlatformFileSystem files, final boolean isAbsolute, final List<String> names) {
        m_files = files;
        m_isAbsolute = isAbsolute;
        m_names = names.isEmpty() && !isAbsolute ? List.of("") : List.copyOf(names);
    }

    static SlashPath of(final PlatformFileSystem files, final String first, final String... more) {
        final List<String> names = new ArrayList<>(split(first));
        Arrays.stream(more).forEach(part -> names.addAll(split(part)));
        final String start = first.isEmpty() ? String.join("/", more) : first;
        return new SlashPath(files, start.startsWith("/"), names);
    }

    private static List<String> split(final String text) {
        return Arrays.stream(text.split("/")).filter(name -> !name.isEmpty()).toList();
    }

    List<String> names() {
        return m_names;
    }

    private SlashPath relative(final List<String> names) {
        return new SlashPath(m_files, false, names);
    }

    private boolean isEmpty() {
        return !m_isAbsolute && m_names.get(0).isEmpty();
    }

    private SlashPath same(final Path other) {
        if (other.getFileSystem() != m_files) {
            throw new IllegalArgumentException("Paths of different file systems cannot be combined.");
        }
        return (SlashPath)other;
    }

    @Override
    public PlatformFileSystem getFileSystem() {
        return m_files;
    }

    @Override
    public boolean isAbsolute() {
        return m_isAbsolute;
    }

    @Override
    public Path getRoot() {
        return m_isAbsolute ? new SlashPath(m_files, true, List.of()) : null;
    }

    @Override
    public Path getFileName() {
        return m_names.isEmpty() ? null : getName(m_names.size() - 1);
    }

    @Override
    public Path getParent() {
        final int parentSize = m_names.size() - 1;
        return parentSize < (m_isAbsolute ? 0 : 1) ? null
            : new SlashPath(m_files, m_isAbsolute, m_names.subList(0, parentSize));
    }

    @Override
    public int getNameCount() {
        return m_names.size();
    }

    @Override
    public Path getName(final int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(final int beginIndex, final int endIndex) {
        if (beginIndex < 0 || endIndex <= beginIndex || endIndex > m_names.size()) {
            throw new IllegalArgumentException("No names " + beginIndex + " to " + endIndex + " in '" + this + "'.");
        }
        return relative(m_names.subList(beginIndex, endIndex));
    }

    @Override
    public boolean startsWith(final Path other) {
        return other instanceof SlashPath path && path.m_files == m_files && path.m_isAbsolute == m_isAbsolute
            && path.m_names.size() <= m_names.size()
            && path.m_names.equals(m_names.subList(0, path.m_names.size()));
    }

    @Override
    public boolean endsWith(final Path other) {
        if (!(other instanceof SlashPath path) || path.m_files != m_files) {
            return false;
        }
        final int offset = m_names.size() - path.m_names.size();
        return path.m_isAbsolute ? equals(other)
            : offset >= 0 && path.m_names.equals(m_names.subList(offset, m_names.size()));
    }

    @Override
    public Path normalize() {
        final List<String> names = new ArrayList<>();
        for (final String name : m_names) {
            final boolean isUp = UP.equals(name);
            if (isUp && !names.isEmpty() && !UP.equals(names.get(names.size() - 1))) {
                names.remove(names.size() - 1);
            } else if (!".".equals(name) && !(isUp && m_isAbsolute)) {
                names.add(name);
            }
        }
        return new SlashPath(m_files, m_isAbsolute, names);
    }

    @Override
    public Path resolve(final Path other) {
        final SlashPath path = same(other);
        if (path.m_isAbsolute || isEmpty()) {
            return path;
        }
        if (path.isEmpty()) {
            return this;
        }
        final List<String> names = new ArrayList<>(m_names);
        names.addAll(path.m_names);
        return new SlashPath(m_files, m_isAbsolute, names);
    }

    @Override
    public Path relativize(final Path other) {
        final SlashPath path = same(other);
        if (path.m_isAbsolute != m_isAbsolute) {
            throw new IllegalArgumentException("Cannot relativize an absolute path with a relative path.");
        }
        if (isEmpty()) {
            return path;
        }
        int common = 0;
        while (common < Math.min(m_names.size(), path.m_names.size())
            && m_names.get(common).equals(path.m_names.get(common))) {
            common++;
        }
        final List<String> names = new ArrayList<>(Collections.nCopies(m_names.size() - common, UP));
        if (!path.isEmpty()) {
            names.addAll(path.m_names.subList(common, path.m_names.size()));
        }
        return relative(names);
    }

    @Override
    public Path toAbsolutePath() {
        return m_isAbsolute ? this : m_files.getWorkingDirectory().resolve(this);
    }

    @Override
    public Path toRealPath(final LinkOption... options) {
        return toAbsolutePath().normalize();
    }

    @Override
    public WatchKey register(final WatchService watcher, final WatchEvent.Kind<?>[] events,
        final WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(final Path other) {
        return toString().compareTo(same(other).toString());
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof SlashPath path && path.m_files == m_files && path.m_isAbsolute == m_isAbsolute
            && path.m_names.equals(m_names);
    }

    @Override
    public int hashCode() {
        return m_names.hashCode();
    }

    @Override
    public String toString() {
        return (m_isAbsolute ? "/" : "") + String.join("/", m_names);
    }
}

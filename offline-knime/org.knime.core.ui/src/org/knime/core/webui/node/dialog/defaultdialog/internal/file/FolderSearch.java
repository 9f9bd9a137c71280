package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Walks through a folder and asks the filter about what is in it. */
final class FolderSearch extends SimpleFileVisitor<Path> {

    private final FileChooserFilters m_filters;

    private final Path m_root;

    private final MultiFileSelectionMode m_mode;

    private final boolean m_subfolders;

    private final int m_limit;

    private final List<Path> m_passed = new ArrayList<>();

    private int m_asked;

    private boolean m_rootSeen;

    private boolean m_skippedFolders;

    FolderSearch(final FileChooserFilters filters, final Path root, final MultiFileSelectionMode mode,
        final boolean subfolders, final int limit) {
        m_filters = filters;
        m_root = root;
        m_mode = mode;
        m_subfolders = subfolders;
        m_limit = limit;
    }

    @Override
    public FileVisitResult preVisitDirectory(final Path dir, final BasicFileAttributes attrs) {
        if (!m_rootSeen) {
            m_rootSeen = true;
            return FileVisitResult.CONTINUE;
        }
        final boolean passes = !limitReached() && m_filters.passesFilter(m_root, dir, attrs);
        if (m_subfolders && m_mode.includesFolders()) {
            add(dir, passes);
        }
        m_skippedFolders |= !passes;
        return passes ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    /** Folders arrive here, too, where the search does not enter them. */
    @Override
    public FileVisitResult visitFile(final Path file, final BasicFileAttributes attrs) {
        final boolean wanted = attrs.isDirectory() ? m_mode.includesFolders()
            : m_mode.includesFiles() && (attrs.isRegularFile() || attrs.isOther());
        if (wanted) {
            add(file, m_filters.passesFilter(m_root, file, attrs));
        }
        return FileVisitResult.CONTINUE;
    }

    private void add(final Path path, final boolean passes) {
        m_asked++;
        if (passes && !limitReached()) {
            m_passed.add(path);
        }
    }

    private boolean limitReached() {
        return m_passed.size() >= m_limit;
    }

    FileChooserFilters.FilterResult result() {
        return new FileChooserFilters.FilterResult(m_passed, m_asked, m_skippedFolders, limitReached());
    }
}

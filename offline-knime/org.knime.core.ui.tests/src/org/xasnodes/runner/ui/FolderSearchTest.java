package org.xasnodes.runner.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileChooserFilters;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileChooserFilters.FilterResult;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.MultiFileSelectionMode;

/** The search of a folder by the filters of the file chooser. */
final class FolderSearchTest {

    @TempDir
    private Path m_root;

    /** Passes text files, and folders not called "skipped". */
    private static final class TextFiles implements FileChooserFilters {

        @Override
        public boolean passesFilter(final Path root, final Path path, final BasicFileAttributes attrs) {
            return attrs.isDirectory() ? !path.endsWith("skipped") : path.toString().endsWith(".txt");
        }

        @Override
        public boolean followSymlinks() {
            return false;
        }
    }

    @BeforeEach
    void makeFiles() throws IOException {
        for (final String name : List.of("a.txt", "b.csv", "inner/c.txt", "skipped/d.txt")) {
            final Path file = m_root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    @Test
    void withoutSubfoldersOnlyTheFilesOfTheFolderAreAsked() throws IOException {
        final FilterResult found = search(MultiFileSelectionMode.FILES_IN_FOLDERS, false, 10);
        assertEquals(List.of("a.txt"), names(found));
        assertEquals(2, found.numFilesBeforeFiltering());
        assertFalse(found.numFilesBeforeFilteringIsOnlyLowerBound());
    }

    @Test
    void aSubfolderThatDoesNotPassIsNotSearched() throws IOException {
        final FilterResult found = search(MultiFileSelectionMode.FILES_IN_FOLDERS, true, 10);
        assertEquals(List.of("a.txt", "inner/c.txt"), names(found));
        assertEquals(3, found.numFilesBeforeFiltering());
        assertTrue(found.numFilesBeforeFilteringIsOnlyLowerBound());
    }

    @Test
    void whereEveryFolderPassesTheNumberOfFilesIsExact() throws IOException {
        Files.delete(m_root.resolve("skipped/d.txt"));
        Files.delete(m_root.resolve("skipped"));
        assertFalse(search(MultiFileSelectionMode.FILES_IN_FOLDERS, true, 10).numFilesBeforeFilteringIsOnlyLowerBound());
    }

    @Test
    void foldersAreFoundWithAndWithoutSearchingThem() throws IOException {
        for (final boolean subfolders : new boolean[]{false, true}) {
            assertEquals(List.of("inner"), names(search(MultiFileSelectionMode.FOLDERS, subfolders, 10)));
        }
    }

    @Test
    void noMoreThanTheLimitIsReturnedAndSaidSo() throws IOException {
        final FilterResult found = search(MultiFileSelectionMode.FILES_IN_FOLDERS, true, 1);
        assertEquals(1, found.passingFiles().size());
        assertTrue(found.numFilesAfterFilteringIsOnlyLowerBound());
    }

    @Test
    void aFileIsNoFolder() {
        final Path file = m_root.resolve("a.txt");
        assertThrows(IllegalArgumentException.class, () -> FileChooserFilters.getPassingFilesInFolder(new TextFiles(),
            file, MultiFileSelectionMode.FILES_IN_FOLDERS, false, 10));
    }

    private FilterResult search(final MultiFileSelectionMode mode, final boolean subfolders, final int limit)
        throws IOException {
        return FileChooserFilters.getPassingFilesInFolder(new TextFiles(), m_root, mode, subfolders, limit);
    }

    private List<String> names(final FilterResult found) {
        return found.passingFiles().stream().map(path -> m_root.relativize(path).toString().replace('\\', '/')).sorted()
            .toList();
    }
}

package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.knime.node.parameters.NodeParameters;

/** Picks files of a folder; the fields of an implementation are parameters that the user sets in the file chooser. */
public interface FileChooserFilters extends NodeParameters {

    /**
     * Asked for files, and for folders below the root: one that does not pass is not searched.
     *
     * @param root the folder in which the search started
     * @param path a file or folder in it
     * @param attrs its attributes
     * @return whether it passes
     */
    boolean passesFilter(Path root, Path path, BasicFileAttributes attrs);

    /** @return whether symbolic links are followed */
    boolean followSymlinks();

    /**
     * Searches a folder.
     *
     * @param filters decides what passes
     * @param root the folder
     * @param filterMode whether files, folders or both are wanted
     * @param includeSubFolders whether folders within the folder are searched, too
     * @param limit the largest number of paths to return
     * @return what passed, in the order of the file system
     * @throws IOException if the folder cannot be read
     * @throws IllegalArgumentException if the root is not a folder
     */
    static FilterResult getPassingFilesInFolder(final FileChooserFilters filters, final Path root,
        final MultiFileSelectionMode filterMode, final boolean includeSubFolders, final int limit) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException("Root path must be a folder");
        }
        final Set<FileVisitOption> options =
            filters.followSymlinks() ? EnumSet.of(FileVisitOption.FOLLOW_LINKS) : EnumSet.noneOf(FileVisitOption.class);
        final FolderSearch search = new FolderSearch(filters, root, filterMode, includeSubFolders, limit);
        Files.walkFileTree(root, options, includeSubFolders ? Integer.MAX_VALUE : 1, search);
        return search.result();
    }

    /**
     * What a search found.
     *
     * @param passingFiles the paths that passed
     * @param numFilesBeforeFiltering how many paths were asked
     * @param numFilesBeforeFilteringIsOnlyLowerBound whether folders were left out of the search
     * @param numFilesAfterFilteringIsOnlyLowerBound whether the limit was reached
     */
    record FilterResult(List<Path> passingFiles, int numFilesBeforeFiltering,
        boolean numFilesBeforeFilteringIsOnlyLowerBound, boolean numFilesAfterFilteringIsOnlyLowerBound) {
    }
}

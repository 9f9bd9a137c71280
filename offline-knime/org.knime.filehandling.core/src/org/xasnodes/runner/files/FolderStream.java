package org.xasnodes.runner.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.knime.filehandling.core.connections.FSPath;

/** The entries of a folder that a node may see. */
final class FolderStream implements DirectoryStream<Path> {

    private final List<Path> m_entries;

    private FolderStream(final List<Path> entries) {
        m_entries = entries;
    }

    static FolderStream open(final PlatformFileSystem files, final FSPath folder, final Path platformFolder,
        final Filter<? super Path> filter) throws IOException {
        if (!Files.exists(platformFolder)) {
            throw new NoSuchFileException(folder.toAbsolutePath().normalize().toString());
        }
        if (!Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()) {
            throw new NotDirectoryException(folder.toAbsolutePath().normalize().toString());
        }
        final List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(platformFolder)) {
            for (final Path child : children) {
                final FSPath entry = files.entry(folder, child);
                if (entry != null && filter.accept(entry)) {
                    entries.add(entry);
                }
            }
        }
        return new FolderStream(entries);
    }

    @Override
    public Iterator<Path> iterator() {
        return m_entries.iterator();
    }

    @Override
    public void close() {
        // everything was read already
    }
}

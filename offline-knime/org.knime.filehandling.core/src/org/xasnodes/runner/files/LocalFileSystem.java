package org.xasnodes.runner.files;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import org.knime.filehandling.core.connections.FSLocationSpec;
import org.knime.filehandling.core.connections.FSPath;

/** The files of this computer. Relative paths belong to the user's home, as in KNIME. */
final class LocalFileSystem extends PlatformFileSystem {

    private static final FileSystem PLATFORM = FileSystems.getDefault();

    LocalFileSystem(final FSLocationSpec spec) {
        super(URI.create("local:///"), spec, System.getProperty("user.home"));
    }

    @Override
    public FSPath getPath(final String first, final String... more) {
        return new LocalPath(this, PLATFORM.getPath(first, more));
    }

    @Override
    public String getSeparator() {
        return PLATFORM.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        final List<Path> roots = new ArrayList<>();
        PLATFORM.getRootDirectories().forEach(root -> roots.add(new LocalPath(this, root)));
        return roots;
    }

    @Override
    Path toPlatform(final FSPath path) {
        return ((LocalPath)path.toAbsolutePath()).platformPath();
    }

    @Override
    FSPath entry(final FSPath folder, final Path child) {
        return (FSPath)folder.resolve(child.getFileName().toString());
    }

    @Override
    <A extends BasicFileAttributes> A shown(final Path platformPath, final A attributes) {
        return attributes;
    }
}

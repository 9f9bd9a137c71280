package org.xasnodes.runner.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;

import org.knime.filehandling.core.connections.FSLocationSpec;
import org.knime.filehandling.core.connections.FSPath;

/**
 * A folder as the root of a file system with slashes, as KNIME shows a mountpoint or a workflow's data area. Steps
 * above the root end at the root. A workflow in it is one thing that is neither file nor folder, and nothing in it can
 * be seen.
 */
final class FolderFileSystem extends PlatformFileSystem {

    private static final List<String> WORKFLOW_FILES = List.of("workflow.knime", "template.knime");

    private static final String META_FILE = "workflowset.meta";

    private final Path m_root;

    FolderFileSystem(final String typeId, final FSLocationSpec spec, final Path root, final String workingDirectory) {
        super(URI.create(typeId + "://" + UUID.randomUUID()), spec, workingDirectory);
        m_root = root;
    }

    @Override
    public FSPath getPath(final String first, final String... more) {
        return SlashPath.of(this, first, more);
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    Path toPlatform(final FSPath path) throws IOException {
        final SlashPath absolute = (SlashPath)path.toAbsolutePath().normalize();
        Path platform = m_root;
        for (final String name : absolute.names()) {
            if (isWorkflow(platform)) {
                throw new NoSuchFileException(absolute.toString());
            }
            platform = platform.resolve(name);
        }
        if (isReserved(absolute)) {
            throw new NoSuchFileException(absolute.toString());
        }
        return platform;
    }

    /** KNIME keeps these to itself. */
    private static boolean isReserved(final SlashPath absolute) {
        final List<String> names = absolute.names();
        return !names.isEmpty()
            && (".metadata".equals(names.get(0)) || META_FILE.equals(names.get(names.size() - 1)));
    }

    @Override
    FSPath entry(final FSPath folder, final Path child) {
        final SlashPath path = (SlashPath)folder.resolve(child.getFileName().toString());
        return isReserved((SlashPath)path.toAbsolutePath().normalize()) ? null : path;
    }

    @Override
    @SuppressWarnings("unchecked") // only BasicFileAttributes are offered
    <A extends BasicFileAttributes> A shown(final Path platformPath, final A attributes) {
        return isWorkflow(platformPath) ? (A)new WorkflowAttributes(attributes) : attributes;
    }

    private static boolean isWorkflow(final Path folder) {
        return WORKFLOW_FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }
}

package org.xasnodes.runner.workflow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The folder of a workflow; that of a <code>.knwf</code> file is unpacked until this is closed. */
public final class WorkflowFolder implements AutoCloseable {

    /** More than any workflow that travels as one file; a bound for files made to fill a disk. */
    static final long MAX_UNPACKED_BYTES = 4L << 30;

    static final int MAX_FILES = 100_000;

    private final Path m_path;

    private final Path m_temporary;

    private WorkflowFolder(final Path path, final Path temporary) {
        m_path = path;
        m_temporary = temporary;
    }

    /**
     * @param path a workflow's folder or a <code>.knwf</code> file
     * @return the folder
     * @throws WorkflowException if it is neither
     */
    public static WorkflowFolder open(final Path path) throws WorkflowException {
        if (Files.isDirectory(path)) {
            return new WorkflowFolder(path.toAbsolutePath().normalize(), null);
        }
        if (!Files.exists(path)) {
            throw new WorkflowException(path + " does not exist. Give a workflow's folder or a .knwf file.");
        }
        return unpack(path, MAX_UNPACKED_BYTES);
    }

    static WorkflowFolder unpack(final Path archive, final long maxBytes) throws WorkflowException {
        Path temporary = null;
        try {
            temporary = Files.createTempDirectory("xas-workflow");
            extract(archive, temporary, maxBytes);
            return new WorkflowFolder(onlyWorkflow(archive, temporary), temporary);
        } catch (final IOException e) {
            deleteQuietly(temporary);
            throw new WorkflowException(archive + " cannot be unpacked: " + e.getMessage(), e);
        } catch (final WorkflowException e) {
            deleteQuietly(temporary);
            throw e;
        }
    }

    private static void extract(final Path archive, final Path target, final long maxBytes)
        throws IOException, WorkflowException {
        long bytesLeft = maxBytes;
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                final Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new WorkflowException(archive + ": the entry '" + entry.getName()
                        + "' points outside the workflow. Do not trust this file.");
                }
                if (++files > MAX_FILES) {
                    throw new WorkflowException(archive + " holds more than " + MAX_FILES + " files.");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    bytesLeft -= copy(zip, file, bytesLeft, archive);
                }
            }
        } catch (final ZipException | IllegalArgumentException e) {
            throw new WorkflowException(archive + " is damaged: " + e.getMessage(), e);
        }
        if (files == 0) {
            throw new WorkflowException(archive + " is no workflow: neither a folder nor a .knwf file.");
        }
    }

    private static long copy(final InputStream in, final Path file, final long limit, final Path archive)
        throws IOException, WorkflowException {
        final byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new WorkflowException(
                        archive + " is larger than what is unpacked here; unpack it yourself and give the folder.");
                }
                out.write(buffer, 0, read);
            }
        }
        return size;
    }

    private static Path onlyWorkflow(final Path archive, final Path unpacked) throws IOException, WorkflowException {
        try (Stream<Path> files = Files.walk(unpacked, 4)) {
            final List<Path> found = files.filter(file -> file.endsWith("workflow.knime")).map(Path::getParent)
                .sorted((a, b) -> Integer.compare(a.getNameCount(), b.getNameCount())).toList();
            // metanodes have such a file too, deeper inside
            final List<Path> top = found.stream().filter(folder -> found.stream()
                .noneMatch(other -> !other.equals(folder) && folder.startsWith(other))).toList();
            if (top.size() != 1) {
                throw new WorkflowException(archive + " holds " + (top.isEmpty() ? "no workflow"
                    : top.size() + " workflows; unpack it and give the folder of one") + ".");
            }
            return top.get(0);
        }
    }

    /** @return the folder that holds <code>workflow.knime</code> */
    public Path path() {
        return m_path;
    }

    @Override
    public void close() {
        deleteQuietly(m_temporary);
    }

    private static void deleteQuietly(final Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes)
                    throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(final Path dir, final IOException e) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (final IOException e) { // NOSONAR: a temporary folder; the system clears it
        }
    }
}

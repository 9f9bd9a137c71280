package org.xasnodes.runner.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workflow comes as a folder or as one file, which is not trusted. */
final class WorkflowFolderTest {

    @TempDir
    Path m_temp;

    private Path archive(final String... namesAndTexts) throws IOException {
        final Path archive = m_temp.resolve("flow.knwf");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes());
                zip.closeEntry();
            }
        }
        return archive;
    }

    private static String refusal(final Path path) {
        return assertThrows(WorkflowException.class, () -> WorkflowFolder.open(path).close()).getMessage();
    }

    @Test
    void anArchiveIsUnpackedUntilItIsClosed() throws Exception {
        final Path folder;
        try (WorkflowFolder workflow = WorkflowFolder.open(archive("flow/", "", "flow/workflow.knime", "w",
            "flow/Meta (#1)/workflow.knime", "m", "flow/data/a.csv", "1"))) {
            folder = workflow.path();
            assertEquals("flow", folder.getFileName().toString());
            assertEquals("1", Files.readString(folder.resolve("data/a.csv")));
        }
        assertFalse(Files.exists(folder));
    }

    @Test
    void aFolderIsTakenAsItIsAndStays() throws Exception {
        try (WorkflowFolder workflow = WorkflowFolder.open(m_temp)) {
            assertEquals(m_temp.toAbsolutePath().normalize(), workflow.path());
        }
        assertTrue(Files.exists(m_temp));
    }

    @Test
    void anEntryOutsideTheArchiveIsNotWritten() throws IOException {
        final String message = refusal(archive("../../escaped-from-archive.txt", "x"));
        assertTrue(message.contains("points outside the workflow"), message);
        assertFalse(Files.exists(m_temp.resolve("../../escaped-from-archive.txt")));
    }

    @Test
    void anArchiveThatGrowsTooLargeIsRefused() throws IOException {
        final Path archive = archive("flow/workflow.knime", "w", "flow/data/zeros", "0".repeat(1000));
        final String message =
            assertThrows(WorkflowException.class, () -> WorkflowFolder.unpack(archive, 500)).getMessage();
        assertTrue(message.contains("larger than what is unpacked"), message);
    }

    @Test
    void anArchiveWithoutWorkflowIsRefused() throws IOException {
        assertTrue(refusal(archive("a.txt", "x")).contains("holds no workflow"));
    }

    @Test
    void anArchiveOfSeveralWorkflowsIsRefused() throws IOException {
        assertTrue(refusal(archive("a/workflow.knime", "x", "b/workflow.knime", "x")).contains("holds 2 workflows"));
    }

    @Test
    void aCutArchiveIsDamaged() throws IOException {
        final Path archive = archive("flow/workflow.knime", "some text that takes a few bytes");
        final byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, 60));
        final String message = refusal(archive);
        assertTrue(message.contains("flow.knwf"), message);
    }

    @Test
    void anotherFileIsNoWorkflow() throws IOException {
        final Path file = Files.writeString(m_temp.resolve("a.txt"), "text");
        assertTrue(refusal(file).contains("is no workflow"));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertTrue(refusal(m_temp.resolve("nowhere")).contains("does not exist"));
    }
}

package org.xasnodes.runner.locations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSPath;
import org.knime.filehandling.core.defaultnodesettings.FileSystemHelper;
import org.xasnodes.runner.files.CurrentWorkflow;

/** From a location in settings to its file, as KNIME's file systems treat it. */
final class FileSystemHelperTest {

    private static final String DATA = "knime.workflow.data";

    private static final String WORKFLOW = "knime.workflow";

    @TempDir
    Path m_temp;

    private Path m_workflow;

    @BeforeEach
    void workflowWithData() throws IOException {
        m_workflow = Files.createDirectory(m_temp.resolve("flow"));
        Files.writeString(m_workflow.resolve("workflow.knime"), "w");
        Files.createDirectories(m_workflow.resolve("data/sub"));
        Files.writeString(m_workflow.resolve("data/a.csv"), "in data");
        Files.writeString(m_workflow.resolve("data/sub/b.csv"), "in sub");
        Files.writeString(m_workflow.resolve("data/workflowset.meta"), "hidden");
        Files.writeString(m_temp.resolve("a.csv"), "beside");
    }

    private <T> T inWorkflow(final Callable<T> work) throws Exception {
        return CurrentWorkflow.during(m_workflow, work);
    }

    private static FSConnection connect(final FSLocation location) {
        return FileSystemHelper.retrieveFSConnection(Optional.empty(), location).orElseThrow();
    }

    private static String read(final FSLocation location) throws IOException {
        try (FSConnection connection = connect(location)) {
            return Files.readString(connection.getFileSystem().getPath(location));
        }
    }

    private String readRelative(final String to, final String path) throws Exception {
        return inWorkflow(() -> read(new FSLocation(FSCategory.RELATIVE, to, path)));
    }

    @Test
    void aLocalFileIsRead() throws IOException {
        assertEquals("beside", read(new FSLocation(FSCategory.LOCAL, m_temp.resolve("a.csv").toString())));
    }

    @Test
    void aRelativeLocalPathBelongsToTheUsersHome() throws IOException {
        final FSLocation location = new FSLocation(FSCategory.LOCAL, "some/file");
        try (FSConnection connection = connect(location)) {
            assertEquals(Path.of(System.getProperty("user.home"), "some", "file").toString(),
                connection.getFileSystem().getPath(location).toAbsolutePath().toString());
        }
    }

    @Test
    void theDataAreaIsTheWorkflowsDataFolder() throws Exception {
        assertEquals("in data", readRelative(DATA, "a.csv"));
        assertEquals("in data", readRelative(DATA, "/a.csv"));
        assertEquals("in sub", readRelative(DATA, "sub/b.csv"));
    }

    @Test
    void stepsAboveTheDataAreaEndAtItsRoot() throws Exception {
        assertEquals("in data", readRelative(DATA, "../../a.csv"));
        assertEquals("in data", readRelative(DATA, "sub/../../a.csv"));
    }

    @Test
    void theDataAreaIsMadeWhereItIsMissing() throws Exception {
        final Path empty = Files.createDirectory(m_temp.resolve("empty"));
        Files.writeString(empty.resolve("workflow.knime"), "w");
        CurrentWorkflow.during(empty, () -> {
            connect(new FSLocation(FSCategory.RELATIVE, DATA, "x")).close();
            return null;
        });
        assertTrue(Files.isDirectory(empty.resolve("data")));
    }

    @Test
    void aFileBesideTheWorkflowIsOneStepUp() throws Exception {
        assertEquals("beside", readRelative(WORKFLOW, "../a.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/a.csv", "workflow.knime", "../flow/data/a.csv"})
    void nothingInAWorkflowIsSeen(final String path) {
        assertThrows(NoSuchFileException.class, () -> readRelative(WORKFLOW, path));
    }

    @Test
    void aWorkflowIsNeitherFileNorFolder() throws Exception {
        inWorkflow(() -> {
            final FSLocation location = new FSLocation(FSCategory.RELATIVE, WORKFLOW, "../flow");
            try (FSConnection connection = connect(location)) {
                final FSPath path = connection.getFileSystem().getPath(location);
                assertTrue(Files.exists(path));
                assertFalse(Files.isDirectory(path));
                assertFalse(Files.isRegularFile(path));
                assertThrows(NotDirectoryException.class, () -> Files.newDirectoryStream(path));
                assertThrows(FileSystemException.class, () -> Files.newInputStream(path));
            }
            return null;
        });
    }

    @Test
    void aMissingFileIsNamedAsTheUserKnowsIt() {
        final NoSuchFileException e =
            assertThrows(NoSuchFileException.class, () -> readRelative(DATA, "sub/missing.csv"));
        assertEquals("/sub/missing.csv", e.getMessage());
    }

    @Test
    void aFolderCannotBeRead() {
        final IOException e = assertThrows(IOException.class, () -> inWorkflow(() -> {
            final FSLocation location = new FSLocation(FSCategory.RELATIVE, DATA, "sub");
            try (FSConnection connection = connect(location);
                    InputStream in = Files.newInputStream(connection.getFileSystem().getPath(location))) {
                return in.read();
            }
        }));
        assertTrue(e.getMessage().contains("is a directory"), e.getMessage());
    }

    @Test
    void aFolderIsWalkedWithoutKnimesOwnFiles() throws Exception {
        inWorkflow(() -> {
            final FSLocation location = new FSLocation(FSCategory.RELATIVE, DATA, "");
            try (FSConnection connection = connect(location);
                    Stream<Path> files = Files.walk(connection.getFileSystem().getPath("/"))) {
                assertEquals(List.of("/", "/a.csv", "/sub", "/sub/b.csv"), files.map(Path::toString).sorted().toList());
            }
            return null;
        });
    }

    @Test
    void aFolderGivenByARelativePathHasRelativeEntries() throws Exception {
        inWorkflow(() -> {
            final FSLocation location = new FSLocation(FSCategory.RELATIVE, DATA, "sub");
            try (FSConnection connection = connect(location);
                    Stream<Path> files = Files.list(connection.getFileSystem().getPath(location))) {
                assertEquals(List.of("sub/b.csv"), files.map(Path::toString).toList());
            }
            return null;
        });
    }

    @Test
    void filesAndFoldersCanBeMade() throws Exception {
        inWorkflow(() -> {
            final FSLocation location = new FSLocation(FSCategory.RELATIVE, DATA, "new/c.csv");
            try (FSConnection connection = connect(location)) {
                final FSPath path = connection.getFileSystem().getPath(location);
                Files.createDirectories(path.getParent());
                Files.writeString(path, "written");
            }
            return null;
        });
        assertEquals("written", Files.readString(m_workflow.resolve("data/new/c.csv")));
    }

    @Test
    void closingTheConnectionClosesItsStreams() throws IOException {
        final FSLocation location = new FSLocation(FSCategory.LOCAL, m_temp.resolve("a.csv").toString());
        final FSConnection connection = connect(location);
        final FSPath path = connection.getFileSystem().getPath(location);
        final InputStream in = Files.newInputStream(path);
        connection.close();
        assertThrows(IOException.class, in::read);
        assertThrows(ClosedFileSystemException.class, () -> Files.newInputStream(path));
    }

    @Test
    void withoutWorkflowNothingIsRelative() {
        final FSLocation location = new FSLocation(FSCategory.RELATIVE, DATA, "a.csv");
        assertEquals("Workflow context required.",
            assertThrows(IllegalStateException.class, () -> connect(location)).getMessage());
    }

    @Test
    void aThreadOfANodesOwnDoesNotKnowTheWorkflow() throws Exception {
        inWorkflow(() -> {
            final FutureTask<Object> task =
                new FutureTask<>(() -> connect(new FSLocation(FSCategory.RELATIVE, DATA, "a.csv")));
            new Thread(task).start();
            assertEquals(IllegalStateException.class,
                assertThrows(ExecutionException.class, task::get).getCause().getClass());
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"knime.mountpoint", "knime.space"})
    void whatNeedsAMountpointIsRefusedWithAdvice(final String to) {
        final IllegalStateException e =
            assertThrows(IllegalStateException.class, () -> readRelative(to, "a.csv"));
        assertTrue(e.getMessage().contains("Choose a local file"), e.getMessage());
    }

    @Test
    void anUnknownRelationIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> readRelative("knime.node", "a.csv"));
    }

    @Test
    void aMountpointIsUnknown() {
        final FSLocation location = new FSLocation(FSCategory.MOUNTPOINT, "My-Hub", "/a.csv");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> connect(location)).getMessage()
            .startsWith("The selected mountpoint 'My-Hub' is unknown."));
    }

    @Test
    void aFileUrlIsRead() throws IOException {
        final Path file = Files.writeString(m_temp.resolve("with blank.csv"), "by URL");
        assertEquals("by URL", read(new FSLocation(FSCategory.CUSTOM_URL, "1000", file.toUri().toString())));
        assertEquals("by URL",
            read(new FSLocation(FSCategory.CUSTOM_URL, "1000", file.toUri().toString().replace("%20", " "))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a.csv", "knime://LOCAL/a.csv", "a.csv", "file:a.csv", "%"})
    void anotherUrlIsRefused(final String url) {
        final FSLocation location = new FSLocation(FSCategory.CUSTOM_URL, "1000", url);
        assertThrows(IllegalArgumentException.class, () -> connect(location));
    }

    @Test
    void aConnectedLocationNeedsAPort() {
        final FSLocation location = new FSLocation(FSCategory.CONNECTED, "local", "/a.csv");
        assertEquals(Optional.empty(), FileSystemHelper.retrieveFSConnection(Optional.empty(), location));
    }

    @Test
    void aPathGoesBackToItsLocation() throws Exception {
        inWorkflow(() -> {
            final FSLocation location = new FSLocation(FSCategory.RELATIVE, DATA, "sub/b.csv");
            try (FSConnection connection = connect(location)) {
                assertEquals(location, connection.getFileSystem().getPath(location).toFSLocation());
            }
            return null;
        });
    }

    @Test
    void locationsAreEqualIfTheyMeanTheSameFile() {
        final FSLocation local = new FSLocation(FSCategory.LOCAL, "/a");
        assertEquals(local, new FSLocation(FSCategory.CONNECTED, "local", "/a"));
        assertEquals(local.hashCode(), new FSLocation(FSCategory.CONNECTED, "local", "/a").hashCode());
        assertEquals(new FSLocation(FSCategory.CUSTOM_URL, "1", "file:/a"),
            new FSLocation(FSCategory.CUSTOM_URL, "2", "file:/a"));
        assertNotEquals(local, new FSLocation(FSCategory.LOCAL, "/b"));
        assertEquals("(RELATIVE, knime.workflow, a)",
            new FSLocation(FSCategory.RELATIVE, WORKFLOW, "a").toString());
        assertEquals("NULL", FSLocation.NULL.toString());
    }

    @Test
    void pathsWithSlashesAreRelatedAsOnUnix() throws Exception {
        inWorkflow(() -> {
            try (FSConnection connection = connect(new FSLocation(FSCategory.RELATIVE, DATA, "a"))) {
                final Path a = connection.getFileSystem().getPath("/a/b", "c");
                final Path b = connection.getFileSystem().getPath("/a/x");
                assertEquals("../../x", a.relativize(b).toString());
                assertEquals("/a/b", a.getParent().toString());
                assertEquals("c", a.getFileName().toString());
                assertEquals("/", a.getRoot().toString());
                assertTrue(a.startsWith("/a") && a.endsWith("b/c") && !a.startsWith("a"));
                assertEquals("/x", connection.getFileSystem().getPath("/a/../../x").normalize().toString());
                assertEquals("../x", connection.getFileSystem().getPath("a/../../x").normalize().toString());
                assertEquals("", b.relativize(b).toString());
            }
            return null;
        });
    }
}

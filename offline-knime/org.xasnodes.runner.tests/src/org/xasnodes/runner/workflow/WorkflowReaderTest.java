package org.xasnodes.runner.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xasnodes.runner.WorkflowFiles;

/** A whole workflow is read; a damaged one is refused with file and line. */
final class WorkflowReaderTest {

    @TempDir
    Path m_temp;

    private Path m_folder;

    private WorkflowFiles m_files;

    @BeforeEach
    void twoNodes() throws IOException {
        m_folder = m_temp.resolve("flow");
        m_files = new WorkflowFiles(m_folder).node(1, "Reader", "a.Reader").node(2, "Writer", "a.Writer");
    }

    private String refusal() throws IOException {
        m_files.write();
        return assertThrows(WorkflowException.class, () -> WorkflowReader.read(m_folder)).getMessage();
    }

    private void replaceIn(final String file, final String old, final String replacement) throws IOException {
        final Path path = m_folder.resolve(file);
        final String text = Files.readString(path);
        assertTrue(text.contains(old), text);
        Files.writeString(path, text.replace(old, replacement));
    }

    private String refusalAfter(final String old, final String replacement) throws IOException {
        m_files.write();
        replaceIn("workflow.knime", old, replacement);
        return assertThrows(WorkflowException.class, () -> WorkflowReader.read(m_folder)).getMessage();
    }

    @Test
    void nodesComeAfterThoseTheyGetDataFrom() throws Exception {
        m_files.connect(2, 1, 1, 1).write();
        final Workflow workflow = WorkflowReader.read(m_folder);
        assertEquals(List.of("#2 Writer", "#1 Reader"),
            workflow.nodes().stream().map(WorkflowNode::toString).toList());
        assertEquals(Optional.of("a.Writer"), workflow.nodes().get(0).factory());
        assertEquals(List.of(new Connection(2, 1, 1, 1)), workflow.connections());
    }

    @Test
    void aMetanodeHasNeitherFactoryNorSettings() throws Exception {
        m_files.metanode(7, "Loop body").write();
        final WorkflowNode node = WorkflowReader.read(m_folder).nodes().get(2);
        assertEquals("#7 Loop body", node.toString());
        assertEquals(Optional.empty(), node.factory());
    }

    @Test
    void anEmptyWorkflowHasNoNodes() throws Exception {
        assertEquals(List.of(), WorkflowReader.read(new WorkflowFiles(m_temp.resolve("empty")).write()).nodes());
    }

    @Test
    void aFolderWithoutWorkflowIsRefused() {
        final String message =
            assertThrows(WorkflowException.class, () -> WorkflowReader.read(m_temp)).getMessage();
        assertTrue(message.contains("is no workflow"), message);
    }

    @Test
    void missingSettingsOfANodeAreNamed() throws IOException {
        Files.delete(m_folder.resolve("Writer (#2)/settings.xml"));
        final String message = refusal();
        assertTrue(message.contains("Writer (#2)") && message.contains("is missing"), message);
    }

    @Test
    void settingsThatAreCutShortAreNamedWithTheirLine() throws IOException {
        final Path settings = m_folder.resolve("Reader (#1)/settings.xml");
        final String text = Files.readString(settings);
        Files.writeString(settings, text.substring(0, text.indexOf("<entry key=\"node-name\"") + 10));
        final String message = refusal();
        assertTrue(message.contains("Reader (#1)") && message.contains(", line 6: The file is damaged"), message);
    }

    @Test
    void anEmptySettingsFileIsDamaged() throws IOException {
        Files.writeString(m_folder.resolve("Reader (#1)/settings.xml"), "");
        final String message = refusal();
        assertTrue(message.contains("line 1: The file is damaged"), message);
    }

    @Test
    void aNodeWithoutFactoryIsRefused() throws IOException {
        replaceIn("Reader (#1)/settings.xml", "key=\"factory\"", "key=\"fabric\"");
        final String message = refusal();
        assertTrue(message.contains("'factory' is missing"), message);
    }

    @Test
    void aDocumentTypeIsRefusedSoThatNoEntityCanBe() throws IOException {
        replaceIn("Reader (#1)/settings.xml", "<config xmlns",
            "<!DOCTYPE config [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<config xmlns");
        final String message = refusal();
        assertTrue(message.contains("line 2: A document type is not allowed"), message);
    }

    @Test
    void anUndefinedEntityIsRefused() throws IOException {
        replaceIn("Reader (#1)/settings.xml", "a.Reader", "a.&xxe;");
        final String message = refusal();
        assertTrue(message.contains("line ") && message.contains("damaged"), message);
    }

    @Test
    void settingsNestedWithoutEndAreRefused() throws IOException {
        replaceIn("Reader (#1)/settings.xml", "<config key=\"model\">",
            "<config key=\"a\">".repeat(1000) + "</config>".repeat(1000) + "<config key=\"model\">");
        final String message = refusal();
        assertTrue(message.contains("nested more than 90 deep"), message);
    }

    @Test
    void anotherXmlFileIsNoSettingsFile() throws IOException {
        Files.writeString(m_folder.resolve("Reader (#1)/settings.xml"), "<html/>");
        final String message = refusal();
        assertTrue(message.contains("no settings file of KNIME"), message);
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() throws IOException {
        final String message = refusalAfter("key=\"node_2\"", "key=\"node_1\"");
        assertTrue(message.contains("'node_1' is there twice"), message);
    }

    @Test
    void aNumberOfTwoNodesIsRefused() throws IOException {
        final String message =
            refusalAfter("key=\"id\" type=\"xint\" value=\"2\"", "key=\"id\" type=\"xint\" value=\"1\"");
        assertTrue(message.contains("The number 1 belongs to two nodes, 'Reader' and 'Writer'"), message);
    }

    @Test
    void anAbsurdNumberOfANodeIsRefused() throws IOException {
        final String message =
            refusalAfter("key=\"id\" type=\"xint\" value=\"2\"", "key=\"id\" type=\"xint\" value=\"99999999999\"");
        assertTrue(message.contains("must be a whole number, not '99999999999'"), message);
    }

    @Test
    void aConnectionToANodeThatIsNotThereIsRefused() throws IOException {
        m_files.connect(1, 1, 5, 1);
        final String message = refusal();
        assertTrue(message.contains("workflow.knime, line ") && message.contains("node #5"), message);
    }

    @Test
    void aConnectionToANegativePortIsRefused() throws IOException {
        m_files.connect(1, -1, 2, 1);
        final String message = refusal();
        assertTrue(message.contains("port below 0"), message);
    }

    @Test
    void twoConnectionsIntoOneInputAreRefused() throws IOException {
        m_files.connect(1, 1, 2, 1).connect(1, 2, 2, 1);
        final String message = refusal();
        assertTrue(message.contains("second connection into input 1 of node #2 Writer"), message);
    }

    @Test
    void connectionsInACircleAreRefusedByName() throws IOException {
        m_files.connect(1, 1, 2, 1).connect(2, 1, 1, 1);
        final String message = refusal();
        assertTrue(message.contains("circle") && message.contains("#1 Reader, #2 Writer"), message);
    }

    @Test
    void settingsOutsideTheWorkflowAreNotRead() throws IOException {
        final String message = refusalAfter("Writer (#2)/settings.xml", "../../secret/settings.xml");
        assertTrue(message.contains("is not in a folder of the workflow"), message);
    }
}

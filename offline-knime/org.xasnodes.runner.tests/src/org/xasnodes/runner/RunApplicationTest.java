package org.xasnodes.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.xasnodes.runner.execution.NodeFactories;

/** The command line from its arguments to output, files and exit status. */
final class RunApplicationTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"n"}, new DataType[]{IntCell.TYPE});

    private static final NodeFactories NODES = className -> "count".equals(className)
        ? Optional.of(new Factory(counter())) : Optional.empty();

    @TempDir
    Path m_temp;

    private final ByteArrayOutputStream m_out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream m_err = new ByteArrayOutputStream();

    /** Parameters with one setting. */
    static final class Count implements NodeParameters {
        int m_count;
    }

    /** Makes the node of a test. */
    static final class Factory extends DefaultNodeFactory {
        Factory(final DefaultNode node) {
            super(node);
        }
    }

    /** A node that gives a row with the number of its setting, and fails at 13. */
    private static DefaultNode counter() {
        return DefaultNode.create().name("Count").icon("i.png").shortDescription("s").fullDescription("f")
            .sinceVersion(5, 9, 0).ports(p -> p.addOutputTable("Numbers", "o"))
            .model(m -> m.parametersClass(Count.class).configure((in, out) -> out.setOutSpecs(SPEC))
                .execute((in, out) -> {
                    final int count = in.<Count> getParameters().m_count;
                    if (count == 13) {
                        throw Message.fromSummary("I do not like 13.").toKNIMEException();
                    }
                    final BufferedDataContainer rows = in.getExecutionContext().createDataContainer(SPEC);
                    rows.addRowToTable(new DefaultRow("first", new IntCell(count)));
                    rows.close();
                    out.setOutData(rows.getTable());
                }));
    }

    @BeforeEach
    void workflow() throws IOException {
        new WorkflowFiles(m_temp.resolve("flow"))
            .node(4, "Count", "count", WorkflowFiles.entry("count", "xint", "7"))
            .node(9, "Row Filter", "org.knime.RowFilter").connect(4, 1, 9, 1).write();
    }

    private int run(final String... arguments) throws Exception {
        final PrintStream out = new PrintStream(m_out, true, StandardCharsets.UTF_8);
        return new RunApplication(out, new PrintStream(m_err, true, StandardCharsets.UTF_8)).run(arguments, m_temp,
            false, NODES);
    }

    @Test
    void eachNodeIsReportedWithTheHeadOfItsTable() throws Exception {
        assertEquals(0, run("flow"));
        final String out = m_out.toString(StandardCharsets.UTF_8);
        assertTrue(out.matches("(?s)#4 Count +EXECUTED +[0-9.]+ s\\R   Numbers: 1 row, 1 column\\R     RowID  n\\R"
            + "     first  7\\R#9 Row Filter +needs KNIME\\R"), out);
        assertFalse(out.contains("\r "), "no terminal, so nothing is written over");
    }

    @Test
    void tablesAreWrittenBelowTheCallersFolder() throws Exception {
        assertEquals(0, run("flow", "--set", "Count/count=8", "--out", "deep/result"));
        assertEquals("RowID,n\r\nfirst,8\r\n",
            Files.readString(m_temp.resolve("deep/result/04 Count - Numbers.csv")));
    }

    @Test
    void aNodeThatFailsGivesStatusOneAndItsMessage() throws Exception {
        assertEquals(1, run("flow", "--set", "#4/model/count=13", "--out", "result"));
        final String out = m_out.toString(StandardCharsets.UTF_8);
        assertTrue(out.contains("error: I do not like 13."), out);
        assertFalse(Files.exists(m_temp.resolve("result/04 Count - Numbers.csv")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--set|--set needs a value", "--out|--out needs a value",
        "--frobnicate|Unknown option --frobnicate", "flow;flow|Two workflows", "flow;--set;nonsense|is no setting",
        "''|is no workflow", "flow;--set;Count/coun=1|no setting 'model/coun'", "nowhere|does not exist",
        "flow;--out;flow/workflow.knime|Cannot write"})
    void wrongUseGivesStatusTwoAndSaysWhy(final String arguments, final String expected) throws Exception {
        assertEquals(2, run(arguments.split(";")));
        final String err = m_err.toString(StandardCharsets.UTF_8);
        assertTrue(err.contains(expected), err);
    }

    @Test
    void noArgumentsAtAllAskForAWorkflow() throws Exception {
        assertEquals(2, run());
        assertTrue(m_err.toString(StandardCharsets.UTF_8).contains("Usage: ./run WORKFLOW"));
    }

    @Test
    void helpIsNoError() throws Exception {
        assertEquals(0, run("--help"));
        assertTrue(m_out.toString(StandardCharsets.UTF_8).contains("Usage: ./run WORKFLOW"));
    }
}

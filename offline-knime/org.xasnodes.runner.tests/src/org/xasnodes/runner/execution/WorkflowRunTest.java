package org.xasnodes.runner.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xasnodes.runner.WorkflowFiles.config;
import static org.xasnodes.runner.WorkflowFiles.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultNode;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.xasnodes.runner.WorkflowFiles;
import org.xasnodes.runner.files.CurrentWorkflow;
import org.xasnodes.runner.workflow.WorkflowException;
import org.xasnodes.runner.workflow.WorkflowReader;

/** A workflow runs as far as it can, and says what kept the rest. */
final class WorkflowRunTest {

    @TempDir
    Path m_folder;

    private final List<String> m_seen = new ArrayList<>();

    private TestNodes m_nodes;

    private WorkflowFiles m_files;

    /** Parameters with one setting. */
    static final class Count implements NodeParameters {
        @Widget(title = "Count", description = "A number.")
        int m_count = 3;

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_count < 0) {
                throw new InvalidSettingsException("The count is negative.");
            }
        }
    }

    @BeforeEach
    void nodes() {
        m_nodes = new TestNodes().source("source").oneToOne("pass", TestNodes.SAME_SPEC, TestNodes.SAME_TABLE);
        m_files = new WorkflowFiles(m_folder);
    }

    private WorkflowRun prepared() throws Exception {
        return new WorkflowRun(WorkflowReader.read(m_files.write()), m_nodes, new Recorder());
    }

    private WorkflowRun run() throws Exception {
        final WorkflowRun run = prepared();
        run.run();
        return run;
    }

    private static List<NodeState> states(final WorkflowRun run) {
        return run.nodes().stream().map(NodeRun::state).toList();
    }

    private final class Recorder implements RunListener {
        @Override
        public void started(final NodeRun node) {
            m_seen.add("start " + node.node().id());
        }

        @Override
        public void progress(final NodeRun node, final double fraction, final String message) {
            m_seen.add(fraction + " " + message);
        }

        @Override
        public void finished(final NodeRun node) {
            m_seen.add("end " + node.node().id());
        }
    }

    @Test
    void eachNodeStartsAndEndsOnceInOrder() throws Exception {
        m_files.node(1, "After", "pass").node(2, "Source", "source").connect(2, 1, 1, 1);
        assertTrue(run().isSuccess());
        assertEquals(List.of("start 2", "end 2", "start 1", "end 1"), m_seen);
    }

    @Test
    void aNodeOfOthersNeedsKnimeAndKeepsWhatComesAfterItButNotTheRest() throws Exception {
        m_files.node(1, "Source", "source").node(2, "Row Filter", "org.knime.RowFilter").node(3, "After", "pass")
            .node(4, "Last", "pass").node(5, "Beside", "pass").metanode(6, "Meta").connect(1, 1, 2, 1)
            .connect(2, 1, 3, 1).connect(3, 1, 4, 1).connect(1, 1, 5, 1);
        final WorkflowRun run = run();
        assertEquals(List.of(NodeState.EXECUTED, NodeState.NEEDS_KNIME, NodeState.IDLE, NodeState.IDLE,
            NodeState.EXECUTED, NodeState.NEEDS_KNIME), states(run));
        assertEquals(List.of("Not executed, because #2 Row Filter needs KNIME."), run.nodes().get(2).notes());
        assertEquals(List.of("Not executed, because #3 After was not."), run.nodes().get(3).notes());
        assertTrue(run.isSuccess(), "none of our nodes failed");
    }

    @Test
    void aFailureOfOurNodeIsAFailureOfTheRun() throws Exception {
        m_nodes.oneToOne("fail", TestNodes.SAME_SPEC, (in, out) -> {
            throw Message.fromSummary("no").toKNIMEException();
        });
        m_files.node(1, "Source", "source").node(2, "Fail", "fail").node(3, "After", "pass").connect(1, 1, 2, 1)
            .connect(2, 1, 3, 1);
        final WorkflowRun run = run();
        assertFalse(run.isSuccess());
        assertEquals(List.of(NodeState.EXECUTED, NodeState.CONFIGURED, NodeState.CONFIGURED), states(run));
    }

    @Test
    void aNodeWithoutItsInputSaysWhich() throws Exception {
        m_files.node(1, "Alone", "pass");
        final WorkflowRun run = run();
        assertEquals(List.of("Nothing is connected to its input 1, 'In'."), run.nodes().get(0).notes());
        assertFalse(run.isSuccess());
    }

    @Test
    void aConnectionOfFlowVariablesOnlySaysWhatComesFirst() throws Exception {
        m_files.node(1, "Second", "source").node(2, "First", "source").connect(2, 0, 1, 0);
        assertTrue(run().isSuccess());
        assertEquals(List.of("start 2", "end 2", "start 1", "end 1"), m_seen);
    }

    @Test
    void aConnectionToAnInputThatANodeDoesNotHaveIsRefused() {
        final String message = assertThrows(WorkflowException.class, () -> {
            m_files.node(1, "Source", "source").node(2, "After", "pass").connect(1, 1, 2, 2);
            prepared();
        }).getMessage();
        assertTrue(message.contains("ends at input 2 of the node #2 After, which has 1."), message);
    }

    @Test
    void aConnectionFromAnOutputThatANodeDoesNotHaveIsRefused() {
        final String message = assertThrows(WorkflowException.class, () -> {
            m_files.node(1, "Source", "source").node(2, "After", "pass").connect(1, 7, 2, 1);
            prepared();
        }).getMessage();
        assertTrue(message.contains("starts at output 7 of the node #1 Source, which has 1."), message);
    }

    private void addCounter() {
        m_nodes.add("count",
            DefaultNode.create().name("Count").icon("i.png").shortDescription("s").fullDescription("f")
                .sinceVersion(5, 9, 0).ports(p -> p.addOutputTable("Out", "o"))
                .model(m -> m.parametersClass(Count.class).configure((in, out) -> out.setOutSpecs(TestNodes.X))
                    .execute((in, out) -> {
                        m_seen.add("count " + in.<Count> getParameters().m_count);
                        out.setWarningMessage("ran");
                        out.setOutData(TestNodes.table(in.getExecutionContext(), TestNodes.X));
                    })));
    }

    @Test
    void settingsReachTheNode() throws Exception {
        addCounter();
        m_files.node(1, "Count", "count", entry("count", "xint", "8"));
        final WorkflowRun run = run();
        assertTrue(m_seen.contains("count 8"), m_seen.toString());
        assertEquals(List.of(), run.nodes().get(0).notes());
    }

    @Test
    void settingsThatCannotBeLoadedAreSaidAndTheDefaultsUsed() throws Exception {
        addCounter();
        m_files.node(1, "Count", "count", entry("count", "xstring", "many"));
        final WorkflowRun run = run();
        assertTrue(m_seen.contains("count 3"), m_seen.toString());
        assertEquals("Loading model settings failed: Int for key \"count\" not found. It runs with its defaults.",
            run.nodes().get(0).notes().get(0));
        assertEquals(NodeState.EXECUTED, run.nodes().get(0).state());
    }

    @Test
    void settingsThatTheNodeRefusesAreSaidAndTheDefaultsUsed() throws Exception {
        addCounter();
        m_files.node(1, "Count", "count", entry("count", "xint", "-1"));
        final WorkflowRun run = run();
        assertTrue(m_seen.contains("count 3"), m_seen.toString());
        assertTrue(run.nodes().get(0).notes().get(0).contains("The count is negative."));
    }

    private void addOptional() {
        m_nodes.add("optional", DefaultNode.create().name("Optional").icon("i.png").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 9, 0)
            .dynamicPorts(p -> p
                .addInputPortGroup("Data", g -> g.name("Data").description("d").fixed(BufferedDataTable.TYPE))
                .addInputPortGroup("Extra",
                    g -> g.name("Extra").description("d").optional().supportedTypes(BufferedDataTable.TYPE))
                .addOutputPortGroup("Out", g -> g.name("Out").description("d").fixed(BufferedDataTable.TYPE)))
            .model(m -> m.withoutParameters().configure(TestNodes.SAME_SPEC).execute((in, out) -> {
                m_seen.add("inputs " + in.getInPortObjects().length);
                out.setOutData(in.getInTable(0));
            })));
    }

    private static String extraPort() {
        return config("Data", "") + config("Extra", config("port_0",
            entry("object_class", "xstring", BufferedDataTable.class.getName()))) + config("Out", "");
    }

    @Test
    void anOptionalInputThatWasNotAddedIsNotThere() throws Exception {
        addOptional();
        m_files.node(1, "Source", "source").node(2, "Optional", "optional").connect(1, 1, 2, 1);
        assertTrue(run().isSuccess());
        assertTrue(m_seen.contains("inputs 1"), m_seen.toString());
    }

    @Test
    void anOptionalInputThatWasAddedAndConnectedIsThere() throws Exception {
        addOptional();
        m_files.node(1, "Source", "source").node(2, "Optional", "optional", "", extraPort()).connect(1, 1, 2, 1)
            .connect(1, 1, 2, 2);
        assertTrue(run().isSuccess());
        assertTrue(m_seen.contains("inputs 2"), m_seen.toString());
    }

    @Test
    void anOptionalInputThatWasAddedAndNotConnectedKeepsTheNodeIdle() throws Exception {
        addOptional();
        m_files.node(1, "Source", "source").node(2, "Optional", "optional", "", extraPort()).connect(1, 1, 2, 1);
        final WorkflowRun run = run();
        assertEquals(NodeState.IDLE, run.nodes().get(1).state());
        assertEquals(NodeMessage.NONE, run.nodes().get(1).message());
    }

    @Test
    void progressIsPassedOn() throws Exception {
        m_nodes.oneToOne("progress", TestNodes.SAME_SPEC, (in, out) -> {
            in.getExecutionContext().setProgress(0.25, "a quarter");
            out.setOutData(in.getInTable(0));
        });
        m_files.node(1, "Source", "source").node(2, "Progress", "progress").connect(1, 1, 2, 1);
        run();
        assertTrue(m_seen.contains("0.25 a quarter"), m_seen.toString());
    }

    @Test
    void aNodeKnowsTheFolderOfItsWorkflowInConfigureAndExecute() throws Exception {
        m_nodes.oneToOne("where", (in, out) -> {
            m_seen.add("configure in " + CurrentWorkflow.folder().orElseThrow());
            out.setOutSpecs(in.getInTableSpec(0));
        }, (in, out) -> {
            m_seen.add("execute in " + CurrentWorkflow.folder().orElseThrow());
            out.setOutData(in.getInTable(0));
        });
        m_files.node(1, "Source", "source").node(2, "Where", "where").connect(1, 1, 2, 1);
        run();
        assertTrue(m_seen.containsAll(List.of("configure in " + m_folder, "execute in " + m_folder)),
            m_seen.toString());
    }

    @Test
    void cancellingEndsTheRunningNodeAndStartsNoOther() throws Exception {
        final CountDownLatch isRunning = new CountDownLatch(1);
        m_nodes.oneToOne("endless", TestNodes.SAME_SPEC, (in, out) -> {
            isRunning.countDown();
            while (true) {
                in.getExecutionContext().checkCanceled();
                Thread.onSpinWait();
            }
        });
        assertCanceled(isRunning, "endless");
    }

    @Test
    void cancellingInterruptsANodeThatWaits() throws Exception {
        final CountDownLatch isRunning = new CountDownLatch(1);
        m_nodes.oneToOne("waiting", TestNodes.SAME_SPEC, (in, out) -> {
            isRunning.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (final InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertCanceled(isRunning, "waiting");
    }

    private void assertCanceled(final CountDownLatch isRunning, final String factory) throws Exception {
        m_files.node(1, "Source", "source").node(2, "Long", factory).node(3, "After", "pass").connect(1, 1, 2, 1)
            .connect(2, 1, 3, 1);
        final WorkflowRun run = prepared();
        final ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            final Future<?> ended = thread.submit(() -> {
                run.run();
                return null;
            });
            isRunning.await();
            run.cancel();
            ended.get();
        } finally {
            thread.shutdownNow();
        }
        assertTrue(run.isCanceled());
        assertFalse(run.isSuccess());
        assertEquals(List.of(NodeState.EXECUTED, NodeState.CONFIGURED, NodeState.CONFIGURED), states(run));
        assertEquals(NodeMessage.warning("Execution canceled"), run.nodes().get(1).message());
        assertFalse(m_seen.contains("start 3"));
    }
}

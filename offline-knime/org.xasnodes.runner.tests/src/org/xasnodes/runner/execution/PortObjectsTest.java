package org.xasnodes.runner.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JComponent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.DefaultNode;
import org.xasnodes.runner.WorkflowFiles;
import org.xasnodes.runner.kernel.PortKernel;
import org.xasnodes.runner.workflow.WorkflowReader;

/** A model reaches a successor as a copy made by its serializer, as on KNIME. */
final class PortObjectsTest {

    @TempDir
    Path m_folder;

    private final List<Model> m_sent = new ArrayList<>();

    private final List<Model> m_received = new ArrayList<>();

    /** A spec with nothing in it. */
    public static final class Spec extends AbstractSimplePortObjectSpec {
        /** Makes its copies. */
        public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<Spec> {
        }

        @Override
        protected void save(final ModelContentWO model) {
            // nothing
        }

        @Override
        protected void load(final ModelContentRO model) {
            // nothing
        }
    }

    /** A model of one number, which can refuse to be read. */
    public static final class Model extends AbstractSimplePortObject {

        private static final int UNREADABLE = -1;

        private int m_number;

        /** Makes its copies. */
        public static final class Serializer extends AbstractSimplePortObjectSerializer<Model> {
        }

        /** For the serializer. */
        public Model() {
            this(0);
        }

        Model(final int number) {
            m_number = number;
        }

        @Override
        protected void save(final ModelContentWO model, final ExecutionMonitor exec) {
            model.addInt("number", m_number);
        }

        @Override
        protected void load(final ModelContentRO model, final PortObjectSpec spec, final ExecutionMonitor exec)
            throws InvalidSettingsException, CanceledExecutionException {
            m_number = model.getInt("number");
            if (m_number == UNREADABLE) {
                throw new InvalidSettingsException("unreadable model");
            }
        }

        @Override
        public PortObjectSpec getSpec() {
            return new Spec();
        }

        @Override
        public String getSummary() {
            return "the number " + m_number;
        }

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }
    }

    @BeforeEach
    void register() {
        PortKernel.register(Model.class, Spec.class, "Model", new Model.Serializer(), new Spec.Serializer());
    }

    private TestNodes nodes(final PortObject made) {
        final PortType type = PortTypeRegistry.getInstance().getPortType(Model.class);
        final TestNodes nodes = new TestNodes();
        nodes.add("learner", DefaultNode.create().name("Learner").icon("i.png").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 9, 0).ports(p -> p.addOutputPort("Model", "m", type))
            .model(m -> m.withoutParameters().configure((in, out) -> out.setOutSpec(0, new Spec()))
                .execute((in, out) -> {
                    if (made instanceof Model model) {
                        m_sent.add(model);
                    }
                    out.setOutData(0, made != null ? made
                        : TestNodes.table(in.getExecutionContext(), TestNodes.X));
                })));
        nodes.add("predictor", DefaultNode.create().name("Predictor").icon("i.png").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 9, 0).ports(p -> p.addInputPort("Model", "m", type))
            .model(m -> m.withoutParameters().configure((in, out) -> {
                // promises nothing
            }).execute((in, out) -> m_received.add((Model)in.getInPortObject(0)))));
        return nodes;
    }

    private WorkflowRun run(final PortObject made) throws Exception {
        final Path folder = new WorkflowFiles(m_folder).node(1, "Learner", "learner").node(2, "One", "predictor")
            .node(3, "Two", "predictor").connect(1, 1, 2, 1).connect(1, 1, 3, 1).write();
        final WorkflowRun run = new WorkflowRun(WorkflowReader.read(folder), nodes(made), new Silent());
        run.run();
        return run;
    }

    private static final class Silent implements RunListener {
        @Override
        public void started(final NodeRun node) {
            // not of interest
        }

        @Override
        public void progress(final NodeRun node, final double fraction, final String message) {
            // not of interest
        }

        @Override
        public void finished(final NodeRun node) {
            // not of interest
        }
    }

    @Test
    void eachSuccessorGetsItsOwnCopy() throws Exception {
        assertTrue(run(new Model(42)).isSuccess());
        assertEquals(List.of(42, 42), m_received.stream().map(model -> model.m_number).toList());
        assertNotSame(m_sent.get(0), m_received.get(0));
        assertNotSame(m_received.get(0), m_received.get(1));
    }

    @Test
    void aModelThatCannotBeReadAgainIsAnErrorOfTheSuccessor() throws Exception {
        final WorkflowRun run = run(new Model(Model.UNREADABLE));
        assertEquals(NodeState.EXECUTED, run.nodes().get(0).state());
        assertEquals(NodeMessage.Type.ERROR, run.nodes().get(1).message().type());
        assertTrue(run.nodes().get(1).message().text().startsWith("Unable to clone input data at port 1 (Model)"),
            run.nodes().get(1).message().text());
    }

    @Test
    void anObjectOfAnotherClassThanThePortsIsRefused() throws Exception {
        final WorkflowRun run = run(null);
        assertEquals(NodeMessage.error("Invalid output port object at port 1"), run.nodes().get(0).message());
        assertEquals(NodeState.CONFIGURED, run.nodes().get(0).state());
    }

    @Test
    void aTableIsNotCopied() throws Exception {
        final List<BufferedDataTable> tables = new ArrayList<>();
        final TestNodes nodes = new TestNodes().source("source").oneToOne("look", TestNodes.SAME_SPEC, (in, out) -> {
            tables.add(in.getInTable(0));
            out.setOutData(in.getInTable(0));
        });
        final Path folder = new WorkflowFiles(m_folder).node(1, "Source", "source").node(2, "Look", "look")
            .connect(1, 1, 2, 1).write();
        final WorkflowRun run = new WorkflowRun(WorkflowReader.read(folder), nodes, new Silent());
        run.run();
        assertSame(run.nodes().get(0).output(0).orElseThrow(), tables.get(0));
    }
}

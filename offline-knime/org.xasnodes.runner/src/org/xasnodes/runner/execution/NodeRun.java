package org.xasnodes.runner.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.page.Page;
import org.xasnodes.runner.kernel.PortKernel;
import org.xasnodes.runner.ui.NodeHandle;
import org.xasnodes.runner.workflow.WorkflowNode;

/** The life of one node: KNIME's states and messages around what the node itself does. */
public final class NodeRun {

    private static final int SHORTEST_MESSAGE = 5;

    private final WorkflowNode m_node;

    private final NodeHandle m_handle;

    private final List<String> m_notes = new ArrayList<>();

    private NodeState m_state;

    private NodeMessage m_message = NodeMessage.NONE;

    private PortObjectSpec[] m_specs;

    private PortObject[] m_objects;

    private PortObject[] m_internal;

    private double m_seconds;

    /**
     * @param node as it stands in the workflow
     * @param handle of one of our nodes, {@code null} for another one
     */
    NodeRun(final WorkflowNode node, final NodeHandle handle) {
        m_node = node;
        m_handle = handle;
        m_state = handle == null ? NodeState.NEEDS_KNIME : NodeState.IDLE;
        final int outputs = handle == null ? 0 : handle.outputPorts().size();
        m_specs = new PortObjectSpec[outputs];
        m_objects = new PortObject[outputs];
    }

    /** @return the node as it stands in the workflow */
    public WorkflowNode node() {
        return m_node;
    }

    /** @return how far it has come */
    public NodeState state() {
        return m_state;
    }

    /** @return what it says itself */
    public NodeMessage message() {
        return m_message;
    }

    /** @return what the runner has to say about it, such as why it could not start */
    public List<String> notes() {
        return m_notes;
    }

    /** @return how long it ran */
    public double seconds() {
        return m_seconds;
    }

    boolean isOurs() {
        return m_handle != null;
    }

    NodeHandle handle() {
        return m_handle;
    }

    /** @return the names of its outputs */
    public List<String> outputNames() {
        return m_handle == null ? List.of() : m_handle.outputPorts().stream().map(NodeHandle.Port::name).toList();
    }

    /**
     * @param port from 0
     * @return what came out there
     */
    public Optional<PortObject> output(final int port) {
        return Optional.ofNullable(m_objects[port]);
    }

    /** @return the page of its view; empty for a node that has none or was not executed */
    public Optional<Page> viewPage() {
        return m_state == NodeState.EXECUTED ? m_handle.viewPage() : Optional.empty();
    }

    /** @return the JSON which the page of its view gets in KNIME; empty for a view that gets nothing */
    public Optional<String> initialViewData() {
        return m_handle.initialViewData(m_internal);
    }

    PortObjectSpec spec(final int port) {
        return m_specs[port];
    }

    void note(final String text) {
        m_notes.add(text);
    }

    /** Inputs are one for each port, {@code null} where nothing is known yet. */
    void configure(final PortObjectSpec[] inSpecs, final PortObject[] inObjects) {
        m_message = NodeMessage.NONE;
        m_state = NodeState.IDLE;
        m_specs = new PortObjectSpec[m_specs.length];
        final List<NodeHandle.Port> ports = m_handle.inputPorts();
        for (int i = 0; i < inSpecs.length; i++) {
            if (inSpecs[i] == null) {
                return;
            }
            final Class<?> expected = ports.get(i).type().getPortObjectSpecClass();
            if (!expected.isInstance(inSpecs[i])) {
                m_message = NodeMessage.warning("Incompatible port spec, expected: " + expected.getSimpleName()
                    + ", actual: " + inSpecs[i].getClass().getSimpleName());
                return;
            }
        }
        try {
            final NodeHandle.Configured configured = m_handle.configure(inSpecs, inObjects);
            System.arraycopy(configured.specs(), 0, m_specs, 0, configured.specs().length);
            m_message = NodeMessage.warning(configured.warning());
            m_state = NodeState.CONFIGURED;
        } catch (final InvalidSettingsException e) {
            m_message = e.getMessage() != null ? NodeMessage.warning(e.getMessage())
                : NodeMessage.error("The node refuses its settings without saying why, which KNIME does not accept.");
        } catch (final Exception | LinkageError | StackOverflowError e) { // NOSONAR: a node can fail in any way
            noteCause(e);
            m_message = NodeMessage.error("Configure failed (" + e.getClass().getSimpleName() + "): " + e.getMessage());
        }
    }

    /** The node must be configured. */
    void execute(final PortObject[] inObjects, final ExecutionContext exec) {
        final long start = System.nanoTime();
        m_message = NodeMessage.NONE;
        try {
            final PortObject[] copies = copies(inObjects);
            if (copies != null) {
                exec.checkCanceled();
                accept(m_handle.execute(copies, exec));
            }
        } catch (final Throwable e) { // NOSONAR: as KNIME, any fault of a node ends the node only
            m_message = failure(e, exec);
            m_objects = new PortObject[m_objects.length];
        }
        m_seconds = (System.nanoTime() - start) / 1e9;
    }

    /** A model is never shared: each successor gets its own copy. @return {@code null} if that failed */
    private PortObject[] copies(final PortObject[] inObjects) {
        final PortObject[] copies = new PortObject[inObjects.length];
        for (int i = 0; i < copies.length; i++) {
            try {
                copies[i] = PortKernel.copy(inObjects[i]);
            } catch (final Exception e) { // NOSONAR: the serializer of a node can fail in any way
                m_message = NodeMessage.error("Unable to clone input data at port " + (i + 1) + " ("
                    + m_handle.inputPorts().get(i).name() + "): " + e.getMessage());
                return null;
            }
        }
        return copies;
    }

    private void accept(final NodeHandle.Executed executed) {
        final PortObject[] objects = executed.objects();
        for (int i = 0; i < objects.length; i++) {
            if (objects[i] == null) {
                throw new IllegalStateException(
                    "Invalid result. Execution failed, reason: data at output " + i + " is null.");
            }
        }
        for (int i = 0; i < objects.length; i++) {
            if (!m_handle.outputPorts().get(i).type().getPortObjectClass().isInstance(objects[i])) {
                m_message = NodeMessage.error("Invalid output port object at port " + (i + 1));
                return;
            }
        }
        m_message = NodeMessage.warning(executed.warning() != null ? executed.warning() : emptiness(objects));
        for (int i = 0; i < objects.length; i++) {
            final PortObjectSpec spec = objects[i].getSpec();
            if (m_specs[i] instanceof DataTableSpec promised
                && !((DataTableSpec)spec).isCompatibleWith(promised)) {
                m_message =
                    NodeMessage.warning("DataSpec generated by configure does not match spec after execution.");
            }
            m_specs[i] = spec;
        }
        m_objects = objects;
        m_internal = executed.internal();
        m_state = NodeState.EXECUTED;
    }

    private static String emptiness(final PortObject[] objects) {
        int tables = 0;
        for (final PortObject object : objects) {
            if (object instanceof BufferedDataTable table) {
                if (table.size() > 0) {
                    return null;
                }
                tables++;
            }
        }
        if (tables == 0) {
            return null;
        }
        return tables == 1 ? "Node created an empty data table." : "Node created empty data tables on all out-ports.";
    }

    /** KNIME writes the stack of an unexpected fault to its log; the place of the first fault is what helps. */
    private void noteCause(final Throwable e) {
        Throwable first = e;
        while (first.getCause() != null && first.getCause() != first) {
            first = first.getCause();
        }
        final StackTraceElement[] stack = first.getStackTrace();
        note("The fault was " + first + (stack.length == 0 ? "" : " in " + stack[0]));
    }

    private NodeMessage failure(final Throwable e, final ExecutionContext exec) {
        try {
            if (e instanceof CanceledExecutionException canceled) {
                throw canceled;
            }
            exec.checkCanceled();
        } catch (final CanceledExecutionException canceled) {
            Thread.interrupted();
            return NodeMessage.warning(canceled.getMessage());
        }
        if (e instanceof KNIMEException own) {
            return new NodeMessage(NodeMessage.Type.ERROR, own.getKNIMEMessage().getSummary(),
                own.getKNIMEMessage().getResolutions());
        }
        noteCause(e);
        final String text = e.getMessage();
        return NodeMessage.error("Execute failed: " + (text != null && text.length() >= SHORTEST_MESSAGE ? text
            : "(\"" + e.getClass().getSimpleName() + "\"): " + text));
    }
}

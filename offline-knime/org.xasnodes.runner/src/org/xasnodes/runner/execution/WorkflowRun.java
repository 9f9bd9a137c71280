package org.xasnodes.runner.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.runner.files.CurrentWorkflow;
import org.xasnodes.runner.ui.NodeHandle;
import org.xasnodes.runner.workflow.Connection;
import org.xasnodes.runner.workflow.SettingsTree;
import org.xasnodes.runner.workflow.Workflow;
import org.xasnodes.runner.workflow.WorkflowException;
import org.xasnodes.runner.workflow.WorkflowNode;

/** Runs the nodes of a workflow one after the other, each as soon as all it needs is there. */
public final class WorkflowRun {

    private final Workflow m_workflow;

    private final Map<Integer, NodeRun> m_runs = new HashMap<>();

    private final RunListener m_listener;

    private final Cancellation m_cancellation = new Cancellation();

    /**
     * @param workflow as read, with its settings changed already
     * @param factories of our nodes
     * @param listener follows the run
     * @throws WorkflowException if a node of ours cannot be made, or a connection ends at a port it does not have
     */
    public WorkflowRun(final Workflow workflow, final NodeFactories factories, final RunListener listener)
        throws WorkflowException {
        m_workflow = workflow;
        m_listener = listener;
        for (final WorkflowNode node : workflow.nodes()) {
            m_runs.put(node.id(), create(node, factories));
        }
        for (final Connection connection : workflow.connections()) {
            checkPort(m_runs.get(connection.source()), connection.sourcePort(), false);
            checkPort(m_runs.get(connection.target()), connection.targetPort(), true);
        }
    }

    private static NodeRun create(final WorkflowNode node, final NodeFactories factories) throws WorkflowException {
        final Optional<DefaultNodeFactory> factory = findFactory(node, factories);
        if (factory.isEmpty()) {
            return new NodeRun(node, null);
        }
        final SettingsTree settings = node.settings().orElseThrow();
        final NodeHandle handle = createHandle(node, factory.get(), settings);
        final NodeRun run = new NodeRun(node, handle);
        final Optional<SettingsTree> model = settings.config("model");
        if (model.isEmpty()) {
            run.note("Its settings file holds no settings; it runs with its defaults.");
            return run;
        }
        try {
            handle.loadSettings(model.get().toNodeSettings());
        } catch (final InvalidSettingsException | RuntimeException e) { // NOSONAR: a node may stumble over any setting
            final String reason = String.valueOf(e.getMessage());
            run.note("Loading model settings failed: " + reason + (reason.endsWith(".") ? "" : ".")
                + " It runs with its defaults.");
        }
        return run;
    }

    private static Optional<DefaultNodeFactory> findFactory(final WorkflowNode node, final NodeFactories factories)
        throws WorkflowException {
        try {
            return node.factory().flatMap(factories::find);
        } catch (final IllegalStateException e) {
            throw new WorkflowException("The node " + node + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static NodeHandle createHandle(final WorkflowNode node, final DefaultNodeFactory factory,
        final SettingsTree settings) throws WorkflowException {
        final NodeSettingsRO ports = settings.config("node_creation_config").isPresent()
            ? settings.requiredConfig("node_creation_config").toNodeSettings()
            : new NodeSettings("node_creation_config");
        try {
            return NodeHandle.create(factory, ports);
        } catch (final InvalidSettingsException | RuntimeException e) { // NOSONAR: damaged settings, any fault
            throw new WorkflowException(settings.file() + ": the ports of the node " + node + " cannot be made: "
                + e.getMessage(), e);
        }
    }

    private void checkPort(final NodeRun run, final int port, final boolean isInput) throws WorkflowException {
        if (!run.isOurs()) {
            return;
        }
        final int ports = (isInput ? run.handle().inputPorts() : run.handle().outputPorts()).size();
        if (port > ports) {
            throw new WorkflowException(m_workflow.folder().resolve("workflow.knime") + ": a connection "
                + (isInput ? "ends at input " : "starts at output ") + port + " of the node " + run.node()
                + ", which has " + ports + ".");
        }
    }

    /** @return all nodes in the order in which they run */
    public List<NodeRun> nodes() {
        return m_workflow.nodes().stream().map(node -> m_runs.get(node.id())).toList();
    }

    /** Ends the run as soon as the running node hears of it. May be called from any thread. */
    public void cancel() {
        m_cancellation.cancel();
    }

    /** @return whether {@link #cancel()} came before the last node had ended */
    public boolean isCanceled() {
        return m_cancellation.isCanceled();
    }

    /** Runs all nodes that can run. */
    public void run() throws Exception {
        CurrentWorkflow.during(m_workflow.folder(), () -> {
            for (final NodeRun run : nodes()) {
                if (run.isOurs()) {
                    configure(run);
                }
            }
            for (final NodeRun run : nodes()) {
                if (!m_cancellation.isCanceled()) {
                    runOne(run);
                }
                m_listener.finished(run);
            }
            return null;
        });
    }

    private void configure(final NodeRun run) {
        final List<NodeHandle.Port> ports = run.handle().inputPorts();
        final PortObjectSpec[] specs = new PortObjectSpec[ports.size()];
        final PortObject[] objects = new PortObject[ports.size()];
        for (final Connection connection : inputs(run)) {
            final NodeRun source = m_runs.get(connection.source());
            if (source.isOurs() && connection.sourcePort() > 0) {
                specs[connection.targetPort() - 1] = source.spec(connection.sourcePort() - 1);
                objects[connection.targetPort() - 1] = source.output(connection.sourcePort() - 1).orElse(null);
            }
        }
        run.configure(specs, objects);
    }

    /** Data connections; those of flow variables only say what comes first. */
    private List<Connection> inputs(final NodeRun run) {
        return m_workflow.into(run.node()).filter(connection -> connection.targetPort() > 0).toList();
    }

    private void runOne(final NodeRun run) {
        if (!run.isOurs()) {
            return;
        }
        final Optional<String> obstacle = obstacle(run);
        if (obstacle.isPresent()) {
            configure(run); // as in KNIME: a node behind one that failed is configured, where the columns are known
            run.note(obstacle.get());
            return;
        }
        configure(run); // what came before may have been known only now
        if (run.state() != NodeState.CONFIGURED) {
            return;
        }
        final PortObject[] objects = new PortObject[run.handle().inputPorts().size()];
        for (final Connection connection : inputs(run)) {
            objects[connection.targetPort() - 1] =
                m_runs.get(connection.source()).output(connection.sourcePort() - 1).orElseThrow();
        }
        m_listener.started(run);
        final ExecutionContext exec =
            m_cancellation.start((fraction, message) -> m_listener.progress(run, fraction, message));
        try {
            run.execute(objects, exec);
        } finally {
            m_cancellation.end();
        }
    }

    /** @return why a node has not all that it needs */
    private Optional<String> obstacle(final NodeRun run) {
        final List<String> missing = new ArrayList<>();
        m_workflow.into(run.node()).map(connection -> m_runs.get(connection.source())).distinct()
            .filter(source -> source.state() != NodeState.EXECUTED)
            .forEach(source -> missing.add("Not executed, because " + source.node()
                + (source.isOurs() ? " was not." : " needs KNIME.")));
        final List<NodeHandle.Port> ports = run.handle().inputPorts();
        for (int i = 1; i <= ports.size(); i++) {
            final int port = i;
            if (inputs(run).stream().noneMatch(connection -> connection.targetPort() == port)) {
                missing.add("Nothing is connected to its input " + port + ", '" + ports.get(i - 1).name() + "'.");
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", missing));
    }

    /** @return whether all of our nodes ran that did not wait for others */
    public boolean isSuccess() {
        return nodes().stream().filter(NodeRun::isOurs)
            .noneMatch(run -> run.state() != NodeState.EXECUTED && !waitsForKnime(run));
    }

    private boolean waitsForKnime(final NodeRun run) {
        return m_workflow.into(run.node()).map(connection -> m_runs.get(connection.source()))
            .anyMatch(source -> !source.isOurs() || source.state() != NodeState.EXECUTED && waitsForKnime(source));
    }
}

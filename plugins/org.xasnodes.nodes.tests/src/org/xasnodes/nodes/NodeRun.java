package org.xasnodes.nodes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.nodes.port.ReducerPortObject;
import org.xasnodes.nodes.port.ReducerPortObjectSpec;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.nodes.spectrum.SpectrumRendererFactory;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.runner.files.CurrentWorkflow;
import org.xasnodes.runner.kernel.CellCodec;
import org.xasnodes.runner.kernel.Contributions;
import org.xasnodes.runner.kernel.Execution;
import org.xasnodes.runner.kernel.PortKernel;
import org.xasnodes.runner.kernel.SettingsKernel;
import org.xasnodes.runner.ui.NodeHandle;

/**
 * One node between its input tables and what it makes of them, as in a workflow: guessed parameters, changed settings,
 * configure, execute. A fault that is no message for the user (any unchecked exception) fails the test.
 */
final class NodeRun {

    static {
        // All cells go through their serializers, as they may in KNIME. Without plug-ins' registry: ours by hand.
        CellCodec.setAlwaysOn(true);
        if (Contributions.elements("org.knime.core.DataType").isEmpty()) {
            Contributions.registerSerializer(SpectrumCell.class, new SpectrumCell.Serializer());
            Contributions.registerRenderer(SpectrumValue.class,
                new Contributions.Renderer(new SpectrumRendererFactory(), true));
            PortKernel.register(ReducerPortObject.class, ReducerPortObjectSpec.class, "XAS Reducer",
                new ReducerPortObject.Serializer(), new ReducerPortObjectSpec.Serializer());
        }
    }

    /** Changes settings in ways that one text cannot. */
    @FunctionalInterface
    interface Edit {
        void apply(NodeSettings model) throws InvalidSettingsException;
    }

    private final DefaultNodeFactory m_factory;

    private final List<Edit> m_edits = new ArrayList<>();

    private NodeSettingsRO m_loaded;

    private PortObject[] m_inputs = new PortObject[0];

    /** The group of the optional port that was added; <code>null</code> if none was. */
    private String m_optional;

    private boolean m_unconnected;

    private Path m_workflow;

    private DoubleConsumer m_progress = p -> { };

    private final Execution m_execution = new Execution((p, message) -> progress(p));

    /** What a node did; the parts it did not get to are <code>null</code>. */
    record Result(PortObjectSpec[] specs, String configureWarning, NodeHandle.Executed executed, String error,
        boolean canceled) {

        /** @return the spec of the first port */
        DataTableSpec configured() {
            return specs == null ? null : (DataTableSpec)specs[0];
        }

        /** @return what the first port got */
        BufferedDataTable table() {
            return executed == null ? null : (BufferedDataTable)executed.objects()[0];
        }

        String warning() {
            return executed == null ? null : executed.warning();
        }

        /** @return the table; the test fails with the node's error if there is none */
        BufferedDataTable ok() {
            return (BufferedDataTable)ok(0);
        }

        /** @return what a port got; the test fails with the node's error if there is nothing */
        PortObject ok(final int port) {
            if (executed == null) {
                throw new AssertionError("The node failed: " + (canceled ? "canceled" : error));
            }
            return executed.objects()[port];
        }
    }

    private NodeRun(final DefaultNodeFactory factory) {
        m_factory = factory;
    }

    static NodeRun of(final DefaultNodeFactory factory) {
        return new NodeRun(factory);
    }

    NodeRun input(final PortObject... objects) {
        m_inputs = objects;
        return this;
    }

    /** A second input table at the optional port "Reference". */
    NodeRun reference(final BufferedDataTable table) {
        return optional("Reference", table);
    }

    /** A second input table at an optional port. */
    NodeRun optional(final String group, final BufferedDataTable table) {
        m_inputs = new PortObject[]{m_inputs[0], table};
        m_optional = group;
        return this;
    }

    /** @param path keys below "model" with slashes between them */
    NodeRun set(final String path, final Object value) {
        return edit(model -> SettingsKernel.set(model, path, value == null ? null : value.toString()));
    }

    NodeRun edit(final Edit edit) {
        m_edits.add(edit);
        return this;
    }

    /** Settings from a saved workflow instead of guessed ones. */
    NodeRun load(final NodeSettingsRO model) {
        m_loaded = model;
        return this;
    }

    /** The node was saved before it was connected, so nothing was guessed. */
    NodeRun savedUnconnected() {
        m_unconnected = true;
        return this;
    }

    NodeRun inWorkflow(final Path folder) {
        m_workflow = folder;
        return this;
    }

    NodeRun onProgress(final DoubleConsumer listener) {
        m_progress = listener;
        return this;
    }

    /** As when the user cancels: the node hears of it at its next check, and its thread is interrupted. */
    void cancel() {
        m_execution.cancel();
        Thread.currentThread().interrupt();
    }

    private void progress(final double progress) {
        if (!Double.isNaN(progress)) {
            m_progress.accept(progress);
        }
    }

    NodeHandle handle() throws InvalidSettingsException {
        if (m_optional == null) {
            return NodeHandle.create(m_factory);
        }
        final var ports = new NodeSettings("node_creation_config");
        ports.addNodeSettings(m_optional).addNodeSettings("port_0").addString("object_class",
            BufferedDataTable.class.getName());
        return NodeHandle.create(m_factory, ports);
    }

    /** @return the settings as a user finds them in the dialog, or as they are saved */
    NodeSettings settings() throws InvalidSettingsException {
        return settings(handle());
    }

    private NodeSettings settings(final NodeHandle handle) throws InvalidSettingsException {
        final var model = new NodeSettings("model");
        if (m_loaded != null) {
            m_loaded.copyTo(model);
        } else {
            if (!m_unconnected) {
                guess(handle);
            }
            handle.saveSettings(model);
        }
        for (final var edit : m_edits) {
            edit.apply(model);
        }
        return model;
    }

    private void guess(final NodeHandle handle) {
        try {
            handle.configure(specs(), m_inputs);
        } catch (final InvalidSettingsException e) { // NOSONAR: the guessed parameters are there even so
        }
    }

    private PortObjectSpec[] specs() {
        final var specs = new PortObjectSpec[m_inputs.length];
        for (int i = 0; i < specs.length; i++) {
            specs[i] = m_inputs[i] == null ? null : m_inputs[i].getSpec();
        }
        return specs;
    }

    Result run() throws Exception {
        return m_workflow == null ? runHere() : CurrentWorkflow.during(m_workflow, (Callable<Result>)this::runHere);
    }

    /** Only what the node says before it runs. */
    Result configure() throws InvalidSettingsException {
        final var handle = handle();
        try {
            handle.loadSettings(settings(handle));
            final var configured = handle.configure(specs(), m_inputs);
            return new Result(configured.specs(), configured.warning(), null, null, false);
        } catch (final InvalidSettingsException e) {
            return new Result(null, null, null, e.getMessage(), false);
        }
    }

    private Result runHere() throws InvalidSettingsException {
        final var handle = handle();
        NodeHandle.Configured configured = null;
        try {
            handle.loadSettings(settings(handle));
            configured = handle.configure(specs(), m_inputs);
            final var executed = handle.execute(m_inputs, m_execution.context());
            return new Result(configured.specs(), configured.warning(), executed, null, false);
        } catch (final InvalidSettingsException e) {
            return failed(configured, e.getMessage(), false);
        } catch (final KNIMEException e) {
            return failed(configured, e.getKNIMEMessage().getSummary(), false);
        } catch (final CanceledExecutionException e) { // NOSONAR: this is what the test asked for
            return failed(configured, null, true);
        } finally {
            Thread.interrupted(); // NOSONAR: of cancel()
        }
    }

    private static Result failed(final NodeHandle.Configured configured, final String error, final boolean canceled) {
        return configured == null ? new Result(null, null, null, error, canceled)
            : new Result(configured.specs(), configured.warning(), null, error, canceled);
    }
}

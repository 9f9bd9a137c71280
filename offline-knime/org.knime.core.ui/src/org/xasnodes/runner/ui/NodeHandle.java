package org.xasnodes.runner.ui;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.w3c.dom.Element;

/**
 * A node as the runner handles it: its ports, its parameters, {@code configure} and {@code execute}. States and
 * messages are the runner's; exceptions of the node are passed on unchanged.
 */
public final class NodeHandle {

    private final NodeDefinition m_definition;

    private final Element m_description;

    private final Ports m_ports;

    private final ParametersClass<?> m_parametersClass;

    private NodeParameters m_parameters;

    private NodeHandle(final DefaultNodeFactory factory) {
        m_definition = NodeDefinition.of(factory);
        m_description = factory.getXMLDescription();
        m_ports = new Ports(m_definition.ports());
        m_parametersClass =
            m_definition.parametersClass() == null ? null : new ParametersClass<>(m_definition.parametersClass());
    }

    /**
     * A port of a node.
     *
     * @param group the key of its group in saved workflows
     * @param name for the user
     * @param type of what it carries
     */
    public record Port(String group, String name, PortType type) {
    }

    /**
     * What a node promises before it runs.
     *
     * @param specs one for each output port, {@code null} where it is not known
     * @param warning for the user, {@code null} if there is none
     */
    @SuppressWarnings("java:S6218") // never compared
    public record Configured(PortObjectSpec[] specs, String warning) {
    }

    /**
     * What a node computed.
     *
     * @param objects one for each output port, {@code null} where the node set none
     * @param internal what the node keeps for its view, {@code null} if it keeps nothing
     * @param warning for the user, {@code null} if there is none
     */
    @SuppressWarnings("java:S6218") // never compared
    public record Executed(PortObject[] objects, PortObject[] internal, String warning) {
    }

    /**
     * A new node.
     *
     * @param factory of the node
     * @return the node, without those optional ports that are not there by default
     * @throws IllegalArgumentException if two groups of ports have the same id
     */
    public static NodeHandle create(final DefaultNodeFactory factory) {
        return new NodeHandle(factory);
    }

    /**
     * A node of a saved workflow.
     *
     * @param factory of the node
     * @param creationConfig its settings {@code node_creation_config}
     * @return the node with the optional ports that the settings name
     * @throws InvalidSettingsException if such a port has a type that is not possible
     */
    public static NodeHandle create(final DefaultNodeFactory factory, final NodeSettingsRO creationConfig)
        throws InvalidSettingsException {
        final NodeHandle node = new NodeHandle(factory);
        node.m_ports.load(creationConfig);
        return node;
    }

    /** @return the name for the user */
    public String name() {
        return m_definition.name();
    }

    /** @return the element {@code knimeNode} */
    public Element description() {
        return m_description;
    }

    /** @return the input ports, the first one being port 1 of a saved workflow */
    public List<Port> inputPorts() {
        return m_ports.list(true);
    }

    /** @return the output ports, the first one being port 1 of a saved workflow */
    public List<Port> outputPorts() {
        return m_ports.list(false);
    }

    /** @return which ports belong to which group */
    public PortsConfiguration portsConfiguration() {
        return m_ports;
    }

    /** @param creationConfig takes the optional ports that the node has */
    public void saveCreationConfig(final NodeSettingsWO creationConfig) {
        m_ports.save(creationConfig);
    }

    /**
     * Loads parameters. If that fails the node keeps those it has, or makes new ones at the next configure.
     *
     * @param model the settings {@code model} of the node
     * @throws InvalidSettingsException if they cannot be loaded or the parameters refuse their values
     */
    public void loadSettings(final NodeSettingsRO model) throws InvalidSettingsException {
        if (m_parametersClass != null) {
            final NodeParameters loaded = m_parametersClass.load(model);
            loaded.validate();
            m_parameters = m_parametersClass.load(model); // validate may have changed the first ones
        }
    }

    /**
     * Saves the parameters; those of a node that has none yet are new ones, which it does not keep.
     *
     * @param model takes them
     */
    public void saveSettings(final NodeSettingsWO model) {
        if (m_parametersClass != null) {
            m_parametersClass.save(m_parameters == null ? m_parametersClass.createDefault() : m_parameters, model);
        }
    }

    /**
     * Configures without data at the input ports.
     *
     * @param inSpecs one for each input port
     * @return what the node promises
     * @throws InvalidSettingsException if the node cannot run as it is
     */
    public Configured configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        return configure(inSpecs, new PortObject[inSpecs.length]);
    }

    /**
     * Configures; a node without parameters makes them first, and keeps them even where it then refuses their values.
     *
     * @param inSpecs one for each input port
     * @param inObjects one for each input port, {@code null} where there is none yet; only seen by new parameters
     * @return what the node promises
     * @throws InvalidSettingsException if the node cannot run as it is
     */
    public Configured configure(final PortObjectSpec[] inSpecs, final PortObject[] inObjects)
        throws InvalidSettingsException {
        if (m_parametersClass != null && m_parameters == null) {
            m_parameters = m_parametersClass.create(new ConnectedInput(m_ports, inSpecs, inObjects));
            m_parameters.validate();
        }
        final ConfigureCall call = new ConfigureCall(m_parameters, inSpecs, m_ports);
        m_definition.configure().accept(call, call);
        return new Configured(call.outSpecs(), call.warning());
    }

    /**
     * Executes. The node must have been configured.
     *
     * @param inObjects one for each input port
     * @param exec progress, cancellation and tables
     * @return what the node computed
     * @throws KNIMEException if the node fails
     * @throws CanceledExecutionException if the user cancelled
     */
    public Executed execute(final PortObject[] inObjects, final ExecutionContext exec)
        throws KNIMEException, CanceledExecutionException {
        final ExecuteCall call = new ExecuteCall(m_parameters, inObjects, m_ports, exec);
        m_definition.execute().accept(call, call);
        return new Executed(call.outObjects(), call.internal(), call.warning());
    }

    /** @return the page of the view; empty for a node without view */
    public Optional<Page> viewPage() {
        return Optional.ofNullable(m_definition.view()).map(ViewDefinition::page);
    }

    /**
     * What the page of the view gets when it is opened.
     *
     * @param internal what the node kept when it was executed, {@code null} if it was not or kept nothing
     * @return JSON as KNIME sends it: an object with the data as its <code>result</code>, else with an
     *         <code>internalError</code>; empty for a node without view or a view without data
     */
    public Optional<String> initialViewData(final PortObject[] internal) {
        return Optional.ofNullable(m_definition.view()).filter(view -> view.initialData() != null)
            .map(view -> view.initialData(internal));
    }
}

package org.xasnodes.runner.ui;

import java.util.Arrays;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.parameters.NodeParameters;

/** What a node reads and writes while it is configured. */
final class ConfigureCall implements ConfigureInput, ConfigureOutput {

    private final NodeParameters m_parameters;

    private final PortObjectSpec[] m_inSpecs;

    private final Ports m_ports;

    private final PortObjectSpec[] m_outSpecs;

    private String m_warning;

    ConfigureCall(final NodeParameters parameters, final PortObjectSpec[] inSpecs, final Ports ports) {
        m_parameters = parameters;
        m_inSpecs = inSpecs;
        m_ports = ports;
        m_outSpecs = new PortObjectSpec[ports.getOutputPorts().length];
    }

    PortObjectSpec[] outSpecs() {
        return m_outSpecs;
    }

    String warning() {
        return m_warning;
    }

    @Override
    @SuppressWarnings("unchecked") // the node asks for its own class
    public <S extends NodeParameters> S getParameters() {
        return (S)m_parameters;
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return m_inSpecs;
    }

    @Override
    @SuppressWarnings("unchecked") // the node asks for the class of its port
    public <S extends PortObjectSpec> S getInPortSpec(final int index) {
        return (S)m_inSpecs[index];
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(m_inSpecs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
    }

    @Override
    public DataTableSpec getInTableSpec(final int portIndex) {
        return (DataTableSpec)m_inSpecs[portIndex];
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_ports.getOutputPorts();
    }

    @Override
    public PortsConfiguration getPortsConfiguration() {
        return m_ports.orThrowIfEmpty();
    }

    @Override
    public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
        m_outSpecs[index] = spec;
    }

    @Override
    @SafeVarargs
    public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
        System.arraycopy(specs, 0, m_outSpecs, 0, specs.length);
    }

    @Override
    public void setWarningMessage(final String message) {
        m_warning = message;
    }
}

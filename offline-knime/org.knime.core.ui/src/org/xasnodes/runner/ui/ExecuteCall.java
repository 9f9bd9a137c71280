package org.xasnodes.runner.ui;

import java.util.Arrays;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** What a node reads and writes while it is executed. */
final class ExecuteCall implements ExecuteInput, ExecuteOutput {

    private final NodeParameters m_parameters;

    private final PortObject[] m_inObjects;

    private final Ports m_ports;

    private final ExecutionContext m_context;

    private final PortObject[] m_outObjects;

    private PortObject[] m_internal;

    private volatile String m_warning; // a node may warn from a thread of its own

    ExecuteCall(final NodeParameters parameters, final PortObject[] inObjects, final Ports ports,
        final ExecutionContext context) {
        m_parameters = parameters;
        m_inObjects = inObjects;
        m_ports = ports;
        m_context = context;
        m_outObjects = new PortObject[ports.getOutputPorts().length];
    }

    PortObject[] outObjects() {
        return m_outObjects;
    }

    PortObject[] internal() {
        return m_internal;
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
    public ExecutionContext getExecutionContext() {
        return m_context;
    }

    @Override
    public PortObject[] getInPortObjects() {
        return m_inObjects;
    }

    @Override
    @SuppressWarnings("unchecked") // the node asks for the class of its port
    public <D extends PortObject> D getInPortObject(final int portIndex) {
        return (D)m_inObjects[portIndex];
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return Arrays.stream(m_inObjects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
    }

    @Override
    public BufferedDataTable getInTable(final int portIndex) {
        return (BufferedDataTable)m_inObjects[portIndex];
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
    public <D extends PortObject> void setOutData(final int index, final D data) {
        m_outObjects[index] = data;
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setOutData(final D... data) {
        System.arraycopy(data, 0, m_outObjects, 0, data.length);
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setInternalData(final D... data) {
        m_internal = data;
    }

    @Override
    public void setWarningMessage(final String message) {
        m_warning = message;
    }
}

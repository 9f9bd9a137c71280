package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;

import org.knime.core.node.port.PortType;

/** The ports a node has, by group. */
public interface PortsConfiguration {

    PortType[] getInputPorts();

    PortType[] getOutputPorts();

    /** @return by group, the indices of its input ports, without the flow variable port */
    Map<String, int[]> getInputPortLocation();

    Map<String, int[]> getOutputPortLocation();

    List<String> getPortGroupNames();
}

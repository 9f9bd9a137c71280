package org.knime.node.parameters;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What a parameters class may look at when it guesses its defaults: ports, their specs and data, flow variables. */
public interface NodeParametersInput {

    /** @return the types of the input ports */
    PortType[] getInPortTypes();

    /** @return the types of the output ports */
    PortType[] getOutPortTypes();

    /** @return one spec for each input port, {@code null} where it is not known */
    PortObjectSpec[] getInPortSpecs();

    /**
     * @param portIndex counts from 0
     * @return the spec at that input port, empty if it is not known
     */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /** @return one table spec for each input port, all of which must be tables; {@code null} where it is not known */
    DataTableSpec[] getInTableSpecs();

    /**
     * @param portIndex counts from 0
     * @return the table spec at that input port, empty if it is not known
     */
    Optional<DataTableSpec> getInTableSpec(int portIndex);

    /** @return one object for each input port, {@code null} where there is none yet */
    PortObject[] getInPortObjects();

    /**
     * @param portIndex counts from 0
     * @return the object at that input port, empty before it was computed
     */
    Optional<PortObject> getInPortObject(int portIndex);

    /** @return one table for each input port, all of which must be tables; {@code null} where there is none yet */
    BufferedDataTable[] getInTables();

    /**
     * @param portIndex counts from 0
     * @return the table at that input port, empty before it was computed
     */
    Optional<BufferedDataTable> getInTable(int portIndex);

    /**
     * @return which ports belong to which port group
     * @throws IllegalStateException for a node without ports
     */
    PortsConfiguration getPortsConfiguration();
}

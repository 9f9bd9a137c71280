package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;

/** Step: the ports of a node. The names of all groups of a node, inputs and outputs together, must differ. */
public interface RequirePorts {

    /**
     * @param ports adds ports that are always there
     * @return the next step
     */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(groups -> ports.accept(new PortsAdder() {

            @Override
            public PortsAdder addInputPort(final String name, final String description, final PortType portType) {
                groups.addInputPortGroup(name, port -> port.name(name).description(description).fixed(portType));
                return this;
            }

            @Override
            public PortsAdder addOutputPort(final String name, final String description, final PortType portType) {
                groups.addOutputPortGroup(name, port -> port.name(name).description(description).fixed(portType));
                return this;
            }
        }));
    }

    /**
     * @param ports adds ports, some of which the user may add or leave out
     * @return the next step
     */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Adds ports that are always there. Names are keys in saved workflows; descriptions are XML fragments. */
    @SuppressWarnings("javadoc")
    interface PortsAdder {

        PortsAdder addInputPort(String name, String description, PortType portType);

        PortsAdder addOutputPort(String name, String description, PortType portType);

        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Adds groups of ports. Group ids are keys in saved workflows. */
    @SuppressWarnings("javadoc")
    interface DynamicPortsAdder {

        DynamicPortsAdder addInputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        DynamicPortsAdder addOutputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);
    }

    /** Step: the name of a port. */
    interface RequirePortName {

        /**
         * @param name for the user
         * @return the next step
         */
        RequirePortDescription name(String name);
    }

    /** Step: the description of a port. */
    interface RequirePortDescription {

        /**
         * @param description what the port carries; an XML fragment
         * @return the next step
         */
        RequireConfigurablePortMode description(String description);
    }

    /** Step: whether the port is always there. */
    interface RequireConfigurablePortMode {

        /**
         * @param portType the type of a port that is always there
         * @return the finished group
         */
        FinalConfigurablePort fixed(PortType portType);

        /** @return the next step, for a port that the user may add */
        RequireSupportedTypes<OptionalConfigurablePort> optional();
    }

    /**
     * Step: the types among which the user chooses.
     *
     * @param <T> the next step
     */
    interface RequireSupportedTypes<T> {

        /**
         * @param portTypes the types
         * @return the next step
         */
        T supportedTypes(PortType... portTypes);
    }

    /** A finished group of ports. */
    sealed interface ConfigurablePort permits FinalConfigurablePort, OptionalConfigurablePort {

        /** A group with nothing left to say. */
        final class FinalConfigurablePort implements ConfigurablePort {
        }

        /** A group of at most one port, which is not there unless the user adds it. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {

            /**
             * @param defaultPortType the type of a port that is there until the user removes it
             * @return the finished group
             */
            FinalConfigurablePort defaultPortType(PortType defaultPortType);
        }
    }
}

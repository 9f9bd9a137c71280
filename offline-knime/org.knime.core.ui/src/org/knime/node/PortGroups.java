package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;
import org.xasnodes.runner.ui.PortGroup;

/** Collects the groups of ports of a node in the order in which they are added. */
final class PortGroups implements RequirePorts.DynamicPortsAdder {

    private final List<PortGroup> m_groups = new ArrayList<>();

    static List<PortGroup> of(final Consumer<RequirePorts.DynamicPortsAdder> ports) {
        final PortGroups groups = new PortGroups();
        ports.accept(groups);
        return groups.m_groups;
    }

    @Override
    public RequirePorts.DynamicPortsAdder addInputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        return add(groupId, true, groupConfiguration);
    }

    @Override
    public RequirePorts.DynamicPortsAdder addOutputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        return add(groupId, false, groupConfiguration);
    }

    private PortGroups add(final String groupId, final boolean input,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        groupConfiguration.apply(name -> description -> new Mode(groupId, input, name, description));
        return this;
    }

    /** The last steps of the group with the given names. */
    private final class Mode implements RequireConfigurablePortMode {

        private final String m_id;

        private final boolean m_input;

        private final String m_name;

        private final String m_description;

        Mode(final String id, final boolean input, final String name, final String description) {
            m_id = id;
            m_input = input;
            m_name = name;
            m_description = description;
        }

        @Override
        public FinalConfigurablePort fixed(final PortType portType) {
            m_groups.add(group(false, List.of(portType), portType));
            return new FinalConfigurablePort();
        }

        @Override
        public RequireSupportedTypes<OptionalConfigurablePort> optional() {
            return types -> {
                final int position = m_groups.size();
                m_groups.add(group(true, List.of(types), null));
                return defaultType -> {
                    m_groups.set(position, group(true, List.of(types), defaultType));
                    return new FinalConfigurablePort();
                };
            };
        }

        private PortGroup group(final boolean optional, final List<PortType> types, final PortType initialType) {
            return new PortGroup(m_id, m_name, m_description, m_input, optional, types, initialType);
        }
    }
}

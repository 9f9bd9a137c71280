package org.xasnodes.runner.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;

/** The ports that a node has: those that are always there and the optional ones that were added. */
final class Ports implements PortsConfiguration {

    private static final String PORT_KEY = "port_";

    private static final String TYPE_KEY = "object_class";

    private final Map<String, PortGroup> m_groups = new LinkedHashMap<>();

    private final Map<String, List<PortType>> m_types = new LinkedHashMap<>();

    /** The ports of a new node. */
    Ports(final List<PortGroup> groups) {
        for (final PortGroup group : groups) {
            if (group.id() == null || group.id().isEmpty()) {
                throw new IllegalArgumentException("The group identifier has to contain at least one character");
            }
            if (m_groups.put(group.id(), group) != null) {
                throw new IllegalArgumentException("A port group with the given name already exists: " + group.id());
            }
            m_types.put(group.id(), group.initialType() == null ? List.of() : List.of(group.initialType()));
        }
    }

    /** Adds and removes optional ports as the settings say; groups of which they know nothing stay as they are. */
    void load(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final PortGroup group : m_groups.values()) {
            if (group.optional() && settings.containsKey(group.id())) {
                final NodeSettingsRO ports = settings.getNodeSettings(group.id());
                final List<PortType> types = new ArrayList<>();
                for (final String key : ports.keySet()) {
                    types.add(type(group, ports.getNodeSettings(key).getString(TYPE_KEY)));
                }
                m_types.put(group.id(), types);
            }
        }
    }

    private static PortType type(final PortGroup group, final String className) throws InvalidSettingsException {
        return group.types().stream().filter(type -> type.getPortObjectClass().getName().equals(className)).findFirst()
            .orElseThrow(() -> new InvalidSettingsException("The optional port \"" + group.id()
                + "\" cannot have the type " + className + "; possible: " + group.types()));
    }

    /** A node without any port has no configuration of ports to look at. */
    PortsConfiguration orThrowIfEmpty() {
        if (m_groups.isEmpty()) {
            throw new IllegalStateException("No port configuration is available in this context. "
                + "This method should be called only for nodes with dynamic ports.");
        }
        return this;
    }

    void save(final NodeSettingsWO settings) {
        for (final PortGroup group : m_groups.values()) {
            final NodeSettingsWO ports = settings.addNodeSettings(group.id());
            final List<PortType> types = group.optional() ? m_types.get(group.id()) : List.of();
            for (int i = 0; i < types.size(); i++) {
                ports.addNodeSettings(PORT_KEY + i).addString(TYPE_KEY, types.get(i).getPortObjectClass().getName());
            }
        }
    }

    List<NodeHandle.Port> list(final boolean input) {
        final List<NodeHandle.Port> ports = new ArrayList<>();
        side(input).forEach(group -> m_types.get(group.id())
            .forEach(type -> ports.add(new NodeHandle.Port(group.id(), group.name(), type))));
        return ports;
    }

    private Stream<PortGroup> side(final boolean input) {
        return m_groups.values().stream().filter(group -> group.input() == input);
    }

    private PortType[] types(final boolean input) {
        return side(input).flatMap(group -> m_types.get(group.id()).stream()).toArray(PortType[]::new);
    }

    private Map<String, int[]> locations(final boolean input) {
        final Map<String, int[]> locations = new LinkedHashMap<>();
        int next = 0;
        for (final PortGroup group : side(input).toList()) {
            final int end = next + m_types.get(group.id()).size();
            if (end > next) {
                locations.put(group.id(), IntStream.range(next, end).toArray());
            }
            next = end;
        }
        return locations;
    }

    @Override
    public PortType[] getInputPorts() {
        return types(true);
    }

    @Override
    public PortType[] getOutputPorts() {
        return types(false);
    }

    @Override
    public List<String> getPortGroupNames() {
        return new ArrayList<>(m_groups.keySet());
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return locations(true);
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return locations(false);
    }
}

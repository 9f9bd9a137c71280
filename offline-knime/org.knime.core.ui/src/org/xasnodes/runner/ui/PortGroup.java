package org.xasnodes.runner.ui;

import java.util.List;

import org.knime.core.node.port.PortType;

/**
 * A group of ports of a node: one port that is always there, or one that the user may add.
 *
 * @param id its key in saved workflows
 * @param name for the user
 * @param description an XML fragment
 * @param input whether it is on the input side
 * @param optional whether the user may add and remove the port
 * @param types the types the port may have
 * @param initialType the type of the port on a new node, {@code null} if it is not there
 */
public record PortGroup(String id, String name, String description, boolean input, boolean optional,
    List<PortType> types, PortType initialType) {

    /** Refuses an initial type that is not among the types. */
    public PortGroup {
        if (types.isEmpty()) {
            throw new IllegalArgumentException("The optional ports have to contain at least one element");
        }
        if (initialType != null && !types.contains(initialType)) {
            throw new IllegalArgumentException("The optional port types have to contain the default port type");
        }
    }
}

package org.xasnodes.runner.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A workflow as it stands in its folder.
 *
 * @param folder that holds <code>workflow.knime</code>
 * @param description what its author says of it, empty if nothing
 * @param nodes so that each comes after those it gets data from
 * @param connections between them
 */
public record Workflow(Path folder, String description, List<WorkflowNode> nodes, List<Connection> connections) {

    /**
     * @param node one of the nodes
     * @return the connections that end at it
     */
    public Stream<Connection> into(final WorkflowNode node) {
        return connections.stream().filter(connection -> connection.target() == node.id());
    }
}

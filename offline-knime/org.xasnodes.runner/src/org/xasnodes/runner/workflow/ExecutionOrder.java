package org.xasnodes.runner.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Sorts nodes so that each comes after those it depends on; among equals the smaller number comes first. */
final class ExecutionOrder {

    private ExecutionOrder() {
    }

    /**
     * @param nodes sorted by number
     * @param connections between them
     * @return the sorted nodes
     * @throws WorkflowException if connections form a circle, with the names of the nodes in or behind it
     */
    static List<WorkflowNode> of(final Collection<WorkflowNode> nodes, final List<Connection> connections)
        throws WorkflowException {
        final List<WorkflowNode> waiting = new ArrayList<>(nodes);
        final List<Connection> open = new ArrayList<>(connections);
        final List<WorkflowNode> sorted = new ArrayList<>();
        while (!waiting.isEmpty()) {
            final WorkflowNode next = waiting.stream()
                .filter(node -> open.stream().noneMatch(connection -> connection.target() == node.id())).findFirst()
                .orElseThrow(() -> new WorkflowException("The connections form a circle, so that no node can be first: "
                    + waiting.stream().map(WorkflowNode::toString).collect(Collectors.joining(", ")) + "."));
            waiting.remove(next);
            open.removeIf(connection -> connection.source() == next.id());
            sorted.add(next);
        }
        return sorted;
    }
}

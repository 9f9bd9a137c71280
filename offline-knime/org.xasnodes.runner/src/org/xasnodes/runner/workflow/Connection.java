package org.xasnodes.runner.workflow;

/**
 * A wire from an output to an input. Port 0 carries flow variables, data ports count from 1.
 *
 * @param source id of the node it starts at
 * @param sourcePort which of its outputs
 * @param target id of the node it ends at
 * @param targetPort which of its inputs
 */
public record Connection(int source, int sourcePort, int target, int targetPort) {
}

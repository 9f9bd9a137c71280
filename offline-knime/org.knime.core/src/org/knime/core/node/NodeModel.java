package org.knime.core.node;

/** Stands in signatures only: nodes are described by a fluent API, and none of ours has a model of its own. */
public abstract class NodeModel {

    NodeModel() {
    }
}

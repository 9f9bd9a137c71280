package org.knime.core.node;

import java.net.URL;

/**
 * Makes a node and describes it.
 *
 * @param <T> class of its model
 */
public abstract class NodeFactory<T extends NodeModel> {

    /** What a node does, which decides its colour. */
    public enum NodeType {
            Source, Sink, Learner, Predictor, Manipulator, Visualizer, Widget, Meta, LoopStart, LoopEnd, ScopeStart,
            ScopeEnd, QuickForm, Configuration, Other, Missing, Unknown, Subnode, VirtualIn, VirtualOut, Container
    }

    protected NodeFactory() {
    }

    protected NodeFactory(final boolean lazy) {
    }

    public NodeType getType() {
        return NodeType.Unknown;
    }

    public URL getIcon() {
        return null;
    }

    public void init() {
        // nothing to prepare here
    }
}

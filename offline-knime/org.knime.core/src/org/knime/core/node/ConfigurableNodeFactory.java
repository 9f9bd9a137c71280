package org.knime.core.node;

/**
 * Makes a node whose ports the user can change.
 *
 * @param <T> class of its model
 */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    protected ConfigurableNodeFactory() {
    }

    protected ConfigurableNodeFactory(final boolean lazy) {
        super(lazy);
    }
}

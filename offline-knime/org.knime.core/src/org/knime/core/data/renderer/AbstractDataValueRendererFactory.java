package org.knime.core.data.renderer;

/** A renderer factory whose id is the name of its class. */
public abstract class AbstractDataValueRendererFactory implements DataValueRendererFactory {

    public AbstractDataValueRendererFactory() {
    }

    @Override
    public final String getId() {
        return getClass().getName();
    }

    @Override
    public boolean equals(final Object other) {
        return other != null && other.getClass() == getClass();
    }

    @Override
    public int hashCode() {
        return getId().hashCode();
    }
}

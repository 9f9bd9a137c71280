package org.knime.node.parameters.updates;

/**
 * Stands for a parameter; the parameter carries it in its {@link ValueReference}.
 *
 * @param <V> the type of the parameter
 */
public interface ParameterReference<V> {
}

package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/**
 * Writes a value to settings.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface ParametersSaver<T> {

    /**
     * @param param the value, possibly {@code null}
     * @param nodeSettings the settings of the object that has the field
     */
    void save(T param, NodeSettingsWO nodeSettings);
}

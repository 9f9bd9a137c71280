package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The parameters of a node: a class with a constructor without arguments, and optionally one with a
 * {@link NodeParametersInput} to guess defaults from what is connected.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Checks the values without knowing the input. Called whenever settings are loaded, and once on guessed defaults.
     *
     * @throws InvalidSettingsException if the values cannot be used; its message is shown to the user
     */
    default void validate() throws InvalidSettingsException {
        // by default all values are valid
    }
}

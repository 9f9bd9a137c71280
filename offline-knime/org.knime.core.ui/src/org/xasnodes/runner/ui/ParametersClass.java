package org.xasnodes.runner.ui;

import java.lang.reflect.Constructor;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Makes, saves and loads the parameters of a node as KNIME does.
 *
 * @param <P> the class of the parameters
 * @param type the class of the parameters
 */
public record ParametersClass<P extends NodeParameters>(Class<P> type) {

    private static final System.Logger LOGGER = System.getLogger(ParametersClass.class.getName());

    /** @return parameters with the values of their field initialisers, {@code null} if none can be made (logged) */
    public P createDefault() {
        try {
            return instantiate(type.getDeclaredConstructor());
        } catch (final NoSuchMethodException ex) {
            LOGGER.log(System.Logger.Level.ERROR, "No default constructor found for class " + type.getName() + ".", ex);
            return null;
        }
    }

    /**
     * @param input what a constructor of the parameters may look at
     * @return parameters that may have been guessed from it, {@code null} if none can be made (logged)
     */
    public P create(final NodeParametersInput input) {
        final Constructor<P> guessing;
        try {
            guessing = type.getDeclaredConstructor(NodeParametersInput.class);
        } catch (final NoSuchMethodException ex) { // the usual case of parameters that guess nothing
            return createDefault();
        }
        return instantiate(guessing, input);
    }

    private P instantiate(final Constructor<P> constructor, final Object... arguments) {
        try {
            constructor.setAccessible(true); // NOSONAR parameters need not be public
            return constructor.newInstance(arguments);
        } catch (final ReflectiveOperationException ex) {
            LOGGER.log(System.Logger.Level.ERROR, "Failed to instantiate class " + type.getName() + ".", ex);
            return null;
        }
    }

    /**
     * @param parameters what to save
     * @param settings takes it
     * @throws IllegalArgumentException if the parameters are of another class or have a field that cannot be stored
     */
    public void save(final NodeParameters parameters, final NodeSettingsWO settings) {
        if (!type.isInstance(parameters)) {
            throw new IllegalArgumentException(
                "The provided settingsObject is not an instance of the provided settingsClass.");
        }
        Stores.ofClass(FieldType.of(parameters.getClass())).save(parameters, settings);
    }

    /**
     * Loads without validating.
     *
     * @param settings what was saved
     * @return the parameters
     * @throws InvalidSettingsException if a key is missing or has another type or a value that is not possible
     */
    public P load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return type.cast(Stores.ofClass(FieldType.of(type)).load(settings));
    }
}

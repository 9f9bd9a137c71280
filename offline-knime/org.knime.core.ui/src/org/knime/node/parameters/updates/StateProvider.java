package org.knime.node.parameters.updates;

import java.util.function.Supplier;

import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes something the dialog shows, when it opens or when other parameters change.
 *
 * @param <S> the type of what is computed
 */
public interface StateProvider<S> {

    /** Tells the dialog what the computation depends on. */
    interface StateProviderInitializer {

        /** @return the input of the node */
        NodeParametersInput getNodeParametersInput();

        /**
         * @param <T> the type of the parameter
         * @param ref its reference; a change of it starts the computation
         * @return gives its value during the computation
         */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * @param <T> the type of the parameter
         * @param ref its reference; a change of it does not start the computation
         * @return gives its value during the computation
         */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref);

        /**
         * @param <T> the type of the parameter
         * @param id its reference; a change of it starts the computation
         */
        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id);

        /** @param ref of a button that starts the computation */
        void computeOnButtonClick(Class<? extends ButtonReference> ref);

        /** Computes before the dialog is shown. */
        void computeBeforeOpenDialog();

        /** Computes once the dialog is shown. */
        void computeAfterOpenDialog();
    }

    /** @param initializer takes what the computation depends on */
    void init(StateProviderInitializer initializer);

    /**
     * @param parametersInput the input of the node
     * @return what the dialog shows
     */
    S computeState(NodeParametersInput parametersInput);
}

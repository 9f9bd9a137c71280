package org.xasnodes.benchmark;

/** A trained model. Immutable and safe to use from several threads. */
@FunctionalInterface
interface Model {

    /**
     * @param rows rows of as many features as the model was trained on
     * @return for each row its class, from 0, or its number
     */
    double[] predict(double[][] rows);
}

package org.xasnodes.core.network;

import java.util.Arrays;

import org.xasnodes.core.util.SplitMix64;

/**
 * The weights of all layers, or as many other numbers: for each layer and each of its units the weights of the layer's
 * inputs, and last the bias, as the weight of an input that is always 1.
 */
final class Parameters {

    /** [layer][unit][input, and the bias] */
    final double[][][] m_layers;

    private Parameters(final double[][][] layers) {
        m_layers = layers;
    }

    /** All 0. */
    static Parameters zeros(final NetworkLayout layout) {
        final var layers = new double[layout.layers()][][];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new double[layout.sizes().get(l + 1)][layout.sizes().get(l) + 1];
        }
        return new Parameters(layers);
    }

    /**
     * X. Glorot and Y. Bengio's uniform numbers, as scikit-learn's MLP draws them: weights and biases between -b and
     * b with <code>b = sqrt(6 / (inputs + units))</code>, with 2 instead of 6 where the layer is logistic.
     */
    static Parameters glorot(final NetworkLayout layout, final SplitMix64 random) {
        final var parameters = zeros(layout);
        for (int l = 0; l < layout.layers(); l++) {
            final var logistic = l < layout.hidden().size() && layout.hidden().get(l) == Activation.LOGISTIC;
            final var bound = Math.sqrt((logistic ? 2.0 : 6.0) / (layout.sizes().get(l) + layout.sizes().get(l + 1)));
            for (final var unit : parameters.m_layers[l]) {
                for (int i = 0; i < unit.length; i++) {
                    unit[i] = bound * (2 * random.nextDouble() - 1);
                }
            }
        }
        return parameters;
    }

    /** From numbers in the order of {@link #toArray}. */
    static Parameters of(final NetworkLayout layout, final double[] numbers) {
        if (numbers.length != layout.parameters()) {
            throw new IllegalArgumentException("A network of the sizes " + layout.sizes() + " has "
                + layout.parameters() + " weights and biases, not " + numbers.length + ".");
        }
        final var parameters = zeros(layout);
        var from = 0;
        for (final var layer : parameters.m_layers) {
            for (final var unit : layer) {
                System.arraycopy(numbers, from, unit, 0, unit.length);
                from += unit.length;
            }
        }
        return parameters;
    }

    /** All numbers, layer by layer and unit by unit. */
    double[] toArray() {
        return Arrays.stream(m_layers).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).toArray();
    }

    Parameters copy() {
        return part(0, m_layers.length);
    }

    /** A copy of the layers from one to before another. */
    Parameters part(final int from, final int to) {
        final var layers = new double[to - from][][];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = Arrays.stream(m_layers[from + l]).map(double[]::clone).toArray(double[][]::new);
        }
        return new Parameters(layers);
    }

    void setZero() {
        for (final var layer : m_layers) {
            for (final var unit : layer) {
                Arrays.fill(unit, 0);
            }
        }
    }
}

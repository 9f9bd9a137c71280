package org.xasnodes.core.network;

import java.util.List;

/**
 * The layers of a dense feed-forward network.
 *
 * @param sizes the number of inputs, of units in each hidden layer, and of outputs, each from 1 to 1,000,000
 * @param hidden the activation of each hidden layer
 * @param output what the last layer gives
 */
public record NetworkLayout(List<Integer> sizes, List<Activation> hidden, Output output) {

    private static final int LARGEST = 1_000_000;

    /**
     * @throws IllegalArgumentException if a layer has no unit or too many, or the activations are not as many as the
     *             hidden layers
     * @throws NullPointerException if an argument is null
     */
    public NetworkLayout {
        sizes = List.copyOf(sizes);
        hidden = List.copyOf(hidden);
        if (sizes.size() < 2 || hidden.size() != sizes.size() - 2) {
            throw new IllegalArgumentException("A network needs inputs, outputs, and an activation for each hidden"
                + " layer, not the sizes " + sizes + " with the activations " + hidden + ".");
        }
        for (final var size : sizes) {
            if (size < 1 || size > LARGEST) {
                throw new IllegalArgumentException("Each layer must have 1 to " + LARGEST + " units, not the sizes "
                    + sizes + ".");
            }
        }
        if (output == null) {
            throw new NullPointerException("output");
        }
    }

    /** @return the number of inputs */
    public int inputs() {
        return sizes.get(0);
    }

    /** @return the number of outputs */
    public int outputs() {
        return sizes.get(layers());
    }

    /** @return the number of layers with weights: the hidden ones and the last */
    public int layers() {
        return sizes.size() - 1;
    }

    /** @return the number of weights and biases */
    public long parameters() {
        var sum = 0L;
        for (int l = 0; l < layers(); l++) {
            sum += (sizes.get(l) + 1L) * sizes.get(l + 1);
        }
        return sum;
    }
}

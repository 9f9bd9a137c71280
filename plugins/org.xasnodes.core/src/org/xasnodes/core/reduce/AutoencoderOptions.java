package org.xasnodes.core.reduce;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.xasnodes.core.network.Activation;
import org.xasnodes.core.network.NetworkLayout;
import org.xasnodes.core.network.Output;
import org.xasnodes.core.network.TrainingOptions;

/**
 * How an autoencoder is made.
 *
 * @param dimensions the number of values that a row becomes, at least 1
 * @param hidden the units of each layer between the features and the reduced values, each at least 1; the way back has
 *            the same layers in reverse order. May be empty: then the network is linear and reduces as principal
 *            components do
 * @param activation of the hidden layers. The reduced values themselves are plain weighted sums, unlike those of
 *            scikit-learn's MLP: squeezed by a hyperbolic tangent, three of them gave back half as much
 * @param training how the network is trained; its loss is the mean squared error of the standardised features
 */
public record AutoencoderOptions(int dimensions, List<Integer> hidden, Activation activation,
    TrainingOptions training) {

    /** 3 dimensions, 32 units on either side, hyperbolic tangent, 300 epochs without early stopping. */
    public static final AutoencoderOptions DEFAULTS =
        new AutoencoderOptions(3, List.of(32), Activation.TANH, TrainingOptions.DEFAULTS);

    /**
     * @throws IllegalArgumentException if a number is outside its range; the message names it
     * @throws NullPointerException if an argument is null
     */
    public AutoencoderOptions {
        if (dimensions < 1) {
            throw new IllegalArgumentException("The number of dimensions must be at least 1, not " + dimensions + ".");
        }
        hidden = List.copyOf(hidden);
        for (final var units : hidden) {
            if (units < 1) {
                throw new IllegalArgumentException("Each hidden layer must have at least 1 unit, not " + units + ".");
            }
        }
        if (activation == null || training == null) {
            throw new NullPointerException();
        }
    }

    /**
     * @param value the number of dimensions
     * @return these options with it
     */
    public AutoencoderOptions withDimensions(final int value) {
        return new AutoencoderOptions(value, hidden, activation, training);
    }

    /**
     * @param value the training options
     * @return these options with them
     */
    public AutoencoderOptions withTraining(final TrainingOptions value) {
        return new AutoencoderOptions(dimensions, hidden, activation, value);
    }

    /** The network for so many features. */
    NetworkLayout layout(final int inputs) {
        final var sizes = new ArrayList<Integer>();
        sizes.add(inputs);
        sizes.addAll(hidden);
        final var back = new ArrayList<>(sizes);
        Collections.reverse(back);
        sizes.add(dimensions);
        sizes.addAll(back);
        final var activations = new ArrayList<>(Collections.nCopies(2 * hidden.size() + 1, activation));
        activations.set(hidden.size(), Activation.IDENTITY);
        return new NetworkLayout(sizes, activations, Output.IDENTITY);
    }
}

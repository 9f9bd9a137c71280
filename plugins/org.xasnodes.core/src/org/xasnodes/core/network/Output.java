package org.xasnodes.core.network;

import java.util.Arrays;

/**
 * What the last layer makes of its weighted sums, and the loss that belongs to it. Both lead to the same derivatives.
 */
public enum Output {

    /**
     * The sums themselves, for numbers. The loss of a row is the mean of the squared errors over the outputs; half of
     * their sum is what training makes smaller.
     */
    IDENTITY {
        @Override
        void apply(final double[][] values, final int count) {
            // nothing to do
        }

        @Override
        void addLosses(final double[][] outputs, final double[][] targets, final double[] losses, final int count) {
            for (int o = 0; o < outputs.length; o++) {
                addSquares(outputs[o], targets[o], losses, count);
            }
            for (int j = 0; j < count; j++) {
                losses[j] /= outputs.length;
            }
        }
    },

    /**
     * Probabilities of classes, <code>exp(z_c) / sum of exp(z)</code>. The loss of a row is the cross-entropy,
     * <code>-sum of t_c log p_c</code>, in nats.
     */
    SOFTMAX {
        @Override
        void apply(final double[][] values, final int count) {
            for (int j = 0; j < count; j++) {
                softmax(values, j);
            }
        }

        @Override
        void addLosses(final double[][] outputs, final double[][] targets, final double[] losses, final int count) {
            for (int o = 0; o < outputs.length; o++) {
                for (int j = 0; j < count; j++) {
                    // a class that cannot be has no part, and an impossible one that is so costs much but not all
                    losses[j] -= targets[o][j] == 0 ? 0
                        : targets[o][j] * StrictMath.log(Math.max(Double.MIN_NORMAL, outputs[o][j]));
                }
            }
        }
    };

    /**
     * @param values weighted sums [outputs][rows], replaced by the outputs
     * @param count the number of rows
     */
    abstract void apply(double[][] values, int count);

    /**
     * @param outputs what {@link #apply} gave
     * @param targets what should have come out [outputs][rows]
     * @param losses the rows' losses, 0 before
     * @param count the number of rows
     */
    abstract void addLosses(double[][] outputs, double[][] targets, double[] losses, int count);

    /**
     * @param outputs what {@link #apply} gave
     * @param targets what should have come out
     * @param losses takes the loss of each row
     * @param count the number of rows
     * @return the sum of the losses
     */
    final double loss(final double[][] outputs, final double[][] targets, final double[] losses, final int count) {
        Arrays.fill(losses, 0);
        addLosses(outputs, targets, losses, count);
        var sum = 0.0;
        for (int j = 0; j < count; j++) {
            sum += losses[j];
        }
        return sum;
    }

    private static void addSquares(final double[] outputs, final double[] targets, final double[] sums,
        final int count) {
        for (int j = 0; j < count; j++) {
            sums[j] += (outputs[j] - targets[j]) * (outputs[j] - targets[j]);
        }
    }

    private static void softmax(final double[][] values, final int j) {
        var largest = Double.NEGATIVE_INFINITY;
        for (final var value : values) {
            largest = Math.max(largest, value[j]);
        }
        var sum = 0.0;
        for (final var value : values) {
            value[j] = StrictMath.exp(value[j] - largest);
            sum += value[j];
        }
        for (final var value : values) {
            value[j] /= sum;
        }
    }
}

package org.xasnodes.core.network;

import java.util.Arrays;

/** Loss and gradient of a few rows, by backpropagation. Not to be shared by threads. */
final class BackwardPass {

    private final NetworkLayout m_layout;

    private final Parameters m_parameters;

    private final ForwardPass m_forward;

    private final Parameters m_gradient;

    private final double[][] m_targetRows = new double[ForwardPass.SLICE][];

    private final double[][] m_targets;

    private final double[] m_losses = new double[ForwardPass.SLICE];

    /** Derivatives of the loss by the weighted sums of each layer [layer][unit][row]. */
    private final double[][][] m_deltas;

    /** The outputs of each hidden layer row by row, and at the end of each a 1 [layer][row][unit]. */
    private final double[][][] m_hiddenRows;

    /** The weights of each layer but the first, without biases [layer][input][unit]. */
    private final double[][][] m_transposed;

    BackwardPass(final NetworkLayout layout, final Parameters parameters) {
        final var sizes = layout.sizes();
        final var layers = layout.layers();
        m_layout = layout;
        m_parameters = parameters;
        m_forward = new ForwardPass(layout, parameters);
        m_gradient = Parameters.zeros(layout);
        m_targets = new double[layout.outputs()][ForwardPass.SLICE];
        m_deltas = new double[layers][][];
        m_hiddenRows = new double[layers][][];
        m_transposed = new double[layers][][];
        m_hiddenRows[0] = m_forward.m_rows;
        for (int l = 0; l < layers; l++) {
            m_deltas[l] = new double[sizes.get(l + 1)][ForwardPass.SLICE];
            if (l > 0) {
                m_transposed[l] = new double[sizes.get(l)][sizes.get(l + 1)];
                m_hiddenRows[l] = new double[ForwardPass.SLICE][sizes.get(l) + 1];
                for (final var row : m_hiddenRows[l]) {
                    row[sizes.get(l)] = 1;
                }
            }
        }
    }

    /** The gradient of the last {@link #run}: the sum over its rows; live. */
    Parameters gradient() {
        return m_gradient;
    }

    /**
     * Loss without gradient.
     *
     * @param rows many rows
     * @param targets what should come out for each
     * @param order the numbers of rows in the order in which they are taken
     * @param from the first place in the order
     * @param to the place after the last, at most {@link ForwardPass#SLICE} further
     * @return the sum of the rows' losses
     */
    double loss(final double[][] rows, final double[][] targets, final int[] order, final int from, final int to) {
        final var outputs = m_forward.run(m_layout.layers(), rows, order, from, to);
        for (int r = 0; r < to - from; r++) {
            m_targetRows[r] = targets[order[from + r]];
        }
        Rows.transpose(m_targetRows, to - from, m_targets.length, m_targets);
        return m_layout.output().loss(outputs, m_targets, m_losses, to - from);
    }

    /** As {@link #loss}, and the gradient. */
    double run(final double[][] rows, final double[][] targets, final int[] order, final int from, final int to) {
        final var loss = loss(rows, targets, order, from, to);
        final var count = to - from;
        final var last = m_layout.layers() - 1;
        for (int o = 0; o < m_targets.length; o++) {
            subtract(m_forward.m_outputs[last + 1][o], m_targets[o], m_deltas[last][o], count);
        }
        m_gradient.setZero();
        for (int l = last; l >= 0; l--) {
            if (l > 0) {
                final var inputs = m_forward.m_outputs[l];
                Rows.transpose(inputs, inputs.length, count, m_hiddenRows[l]);
                propagate(l, count);
            }
            final var gradient = m_gradient.m_layers[l];
            Rows.addProduct(gradient, gradient[0].length, m_deltas[l], m_hiddenRows[l], count);
        }
        return loss;
    }

    /** From a layer's derivatives to those of the layer before. */
    private void propagate(final int layer, final int count) {
        final var weights = m_parameters.m_layers[layer];
        final var below = m_deltas[layer - 1];
        Rows.transpose(weights, weights.length, below.length, m_transposed[layer]);
        for (final var delta : below) {
            Arrays.fill(delta, 0, count, 0);
        }
        Rows.addProduct(below, count, m_transposed[layer], m_deltas[layer], weights.length);
        for (int i = 0; i < below.length; i++) {
            m_layout.hidden().get(layer - 1).chain(below[i], m_forward.m_outputs[layer][i], count);
        }
    }

    private static void subtract(final double[] outputs, final double[] targets, final double[] deltas,
        final int count) {
        for (int j = 0; j < count; j++) {
            deltas[j] = outputs[j] - targets[j];
        }
    }
}

package org.xasnodes.core.network;

import java.util.stream.IntStream;

import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * A dense feed-forward network with its weights: each unit applies its layer's activation to the weighted sum of the
 * layer before and a bias. Immutable and safe to use from several threads. What comes out for a row does not depend
 * on the rows beside it or on the number of threads, and is made of basic operations that have the same bits on every
 * processor. {@link NetworkTrainer} finds the weights.
 */
public final class DenseNetwork {

    private final NetworkLayout m_layout;

    private final Parameters m_parameters;

    DenseNetwork(final NetworkLayout layout, final Parameters parameters) {
        m_layout = layout;
        m_parameters = parameters;
    }

    /**
     * @param layout the layers
     * @param parameters in the order of {@link #parameters}; copied
     * @return the network
     * @throws IllegalArgumentException if there are more or fewer parameters than {@link NetworkLayout#parameters}
     */
    public static DenseNetwork of(final NetworkLayout layout, final double[] parameters) {
        return new DenseNetwork(layout, Parameters.of(layout, parameters));
    }

    /** @return the layers */
    public NetworkLayout layout() {
        return m_layout;
    }

    /** @return layer by layer, and in it unit by unit, the weights of the layer's inputs and then the bias; a copy */
    public double[] parameters() {
        return m_parameters.toArray();
    }

    /**
     * @param rows any number of rows of so many finite numbers as there are inputs; left unchanged
     * @param threads at most so many are used, at least 1
     * @param progress is told how far the work is
     * @return for each row the outputs
     * @throws IllegalArgumentException if a row has another number of inputs
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public double[][] predict(final double[][] rows, final int threads, final ProgressMonitor progress) {
        return outputs(m_layout.layers(), rows, threads, progress);
    }

    /**
     * @param layer a hidden layer's number, from 1, or that of the last layer
     * @param rows as for {@link #predict}
     * @param threads at most so many are used, at least 1
     * @param progress is told how far the work is
     * @return for each row what this layer's units give
     * @throws IllegalArgumentException if a row has another number of inputs, or there is no such layer
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public double[][] outputs(final int layer, final double[][] rows, final int threads,
        final ProgressMonitor progress) {
        if (layer < 1 || layer > m_layout.layers()) {
            throw new IllegalArgumentException("The network has the layers 1 to " + m_layout.layers() + ", not "
                + layer + ".");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != m_layout.inputs()) {
                throw new IllegalArgumentException("Row " + (i + 1) + " has " + rows[i].length + " numbers instead of "
                    + m_layout.inputs() + ".");
            }
        }
        final var order = IntStream.range(0, rows.length).toArray();
        final var outputs = new double[rows.length][m_layout.sizes().get(layer)];
        final var passes = ThreadLocal.withInitial(() -> new ForwardPass(m_layout, m_parameters));
        Parallel.run(ForwardPass.slices(rows.length), threads, progress, "Running the network", slice -> {
            final var from = slice * ForwardPass.SLICE;
            final var to = Math.min(rows.length, from + ForwardPass.SLICE);
            final var units = passes.get().run(layer, rows, order, from, to);
            for (int o = 0; o < units.length; o++) {
                for (int r = 0; r < to - from; r++) {
                    outputs[from + r][o] = units[o][r];
                }
            }
        });
        return outputs;
    }
}

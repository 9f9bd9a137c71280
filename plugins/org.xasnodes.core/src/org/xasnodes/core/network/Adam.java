package org.xasnodes.core.network;

/**
 * D. P. Kingma and J. Ba's method, <a href="https://arxiv.org/abs/1412.6980">arXiv 1412.6980</a>: each parameter moves
 * against its mean gradient, divided by the root of the mean squared gradient. The means fade with 0.9 and 0.999 a
 * step; 1e-8 is added to the root.
 */
final class Adam {

    private static final double BETA1 = 0.9;

    private static final double BETA2 = 0.999;

    private static final double EPSILON = 1e-8;

    private final Parameters m_parameters;

    private final Parameters m_means;

    private final Parameters m_squares;

    private final double m_alpha;

    private double m_power1 = 1;

    private double m_power2 = 1;

    /**
     * @param layout of the network
     * @param parameters what is to be moved
     * @param alpha weight of the squares of the weights in the loss
     */
    Adam(final NetworkLayout layout, final Parameters parameters, final double alpha) {
        m_parameters = parameters;
        m_means = Parameters.zeros(layout);
        m_squares = Parameters.zeros(layout);
        m_alpha = alpha;
    }

    /**
     * Makes one step.
     *
     * @param slices gradients of the parts of a batch, sums over their rows; the first one is changed
     * @param count how many of them
     * @param rows the number of rows of the batch
     * @param rate how far to go
     */
    void step(final BackwardPass[] slices, final int count, final int rows, final double rate) {
        m_power1 *= BETA1;
        m_power2 *= BETA2;
        final var size = rate * Math.sqrt(1 - m_power2) / (1 - m_power1);
        final var gradient = slices[0].gradient().m_layers;
        for (int l = 0; l < gradient.length; l++) {
            for (int o = 0; o < gradient[l].length; o++) {
                for (int s = 1; s < count; s++) {
                    add(gradient[l][o], slices[s].gradient().m_layers[l][o]);
                }
                penalise(gradient[l][o], m_parameters.m_layers[l][o], m_alpha);
                step(m_parameters.m_layers[l][o], gradient[l][o], m_means.m_layers[l][o], m_squares.m_layers[l][o],
                    1.0 / rows, size);
            }
        }
    }

    private static void add(final double[] sum, final double[] other) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
    }

    /** The bias, which stands last, costs nothing. */
    private static void penalise(final double[] gradient, final double[] parameters, final double alpha) {
        final var weights = parameters.length - 1;
        for (int i = 0; i < weights; i++) {
            gradient[i] += alpha * parameters[i];
        }
    }

    private static void step(final double[] parameters, final double[] gradient, final double[] means,
        final double[] squares, final double factor, final double size) {
        for (int i = 0; i < parameters.length; i++) {
            final var g = factor * gradient[i];
            final var mean = BETA1 * means[i] + (1 - BETA1) * g;
            final var square = BETA2 * squares[i] + (1 - BETA2) * g * g;
            means[i] = mean;
            squares[i] = square;
            parameters[i] -= size * mean / (Math.sqrt(square) + EPSILON);
        }
    }
}

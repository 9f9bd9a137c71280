package org.xasnodes.core.align;

/**
 * First derivatives as slopes of straight lines, fitted around each point by least squares with the weights
 * <code>1 - (distance / half width)^2</code>. Between steps of any width the noise of a slope falls with the half width
 * to the power 1.5, while narrow features are flattened; so the smallest half width is taken whose noise is small
 * beside the slopes themselves. Cost O(n k) for k points within a half width.
 */
final class Slopes {

    /** Half widths in eV to choose from; with the first a line goes through a point and its neighbours only. */
    private static final double[] HALF_WIDTHS_EV = {0, 0.5, 1, 2, 4, 8};

    /** The largest share of noise in the variance of the slopes. */
    private static final double MAX_NOISE_SHARE = 0.02;

    private final double[] m_x;

    private final double m_halfWidth;

    /** The points around one, and what to multiply their values with. */
    private int m_from;

    private int m_to;

    private double[] m_factors;

    private Slopes(final double[] x, final int level) {
        m_x = x;
        m_halfWidth = HALF_WIDTHS_EV[level];
        m_factors = new double[8];
    }

    /** @return the number of half widths */
    static int levels() {
        return HALF_WIDTHS_EV.length;
    }

    /** @return the number of the half width which a noise asks for */
    static int level(final double[] x, final double[] y, final double noise) {
        for (int level = 0; level < HALF_WIDTHS_EV.length - 1; level++) {
            final var slopes = new double[x.length];
            final var gain = new Slopes(x, level).fill(y, slopes);
            if (noise * noise * gain <= MAX_NOISE_SHARE * variance(slopes)) {
                return level;
            }
        }
        return HALF_WIDTHS_EV.length - 1;
    }

    /** @return the slope at each point */
    static double[] of(final double[] x, final double[] y, final int level) {
        final var slopes = new double[x.length];
        new Slopes(x, level).fill(y, slopes);
        return slopes;
    }

    /**
     * @param x the positions
     * @param level number of the half width
     * @param weights a weight of the slope at each
     * @return for each point what its value adds to the weighted sum of the slopes
     */
    static double[] transposed(final double[] x, final int level, final double[] weights) {
        final var result = new double[x.length];
        final var slopes = new Slopes(x, level);
        for (int i = 0; i < weights.length; i++) {
            slopes.moveTo(i);
            for (int j = slopes.m_from; j < slopes.m_to; j++) {
                result[j] += weights[i] * slopes.m_factors[j - slopes.m_from];
            }
        }
        return result;
    }

    /** @return the variance of the slopes, in the mean, if the values have variance 1 */
    private double fill(final double[] y, final double[] slopes) {
        var squares = 0.0;
        for (int i = 0; i < slopes.length; i++) {
            moveTo(i);
            var slope = 0.0;
            for (int j = m_from; j < m_to; j++) {
                final var factor = m_factors[j - m_from];
                // relative to the point itself, against rounding
                slope += factor * (y[j] - y[i]);
                squares += factor * factor;
            }
            slopes[i] = slope;
        }
        return squares / slopes.length;
    }

    private void moveTo(final int i) {
        final var n = m_x.length;
        while (m_x[i] - m_x[m_from] >= m_halfWidth && m_from < Math.max(0, i - 1)) {
            m_from++;
        }
        while (m_from > 0 && (m_x[i] - m_x[m_from - 1] < m_halfWidth || m_from >= i)) {
            m_from--;
        }
        m_to = Math.max(m_to, Math.min(n, i + 2));
        while (m_to < n && m_x[m_to] - m_x[i] < m_halfWidth) {
            m_to++;
        }
        final var points = m_to - m_from;
        if (m_factors.length < points) {
            m_factors = new double[2 * points];
        }
        var weights = 0.0;
        var mean = 0.0;
        for (int j = m_from; j < m_to; j++) {
            final var weight = weight(m_x[j] - m_x[i], points);
            m_factors[j - m_from] = weight;
            weights += weight;
            mean += weight * (m_x[j] - m_x[i]);
        }
        mean /= weights;
        var spread = 0.0;
        for (int j = m_from; j < m_to; j++) {
            final var d = m_x[j] - m_x[i] - mean;
            spread += m_factors[j - m_from] * d * d;
            m_factors[j - m_from] *= d;
        }
        for (int j = 0; j < points; j++) {
            m_factors[j] /= spread;
        }
    }

    private double weight(final double distance, final int points) {
        if (points <= 3) {
            return 1;
        }
        final var t = distance / m_halfWidth;
        return Math.max(1e-3, 1 - t * t);
    }

    private static double variance(final double[] values) {
        var mean = 0.0;
        for (final var value : values) {
            mean += value / values.length;
        }
        var sum = 0.0;
        for (final var value : values) {
            sum += (value - mean) * (value - mean) / values.length;
        }
        return sum;
    }
}

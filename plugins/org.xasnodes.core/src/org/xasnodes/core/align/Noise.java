package org.xasnodes.core.align;

import java.util.Arrays;

/**
 * Estimates the noise of a curve from how far each point lies off the cubic through its two neighbours on either side:
 * the median of these distances, each divided by what noise of standard deviation 1 makes of it, over 0.6745, the
 * median of the normal distribution's absolute value. Where the steps are too wide for the curve its own bends count as
 * noise.
 */
final class Noise {

    private static final double NORMAL_MEDIAN = 0.674489750196082;

    private Noise() {
    }

    /** @return the standard deviation of the noise; 0 for fewer than 5 points */
    static double of(final double[] x, final double[] y) {
        final var n = x.length;
        if (n < 5) {
            return 0;
        }
        final var off = new double[n - 4];
        for (int i = 2; i < n - 2; i++) {
            off[i - 2] = distance(x, y, i);
        }
        Arrays.sort(off);
        return off[(n - 4) / 2] / NORMAL_MEDIAN;
    }

    /** By the polynomials of Lagrange. */
    private static double distance(final double[] x, final double[] y, final int i) {
        var cubic = 0.0;
        var squares = 1.0;
        for (int j = i - 2; j <= i + 2; j++) {
            if (j != i) {
                var factor = 1.0;
                for (int k = i - 2; k <= i + 2; k++) {
                    factor *= k == i || k == j ? 1 : (x[i] - x[k]) / (x[j] - x[k]);
                }
                cubic += factor * (y[j] - y[i]);
                squares += factor * factor;
            }
        }
        return Math.abs(cubic) / Math.sqrt(squares);
    }

    static double medianStep(final double[] x) {
        final var steps = new double[x.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = x[i + 1] - x[i];
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }
}

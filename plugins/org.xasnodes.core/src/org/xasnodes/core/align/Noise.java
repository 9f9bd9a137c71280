package org.xasnodes.core.align;

import java.util.Arrays;

/**
 * Estimates the noise of a curve from how far each point lies off the line between its neighbours: the median of these
 * distances, each divided by what noise of standard deviation 1 makes of it, over 0.6745, the median of the normal
 * distribution's absolute value. Where the steps are too wide for the curve its own bends count as noise.
 */
final class Noise {

    private static final double NORMAL_MEDIAN = 0.674489750196082;

    private Noise() {
    }

    /** @return the standard deviation of the noise; 0 for fewer than 3 points */
    static double of(final double[] x, final double[] y) {
        final var n = x.length;
        if (n < 3) {
            return 0;
        }
        final var off = new double[n - 2];
        for (int i = 1; i < n - 1; i++) {
            final var t = (x[i] - x[i - 1]) / (x[i + 1] - x[i - 1]);
            final var distance = y[i] - (y[i - 1] * (1 - t) + y[i + 1] * t);
            off[i - 1] = Math.abs(distance) / Math.sqrt(1 + t * t + (1 - t) * (1 - t));
        }
        Arrays.sort(off);
        return off[(n - 2) / 2] / NORMAL_MEDIAN;
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

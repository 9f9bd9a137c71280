package org.xasnodes.core.align;

/**
 * The standard deviation of a shift of highest correlation. Where the correlation r of a curve u is highest,
 * <code>dr/ds = 0</code>; a small change of u moves this place by <code>-d/ds (dr/du) . du / r''(s)</code>. The curve
 * is a linear function T of the intensities: these themselves, their slopes, or their sums. So noise of standard
 * deviation sigma in them gives
 *
 * <pre>
 * uncertainty = sigma |T^t d/ds (dr/du)| / |r''(s)|
 * </pre>
 *
 * which for the intensities themselves is nearly <code>sqrt((1 - r^2) / ((n - 3) r |r''|))</code>. The noise sigma is
 * what is left of the intensities after the best <code>a + b reference</code> at that shift,
 * <code>sigma^2 = sum of squares / (n - 3)</code>, times <code>(1 + q) / (1 - q)</code> where neighbouring residuals
 * correlate with q above 0: a spectrum of another shape than the reference differs from it over many points at once. To
 * this is added, as the root of the sum of squares, what the offset a of that fit does to the shift: nothing to that of
 * intensities and slopes, much to that of sums and mean energies. What noise makes of the offset then counts twice,
 * which makes the uncertainty of these up to twice too large where there is nothing but noise.
 * <p>
 * This is the error from noise and from differences of shape that look like noise; that the spectra of two compounds
 * have their edges at different energies it cannot know.
 */
final class ShiftUncertainty {

    private static final double MAX_CORRELATION = 0.95;

    /** What each intensity adds to a weighted sum of the curve's values. */
    @FunctionalInterface
    interface Transposed {
        double[] of(double[] weights);
    }

    /**
     * What is left of a spectrum beside the reference.
     *
     * @param sigma standard deviation of the intensities
     * @param offset their constant difference from a multiple of the reference
     */
    record Misfit(double sigma, double offset) {

        /** @return the standard deviation of a weighted sum of the intensities */
        double of(final double[] weights) {
            var squares = 0.0;
            var sum = 0.0;
            for (final var weight : weights) {
                squares += weight * weight;
                sum += weight;
            }
            return Math.hypot(sigma * Math.sqrt(squares), offset * sum);
        }
    }

    private ShiftUncertainty() {
    }

    /**
     * @param shift where the correlation is highest, in eV
     * @param correlation what is highest there
     * @param transposed of the function that makes the curve
     * @param misfit what is left of the spectrum at this shift
     * @param epsilon for derivatives with respect to the shift, in eV
     * @return the standard deviation of the shift in eV; infinite where the correlation has no maximum
     */
    static double of(final double shift, final Correlation correlation, final Transposed transposed,
        final Misfit misfit, final double epsilon) {
        final var curvature = (correlation.at(shift - epsilon) + correlation.at(shift + epsilon)
            - 2 * correlation.at(shift)) / (epsilon * epsilon);
        if (!(curvature < 0)) {
            return Double.POSITIVE_INFINITY;
        }
        final var below = correlation.gradient(shift - epsilon);
        final var change = correlation.gradient(shift + epsilon);
        for (int i = 0; i < change.length; i++) {
            change[i] = (change[i] - below[i]) / (2 * epsilon);
        }
        return misfit.of(transposed.of(change)) / -curvature;
    }

    /** What each value adds to a weighted sum of the sums from the first value to each. */
    static double[] transposedSums(final double[] weights) {
        for (int i = weights.length - 2; i >= 0; i--) {
            weights[i] += weights[i + 1];
        }
        return weights;
    }

    /**
     * @param y intensities of the spectrum
     * @param reference those of the reference at the same points, in the same or another unit
     * @return what is left of the spectrum after the best multiple of the reference and a constant
     */
    static Misfit misfit(final double[] y, final double[] reference) {
        final var n = y.length;
        final var meanY = mean(y);
        final var meanR = mean(reference);
        var yr = 0.0;
        var rr = 0.0;
        for (int i = 0; i < n; i++) {
            yr += (y[i] - meanY) * (reference[i] - meanR);
            rr += (reference[i] - meanR) * (reference[i] - meanR);
        }
        final var factor = rr > 0 ? yr / rr : 0;
        var squares = 0.0;
        var neighbours = 0.0;
        var last = 0.0;
        for (int i = 0; i < n; i++) {
            final var residual = y[i] - meanY - factor * (reference[i] - meanR);
            squares += residual * residual;
            neighbours += residual * last;
            last = residual;
        }
        final var q = squares > 0 ? Math.max(0, Math.min(MAX_CORRELATION, neighbours / squares)) : 0;
        return new Misfit(Math.sqrt(squares / (n - 3) * (1 + q) / (1 - q)), meanY - factor * meanR);
    }

    private static double mean(final double[] values) {
        var sum = 0.0;
        for (final var value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}

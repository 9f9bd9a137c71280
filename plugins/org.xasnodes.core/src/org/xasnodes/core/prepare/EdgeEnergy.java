package org.xasnodes.core.prepare;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Finds the energy E0 of an absorption edge as <code>find_e0</code> of
 * <a href="https://xraypy.github.io/xraylarch/">Larch</a> (2026.3) does: the measured energy where the derivative is
 * largest among points whose neighbours are steep too, so that a glitch of one point is no edge unless it is many
 * times steeper; first on the data as they are, then again on the derivative within 75 points around, smoothed by a
 * Lorentzian of 0.2 to 0.5 eV.
 * <p>
 * E0 is one of the energies of the spectrum, never between two. Intensities are not judged: a spectrum without edge
 * has an E0 too, and for one that falls at the edge it is wrong. Cost O(n + m) for m points of the smoothing, a few
 * hundred; O(n + m^2) for noise.
 */
public final class EdgeEnergy {

    /** Below this number of points the second search has nothing left of which a range could be found. */
    private static final int MIN_POINTS = 14;

    /** Points before and after the first guess in which the second search looks. */
    private static final int WINDOW = 75;

    /** An edge in this part of the scan is doubted, and looked for in all of it above. */
    private static final double DOUBTED_PART = 0.05;

    /** The smoothing width is half the step plus half the energy divided by this. */
    private static final double ENERGY_PER_WIDTH = 25_000;

    private static final double MIN_WIDTH_EV = 0.01;

    private static final double MAX_WIDTH_EV = 1;

    private EdgeEnergy() {
    }

    /**
     * @param spectrum any spectrum with at least 14 points
     * @return E0 in eV
     * @throws SpectrumException if there are fewer points
     */
    public static double find(final Spectrum spectrum) throws SpectrumException {
        return find(spectrum.grid().toArray(), spectrum.intensities());
    }

    /**
     * @param energies ascending, in eV
     * @param mu one intensity for each
     * @return E0 in eV
     * @throws SpectrumException if there are fewer than 14 points
     */
    static double find(final double[] energies, final double[] mu) throws SpectrumException {
        final var points = energies.length;
        if (points < MIN_POINTS) {
            throw new SpectrumException("An edge energy needs at least " + MIN_POINTS + " points to be found, but this"
                + " spectrum has " + points + ". Give E0 in the settings.");
        }
        // like Larch, never look at the last point
        final var derivative = derivative(energies, mu, 0, points - 1);
        final var first = steepest(derivative);
        var guess = energies[first];
        var start = Math.max(3, first - WINDOW);
        var end = Math.min(first + WINDOW, points - 3);
        if (first < DOUBTED_PART * points) {
            guess = mean(energies);
            start = Math.max(3, first - 20);
            end = points - 3;
        }
        final var width = 0.5 * (clipped(typicalStep(energies, points - 1)) + clipped(guess / ENERGY_PER_WIDTH));
        final var smoother = new Smoother(Smoother.Shape.LORENTZIAN, width, width, OptionalDouble.of(width),
            Smoother.DEFAULT_PADDING);
        final var found = SmoothedSlope.steepest(smoother, Arrays.copyOfRange(energies, start, end - 1),
            derivative(energies, mu, start, end - 1));
        return found < 1 ? energies[start + 2] : energies[start + found];
    }

    /**
     * Ratios of differences over two points, over one at the ends. Larch divides the same numbers, halved.
     *
     * @param start first point
     * @param end after the last point
     * @return the derivative at the points from start to end, which sees no others; -1 where it is not finite
     */
    private static double[] derivative(final double[] x, final double[] y, final int start, final int end) {
        final var n = end - start;
        final var result = new double[n];
        for (int i = 1; i < n - 1; i++) {
            result[i] = (y[start + i + 1] - y[start + i - 1]) / (x[start + i + 1] - x[start + i - 1]);
        }
        result[0] = (y[start + 1] - y[start]) / (x[start + 1] - x[start]);
        result[n - 1] = (y[end - 1] - y[end - 2]) / (x[end - 1] - x[end - 2]);
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(result[i])) {
                result[i] = -1;
            }
        }
        return result;
    }

    /** The points at each end of a search that are not looked at. */
    static int margin(final int points) {
        return Math.max(3, (int) (points * 0.02));
    }

    /** The part of the range of slopes above which a point is steep. */
    static double steepPart(final int points) {
        return points > 20 ? 0.6 : 0.3;
    }

    /** The index of the steepest point whose neighbours are steep too, 0 if there is none. Overwrites its argument. */
    static int steepest(final double[] slope) {
        final var n = slope.length;
        final var margin = margin(n);
        var low = Double.POSITIVE_INFINITY;
        var high = Double.NEGATIVE_INFINITY;
        for (int i = margin; i < n - margin; i++) {
            low = Math.min(low, slope[i]);
            high = Math.max(high, slope[i]);
        }
        final var range = Math.max(1e-10, high - low);
        for (int i = 0; i < n; i++) {
            slope[i] = (slope[i] - low) / range;
        }
        final var threshold = threshold(slope);
        var best = 0;
        var largest = 0.0;
        for (int i = margin; i <= n - margin; i++) {
            if (slope[i] > largest && slope[i] > threshold && slope[i - 1] > threshold && slope[i + 1] > threshold) {
                best = i;
                largest = slope[i];
            }
        }
        return best;
    }

    /** From where on a point is steep: 0.6, or less if otherwise only two points are. */
    private static double threshold(final double[] slope) {
        var threshold = steepPart(slope.length);
        var count = countAbove(slope, threshold);
        if (count < 3) {
            for (int i = 0; i < 2 && count <= 3; i++) {
                threshold *= 0.5;
                count = countAbove(slope, threshold);
            }
        }
        return count < 3 ? Double.NEGATIVE_INFINITY : threshold;
    }

    static int countAbove(final double[] values, final double threshold) {
        var count = 0;
        for (final var value : values) {
            if (value > threshold) {
                count++;
            }
        }
        return count;
    }

    /**
     * The mean of 10 steps after the smallest percent.
     *
     * @param points how many energies to look at; below 100 the step is not known, as in Larch
     */
    private static double typicalStep(final double[] energies, final int points) {
        final var skip = (int) (0.01 * points);
        if (skip == 0) {
            return MAX_WIDTH_EV;
        }
        final var smallest = new double[skip + 10];
        Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        for (int i = skip; i < points - 2 - skip; i++) {
            insert(energies[i + 1] - energies[i], smallest);
        }
        return meanOfTen(smallest, skip);
    }

    /** Puts a value to its place among the smallest seen so far, if it is one of them. */
    private static void insert(final double value, final double[] smallest) {
        var place = smallest.length - 1;
        if (value >= smallest[place]) {
            return;
        }
        while (place > 0 && smallest[place - 1] > value) {
            smallest[place] = smallest[place - 1];
            place--;
        }
        smallest[place] = value;
    }

    /** Added in the order of NumPy: the last bit of a smoothing step can move the points that it makes. */
    private static double meanOfTen(final double[] v, final int s) {
        final var eight = (v[s] + v[s + 1] + (v[s + 2] + v[s + 3])) + (v[s + 4] + v[s + 5] + (v[s + 6] + v[s + 7]));
        return (eight + v[s + 8] + v[s + 9]) / 10;
    }

    private static double clipped(final double width) {
        return Math.max(MIN_WIDTH_EV, Math.min(MAX_WIDTH_EV, width));
    }

    private static double mean(final double[] values) {
        var sum = 0.0;
        for (final var value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}

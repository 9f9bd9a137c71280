package org.xasnodes.core.io;

import java.util.Arrays;

/**
 * How the numbers of a column go from row to row.
 *
 * @param rows how many rows there are
 * @param finite how many of them hold a number
 * @param min the least number
 * @param max the largest number
 * @param rises how often a number is larger than the one before
 * @param falls how often it is smaller
 * @param counts whether the numbers only count the rows, from 0 or 1
 */
record ColumnShape(int rows, int finite, double min, double max, int rises, int falls, boolean counts) {

    /** Fewer whole numbers in a row may be energies by chance. */
    private static final int FEWEST_COUNTED = 10;

    /** Scans in steps only rise; continuous ones, and digitised curves, now and then step back a little. */
    private static final double LEAST_STEADY = 0.8;

    /** No value in keV is above, nor is the range of a scan in keV that large; most in eV are far above. */
    private static final double LARGEST_KEV = 60;

    private static final double LARGEST_KEV_RANGE = 0.5;

    /** Windows on both sides of an edge, as a part of all points. */
    private static final int WINDOWS = 20;

    /** A curve that rises evenly has 0.1, noise has 0.15, normalised XANES more than 0.5. */
    private static final double LEAST_EDGE = 0.25;

    static ColumnShape of(final double[] values) {
        int finite = 0;
        int rises = 0;
        int falls = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double last = Double.NaN;
        boolean counts = values.length >= FEWEST_COUNTED && (values[0] == 0 || values[0] == 1);
        for (int i = 0; i < values.length; i++) {
            final double value = values[i];
            counts &= value == values[0] + i;
            if (Double.isFinite(value)) {
                finite++;
                min = Math.min(min, value);
                max = Math.max(max, value);
                rises += value > last ? 1 : 0;
                falls += value < last ? 1 : 0;
                last = value;
            }
        }
        return new ColumnShape(values.length, finite, min, max, rises, falls, counts);
    }

    /** @return whether there are different numbers in at least half of the rows */
    boolean isUsable() {
        return 2 * finite >= rows && max > min;
    }

    /** @return whether the numbers go one way, as an abscissa does */
    boolean isSteady() {
        return max > min && Math.max(rises, falls) >= LEAST_STEADY * (rises + falls);
    }

    /** @return whether these look like energies in keV */
    boolean isLikeKev() {
        return min > 1 && max < LARGEST_KEV && max - min < LARGEST_KEV_RANGE * max;
    }

    /** @return whether these look like photon energies in eV or keV */
    boolean isLikeEnergies() {
        return !counts && isSteady() && (min >= LARGEST_KEV || isLikeKev() && rises >= falls);
    }

    /**
     * The largest rise between two neighbouring windows, as a part of the whole range: an absorption edge is a step up,
     * intensities of the beam drift.
     *
     * @param values in the order of energies
     * @return from 0 to about 1
     */
    static double edge(final double[] values) {
        return rise(values)[0];
    }

    /** @return whether the curve has a step upwards */
    static boolean hasEdge(final double[] values) {
        return edge(values) >= LEAST_EDGE;
    }

    /** @return the edge, as a part of the range and as a part of the largest value */
    static double[] rise(final double[] values) {
        final double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        final int n = finite.length;
        final int window = Math.max(2, n / WINDOWS);
        if (n < 2 * window) {
            return new double[]{0, 0};
        }
        final var sums = new double[n + 1];
        double min = finite[0];
        double max = finite[0];
        for (int i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + finite[i];
            min = Math.min(min, finite[i]);
            max = Math.max(max, finite[i]);
        }
        double best = 0;
        for (int i = window; i <= n - window; i++) {
            best = Math.max(best, (sums[i + window] - 2 * sums[i] + sums[i - window]) / window);
        }
        return new double[]{max > min ? best / (max - min) : 0, best / Math.max(Math.abs(max), Math.abs(min))};
    }

    /**
     * @return Pearson's correlation of two columns over the rows in which both hold a number, 0 if one is constant
     */
    static double correlation(final double[] a, final double[] b) {
        int n = 0;
        double meanA = 0;
        double meanB = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < a.length; i++) {
            if (Double.isFinite(a[i]) && Double.isFinite(b[i])) {
                n++;
                final double da = a[i] - meanA;
                final double db = b[i] - meanB;
                meanA += da / n;
                meanB += db / n;
                aa += da * (a[i] - meanA);
                bb += db * (b[i] - meanB);
                ab += da * (b[i] - meanB);
            }
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }
}

package org.xasnodes.core.prepare;

import java.util.Arrays;

import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Finds the steepest point of a slope that is smoothed by a Lorentzian, without smoothing all of it. What lies further
 * away than some steps has a small, known weight in the line shape, so it moves the smoothed slope by no more than that
 * weight times half of the range of the slope. With this bound most points are seen to be neither the largest nor the
 * smallest nor near the threshold between flat and steep; only the others are summed to the end. The point that is
 * found is the one that complete smoothing finds; where the bound does not decide, that is what is done.
 */
final class SmoothedSlope {

    /** Steps on either side that are summed for every point; a Lorentzian of one step has 98 % of its weight there. */
    private static final int NEAR = 32;

    private final Smoother.Even m_even;

    private final double[] m_x;

    /** For each energy the one of the even grid below it. */
    private final int[] m_below;

    /** Estimates of the smoothed slope, replaced by its values where {@link #m_isExact}. */
    private final double[] m_slope;

    private final boolean[] m_isExact;

    /** How far an estimate may be from the value. */
    private final double m_error;

    /** Values on the even grid that have been summed to the end, else NaN. */
    private final double[] m_summed;

    private SmoothedSlope(final Smoother.Even even, final double[] x) {
        m_even = even;
        m_x = x;
        final var n = even.x().length;
        final var reach = Math.min(NEAR, n - 1);
        var weight = even.kernel()[0];
        for (int d = 1; d <= reach; d++) {
            weight += 2 * even.kernel()[d];
        }
        var low = Double.POSITIVE_INFINITY;
        var high = Double.NEGATIVE_INFINITY;
        for (int i = n - 1; i < 2 * n - 1; i++) {
            low = Math.min(low, even.mirrored()[i]);
            high = Math.max(high, even.mirrored()[i]);
        }
        final var far = Math.max(0, 1 - weight);
        // a little more for rounding
        m_error = 0.5 * far * (high - low) + 1e-12 * Math.max(Math.abs(low), Math.abs(high));
        final var near = new double[n];
        Convolution.symmetric(even.mirrored(), n - 1, even.kernel(), reach, near);
        m_summed = new double[n];
        Arrays.fill(m_summed, Double.NaN);
        m_below = new int[x.length];
        m_slope = new double[x.length];
        m_isExact = new boolean[x.length];
        var below = 0;
        for (int i = 0; i < x.length; i++) {
            while (below < n - 2 && even.x()[below + 1] <= x[i]) {
                below++;
            }
            m_below[i] = below;
            m_slope[i] = between(i, near[below], near[below + 1]) + far * (0.5 * low + 0.5 * high);
        }
    }

    /**
     * @param smoother a Lorentzian
     * @param x ascending energies
     * @param slope one value for each
     * @return the index that {@link EdgeEnergy#steepest} finds in the smoothed slope
     * @throws SpectrumException if the smoothing needs too many points
     */
    static int steepest(final Smoother smoother, final double[] x, final double[] slope) throws SpectrumException {
        final var found = new SmoothedSlope(smoother.even(x, slope), x).find();
        return found > 0 ? found : EdgeEnergy.steepest(smoother.smooth(x, slope));
    }

    /** The index of the steepest point, or 0 if it is not sure. */
    private int find() {
        final var n = m_x.length;
        final var margin = EdgeEnergy.margin(n);
        var least = Double.POSITIVE_INFINITY;
        var largest = Double.NEGATIVE_INFINITY;
        for (int i = margin; i < n - margin; i++) {
            least = Math.min(least, m_slope[i]);
            largest = Math.max(largest, m_slope[i]);
        }
        for (int i = margin; i < n - margin; i++) {
            if (m_slope[i] >= largest - 2 * m_error || m_slope[i] <= least + 2 * m_error) {
                sum(i);
            }
        }
        var low = Double.POSITIVE_INFINITY;
        var high = Double.NEGATIVE_INFINITY;
        for (int i = margin; i < n - margin; i++) {
            if (m_isExact[i]) {
                low = Math.min(low, m_slope[i]);
                high = Math.max(high, m_slope[i]);
            }
        }
        final var threshold = low + EdgeEnergy.steepPart(n) * (high - low);
        for (int i = 0; i < n; i++) {
            if (!m_isExact[i] && Math.abs(m_slope[i] - threshold) <= m_error) {
                sum(i);
            }
        }
        return EdgeEnergy.countAbove(m_slope, threshold) < 3 ? 0 : decided(largest - m_error);
    }

    /** What is not exact lies below the given value: only a point above it is surely the steepest. */
    private int decided(final double least) {
        final var found = EdgeEnergy.steepest(m_slope.clone());
        return m_isExact[found] && m_slope[found] >= least ? found : 0;
    }

    private void sum(final int i) {
        m_slope[i] = between(i, summed(m_below[i]), summed(m_below[i] + 1));
        m_isExact[i] = true;
    }

    private double summed(final int k) {
        if (Double.isNaN(m_summed[k])) {
            m_summed[k] = m_even.convolvedAt(k);
        }
        return m_summed[k];
    }

    private double between(final int i, final double below, final double above) {
        final var x0 = m_even.x()[m_below[i]];
        return (above - below) / (m_even.x()[m_below[i] + 1] - x0) * (m_x[i] - x0) + below;
    }
}

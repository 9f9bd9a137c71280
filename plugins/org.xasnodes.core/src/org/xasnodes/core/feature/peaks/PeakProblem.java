package org.xasnodes.core.feature.peaks;

import java.util.Arrays;

/**
 * What is fitted to one spectrum: its intensities relative to the largest, and for each parameter where it starts, how
 * it is scaled and between which bounds it stays. Parameters come in threes (centre in eV from the grid's first energy,
 * height relative to the largest intensity, FWHM in eV), one three for each bin, and are counted in scales from the
 * start: <code>parameter = start + scale * z</code>.
 */
final class PeakProblem {

    /**
     * The least FWHM, in steps of the grid. Between two points of the grid no peak is seen: the residual no longer
     * depends on the width, its derivative vanishes, and the optimiser would be lost. The pull keeps minima away from
     * there.
     */
    private static final double LEAST_STEPS = 0.2;

    final double[] m_energiesEv;

    final double[] m_intensities;

    /** The largest absolute intensity; 1 if all are 0. */
    final double m_unit;

    final double[] m_start;

    final double[] m_scale;

    final double[] m_lower;

    final double[] m_upper;

    final double m_pull;

    private final double m_maxFwhmEv;

    PeakProblem(final double[] energiesEv, final double[] intensities, final PeakOptions options) {
        final var size = 3 * options.peaks();
        m_energiesEv = new double[energiesEv.length];
        for (int k = 0; k < energiesEv.length; k++) {
            m_energiesEv[k] = energiesEv[k] - energiesEv[0];
        }
        m_unit = largest(intensities);
        m_intensities = Arrays.stream(intensities).map(y -> y / m_unit).toArray();
        m_start = new double[size];
        m_scale = new double[size];
        m_lower = new double[size];
        m_upper = new double[size];
        m_pull = options.pull();
        m_maxFwhmEv = options.maxFwhmEv();
        setUp(options);
    }

    private static double largest(final double[] intensities) {
        final var max = Arrays.stream(intensities).map(Math::abs).max().orElse(0);
        return max > 0 ? max : 1;
    }

    private void setUp(final PeakOptions options) {
        final var lowest = Arrays.stream(m_intensities).min().getAsDouble();
        final var highest = Arrays.stream(m_intensities).max().getAsDouble();
        final var edges = edges(m_energiesEv.length, options.peaks());
        for (int j = 0; j < options.peaks(); j++) {
            final var middle = (edges[j] + edges[j + 1]) / 2;
            final var left = m_energiesEv[edges[j]];
            final var right = m_energiesEv[edges[j + 1]];
            final var step = (right - left) / Math.max(1, edges[j + 1] - edges[j]);
            set(3 * j, m_energiesEv[middle], options.centerScaleEv(), left, right);
            set(3 * j + 1, m_intensities[middle], options.heightScale(), lowest, highest);
            set(3 * j + 2, options.startFwhmEv(), options.fwhmScaleEv(),
                Math.min(LEAST_STEPS * step, LEAST_STEPS * options.startFwhmEv()), options.maxFwhmEv());
        }
    }

    private void set(final int index, final double start, final double scale, final double lower,
        final double upper) {
        m_start[index] = start;
        m_scale[index] = scale;
        m_lower[index] = (lower - start) / scale;
        m_upper[index] = (upper - start) / scale;
    }

    /** The paper's bins: <code>int(linspace(0, points - 1, peaks + 1))</code>. */
    static int[] edges(final int points, final int peaks) {
        final var edges = new int[peaks + 1];
        final var step = (points - 1) / (double)peaks;
        for (int i = 0; i < peaks; i++) {
            edges[i] = (int)(i * step);
        }
        edges[peaks] = points - 1;
        return edges;
    }

    int size() {
        return m_start.length;
    }

    double parameter(final int index, final double z) {
        return m_start[index] + m_scale[index] * z;
    }

    double clamp(final int index, final double z) {
        return within(z, m_lower[index], m_upper[index]);
    }

    /**
     * Parameters in eV and in units of the spectrum. Rounding on the way from scaled ones must neither leave the bounds
     * nor take a parameter off the bound where it lies.
     */
    double[] inUnits(final double[] z, final double[] energiesEv, final double[] intensities) {
        final var lowest = Arrays.stream(intensities).min().getAsDouble();
        final var highest = Arrays.stream(intensities).max().getAsDouble();
        final var edges = edges(energiesEv.length, size() / 3);
        final var parameters = new double[size()];
        for (int j = 0; 3 * j < parameters.length; j++) {
            final var i = 3 * j;
            parameters[i] = inUnits(i, z[i], energiesEv[0], 1, energiesEv[edges[j]], energiesEv[edges[j + 1]]);
            parameters[i + 1] = inUnits(i + 1, z[i + 1], 0, m_unit, lowest, highest);
            parameters[i + 2] =
                inUnits(i + 2, z[i + 2], 0, 1, parameter(i + 2, m_lower[i + 2]), m_maxFwhmEv);
        }
        return parameters;
    }

    private double inUnits(final int index, final double z, final double zero, final double unit, final double lower,
        final double upper) {
        if (z == m_lower[index]) {
            return lower;
        }
        return z == m_upper[index] ? upper : within(zero + unit * parameter(index, z), lower, upper);
    }

    private static double within(final double value, final double lower, final double upper) {
        return Math.max(lower, Math.min(upper, value));
    }
}

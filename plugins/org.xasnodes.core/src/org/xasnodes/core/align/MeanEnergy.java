package org.xasnodes.core.align;

import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Finds the shift at which spectrum and reference have the same mean energy, <code>sum of E y / sum of y</code> over
 * the points of the shifted spectrum that lie in the reference: the mean of the distribution whose cumulative sums CDF
 * Features takes. Only what both have is counted, as a spectrum measured further up would have a higher mean without
 * any shift.
 */
final class MeanEnergy {

    /** Halvings of a step of the scan. */
    private static final int HALVINGS = 40;

    private final double[] m_x;

    private final double[] m_y;

    private final Reference m_reference;

    private final Overlap m_overlap;

    private final double[] m_buffer;

    /** @param y intensities in any unit, not centred */
    MeanEnergy(final double[] x, final double[] y, final Reference reference, final Overlap overlap) {
        m_x = x;
        m_y = y;
        m_reference = reference;
        m_overlap = overlap;
        m_buffer = new double[x.length];
    }

    /**
     * Of several such shifts that with the highest correlation of intensities.
     *
     * @return the shift in eV, NaN if the means are the same at no shift of the range
     * @throws SpectrumException if a sum of intensities is not positive
     */
    double find(final AlignOptions options, final Correlation intensities) throws SpectrumException {
        final var steps = (int)Math.ceil((options.maxShiftEv() - options.minShiftEv()) / options.stepEv() - 1e-9);
        var best = Double.NaN;
        var bestScore = Double.NEGATIVE_INFINITY;
        var last = Double.NaN;
        var lastShift = Double.NaN;
        for (int k = 0; k <= steps; k++) {
            final var shift = options.minShiftEv() + k * (options.maxShiftEv() - options.minShiftEv()) / steps;
            final var difference = m_overlap.isEnough(shift) ? difference(shift) : Double.NaN;
            if (last <= 0 && difference >= 0) {
                final var root = root(lastShift, shift);
                final var score = intensities.at(root);
                if (score > bestScore) {
                    best = root;
                    bestScore = score;
                }
            }
            last = difference;
            lastShift = shift;
        }
        return best;
    }

    private double root(final double from, final double to) throws SpectrumException {
        var low = from;
        var high = to;
        for (int i = 0; i < HALVINGS; i++) {
            final var middle = (low + high) / 2;
            if (difference(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The mean energy of the shifted spectrum less that of the reference. */
    private double difference(final double shift) throws SpectrumException {
        final var from = m_overlap.from(shift);
        final var to = m_overlap.to(shift);
        m_reference.intensity().read(m_x, shift, from, to, m_buffer);
        var y = 0.0;
        var xy = 0.0;
        var r = 0.0;
        var xr = 0.0;
        for (int i = from; i < to; i++) {
            final var x = m_x[i] - m_x[0];
            final var value = m_buffer[i - from] + m_reference.offset();
            y += m_y[i];
            xy += x * m_y[i];
            r += value;
            xr += x * value;
        }
        if (!(y > 0 && r > 0)) {
            throw new SpectrumException("The intensities of the " + (y > 0 ? "reference" : "spectrum")
                + " do not add up to a positive number where both overlap, so there is no mean energy. Check the"
                + " background subtraction.");
        }
        return xy / y - xr / r;
    }

    /**
     * @param shift the shift that was found
     * @param misfit what is left of the spectrum at this shift
     * @param epsilon for the derivative with respect to the shift, in eV
     * @return the standard deviation of the shift: that of the mean energy over its change with the shift
     */
    double uncertainty(final double shift, final ShiftUncertainty.Misfit misfit,
        final double epsilon) throws SpectrumException {
        final var slope = (difference(shift + epsilon) - difference(shift - epsilon)) / (2 * epsilon);
        final var from = m_overlap.from(shift);
        final var to = m_overlap.to(shift);
        var sum = 0.0;
        var mean = 0.0;
        for (int i = from; i < to; i++) {
            sum += m_y[i];
            mean += m_x[i] * m_y[i];
        }
        mean /= sum;
        final var weights = new double[to - from];
        for (int i = from; i < to; i++) {
            weights[i - from] = (m_x[i] - mean) / sum;
        }
        return slope > 0 ? misfit.of(weights) / slope : Double.POSITIVE_INFINITY;
    }
}

package org.xasnodes.core.feature;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * The cumulative distribution of a spectrum: the part of the total intensity that lies at or below each energy,
 * <code>cdf_k = (y_0 + ... + y_k) / (y_0 + ... + y_n-1)</code>. The first value is <code>y_0 / sum</code>, the last is
 * exactly 1; the sums are plain (no trapezoids, steps of the grid do not count) and run from low to high energy, as
 * NumPy's <code>cumsum</code>. For intensities that are nowhere negative it never falls.
 * <p>
 * A shift of the spectrum moves the curve only a little, which makes models trained on computed spectra hold for
 * measured ones: Chen et al., "Robust machine learning inference from X-ray absorption near edge spectra through
 * featurization", <a href="https://arxiv.org/abs/2310.07049">arXiv 2310.07049</a>. Cost O(n).
 */
public final class CumulativeDistribution implements Featurizer {

    /** The identifier that is stored with the columns, and the prefix of their names. */
    public static final String ID = "cdf";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String[] columnNames(final EnergyGrid grid) {
        return EnergyNames.of(ID, grid);
    }

    @Override
    public int energyIndex(final int column, final EnergyGrid grid) {
        return column;
    }

    /**
     * {@inheritDoc}
     *
     * @throws SpectrumException if the intensities do not add up to a positive number
     */
    @Override
    public double[] apply(final double[] intensities) throws SpectrumException {
        final var cdf = new double[intensities.length];
        cumulative(intensities, cdf);
        return cdf;
    }

    /**
     * The same without a new array, for callers that count every microsecond.
     *
     * @param intensities at least one number
     * @param cdf takes the result, at least as long; may be the same array. Undefined after an exception
     * @throws SpectrumException if the intensities do not add up to a positive number
     */
    public static void cumulative(final double[] intensities, final double[] cdf) throws SpectrumException {
        final var n = intensities.length;
        var total = 0.0;
        for (int k = 0; k < n; k++) {
            total += intensities[k];
            cdf[k] = total;
        }
        // one test for all: a number that is not finite makes the sum so
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw refused(total);
        }
        for (int k = 0; k < n; k++) {
            cdf[k] /= total;
        }
        if (total < 1) {
            checkFinite(cdf, n, total);
        }
    }

    /** Only with a total below 1 can huge intensities of both signs, which all but cancel, overflow in the division. */
    private static void checkFinite(final double[] cdf, final int n, final double total) throws SpectrumException {
        for (int k = 0; k < n; k++) {
            if (!Double.isFinite(cdf[k])) {
                throw refused(total);
            }
        }
    }

    private static SpectrumException refused(final double total) {
        return new SpectrumException("The intensities add up to " + total + ", but a cumulative distribution needs a"
            + " positive, finite sum. Check the background subtraction and the scale of this spectrum.");
    }
}

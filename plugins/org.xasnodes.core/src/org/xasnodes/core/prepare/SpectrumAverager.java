package org.xasnodes.core.prepare;

import java.util.List;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * The weighted mean of spectra, point by point: <code>sum of w_s y_s / sum of w_s</code>. It makes the spectrum of a
 * compound from those of its absorbing sites, or one of several scans. Cost O(number of spectra times points).
 */
public final class SpectrumAverager {

    private SpectrumAverager() {
    }

    /**
     * Averages spectra. The scale of the mean is that of the spectra if all have the same; but MAXIMUM becomes UNKNOWN
     * for more than one spectrum, as their maxima may lie at different energies. The applied shift is the mean of
     * theirs with the same weights, and exactly theirs if it is the same for all. Spectra with weight 0 count for
     * nothing: they need not cover the grid either.
     *
     * @param spectra at least one
     * @param weights one for each spectrum, finite and not negative, for example the multiplicities of sites; null if
     *            all weigh the same
     * @param grid the grid of the mean; null if the spectra are on one grid
     * @param outside what to do with spectra that do not reach over the grid; without effect if grid is null
     * @return the mean
     * @throws SpectrumException if there is no spectrum, a weight is negative or not finite, all are 0, the grids
     *             differ and none was given, or a spectrum cannot be brought to the grid; the message counts the
     *             spectra from 1
     * @throws IllegalArgumentException if there are not as many weights as spectra
     */
    public static Spectrum average(final List<Spectrum> spectra, final double[] weights, final EnergyGrid grid,
        final Resampler.Outside outside) throws SpectrumException {
        final var shares = shares(spectra.size(), weights);
        final var first = spectra.get(firstUsed(shares));
        final var target = grid == null ? first.grid() : grid;
        final var sum = new double[target.size()];
        var scale = first.scale();
        var shift = 0.0;
        var sameShift = true;
        var used = 0;
        for (int s = 0; s < shares.length; s++) {
            if (shares[s] > 0) {
                final var spectrum = spectra.get(s);
                add(onGrid(spectrum, s, grid, target, outside), shares[s], sum);
                scale = scale == spectrum.scale() ? scale : Scale.UNKNOWN;
                sameShift &= spectrum.appliedShiftEv() == first.appliedShiftEv();
                shift += shares[s] * spectrum.appliedShiftEv();
                used++;
            }
        }
        if (used == 1) {
            return onGrid(first, firstUsed(shares), grid, target, outside);
        }
        return new Spectrum(target, sum, sameShift ? first.appliedShiftEv() : shift,
            scale == Scale.MAXIMUM ? Scale.UNKNOWN : scale);
    }

    /** Weights with sum 1: no sum of intensities times shares can overflow but by rounding. */
    private static double[] shares(final int spectra, final double[] weights) throws SpectrumException {
        if (spectra == 0) {
            throw new SpectrumException("There is no spectrum to average.");
        }
        if (weights != null && weights.length != spectra) {
            throw new IllegalArgumentException(weights.length + " weights do not fit " + spectra + " spectra.");
        }
        final var shares = new double[spectra];
        var largest = 0.0;
        for (int s = 0; s < spectra; s++) {
            shares[s] = weights == null ? 1 : weights[s];
            if (!(shares[s] >= 0 && shares[s] < Double.POSITIVE_INFINITY)) {
                throw new SpectrumException("The weight of spectrum " + (s + 1) + " of " + spectra + " is " + shares[s]
                    + ", but weights must not be negative. Check the weight column.");
            }
            largest = Math.max(largest, shares[s]);
        }
        if (largest == 0) {
            throw new SpectrumException("The weights of all " + spectra + " spectra are 0, so there is no mean. Check"
                + " the weight column.");
        }
        var sum = 0.0;
        for (int s = 0; s < spectra; s++) {
            shares[s] /= largest;
            sum += shares[s];
        }
        for (int s = 0; s < spectra; s++) {
            shares[s] /= sum;
        }
        return shares;
    }

    private static int firstUsed(final double[] shares) {
        var s = 0;
        while (shares[s] == 0) {
            s++;
        }
        return s;
    }

    private static Spectrum onGrid(final Spectrum spectrum, final int index, final EnergyGrid asked,
        final EnergyGrid target, final Resampler.Outside outside) throws SpectrumException {
        if (spectrum.grid().equals(target)) {
            return spectrum;
        }
        if (asked == null) {
            throw new SpectrumException("The spectra to average are on different grids: the first on " + target
                + ", number " + (index + 1) + " on " + spectrum.grid() + ". State a grid for the mean, or resample them"
                + " first.");
        }
        try {
            return new Resampler(asked, outside).apply(spectrum);
        } catch (final SpectrumException e) {
            throw new SpectrumException("Spectrum " + (index + 1) + " of those to average: " + e.getMessage());
        }
    }

    private static void add(final Spectrum spectrum, final double share, final double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            final var next = sum[i] + share * spectrum.intensity(i);
            // shares add up to 1 only up to rounding, which matters to the largest of all numbers alone
            sum[i] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, next));
        }
    }
}

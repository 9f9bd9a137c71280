package org.xasnodes.benchmark;

import org.xasnodes.core.prepare.EnergyShift;
import org.xasnodes.core.prepare.Resampler;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.util.SplitMix64;

/**
 * Adds shifted copies of the training spectra, so that models learn to overlook a shift: <code>y(E - s)</code> on the
 * same grid by linear interpolation, the end values repeated outside, each copy with its own random s, uniform between
 * -range and +range. The copies of a spectrum are the same in every split.
 *
 * @param rangeEv the largest shift, in eV, at least 0
 * @param copies how many shifted copies of each training spectrum are added; 0 for none
 */
public record Augmentation(double rangeEv, int copies) {

    /** No copies. */
    public static final Augmentation NONE = new Augmentation(0, 0);

    /** @throws IllegalArgumentException if a number is negative or not finite */
    public Augmentation {
        if (!(rangeEv >= 0 && rangeEv < Double.POSITIVE_INFINITY) || copies < 0) {
            throw new IllegalArgumentException("Shift augmentation with a range of " + rangeEv + " eV and " + copies
                + " copies: both must be at least 0.");
        }
    }

    /**
     * @param grid the energies
     * @param intensities of one spectrum
     * @param seed of the random shifts
     * @param row position of the spectrum in its table
     * @return the intensities of the copies, on the same grid
     * @throws SpectrumException if a shift is too large for the grid
     */
    double[][] copies(final EnergyGrid grid, final double[] intensities, final long seed, final int row)
        throws SpectrumException {
        final var random = SplitMix64.of(seed, row);
        final var resampler = new Resampler(grid, Resampler.Outside.NEAREST);
        final var spectrum = new Spectrum(grid, intensities);
        final var shifted = new double[copies][];
        for (int c = 0; c < copies; c++) {
            final var shiftEv = rangeEv * (2 * random.nextDouble() - 1);
            shifted[c] = resampler.apply(new EnergyShift(shiftEv).apply(spectrum)).intensities();
        }
        return shifted;
    }
}

package org.xasnodes.core.prepare;

import java.util.Objects;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Broadens a spectrum by a Gaussian, as computed spectra need before they are compared with measured ones:
 *
 * <pre>
 * y'(i) = sum over j of w(j) y(i + j),  w(j) = exp(-j^2 / (2 s^2)) / sum,  |j| at most int(4 s + 0.5)
 * s = FWHM / (2 sqrt(2 ln 2)) / step
 * </pre>
 *
 * with the mean step of the grid; beyond its ends the spectrum is mirrored (d c b a | a b c d | d c b a). This is
 * <code>scipy.ndimage.gaussian_filter1d</code> with its defaults, and with FWHM 2.990621 eV (a standard deviation of
 * 1.27 eV) the broadening of Chen et al., <a href="https://arxiv.org/abs/2310.07049">arXiv 2310.07049</a>.
 * <p>
 * The sum needs equal steps. Where they differ, the spectrum can be interpolated linearly to its smallest step,
 * broadened there, and interpolated back. In both cases the result has the energies of the spectrum. Cost O(n s).
 * Immutable, safe to use from several threads.
 *
 * @param fwhmEv full width at half maximum of the Gaussian in eV
 * @param irregular what to do with a spectrum whose steps differ
 */
public record GaussianBroadening(double fwhmEv, Irregular irregular) {

    /** What to do with a spectrum whose steps differ. Names are stored in settings: never rename them. */
    public enum Irregular {
        /** The spectrum is refused. */
        REFUSE,
        /** It is broadened on a regular grid with its smallest step, and brought back to its own energies. */
        RESAMPLE
    }

    private static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

    /** The Gaussian is cut off at this many sigma. */
    private static final double TRUNCATE = 4;

    /** How far, in steps, an energy may lie beside its place on a regular grid: rounding in a file does no harm. */
    private static final double REGULAR_TOLERANCE = 0.05;

    /** More points on the way would take a second per spectrum: such a grid is a mistake or needs the resampler. */
    private static final int MAX_POINTS = 20_000;

    /**
     * @throws IllegalArgumentException if the width is not positive and finite
     * @throws NullPointerException if the choice is null
     */
    public GaussianBroadening {
        if (!(fwhmEv > 0 && fwhmEv < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The FWHM must be positive, but is " + fwhmEv + " eV.");
        }
        Objects.requireNonNull(irregular);
    }

    /**
     * Broadens one spectrum. The applied shift is kept. The scale is kept too, but MAXIMUM becomes UNKNOWN, because the
     * largest intensity falls.
     *
     * @param spectrum any spectrum
     * @return the broadened spectrum, with the same grid
     * @throws SpectrumException if the FWHM is smaller than a step or larger than the range of the spectrum, or if the
     *             steps differ and {@link Irregular#REFUSE} is chosen or too many points were needed
     */
    public Spectrum apply(final Spectrum spectrum) throws SpectrumException {
        final var grid = spectrum.grid();
        final var range = grid.lastEv() - grid.firstEv();
        if (!Double.isFinite(range)) {
            throw new SpectrumException("The energies of this spectrum, " + grid.firstEv() + " to " + grid.lastEv()
                + " eV, are too far apart. Check their unit.");
        }
        final var isRegular = isRegular(grid);
        if (!isRegular && irregular == Irregular.REFUSE) {
            throw new SpectrumException("The energies of this spectrum have steps from "
                + EnergyText.of(smallestStep(grid)) + " to " + EnergyText.of(largestStep(grid)) + " eV, but broadening"
                + " needs equal steps. Resample the spectrum first, or let it be resampled here.");
        }
        final var step = isRegular ? range / (grid.size() - 1) : smallestStep(grid);
        checkWidth(step, range);
        final var result = isRegular ? broadened(spectrum.intensities(), step) : onFineGrid(spectrum, step, range);
        for (int i = 0; i < result.length; i++) {
            if (!Double.isFinite(result[i])) {
                throw new SpectrumException("The intensities near " + EnergyText.of(grid.energyEv(i))
                    + " eV are too large to be summed. Normalize the spectrum first.");
            }
        }
        final var scale = spectrum.scale() == Scale.MAXIMUM ? Scale.UNKNOWN : spectrum.scale();
        return new Spectrum(grid, result, spectrum.appliedShiftEv(), scale);
    }

    /**
     * @param grid any grid
     * @return whether its steps are equal up to rounding: every energy lies within 5 % of the mean step beside its
     *         place on a grid with equal steps
     */
    public static boolean isRegular(final EnergyGrid grid) {
        final var step = (grid.lastEv() - grid.firstEv()) / (grid.size() - 1);
        for (int k = 0; k < grid.size(); k++) {
            if (!(Math.abs(grid.energyEv(k) - (grid.firstEv() + k * step)) <= REGULAR_TOLERANCE * step)) {
                return false;
            }
        }
        return true;
    }

    private void checkWidth(final double step, final double range) throws SpectrumException {
        if (fwhmEv < step) {
            throw new SpectrumException("The FWHM (" + EnergyText.of(fwhmEv) + " eV) is below the energy step ("
                + EnergyText.of(step) + " eV) of this spectrum. Choose a larger FWHM, or resample to a smaller step.");
        }
        if (!(fwhmEv <= range)) {
            throw new SpectrumException("The FWHM (" + EnergyText.of(fwhmEv) + " eV) is larger than the whole range ("
                + EnergyText.of(range) + " eV) of this spectrum. Choose a smaller FWHM.");
        }
    }

    private double[] onFineGrid(final Spectrum spectrum, final double step, final double range)
        throws SpectrumException {
        final var steps = Math.ceil(range / step);
        if (!(steps < MAX_POINTS)) {
            throw new SpectrumException("The smallest step of this spectrum (" + EnergyText.of(step)
                + " eV) would need more than " + MAX_POINTS + " points over its range of " + EnergyText.of(range)
                + " eV. Resample the spectrum to equal steps first.");
        }
        final var energies = spectrum.grid().toArray();
        final var fine = EnergyGrid.linear(energies[0], energies[energies.length - 1], (int) steps + 1).toArray();
        final var onFine = Convolution.interpolate(energies, spectrum.intensities(), fine);
        return Convolution.interpolate(fine, broadened(onFine, range / steps), energies);
    }

    private double[] broadened(final double[] y, final double step) {
        final var sigma = fwhmEv / FWHM_PER_SIGMA / step;
        final var radius = (int) (TRUNCATE * sigma + 0.5);
        final var kernel = new double[radius + 1];
        var sum = 0.0;
        for (int j = radius; j >= 0; j--) {
            kernel[j] = Math.exp(-0.5 / (sigma * sigma) * j * j);
            sum += j == 0 ? 1 : 2 * kernel[j];
        }
        for (int j = 0; j <= radius; j++) {
            kernel[j] /= sum;
        }
        final var n = y.length;
        final var mirrored = new double[n + 2 * radius];
        for (int i = 0; i < mirrored.length; i++) {
            final var phase = Math.floorMod(i - radius, 2 * n);
            mirrored[i] = y[phase < n ? phase : 2 * n - 1 - phase];
        }
        final var result = new double[n];
        Convolution.symmetric(mirrored, radius, kernel, radius, result);
        return result;
    }

    private static double smallestStep(final EnergyGrid grid) {
        var step = Double.POSITIVE_INFINITY;
        for (int k = 1; k < grid.size(); k++) {
            step = Math.min(step, grid.energyEv(k) - grid.energyEv(k - 1));
        }
        return step;
    }

    private static double largestStep(final EnergyGrid grid) {
        var step = 0.0;
        for (int k = 1; k < grid.size(); k++) {
            step = Math.max(step, grid.energyEv(k) - grid.energyEv(k - 1));
        }
        return step;
    }
}

package org.xasnodes.core.prepare;

import java.util.Locale;
import java.util.Objects;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Brings a spectrum to another energy grid by linear interpolation:
 * <code>y(E) = y0 + (y1 - y0) (E - E0) / (E1 - E0)</code> between the neighbouring points of the spectrum, as NumPy's
 * <code>interp</code>, but with a choice of what happens outside the spectrum. Nothing is averaged, so a grid much
 * coarser than the spectrum loses detail and keeps noise.
 * <p>
 * Cost O(n + m) for n points of the spectrum and m of the grid. Immutable, safe to use from several threads.
 *
 * @param grid the energies of the resulting spectra
 * @param outside what to do at energies which the spectrum does not reach
 */
public record Resampler(EnergyGrid grid, Outside outside) {

    /** What to do at energies which the spectrum does not reach. Names are stored in settings: never rename them. */
    public enum Outside {
        /** The spectrum is refused. */
        MISSING,
        /** The spectrum's first or last intensity is repeated. */
        NEAREST
    }

    /** How far, relative to the energy, a grid may reach beyond a spectrum that still covers it: rounding only. */
    private static final double RELATIVE_TOLERANCE = 1e-9;

    /** @throws NullPointerException if an argument is null */
    public Resampler {
        Objects.requireNonNull(grid);
        Objects.requireNonNull(outside);
    }

    /**
     * Interpolates one spectrum. Where energies coincide, the intensity is taken over exactly. The applied shift and
     * the scale are kept, although the largest intensity of a spectrum with scale MAXIMUM can become a little less than
     * 1 if its maximum lies between two energies of the grid.
     *
     * @param spectrum any spectrum
     * @return a spectrum on {@link #grid()}; the same object if it is on that grid already
     * @throws SpectrumException if no energy of the grid lies inside the spectrum, or, with {@link Outside#MISSING}, if
     *             the spectrum does not cover the grid
     */
    public Spectrum apply(final Spectrum spectrum) throws SpectrumException {
        final var source = spectrum.grid();
        if (source.equals(grid)) {
            return spectrum;
        }
        if (outside == Outside.MISSING && !covers(source)) {
            throw new SpectrumException(ranges(source) + " Choose a smaller grid, or \"Nearest\" to repeat the "
                + "spectrum's first and last intensity outside.");
        }
        final var result = new double[grid.size()];
        if (!interpolate(spectrum, result)) {
            throw new SpectrumException(
                ranges(source) + " No energy of the grid lies inside the spectrum. Choose another grid.");
        }
        return new Spectrum(grid, result, spectrum.appliedShiftEv(), spectrum.scale());
    }

    private boolean covers(final EnergyGrid source) {
        return !isBelow(grid.firstEv(), source) && !isAbove(grid.lastEv(), source);
    }

    /** One sweep; false if all energies were outside. */
    private boolean interpolate(final Spectrum s, final double[] result) {
        final var source = s.grid();
        final var last = source.size() - 1;
        var anyInside = false;
        var upper = 1;
        for (int k = 0; k < result.length; k++) {
            final var energy = grid.energyEv(k);
            if (energy <= source.firstEv()) {
                result[k] = s.intensity(0);
                anyInside |= !isBelow(energy, source);
            } else if (energy >= source.lastEv()) {
                result[k] = s.intensity(last);
                anyInside |= !isAbove(energy, source);
            } else {
                while (source.energyEv(upper) <= energy) {
                    upper++;
                }
                result[k] = between(s, upper - 1, energy);
                anyInside = true;
            }
        }
        return anyInside;
    }

    private static double between(final Spectrum s, final int lower, final double energy) {
        final var source = s.grid();
        final var e0 = source.energyEv(lower);
        final var y0 = s.intensity(lower);
        final var y1 = s.intensity(lower + 1);
        final var t = (energy - e0) / (source.energyEv(lower + 1) - e0);
        final var y = y0 + (y1 - y0) * t;
        // y1 - y0 can overflow for intensities near the largest double
        return Double.isFinite(y) ? y : y0 * (1 - t) + y1 * t;
    }

    private static boolean isBelow(final double energy, final EnergyGrid source) {
        return energy < source.firstEv() - tolerance(source.firstEv());
    }

    private static boolean isAbove(final double energy, final EnergyGrid source) {
        return energy > source.lastEv() + tolerance(source.lastEv());
    }

    private static double tolerance(final double energy) {
        return RELATIVE_TOLERANCE * Math.abs(energy);
    }

    private String ranges(final EnergyGrid source) {
        return String.format(Locale.ROOT,
            "The spectrum (%s to %s eV) does not cover the grid (%s to %s eV).",
            EnergyText.of(source.firstEv()), EnergyText.of(source.lastEv()), EnergyText.of(grid.firstEv()),
            EnergyText.of(grid.lastEv()));
    }
}

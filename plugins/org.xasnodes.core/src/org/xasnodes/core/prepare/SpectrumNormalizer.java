package org.xasnodes.core.prepare;

import java.util.Objects;
import java.util.Optional;

import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Divides the intensities of a spectrum by its maximum, its area, or its edge step, so that spectra of different
 * samples can be compared. Cost O(n); with the edge step and an E0 to be found see {@link EdgeEnergy}. Immutable, safe
 * to use from several threads.
 *
 * @param method what to divide by
 * @param edgeStep how to find the edge step; without effect for the other methods
 */
public record SpectrumNormalizer(Method method, EdgeStepOptions edgeStep) {

    /** What to divide by. Names are stored in settings: never rename them. */
    public enum Method {
        /** Nothing: spectra stay as they are. */
        NONE,
        /** The largest intensity. */
        MAXIMUM,
        /** The area below the curve, by trapezoids over the energy in eV. */
        AREA,
        /** The edge step, after the pre-edge is subtracted. */
        EDGE_STEP
    }

    /**
     * A normalised spectrum.
     *
     * @param spectrum the spectrum
     * @param edge E0, edge step and ranges; only of {@link Method#EDGE_STEP}
     */
    public record Normalized(Spectrum spectrum, Optional<EdgeFit> edge) {
    }

    /** @throws NullPointerException if an argument is null */
    public SpectrumNormalizer {
        Objects.requireNonNull(method);
        Objects.requireNonNull(edgeStep);
    }

    /**
     * With the default options for the edge step.
     *
     * @param method what to divide by
     */
    public SpectrumNormalizer(final Method method) {
        this(method, EdgeStepOptions.DEFAULTS);
    }

    /**
     * @param spectrum any spectrum
     * @return the normalised spectrum
     * @throws SpectrumException as {@link #normalize}
     */
    public Spectrum apply(final Spectrum spectrum) throws SpectrumException {
        return normalize(spectrum).spectrum();
    }

    /**
     * Normalises one spectrum. Grid and applied shift are kept, the scale is that of the method; NONE returns the same
     * object.
     *
     * @param spectrum any spectrum
     * @return the spectrum, and what was found of its edge
     * @throws SpectrumException if what it is to be divided by is not positive (all intensities are zero, the edge
     *             step is negative) or cannot be found (no edge in the scan, ranges without points)
     */
    public Normalized normalize(final Spectrum spectrum) throws SpectrumException {
        return switch (method) {
            case NONE -> new Normalized(spectrum, Optional.empty());
            case MAXIMUM -> new Normalized(divided(spectrum, maximum(spectrum), "largest intensity", Scale.MAXIMUM),
                Optional.empty());
            case AREA -> new Normalized(divided(spectrum, area(spectrum), "area", Scale.AREA), Optional.empty());
            case EDGE_STEP -> EdgeStepNormalization.normalize(spectrum, edgeStep);
        };
    }

    private static Spectrum divided(final Spectrum spectrum, final double divisor, final String what,
        final Scale scale) throws SpectrumException {
        checkNotZero(spectrum);
        if (!(divisor > 0 && divisor < Double.POSITIVE_INFINITY)) {
            throw new SpectrumException("The " + what + " of this spectrum is " + divisor + ", but must be positive to"
                + " divide by it. Check the background subtraction and the sign of the intensities.");
        }
        final var result = spectrum.intensities();
        for (int i = 0; i < result.length; i++) {
            result[i] /= divisor;
        }
        return finite(spectrum, result, scale);
    }

    static void checkNotZero(final Spectrum spectrum) throws SpectrumException {
        for (int i = 0; i < spectrum.size(); i++) {
            if (spectrum.intensity(i) != 0) {
                return;
            }
        }
        throw new SpectrumException("All intensities of this spectrum are zero. Check which column was read.");
    }

    static Spectrum finite(final Spectrum spectrum, final double[] result, final Scale scale)
        throws SpectrumException {
        for (int i = 0; i < result.length; i++) {
            if (!Double.isFinite(result[i])) {
                throw new SpectrumException("The intensity at " + spectrum.grid().energyEv(i) + " eV, "
                    + spectrum.intensity(i) + ", cannot be normalised: the result is not finite.");
            }
        }
        return new Spectrum(spectrum.grid(), result, spectrum.appliedShiftEv(), scale);
    }

    private static double maximum(final Spectrum spectrum) {
        var largest = spectrum.intensity(0);
        for (int i = 1; i < spectrum.size(); i++) {
            largest = Math.max(largest, spectrum.intensity(i));
        }
        return largest;
    }

    private static double area(final Spectrum spectrum) {
        final var grid = spectrum.grid();
        var area = 0.0;
        for (int i = 1; i < spectrum.size(); i++) {
            area += (0.5 * spectrum.intensity(i - 1) + 0.5 * spectrum.intensity(i))
                * (grid.energyEv(i) - grid.energyEv(i - 1));
        }
        return area;
    }
}

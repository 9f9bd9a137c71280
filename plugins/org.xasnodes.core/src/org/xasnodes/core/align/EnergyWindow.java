package org.xasnodes.core.align;

import java.util.Objects;
import java.util.OptionalDouble;

import org.xasnodes.core.prepare.EdgeEnergy;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * The energies of a reference that count.
 *
 * @param origin what the two ends are relative to
 * @param fromEv the lower end in eV; empty for the beginning of the reference
 * @param toEv the upper end in eV; empty for the end of the reference
 */
public record EnergyWindow(Origin origin, OptionalDouble fromEv, OptionalDouble toEv) {

    /** What the ends of a window are relative to. */
    public enum Origin {
        /** They are energies. */
        ZERO,
        /** They are relative to the edge energy E0 of the reference. */
        EDGE
    }

    /** All energies of the reference. */
    public static final EnergyWindow ALL = new EnergyWindow(Origin.ZERO, OptionalDouble.empty(),
        OptionalDouble.empty());

    /**
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if an end is not finite, or the window does not begin below its end
     */
    public EnergyWindow {
        Objects.requireNonNull(origin);
        final var from = fromEv.orElse(-Double.MAX_VALUE);
        final var to = toEv.orElse(Double.MAX_VALUE);
        if (!(Double.isFinite(from) && Double.isFinite(to) && from < to)) {
            throw new IllegalArgumentException("The energy window must begin below its end, but it goes from " + from
                + " to " + to + " eV.");
        }
    }

    /**
     * @param fromEv relative to E0 of the reference, in eV
     * @param toEv relative to E0 of the reference, in eV
     * @return the window
     * @throws IllegalArgumentException as the constructor
     */
    public static EnergyWindow aroundEdge(final double fromEv, final double toEv) {
        return new EnergyWindow(Origin.EDGE, OptionalDouble.of(fromEv), OptionalDouble.of(toEv));
    }

    /**
     * @param fromEv energy in eV
     * @param toEv energy in eV
     * @return the window
     * @throws IllegalArgumentException as the constructor
     */
    public static EnergyWindow between(final double fromEv, final double toEv) {
        return new EnergyWindow(Origin.ZERO, OptionalDouble.of(fromEv), OptionalDouble.of(toEv));
    }

    private double origin(final Spectrum reference) throws SpectrumException {
        return origin == Origin.ZERO ? 0 : EdgeEnergy.find(reference);
    }

    /** The window's energies in this reference, lowest and highest. */
    double[] in(final Spectrum reference) throws SpectrumException {
        final var zero = origin(reference);
        final var grid = reference.grid();
        return new double[]{Math.max(grid.firstEv(), zero + fromEv.orElse(Double.NEGATIVE_INFINITY)),
            Math.min(grid.lastEv(), zero + toEv.orElse(Double.POSITIVE_INFINITY))};
    }
}

package org.xasnodes.core.align;

import java.util.Objects;

/**
 * How to align.
 *
 * @param method how the shift is found
 * @param minShiftEv lowest shift that is tried, in eV, relative to the original energies
 * @param maxShiftEv highest shift that is tried, in eV
 * @param stepEv step of the scan over the shifts, in eV; narrower than the features that are to meet
 * @param window which energies of the reference count
 * @param minOverlap the part of spectrum or reference, whichever has the narrower range, that must meet the other: 0.5
 *            for half of it
 */
public record AlignOptions(AlignMethod method, double minShiftEv, double maxShiftEv, double stepEv,
    EnergyWindow window, double minOverlap) {

    /** A finer scan than this is a mistake in a unit. */
    private static final int MAX_STEPS = 1_000_000;

    /**
     * Shifts from -10 to 10 eV in steps of 0.25 eV, on the energies from 15 eV below to 35 eV above the edge, of which
     * at least half must overlap.
     */
    public static final AlignOptions DEFAULTS = new AlignOptions(AlignMethod.INTENSITY, -10, 10, 0.25,
        EnergyWindow.aroundEdge(-15, 35), 0.5);

    /**
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if a number is out of its range; the message says which and what to do
     */
    public AlignOptions {
        Objects.requireNonNull(method);
        Objects.requireNonNull(window);
        check(Double.isFinite(minShiftEv) && Double.isFinite(maxShiftEv) && minShiftEv < maxShiftEv,
            "The lowest shift (" + minShiftEv + " eV) must be below the highest (" + maxShiftEv + " eV).");
        check(stepEv > 0 && stepEv < Double.POSITIVE_INFINITY,
            "The step of the scan must be positive, but is " + stepEv + " eV.");
        check((maxShiftEv - minShiftEv) / stepEv >= 2, "The range of shifts (" + minShiftEv + " to " + maxShiftEv
            + " eV) must be at least two steps of " + stepEv + " eV wide. Widen the range or choose a smaller step.");
        check((maxShiftEv - minShiftEv) / stepEv <= MAX_STEPS, "Steps of " + stepEv + " eV from " + minShiftEv + " to "
            + maxShiftEv + " eV are more than a million. Choose a larger step.");
        check(minOverlap > 0 && minOverlap <= 1,
            "The least overlap must be above 0 and at most 1, but is " + minOverlap + ".");
    }

    private static void check(final boolean condition, final String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * @param other another method
     * @return the same with this method
     */
    public AlignOptions withMethod(final AlignMethod other) {
        return new AlignOptions(other, minShiftEv, maxShiftEv, stepEv, window, minOverlap);
    }

    /**
     * @param lowestEv lowest shift in eV
     * @param highestEv highest shift in eV
     * @return the same with this range of shifts
     * @throws IllegalArgumentException as the constructor
     */
    public AlignOptions withRange(final double lowestEv, final double highestEv) {
        return new AlignOptions(method, lowestEv, highestEv, stepEv, window, minOverlap);
    }

    /**
     * @param other another window
     * @return the same with this window
     */
    public AlignOptions withWindow(final EnergyWindow other) {
        return new AlignOptions(method, minShiftEv, maxShiftEv, stepEv, other, minOverlap);
    }
}

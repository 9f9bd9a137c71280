package org.xasnodes.core.prepare;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a spectrum is normalised to its edge step. What is empty is chosen for each spectrum, by the rules of
 * <a href="https://xraypy.github.io/xraylarch/">Larch</a> (2026.3), whose names are given here in brackets. Ranges are
 * relative to E0.
 *
 * @param e0Ev the edge energy in eV (e0); if empty it is found by {@link EdgeEnergy}
 * @param edgeStep the edge step (step), positive; if empty it is measured
 * @param pre1Ev lower end of the pre-edge range (pre1); if empty the second energy, rounded to 5 eV; never below the
 *            first energy
 * @param pre2Ev upper end of the pre-edge range (pre2); if empty half of the lower end
 * @param norm1Ev lower end of the post-edge range (norm1); if empty 25 eV, or about a fifteenth of the upper end if
 *            that is less
 * @param norm2Ev upper end of the post-edge range (norm2); if empty or negative the end of the scan
 * @param preEdgeDegree 1 for a line through the pre-edge points, 0 for their mean (npre)
 * @param victoreen the line is fitted to the intensity times this power of the energy, 0 to 4 (nvict)
 * @param postEdgeDegree degree of the post-edge polynomial, 0 to 5 (nnorm); if empty 2, below 300 eV of range 1, below
 *            30 eV 0
 * @param flatten whether the curvature of the post-edge is taken out above E0 (flat), or not (norm)
 */
public record EdgeStepOptions(OptionalDouble e0Ev, OptionalDouble edgeStep, OptionalDouble pre1Ev,
    OptionalDouble pre2Ev, OptionalDouble norm1Ev, OptionalDouble norm2Ev, int preEdgeDegree, int victoreen,
    OptionalInt postEdgeDegree, boolean flatten) {

    /** Everything as Larch does it without being told; flattened. */
    public static final EdgeStepOptions DEFAULTS = new EdgeStepOptions(OptionalDouble.empty(), OptionalDouble.empty(),
        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 1, 0,
        OptionalInt.empty(), true);

    private static final int MAX_VICTOREEN = 4;

    private static final int MAX_POST_EDGE_DEGREE = 5;

    /**
     * @throws IllegalArgumentException if a number is not finite or outside its range
     * @throws NullPointerException if an argument is null
     */
    public EdgeStepOptions {
        checkFinite("The edge energy", e0Ev);
        checkFinite("The edge step", edgeStep);
        checkFinite("The lower end of the pre-edge range", pre1Ev);
        checkFinite("The upper end of the pre-edge range", pre2Ev);
        checkFinite("The lower end of the post-edge range", norm1Ev);
        checkFinite("The upper end of the post-edge range", norm2Ev);
        if (edgeStep.isPresent() && !(edgeStep.getAsDouble() > 0)) {
            throw new IllegalArgumentException("The edge step must be positive, but is " + edgeStep.getAsDouble()
                + ".");
        }
        checkBetween("The degree of the pre-edge", preEdgeDegree, 1);
        checkBetween("The exponent of the pre-edge", victoreen, MAX_VICTOREEN);
        checkBetween("The degree of the post-edge polynomial", postEdgeDegree.orElse(0), MAX_POST_EDGE_DEGREE);
    }

    private static void checkFinite(final String what, final OptionalDouble value) {
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException(what + " is " + value.getAsDouble() + ".");
        }
    }

    private static void checkBetween(final String what, final int value, final int largest) {
        if (value < 0 || value > largest) {
            throw new IllegalArgumentException(what + " must be from 0 to " + largest + ", but is " + value + ".");
        }
    }

    /**
     * @param value the edge energy in eV
     * @return these options with it
     */
    public EdgeStepOptions withE0Ev(final double value) {
        return new EdgeStepOptions(OptionalDouble.of(value), edgeStep, pre1Ev, pre2Ev, norm1Ev, norm2Ev,
            preEdgeDegree, victoreen, postEdgeDegree, flatten);
    }

    /**
     * @param value the edge step
     * @return these options with it
     */
    public EdgeStepOptions withEdgeStep(final double value) {
        return new EdgeStepOptions(e0Ev, OptionalDouble.of(value), pre1Ev, pre2Ev, norm1Ev, norm2Ev, preEdgeDegree,
            victoreen, postEdgeDegree, flatten);
    }

    /**
     * @param lowEv lower end relative to E0
     * @param highEv upper end relative to E0
     * @return these options with this pre-edge range
     */
    public EdgeStepOptions withPreEdge(final OptionalDouble lowEv, final OptionalDouble highEv) {
        return new EdgeStepOptions(e0Ev, edgeStep, lowEv, highEv, norm1Ev, norm2Ev, preEdgeDegree, victoreen,
            postEdgeDegree, flatten);
    }

    /**
     * @param lowEv lower end relative to E0
     * @param highEv upper end relative to E0
     * @return these options with this post-edge range
     */
    public EdgeStepOptions withPostEdge(final OptionalDouble lowEv, final OptionalDouble highEv) {
        return new EdgeStepOptions(e0Ev, edgeStep, pre1Ev, pre2Ev, lowEv, highEv, preEdgeDegree, victoreen,
            postEdgeDegree, flatten);
    }

    /**
     * @param value 0 or 1
     * @return these options with this degree of the pre-edge
     */
    public EdgeStepOptions withPreEdgeDegree(final int value) {
        return new EdgeStepOptions(e0Ev, edgeStep, pre1Ev, pre2Ev, norm1Ev, norm2Ev, value, victoreen, postEdgeDegree,
            flatten);
    }

    /**
     * @param value 0 to 4
     * @return these options with this exponent of the pre-edge
     */
    public EdgeStepOptions withVictoreen(final int value) {
        return new EdgeStepOptions(e0Ev, edgeStep, pre1Ev, pre2Ev, norm1Ev, norm2Ev, preEdgeDegree, value,
            postEdgeDegree, flatten);
    }

    /**
     * @param value 0 to 5, or empty
     * @return these options with this degree of the post-edge polynomial
     */
    public EdgeStepOptions withPostEdgeDegree(final OptionalInt value) {
        return new EdgeStepOptions(e0Ev, edgeStep, pre1Ev, pre2Ev, norm1Ev, norm2Ev, preEdgeDegree, victoreen, value,
            flatten);
    }

    /**
     * @param value whether to flatten
     * @return these options with it
     */
    public EdgeStepOptions withFlatten(final boolean value) {
        return new EdgeStepOptions(e0Ev, edgeStep, pre1Ev, pre2Ev, norm1Ev, norm2Ev, preEdgeDegree, victoreen,
            postEdgeDegree, value);
    }
}

package org.xasnodes.core.prepare;

/**
 * With what a spectrum was normalised to its edge step: the result of {@link EdgeStepOptions} for one spectrum.
 *
 * @param e0Ev the edge energy in eV
 * @param edgeStep the edge step in the units of the spectrum
 * @param pre1Ev lower end of the pre-edge range relative to E0
 * @param pre2Ev upper end of the pre-edge range relative to E0
 * @param norm1Ev lower end of the post-edge range relative to E0
 * @param norm2Ev upper end of the post-edge range relative to E0
 * @param preEdgeDegree degree of the pre-edge; 0 also where the range had fewer than 3 steps
 * @param victoreen exponent of the pre-edge; 0 also where the range had fewer than 3 steps
 * @param postEdgeDegree degree of the post-edge polynomial; less than asked for where the range had few points
 */
public record EdgeFit(double e0Ev, double edgeStep, double pre1Ev, double pre2Ev, double norm1Ev, double norm2Ev,
    int preEdgeDegree, int victoreen, int postEdgeDegree) {
}

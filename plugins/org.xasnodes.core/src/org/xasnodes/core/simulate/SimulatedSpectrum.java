package org.xasnodes.core.simulate;

import org.xasnodes.core.spectrum.Spectrum;

/**
 * A simulated spectrum with the numbers it was made from.
 *
 * @param spectrum the spectrum; its largest intensity is 1
 * @param oxidationState of the absorbing nickel: 2, 3 or 4
 * @param bondLengthAngstrom distance from nickel to its six oxygen neighbours
 */
public record SimulatedSpectrum(Spectrum spectrum, int oxidationState, double bondLengthAngstrom) {
}

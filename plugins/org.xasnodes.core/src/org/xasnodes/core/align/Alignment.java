package org.xasnodes.core.align;

import java.util.Set;

import org.xasnodes.core.spectrum.Spectrum;

/**
 * What became of one spectrum.
 *
 * @param spectrum the aligned spectrum: only its energies have moved, and {@link Spectrum#appliedShiftEv()} is the
 *            shift
 * @param shiftEv what was added to the original energies, in eV
 * @param uncertaintyEv standard deviation of the shift in eV; NaN if it is not known
 * @param scoreBefore Pearson correlation with the reference at the energies before aligning; NaN if too little overlaps
 * @param scoreAfter the same after aligning
 * @param flags what to look at, in the order of the constants; empty if nothing was found
 */
public record Alignment(Spectrum spectrum, double shiftEv, double uncertaintyEv, double scoreBefore,
    double scoreAfter, Set<AlignFlag> flags) {
}

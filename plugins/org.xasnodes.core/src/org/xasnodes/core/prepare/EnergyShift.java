package org.xasnodes.core.prepare;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Moves a spectrum along the energy axis: every energy becomes <code>E + shiftEv</code>, the intensities stay. The
 * shift is added to the spectrum's {@link Spectrum#appliedShiftEv()}. Cost O(n). Immutable, safe to use from several
 * threads.
 *
 * @param shiftEv what is added to the energies, in eV
 */
public record EnergyShift(double shiftEv) {

    /** @throws IllegalArgumentException if the shift is not finite */
    public EnergyShift {
        if (!Double.isFinite(shiftEv)) {
            throw new IllegalArgumentException("The energy shift is " + shiftEv + ".");
        }
    }

    /**
     * @param spectrum any spectrum
     * @return the shifted spectrum; the same object if the shift is 0
     * @throws SpectrumException if the shift is so large that the energies are no longer finite and distinct
     */
    public Spectrum apply(final Spectrum spectrum) throws SpectrumException {
        if (shiftEv == 0) {
            return spectrum;
        }
        final var energies = spectrum.grid().toArray();
        for (int i = 0; i < energies.length; i++) {
            energies[i] += shiftEv;
            if (!Double.isFinite(energies[i]) || i > 0 && energies[i] <= energies[i - 1]) {
                throw new SpectrumException("A shift by " + shiftEv + " eV is too large for energies from "
                    + spectrum.grid().firstEv() + " to " + spectrum.grid().lastEv()
                    + " eV: neighbouring energies become equal. Check the shift and its unit.");
            }
        }
        final var total = spectrum.appliedShiftEv() + shiftEv;
        if (!Double.isFinite(total)) {
            throw new SpectrumException("The sum of all shifts of this spectrum is " + total + ".");
        }
        return new Spectrum(EnergyGrid.of(energies), spectrum.intensities(), total, spectrum.scale());
    }
}

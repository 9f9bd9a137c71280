package org.xasnodes.core.align;

import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * A spectrum as numbers to correlate: energies, and intensities less their mean, divided by the largest
 * difference from it. Neither changes a correlation, but both keep its sums exact and finite.
 */
final class Values {

    private final double[] m_energies;

    private final double[] m_centred;

    private final double m_mean;

    /** @throws SpectrumException if all intensities are the same, or too large to be added up */
    Values(final Spectrum spectrum, final double[] energies) throws SpectrumException {
        m_energies = energies;
        final var y = spectrum.intensities();
        var mean = 0.0;
        for (final var value : y) {
            mean += value / y.length;
        }
        var largest = 0.0;
        for (final var value : y) {
            largest = Math.max(largest, Math.abs(value - mean));
        }
        // rounding of the mean alone is no shape
        if (!(largest > 1e-12 * Math.abs(mean))) {
            throw new SpectrumException("All intensities of this spectrum are the same (" + y[0]
                + "), so it cannot be aligned.");
        }
        if (!Double.isFinite(largest)) {
            throw new SpectrumException("The intensities of this spectrum are too large. Normalize it first.");
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = (y[i] - mean) / largest;
        }
        m_centred = y;
        m_mean = mean / largest;
    }

    /** The energies without any shift that was applied before. */
    static double[] originalEnergies(final Spectrum spectrum) {
        final var energies = spectrum.grid().toArray();
        if (spectrum.appliedShiftEv() != 0) {
            for (int i = 0; i < energies.length; i++) {
                energies[i] -= spectrum.appliedShiftEv();
            }
        }
        return energies;
    }

    double[] energies() {
        return m_energies;
    }

    double[] centred() {
        return m_centred;
    }

    double mean() {
        return m_mean;
    }
}

package org.xasnodes.core.io;

import java.util.stream.IntStream;

import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Makes spectra of the points of a file of several: leaves out a few points that are not finite (the logarithm of no
 * counts), sorts and averages, and tells once what was done.
 */
final class PointsInOrder {

    private final OrderNotes m_order = new OrderNotes();

    private int m_dropped;

    private int m_spectra;

    private String m_first;

    /**
     * @param energiesEv as they stand in the file, in eV
     * @param intensities one for each energy; of either at most a tenth is not finite
     * @param shiftEv the shift that is part of the energies
     * @param scale of the intensities
     * @param where the spectrum, for notes
     * @throws SpectrumException if it is none
     */
    Spectrum spectrum(final double[] energiesEv, final double[] intensities, final double shiftEv, final Scale scale,
        final String where) throws SpectrumException {
        if (energiesEv.length != intensities.length) {
            throw new SpectrumException("There are " + intensities.length + " intensities for " + energiesEv.length
                + " energies.");
        }
        final int[] good = IntStream.range(0, energiesEv.length)
            .filter(i -> Double.isFinite(energiesEv[i]) && Double.isFinite(intensities[i])).toArray();
        final int bad = energiesEv.length - good.length;
        final boolean few = bad * 10L <= energiesEv.length;
        final var arrangement = Arrangement.of(few ? selected(energiesEv, good) : energiesEv);
        final var spectrum = arrangement.spectrum(few ? selected(intensities, good) : intensities);
        if (bad > 0 && m_spectra++ == 0) {
            m_first = where;
        }
        m_dropped += bad;
        m_order.add(arrangement, where);
        return shiftEv == 0 && scale == Scale.UNKNOWN ? spectrum
            : new Spectrum(spectrum.grid(), spectrum.intensities(), shiftEv, scale);
    }

    private static double[] selected(final double[] values, final int[] indices) {
        return indices.length == values.length ? values : IntStream.of(indices).mapToDouble(i -> values[i]).toArray();
    }

    void tell(final SpectrumSink sink) {
        if (m_dropped > 0) {
            sink.note(m_dropped + (m_dropped == 1 ? " point was" : " points were") + " left out of "
                + Texts.spectra(m_spectra) + ", as energy or intensity is not a finite number (first: " + m_first
                + ").");
        }
        m_order.tell(sink);
    }
}

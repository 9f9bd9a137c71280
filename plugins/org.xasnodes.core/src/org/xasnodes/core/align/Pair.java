package org.xasnodes.core.align;

import java.util.Arrays;
import java.util.Locale;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/** A spectrum at its original energies beside a reference. For one thread. */
final class Pair {

    private final Spectrum m_spectrum;

    private final Reference m_reference;

    private final AlignOptions m_options;

    private final Values m_values;

    private final Overlap m_overlap;

    private final Correlation m_intensities;

    /** What the method correlates; the intensities where it does not. */
    private final Correlation m_method;

    private final int m_slopeLevel;

    /** @throws SpectrumException if the spectrum is flat, or has no cumulative distribution if that is asked for */
    Pair(final Spectrum spectrum, final Reference reference, final AlignOptions options) throws SpectrumException {
        m_spectrum = spectrum;
        m_reference = reference;
        m_options = options;
        m_values = new Values(spectrum, Values.originalEnergies(spectrum));
        final var x = m_values.energies();
        final var y = m_values.centred();
        m_overlap = new Overlap(x, reference, options.minOverlap());
        m_intensities = Correlation.of(m_overlap, y, reference.intensity());
        m_slopeLevel = options.method() == AlignMethod.DERIVATIVE ? Slopes.level(x, y, Noise.of(x, y)) : -1;
        m_method = switch (options.method()) {
            case DERIVATIVE -> Correlation.of(m_overlap, Slopes.of(x, y, m_slopeLevel), reference.slope(m_slopeLevel));
            case CDF -> Correlation.ofSums(m_overlap, sums(), reference.intensity(), reference.offset());
            default -> m_intensities;
        };
    }

    private double[] uncentred() {
        final var y = m_values.centred().clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += m_values.mean();
        }
        return y;
    }

    /** Centred, against rounding. */
    private double[] sums() throws SpectrumException {
        final var sums = uncentred();
        var mean = 0.0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += i == 0 ? 0 : sums[i - 1];
            mean += sums[i] / sums.length;
        }
        if (!(sums[sums.length - 1] > 0)) {
            throw new SpectrumException("The intensities of this spectrum do not add up to a positive number, so it has"
                + " no cumulative distribution. Check the background subtraction.");
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] -= mean;
        }
        return sums;
    }

    Spectrum spectrum() {
        return m_spectrum;
    }

    Reference reference() {
        return m_reference;
    }

    /** The spectrum at its original energies. */
    Spectrum original() {
        return m_spectrum.appliedShiftEv() == 0 ? m_spectrum
            : new Spectrum(EnergyGrid.of(m_values.energies()), m_spectrum.intensities(), 0, m_spectrum.scale());
    }

    ShiftSearch.Found search() throws SpectrumException {
        final var found = ShiftSearch.find(m_method, m_overlap, m_options);
        if (found == null) {
            throw noOverlap();
        }
        if (!(found.score() > 0)) {
            throw new SpectrumException("The spectrum resembles the reference at no shift from "
                + m_options.minShiftEv() + " to " + m_options.maxShiftEv()
                + " eV: no correlation is positive. Check that both are of the same edge.");
        }
        return found;
    }

    private SpectrumException noOverlap() {
        final var x = m_values.energies();
        final var applied = m_spectrum.appliedShiftEv();
        return new SpectrumException(String.format(Locale.ROOT,
            "The spectrum (%.2f to %.2f eV%s) and the reference (%.2f to %.2f eV) overlap too little at every shift"
                + " from %s to %s eV. Change the range of shifts%s.",
            x[0], x[x.length - 1], applied == 0 ? "" : " before it was shifted", m_reference.lowEv(),
            m_reference.highEv(), m_options.minShiftEv(), m_options.maxShiftEv(),
            applied == 0 ? " or the energy window"
                : ": it counts from the original energies, and this spectrum was already shifted by " + applied
                    + " eV"));
    }

    /** The correlation which the method makes highest, or that of the intensities; NaN if too little overlaps. */
    double score(final double shift) {
        return m_overlap.isEnough(shift) ? m_method.at(shift) : Double.NaN;
    }

    /** What is left of the spectrum beside the reference at a shift. */
    private ShiftUncertainty.Misfit misfit(final double shift) {
        final var from = m_overlap.from(shift);
        final var to = m_overlap.to(shift);
        final var reference = new double[to - from];
        m_reference.intensity().read(m_values.energies(), shift, from, to, reference);
        for (int i = 0; i < reference.length; i++) {
            reference[i] += m_reference.offset();
        }
        return ShiftUncertainty.misfit(Arrays.copyOfRange(uncentred(), from, to), reference);
    }

    double uncertainty(final double shift) {
        final ShiftUncertainty.Transposed transposed = switch (m_options.method()) {
            case DERIVATIVE -> w -> Slopes.transposed(m_values.energies(), m_slopeLevel, w);
            case CDF -> ShiftUncertainty::transposedSums;
            default -> w -> w;
        };
        return ShiftUncertainty.of(shift, m_method, transposed, misfit(shift), m_options.stepEv() / 2);
    }

    /**
     * The standard deviation of the shift counts, besides noise, how far off the highest correlation of intensities is:
     * mean energies move with every error of a background, correlations little.
     *
     * @return the shift with equal mean energies, and its standard deviation
     */
    double[] byMeanEnergy() throws SpectrumException {
        final var highest = ShiftSearch.find(m_intensities, m_overlap, m_options);
        if (highest == null) {
            throw noOverlap();
        }
        final var mean = new MeanEnergy(m_values.energies(), uncentred(), m_reference, m_overlap);
        final var shift = mean.find(m_options, m_intensities);
        if (Double.isNaN(shift)) {
            throw new SpectrumException("Spectrum and reference have the same mean energy at no shift from "
                + m_options.minShiftEv() + " to " + m_options.maxShiftEv() + " eV. Widen the range of shifts.");
        }
        return new double[]{shift, Math.hypot(mean.uncertainty(shift, misfit(shift), m_options.stepEv() / 2),
            highest.shift() - shift)};
    }
}

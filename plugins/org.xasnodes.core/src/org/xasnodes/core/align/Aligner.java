package org.xasnodes.core.align;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.xasnodes.core.prepare.EnergyShift;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Finds the energy shift that brings a spectrum to a reference and applies it. All shifts are relative to the original
 * energies of the spectrum, its energies less {@link Spectrum#appliedShiftEv()}: a spectrum that was aligned before
 * gets the same shift again, and so stays where it is.
 * <p>
 * The correlation methods scan the whole range of shifts, since a search from the present energies ends in the next
 * local maximum: see {@link ShiftSearch}; the uncertainty is explained at {@link ShiftUncertainty}. Correlations do not
 * change with scale and offset, but with a slope below the spectrum: normalise first what has a background. Cost for n
 * points and m steps of the scan O(n m). Safe to use from several threads.
 */
public final class Aligner {

    /** A shift that differs less from the present one is the same: the search ends at 1e-7 eV. */
    private static final double SAME_EV = 1e-6;

    private final AlignOptions m_options;

    /**
     * What became of a spectrum that could choose.
     *
     * @param reference index of the reference it fits best
     * @param alignment what became of it
     */
    public record Best(int reference, Alignment alignment) {

        private Best with(final AlignFlag flag) {
            final var flags = EnumSet.of(flag);
            flags.addAll(alignment.flags());
            return new Best(reference, new Alignment(alignment.spectrum(), alignment.shiftEv(),
                alignment.uncertaintyEv(), alignment.scoreBefore(), alignment.scoreAfter(),
                Collections.unmodifiableSet(flags)));
        }
    }

    /** @param options how to align */
    public Aligner(final AlignOptions options) {
        m_options = options;
    }

    /** Aligns to one reference. */
    @FunctionalInterface
    private interface ToReference {
        Alignment of(Reference reference) throws SpectrumException;
    }

    /**
     * @param spectrum the spectrum to align
     * @param references at least one
     * @return the alignment to the reference with the highest score afterwards, to the first of several such; it is
     *         flagged as ambiguous if another reference fits nearly as well at a shift more than a step away
     * @throws SpectrumException if it can be aligned to none of them; says why not to the first
     */
    public Best best(final Spectrum spectrum, final List<Reference> references) throws SpectrumException {
        return best(references, reference -> align(spectrum, reference));
    }

    /**
     * As {@link #best}, with a shift that is known from elsewhere.
     *
     * @param spectrum the spectrum
     * @param references what the scores compare with, at least one
     * @param shiftEv what to add to its original energies, in eV
     * @return what became of it, with the reference of the highest score
     * @throws SpectrumException if the spectrum is flat or the shift too large
     */
    public Best bestGiven(final Spectrum spectrum, final List<Reference> references, final double shiftEv)
        throws SpectrumException {
        return best(references, reference -> given(spectrum, reference, shiftEv));
    }

    private Best best(final List<Reference> references, final ToReference alignment) throws SpectrumException {
        final var scores = new double[references.size()];
        final var shifts = new double[references.size()];
        Best best = null;
        SpectrumException problem = null;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Double.NEGATIVE_INFINITY;
            try {
                final var found = alignment.of(references.get(i));
                // a score that is not known, for want of overlap, is lower than any
                scores[i] = Double.isNaN(found.scoreAfter()) ? -2 : found.scoreAfter();
                shifts[i] = found.shiftEv();
                best = best == null || scores[i] > scores[best.reference] ? new Best(i, found) : best;
            } catch (final SpectrumException e) {
                problem = problem == null ? e : problem;
            }
        }
        if (best == null) {
            throw problem == null ? new SpectrumException("There is no reference.") : problem;
        }
        return hasRival(best, scores, shifts) ? best.with(AlignFlag.AMBIGUOUS) : best;
    }

    /** Whether another reference fits nearly as well at another shift. */
    private boolean hasRival(final Best best, final double[] scores, final double[] shifts) {
        for (int i = 0; i < scores.length; i++) {
            if (ShiftSearch.isNearlyAsGood(scores[i], scores[best.reference])
                && Math.abs(shifts[i] - shifts[best.reference]) > m_options.stepEv()) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param spectrum the spectrum to align
     * @param reference where to
     * @return what became of it
     * @throws SpectrumException if it cannot be aligned: it is flat, does not overlap the reference enough at any shift
     *             of the range, resembles it at none, or lacks what the method looks for
     */
    public Alignment align(final Spectrum spectrum, final Reference reference) throws SpectrumException {
        final var pair = new Pair(spectrum, reference, m_options);
        final var method = m_options.method();
        if (method.isCorrelation()) {
            return aligned(pair, pair.search());
        }
        if (method == AlignMethod.CDF_MEAN) {
            final var found = pair.byMeanEnergy();
            return aligned(pair, found[0], found[1], EnumSet.noneOf(AlignFlag.class));
        }
        return byLandmark(pair);
    }

    /**
     * Shifts a spectrum by what is known from elsewhere.
     *
     * @param spectrum the spectrum
     * @param reference what the scores compare with
     * @param shiftEv what to add to its original energies, in eV
     * @return what became of it; its uncertainty is not known
     * @throws SpectrumException if the spectrum is flat or the shift too large
     */
    public Alignment given(final Spectrum spectrum, final Reference reference, final double shiftEv)
        throws SpectrumException {
        return aligned(new Pair(spectrum, reference, m_options), shiftEv, Double.NaN, EnumSet.noneOf(AlignFlag.class));
    }

    private Alignment aligned(final Pair pair, final ShiftSearch.Found found) throws SpectrumException {
        return aligned(pair, found.shift(), pair.uncertainty(found.shift()), found.flags());
    }

    private Alignment byLandmark(final Pair pair) throws SpectrumException {
        final var own = Landmark.of(m_options.method(), pair.original());
        final var other = pair.reference().landmark(m_options.method());
        final var shift = other.energyEv() - own.energyEv();
        final var flags = EnumSet.noneOf(AlignFlag.class);
        if (shift <= m_options.minShiftEv() || shift >= m_options.maxShiftEv()) {
            flags.add(AlignFlag.END_OF_RANGE);
        }
        return aligned(pair, shift, Math.hypot(own.uncertaintyEv(), other.uncertaintyEv()), flags);
    }

    private Alignment aligned(final Pair pair, final double shift, final double uncertainty, final Set<AlignFlag> flags)
        throws SpectrumException {
        final var spectrum = pair.spectrum();
        final var applied = spectrum.appliedShiftEv();
        final var total = Math.abs(shift - applied) <= SAME_EV ? applied : shift;
        final var before = pair.score(applied);
        final var after = total == applied ? before : pair.score(total);
        if (Double.isNaN(after)) {
            flags.add(AlignFlag.LITTLE_OVERLAP);
        }
        if (uncertainty > m_options.stepEv()) {
            flags.add(AlignFlag.UNCERTAIN);
        }
        return new Alignment(moved(spectrum, total), total, uncertainty, before, after,
            Collections.unmodifiableSet(flags));
    }

    private static Spectrum moved(final Spectrum spectrum, final double total) throws SpectrumException {
        final var moved = new EnergyShift(total - spectrum.appliedShiftEv()).apply(spectrum);
        // the sum of the shifts may differ in its last bit
        return moved.appliedShiftEv() == total ? moved
            : new Spectrum(moved.grid(), moved.intensities(), total, moved.scale());
    }
}

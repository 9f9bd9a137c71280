package org.xasnodes.core.align;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the shift of the highest correlation: a scan in equal steps over the whole range, then each of the best local
 * maxima is refined on the spline by golden sections to 1e-7 eV. Shifts with too little overlap are not tried. Cost
 * O(n) for each step of the scan.
 */
final class ShiftSearch {

    /** A maximum whose misfit 1 - r is not larger than this times that of the best is nearly as good. */
    private static final double NEARLY_AS_GOOD = 1.5;

    /** So near to 1 a correlation is perfect, and what is left is rounding. */
    private static final double PERFECT = 1e-9;

    /** Maxima of the scan that are refined: the scan's table and step may hide which is the best. */
    private static final int CANDIDATES = 3;

    private static final double RESOLUTION_EV = 1e-7;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Correlation m_correlation;

    private final double[] m_shifts;

    private final double[] m_scores;

    private final double m_step;

    /** What was found. */
    record Found(double shift, double score, Set<AlignFlag> flags) {
    }

    private ShiftSearch(final Correlation correlation, final Overlap overlap, final AlignOptions options) {
        m_correlation = correlation;
        final var range = options.maxShiftEv() - options.minShiftEv();
        final var steps = (int)Math.ceil(range / options.stepEv() - 1e-9);
        m_step = range / steps;
        m_shifts = new double[steps + 1];
        m_scores = new double[steps + 1];
        for (int k = 0; k <= steps; k++) {
            m_shifts[k] = k == steps ? options.maxShiftEv() : options.minShiftEv() + k * m_step;
            m_scores[k] = overlap.isEnough(m_shifts[k]) ? correlation.roughlyAt(m_shifts[k]) : Double.NaN;
        }
    }

    /** @return what was found, null if spectrum and reference overlap enough at no shift */
    static Found find(final Correlation correlation, final Overlap overlap, final AlignOptions options) {
        return new ShiftSearch(correlation, overlap, options).find();
    }

    private Found find() {
        final var candidates = localMaxima();
        if (candidates.isEmpty()) {
            return null;
        }
        Found best = null;
        var bestIndex = -1;
        final List<Found> refined = new ArrayList<>();
        for (final var index : candidates.subList(0, Math.min(CANDIDATES, candidates.size()))) {
            if (best != null && !isNear(m_scores[index], m_scores[candidates.get(0)], 2 * NEARLY_AS_GOOD)) {
                break;
            }
            final var found = refine(index);
            refined.add(found);
            if (best == null || found.score > best.score) {
                best = found;
                bestIndex = index;
            }
        }
        for (final var other : refined) {
            if (other != best && isNearlyAsGood(other.score, best.score)) {
                best.flags.add(AlignFlag.AMBIGUOUS);
            }
        }
        addEndFlags(best, bestIndex);
        return best;
    }

    /** Whether a correlation is nearly as good as the best. */
    static boolean isNearlyAsGood(final double score, final double best) {
        return isNear(score, best, NEARLY_AS_GOOD);
    }

    private static boolean isNear(final double score, final double best, final double factor) {
        return 1 - score <= factor * (1 - best) + PERFECT;
    }

    /** Indices of the scan, the best first. */
    private List<Integer> localMaxima() {
        final List<Integer> maxima = new ArrayList<>();
        for (int k = 0; k < m_scores.length; k++) {
            final var isMaximum = !Double.isNaN(m_scores[k]) && !(k > 0 && m_scores[k - 1] >= m_scores[k])
                && !(k < m_scores.length - 1 && m_scores[k + 1] > m_scores[k]);
            if (isMaximum) {
                maxima.add(k);
            }
        }
        maxima.sort((a, b) -> Double.compare(m_scores[b], m_scores[a]));
        return maxima;
    }

    private boolean isTried(final int index) {
        return index >= 0 && index < m_scores.length && !Double.isNaN(m_scores[index]);
    }

    private Found refine(final int index) {
        var a = isTried(index - 1) ? m_shifts[index - 1] : m_shifts[index];
        var b = isTried(index + 1) ? m_shifts[index + 1] : m_shifts[index];
        var c = b - GOLDEN * (b - a);
        var d = a + GOLDEN * (b - a);
        var atC = m_correlation.at(c);
        var atD = m_correlation.at(d);
        while (b - a > RESOLUTION_EV) {
            if (atC >= atD) {
                b = d;
                d = c;
                atD = atC;
                c = b - GOLDEN * (b - a);
                atC = m_correlation.at(c);
            } else {
                a = c;
                c = d;
                atC = atD;
                d = a + GOLDEN * (b - a);
                atD = m_correlation.at(d);
            }
        }
        final var shift = (a + b) / 2;
        return new Found(shift, m_correlation.at(shift), EnumSet.noneOf(AlignFlag.class));
    }

    private void addEndFlags(final Found best, final int index) {
        final var isFirst = index == 0 && best.shift < m_shifts[0] + m_step / 2;
        final var isLast = index == m_shifts.length - 1 && best.shift > m_shifts[index] - m_step / 2;
        if (isFirst || isLast) {
            best.flags.add(AlignFlag.END_OF_RANGE);
        } else if (!isTried(index - 1) || !isTried(index + 1)) {
            best.flags.add(AlignFlag.LITTLE_OVERLAP);
        }
    }
}

package org.xasnodes.core.align;

/**
 * Which points of a spectrum lie within the energies of a reference when the spectrum is shifted, and how much each
 * counts: fully, but at the ends of the reference's energies rising from 0 over 2 eV (or a tenth of the range), so that
 * a point that comes in or leaves with a small change of the shift makes no jump.
 */
final class Overlap {

    /** A factor, a constant and a shift need 3; fewer than two more tell nothing. */
    static final int MIN_POINTS = 5;

    private static final double MAX_TAPER_EV = 2;

    /** How far, relative to the energy, an overlap may be too small: rounding only. */
    private static final double RELATIVE_TOLERANCE = 1e-12;

    private final double[] m_x;

    private final double m_low;

    private final double m_high;

    private final double m_perTaper;

    private final double m_leastEv;

    /**
     * @param x energies of the spectrum before the shift
     * @param reference the reference
     * @param minOverlap the part of the narrower of both ranges that must overlap
     */
    Overlap(final double[] x, final Reference reference, final double minOverlap) {
        m_x = x;
        m_low = reference.lowEv();
        m_high = reference.highEv();
        m_perTaper = 1 / Math.min(MAX_TAPER_EV, (m_high - m_low) / 10);
        m_leastEv = minOverlap * Math.min(x[x.length - 1] - x[0], m_high - m_low)
            - RELATIVE_TOLERANCE * Math.abs(m_high);
    }

    double[] energies() {
        return m_x;
    }

    /** @return the first point within; the number of points if there is none */
    int from(final double shift) {
        return firstAbove(m_low - shift);
    }

    /** @return after the last point within; no less than {@link #from} */
    int to(final double shift) {
        return firstAbove(m_high - shift);
    }

    /** @return the first point that counts fully, between {@link #from} and {@link #to} */
    int fullFrom(final double shift) {
        return firstAbove(m_low + 1 / m_perTaper - shift);
    }

    /** @return after the last point that counts fully, between {@link #fullFrom} and {@link #to} */
    int fullTo(final double shift) {
        return firstAbove(m_high - 1 / m_perTaper - shift);
    }

    private int firstAbove(final double energy) {
        var low = 0;
        var high = m_x.length;
        while (low < high) {
            final var middle = (low + high) >>> 1;
            if (m_x[middle] <= energy) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** @return how much a point within counts, from 0 to 1 */
    double weight(final int i, final double shift) {
        final var energy = m_x[i] + shift;
        return Math.min(1, Math.min(energy - m_low, m_high - energy) * m_perTaper);
    }

    boolean isEnough(final double shift) {
        final var ev = Math.min(m_x[m_x.length - 1] + shift, m_high) - Math.max(m_x[0] + shift, m_low);
        return ev >= m_leastEv && to(shift) - from(shift) >= MIN_POINTS;
    }
}

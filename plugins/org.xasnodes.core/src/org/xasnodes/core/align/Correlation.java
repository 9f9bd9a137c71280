package org.xasnodes.core.align;

/**
 * The Pearson correlation of a curve and a reference curve as a function of the shift of the first, with the weights of
 * {@link Overlap}. The reference is read at the shifted points of the curve: if the one that has less noise is
 * interpolated, the noise of the other is the same at all shifts. For one thread.
 */
final class Correlation {

    private final Overlap m_overlap;

    private final double[] m_curve;

    private final CubicSpline m_reference;

    private final boolean m_isSum;

    private final double m_offset;

    /** Sums of the curve's values, from the first on. */
    private final double[] m_sums;

    private final double[] m_squares;

    /** The reference at the points of the last shift. */
    private final double[] m_values;

    private Correlation(final Overlap overlap, final double[] curve, final CubicSpline reference, final boolean isSum,
        final double offset) {
        m_overlap = overlap;
        m_curve = curve;
        m_reference = reference;
        m_isSum = isSum;
        m_offset = offset;
        m_values = new double[curve.length];
        m_sums = new double[curve.length + 1];
        m_squares = new double[curve.length + 1];
        for (int i = 0; i < curve.length; i++) {
            m_sums[i + 1] = m_sums[i] + curve[i];
            m_squares[i + 1] = m_squares[i] + curve[i] * curve[i];
        }
    }

    /** The correlation of a curve with a reference; both are centred, against rounding. */
    static Correlation of(final Overlap overlap, final double[] curve, final CubicSpline reference) {
        return new Correlation(overlap, curve, reference, false, 0);
    }

    /**
     * The correlation of a curve with the sums of a reference, added up over the points of the curve. Where the sums
     * begin changes them by a constant, and no correlation.
     *
     * @param offset is added to each value of the reference first
     */
    static Correlation ofSums(final Overlap overlap, final double[] sums, final CubicSpline reference,
        final double offset) {
        return new Correlation(overlap, sums, reference, true, offset);
    }

    /** @return the correlation at a shift; 0 if one of the curves is constant there */
    double at(final double shift) {
        return moments(shift, true).correlation();
    }

    /** @return the same from the table of the spline: a little less exact, and faster */
    double roughlyAt(final double shift) {
        return moments(shift, false).correlation();
    }

    /** Weighted sums over the common points. */
    private record Moments(int from, int to, double w, double a, double b, double aa, double bb, double ab) {

        double varianceA() {
            return Math.max(0, aa - a * a / w);
        }

        double varianceB() {
            return Math.max(0, bb - b * b / w);
        }

        double correlation() {
            final var product = varianceA() * varianceB();
            return product > 0 ? (ab - a * b / w) / Math.sqrt(product) : 0;
        }
    }

    private Moments moments(final double shift, final boolean isExact) {
        final var from = m_overlap.from(shift);
        final var to = m_overlap.to(shift);
        if (isExact) {
            m_reference.read(m_overlap.energies(), shift, from, to, m_values);
        } else {
            m_reference.readTable(m_overlap.energies(), shift, from, to, m_values);
        }
        if (m_isSum) {
            var sum = 0.0;
            for (int i = 0; i < to - from; i++) {
                sum += m_values[i] + m_offset;
                m_values[i] = sum;
            }
        }
        return new Sums(from, shift).part(from, m_overlap.fullFrom(shift))
            .full(m_overlap.fullFrom(shift), m_overlap.fullTo(shift)).part(m_overlap.fullTo(shift), to).moments(to);
    }

    /** Adds up the moments. */
    private final class Sums {

        private final int m_from;

        private final double m_shift;

        private double m_w;

        private double m_a;

        private double m_b;

        private double m_aa;

        private double m_bb;

        private double m_ab;

        Sums(final int from, final double shift) {
            m_from = from;
            m_shift = shift;
        }

        /** Points with weights. */
        Sums part(final int from, final int to) {
            for (int i = from; i < to; i++) {
                final var weight = m_overlap.weight(i, m_shift);
                final var b = m_values[i - m_from];
                m_w += weight;
                m_a += weight * m_curve[i];
                m_b += weight * b;
                m_aa += weight * m_curve[i] * m_curve[i];
                m_bb += weight * b * b;
                m_ab += weight * m_curve[i] * b;
            }
            return this;
        }

        /** Points with weight 1: what does not change with the shift was added up before. */
        Sums full(final int from, final int to) {
            var b = 0.0;
            var bb = 0.0;
            var ab = 0.0;
            for (int i = from; i < to; i++) {
                final var value = m_values[i - m_from];
                b += value;
                bb += value * value;
                ab += value * m_curve[i];
            }
            m_w += to - from;
            m_a += m_sums[to] - m_sums[from];
            m_aa += m_squares[to] - m_squares[from];
            m_b += b;
            m_bb += bb;
            m_ab += ab;
            return this;
        }

        Moments moments(final int to) {
            return new Moments(m_from, to, m_w, m_a, m_b, m_aa, m_bb, m_ab);
        }
    }

    /** @return how much the correlation at a shift changes with each value of the curve */
    double[] gradient(final double shift) {
        final var moments = moments(shift, true);
        final var r = moments.correlation();
        final var lengthA = Math.sqrt(moments.varianceA());
        final var lengthB = Math.sqrt(moments.varianceB());
        final var gradient = new double[m_curve.length];
        for (int i = moments.from(); i < moments.to(); i++) {
            final var unitA = (m_curve[i] - moments.a() / moments.w()) / lengthA;
            final var unitB = (m_values[i - moments.from()] - moments.b() / moments.w()) / lengthB;
            gradient[i] = m_overlap.weight(i, shift) * (unitB - r * unitA) / lengthA;
        }
        return gradient;
    }
}

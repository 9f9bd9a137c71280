package org.xasnodes.core.network;

/**
 * The hyperbolic tangent from basic operations alone, so that it has the same bits on every processor and that the
 * compiler can compute several values at a time, for which <code>StrictMath.tanh</code> is 10 times too slow in
 * training: the [7/6] Padé approximant at x / 32 as a fraction p / q, five times <code>tanh 2y = 2pq / (p^2 +
 * q^2)</code>, and one division. Its relative error is below 2e-15 everywhere; numbers
 * beyond 20 count as 20.
 */
final class Tanh {

    private static final double LARGEST = 20;

    private Tanh() {
    }

    /**
     * @param values replaced by their hyperbolic tangent; not-a-number stays so
     * @param count how many from the first
     */
    static void apply(final double[] values, final int count) {
        for (int j = 0; j < count; j++) {
            final var y = Math.min(LARGEST, Math.max(-LARGEST, values[j])) * (1.0 / 32);
            final var s = y * y;
            final var p0 = y * (1 + s * (17325.0 / 135135 + s * (378.0 / 135135 + s * (1.0 / 135135))));
            final var q0 = 1 + s * (62370.0 / 135135 + s * (3150.0 / 135135 + s * (28.0 / 135135)));
            final var p1 = 2 * p0 * q0;
            final var q1 = p0 * p0 + q0 * q0;
            final var p2 = 2 * p1 * q1;
            final var q2 = p1 * p1 + q1 * q1;
            final var p3 = 2 * p2 * q2;
            final var q3 = p2 * p2 + q2 * q2;
            final var p4 = 2 * p3 * q3;
            final var q4 = p3 * p3 + q3 * q3;
            values[j] = 2 * p4 * q4 / (p4 * p4 + q4 * q4);
        }
    }
}

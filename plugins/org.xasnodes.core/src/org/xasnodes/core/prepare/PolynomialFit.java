package org.xasnodes.core.prepare;

/**
 * A polynomial through points by least squares without weights. It is built from polynomials that are orthogonal over
 * the points (G. E. Forsythe, J. SIAM 5, 74 (1957)) in a variable from -1 to 1: powers of energies of thousands of eV
 * would cost half of the digits.
 */
final class PolynomialFit {

    private final double m_middle;

    private final double m_halfRange;

    /** Of the powers of t = (x - middle) / halfRange, from 0. */
    private final double[] m_coefficients;

    private PolynomialFit(final double middle, final double halfRange, final double[] coefficients) {
        m_middle = middle;
        m_halfRange = halfRange;
        m_coefficients = coefficients;
    }

    /**
     * @param x ascending
     * @param y one for each x
     * @param from first point to use
     * @param to after the last point to use, above <code>from</code>
     * @param degree of the polynomial; reduced to the number of points less 1
     * @return the polynomial
     */
    static PolynomialFit of(final double[] x, final double[] y, final int from, final int to, final int degree) {
        final var n = to - from;
        final var middle = 0.5 * x[from] + 0.5 * x[to - 1];
        final var halfRange = n > 1 ? 0.5 * x[to - 1] - 0.5 * x[from] : 1;
        final var t = new double[n];
        final var residual = new double[n];
        for (int i = 0; i < n; i++) {
            t[i] = (x[from + i] - middle) / halfRange;
            residual[i] = y[from + i];
        }
        return new PolynomialFit(middle, halfRange, coefficients(t, residual, Math.min(degree, n - 1)));
    }

    private static double[] coefficients(final double[] t, final double[] residual, final int degree) {
        final var n = t.length;
        final var sum = new double[degree + 1];
        var previous = new double[n];
        var current = new double[n];
        java.util.Arrays.fill(current, 1);
        var previousPowers = new double[degree + 1];
        var powers = new double[degree + 1];
        powers[0] = 1;
        var previousNorm = 1.0;
        for (int k = 0;; k++) {
            var norm = 0.0;
            var overlap = 0.0;
            var moment = 0.0;
            for (int i = 0; i < n; i++) {
                final var p = current[i];
                norm += p * p;
                overlap += p * residual[i];
                moment += t[i] * p * p;
            }
            final var c = overlap / norm;
            for (int j = 0; j <= k; j++) {
                sum[j] += c * powers[j];
            }
            if (k == degree) {
                return sum;
            }
            // next = (t - alpha) current - beta previous; the arrays of the one before are used again
            final var alpha = moment / norm;
            final var beta = k == 0 ? 0 : norm / previousNorm;
            for (int i = 0; i < n; i++) {
                residual[i] -= c * current[i];
                previous[i] = (t[i] - alpha) * current[i] - beta * previous[i];
            }
            for (int j = k + 1; j >= 0; j--) {
                previousPowers[j] = (j > 0 ? powers[j - 1] : 0) - alpha * powers[j] - beta * previousPowers[j];
            }
            final var values = previous;
            previous = current;
            current = values;
            final var swapped = previousPowers;
            previousPowers = powers;
            powers = swapped;
            previousNorm = norm;
        }
    }

    /**
     * @param x any number
     * @return the polynomial there
     */
    double at(final double x) {
        final var t = (x - m_middle) / m_halfRange;
        var value = 0.0;
        for (int j = m_coefficients.length - 1; j >= 0; j--) {
            value = value * t + m_coefficients[j];
        }
        return value;
    }
}

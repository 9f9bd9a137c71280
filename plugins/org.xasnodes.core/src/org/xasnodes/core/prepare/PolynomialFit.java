package org.xasnodes.core.prepare;

import java.util.Arrays;

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
        final var sum = new double[degree + 1];
        final var basis = new Basis(t, degree);
        while (true) {
            final var factor = basis.takeFrom(residual);
            for (int j = 0; j <= basis.m_degree; j++) {
                sum[j] += factor * basis.m_powers[j];
            }
            if (basis.m_degree == degree) {
                return sum;
            }
            basis.raise();
        }
    }

    /** One orthogonal polynomial after the other: its values at the points, and its coefficients. */
    private static final class Basis {

        private final double[] m_t;

        private int m_degree;

        private double[] m_values;

        private double[] m_valuesBefore;

        private double[] m_powers;

        private double[] m_powersBefore;

        private double m_norm = 1;

        private double m_normBefore;

        Basis(final double[] t, final int highest) {
            m_t = t;
            m_values = new double[t.length];
            Arrays.fill(m_values, 1);
            m_valuesBefore = new double[t.length];
            m_powers = new double[highest + 1];
            m_powers[0] = 1;
            m_powersBefore = new double[highest + 1];
        }

        /** Takes out of the data what this polynomial explains, and returns how much of it that is. */
        double takeFrom(final double[] residual) {
            var norm = 0.0;
            var overlap = 0.0;
            for (int i = 0; i < m_t.length; i++) {
                norm += m_values[i] * m_values[i];
                overlap += m_values[i] * residual[i];
            }
            m_normBefore = m_norm;
            m_norm = norm;
            final var factor = overlap / norm;
            for (int i = 0; i < m_t.length; i++) {
                residual[i] -= factor * m_values[i];
            }
            return factor;
        }

        /** next = (t - alpha) this - beta before; the arrays of the one before are used again. */
        void raise() {
            var moment = 0.0;
            for (int i = 0; i < m_t.length; i++) {
                moment += m_t[i] * m_values[i] * m_values[i];
            }
            final var alpha = moment / m_norm;
            final var beta = m_degree == 0 ? 0 : m_norm / m_normBefore;
            m_degree++;
            final var values = m_valuesBefore;
            for (int i = 0; i < m_t.length; i++) {
                values[i] = (m_t[i] - alpha) * m_values[i] - beta * values[i];
            }
            m_valuesBefore = m_values;
            m_values = values;
            final var powers = m_powersBefore;
            for (int j = m_degree; j >= 0; j--) {
                powers[j] = (j > 0 ? m_powers[j - 1] : 0) - alpha * m_powers[j] - beta * powers[j];
            }
            m_powersBefore = m_powers;
            m_powers = powers;
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

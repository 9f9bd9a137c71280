package org.xasnodes.core.feature.peaks;

/**
 * The step <code>d</code> that minimises <code>g^T d + 1/2 d^T (H + diag(damping)) d</code> while every variable stays
 * between its bounds, found by block principal pivoting (Júdice and Pires, Computers and Operations Research 21 (1994)
 * 587): solve with some variables fixed at a bound, then fix all that left their bounds and free all whose slope points
 * inwards, and so on until there are none. As long as that makes them fewer it takes two or three solutions; otherwise
 * they are exchanged one by one, which cannot go in circles.
 */
final class BoundedStep {

    private static final int MAX_ROUNDS = 50;

    /** How often the number of wrong variables may fail to fall before they are exchanged one by one. */
    private static final int PATIENCE = 3;

    private final EnvelopeMatrix m_factor;

    private final boolean[] m_fixed;

    /** Whether a variable is to be fixed or freed. */
    private final boolean[] m_wrong;

    private final double[] m_step;

    private final double[] m_held;

    private final double[] m_product;

    private double m_decrease;

    BoundedStep(final int size) {
        m_factor = new EnvelopeMatrix(size);
        m_fixed = new boolean[size];
        m_wrong = new boolean[size];
        m_step = new double[size];
        m_held = new double[size];
        m_product = new double[size];
    }

    /**
     * @param gradient g
     * @param hessian H
     * @param damping at least 0, for each variable
     * @param least the least admitted step of each variable, at most 0
     * @param most the largest admitted step of each variable, at least 0
     * @return whether there is such a step; not if the matrix is not positive definite where variables are free. In the
     *         rare case that the search was given up the step is within the bounds, but not the best
     */
    boolean solve(final double[] gradient, final EnvelopeMatrix hessian, final double[] damping,
        final double[] least, final double[] most) {
        for (int i = 0; i < m_step.length; i++) {
            m_step[i] = 0;
            m_fixed[i] = least[i] == 0 && gradient[i] >= 0 || most[i] == 0 && gradient[i] <= 0;
        }
        var fewest = m_step.length + 1;
        var patience = PATIENCE;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (!m_factor.factorize(hessian, damping, m_fixed)) {
                return false;
            }
            solveFree(gradient, hessian);
            final var wrong = findWrong(gradient, hessian, damping, least, most);
            if (wrong == 0) {
                break;
            }
            patience = wrong < fewest ? PATIENCE : patience - 1;
            fewest = Math.min(fewest, wrong);
            exchange(least, most, patience < 0);
        }
        predict(gradient, hessian, least, most);
        return true;
    }

    /** Minimises over the free variables, the fixed ones being held where they are. */
    private void solveFree(final double[] gradient, final EnvelopeMatrix hessian) {
        for (int i = 0; i < m_step.length; i++) {
            m_held[i] = m_fixed[i] ? m_step[i] : 0;
        }
        hessian.multiply(m_held, m_product);
        for (int i = 0; i < m_step.length; i++) {
            m_step[i] = m_fixed[i] ? 0 : -(gradient[i] + m_product[i]);
        }
        m_factor.solve(m_step);
        for (int i = 0; i < m_step.length; i++) {
            if (m_fixed[i]) {
                m_step[i] = m_held[i];
            }
        }
    }

    /** Marks the free variables outside their bounds and the fixed ones that would rather go inside; counts them. */
    private int findWrong(final double[] gradient, final EnvelopeMatrix hessian, final double[] damping,
        final double[] least, final double[] most) {
        hessian.multiply(m_step, m_product);
        var count = 0;
        for (int i = 0; i < m_step.length; i++) {
            if (m_fixed[i]) {
                final var slope = gradient[i] + m_product[i] + damping[i] * m_step[i];
                m_wrong[i] = m_step[i] == least[i] && m_step[i] < most[i] && slope < 0
                    || m_step[i] == most[i] && m_step[i] > least[i] && slope > 0;
            } else {
                m_wrong[i] = m_step[i] < least[i] || m_step[i] > most[i];
            }
            count += m_wrong[i] ? 1 : 0;
        }
        return count;
    }

    private void exchange(final double[] least, final double[] most, final boolean onlyLast) {
        for (int i = m_step.length - 1; i >= 0; i--) {
            if (m_wrong[i]) {
                m_fixed[i] = !m_fixed[i];
                if (m_fixed[i]) {
                    m_step[i] = clamp(m_step[i], least[i], most[i]);
                }
                if (onlyLast) {
                    return;
                }
            }
        }
    }

    private void predict(final double[] gradient, final EnvelopeMatrix hessian, final double[] least,
        final double[] most) {
        for (int i = 0; i < m_step.length; i++) {
            m_step[i] = clamp(m_step[i], least[i], most[i]);
        }
        hessian.multiply(m_step, m_product);
        m_decrease = 0;
        for (int i = 0; i < m_step.length; i++) {
            m_decrease -= m_step[i] * (gradient[i] + 0.5 * m_product[i]);
        }
    }

    private static double clamp(final double value, final double least, final double most) {
        return Math.max(least, Math.min(most, value));
    }

    /** @return the step, live */
    double[] step() {
        return m_step;
    }

    /** @return by how much the quadratic model without damping falls with this step */
    double decrease() {
        return m_decrease;
    }
}

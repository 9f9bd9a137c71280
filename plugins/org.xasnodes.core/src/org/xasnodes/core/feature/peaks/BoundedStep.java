package org.xasnodes.core.feature.peaks;

/**
 * The step <code>d</code> that minimises <code>g^T d + 1/2 d^T (H + damping I) d</code> while every variable stays
 * between its bounds: an active-set method that fixes all variables that leave their bounds at once and releases those
 * whose multiplier has the wrong sign. It mostly ends after two or three solutions; where it does not, the best is
 * clamped to the bounds, and the caller's test of the decrease decides.
 */
final class BoundedStep {

    private static final int MAX_ROUNDS = 12;

    private final EnvelopeMatrix m_factor;

    private final boolean[] m_fixed;

    private final double[] m_step;

    private final double[] m_held;

    private final double[] m_product;

    private double m_decrease;

    BoundedStep(final int size) {
        m_factor = new EnvelopeMatrix(size);
        m_fixed = new boolean[size];
        m_step = new double[size];
        m_held = new double[size];
        m_product = new double[size];
    }

    /**
     * @param gradient g
     * @param hessian H
     * @param damping at least 0
     * @param least the least admitted step of each variable, at most 0
     * @param most the largest admitted step of each variable, at least 0
     * @return whether there is such a step; not if the matrix is not positive definite where variables are free
     */
    boolean solve(final double[] gradient, final EnvelopeMatrix hessian, final double damping, final double[] least,
        final double[] most) {
        for (int i = 0; i < m_step.length; i++) {
            m_step[i] = 0;
            m_fixed[i] = least[i] == 0 && gradient[i] >= 0 || most[i] == 0 && gradient[i] <= 0;
        }
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (!m_factor.factorize(hessian, damping, m_fixed)) {
                return false;
            }
            solveFree(gradient, hessian);
            if (!fixOutside(least, most) && !release(gradient, hessian, damping, least, most)) {
                break;
            }
        }
        for (int i = 0; i < m_step.length; i++) {
            m_step[i] = Math.max(least[i], Math.min(most[i], m_step[i]));
        }
        hessian.multiply(m_step, m_product);
        m_decrease = 0;
        for (int i = 0; i < m_step.length; i++) {
            m_decrease -= m_step[i] * (gradient[i] + 0.5 * m_product[i]);
        }
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

    private boolean fixOutside(final double[] least, final double[] most) {
        var changed = false;
        for (int i = 0; i < m_step.length; i++) {
            if (!m_fixed[i] && (m_step[i] < least[i] || m_step[i] > most[i])) {
                m_step[i] = m_step[i] < least[i] ? least[i] : most[i];
                m_fixed[i] = true;
                changed = true;
            }
        }
        return changed;
    }

    private boolean release(final double[] gradient, final EnvelopeMatrix hessian, final double damping,
        final double[] least, final double[] most) {
        hessian.multiply(m_step, m_product);
        var changed = false;
        for (int i = 0; i < m_step.length; i++) {
            if (m_fixed[i] && least[i] < most[i]) {
                final var slope = gradient[i] + m_product[i] + damping * m_step[i];
                if (m_step[i] == least[i] && slope < 0 || m_step[i] == most[i] && slope > 0) {
                    m_fixed[i] = false;
                    changed = true;
                }
            }
        }
        return changed;
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

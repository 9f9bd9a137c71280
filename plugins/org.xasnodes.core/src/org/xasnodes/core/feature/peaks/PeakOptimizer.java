package org.xasnodes.core.feature.peaks;

import org.xasnodes.core.util.ProgressMonitor;

/**
 * Minimises the {@link PeakObjective} between bounds: Newton's method with the exact, banded Hessian matrix, damped as
 * Levenberg and Marquardt do (<code>H + damping D</code>, the damping following the gain as in Nielsen, "Damping
 * parameter in Marquardt's method", report IMM-REP-1999-05), each step being the minimiser of the damped quadratic
 * model within the bounds. The valleys of this objective are narrow and curved, and what is left of the residual is
 * large beside their slope, so that without second derivatives the projected gradient would hardly fall.
 */
final class PeakOptimizer {

    private static final double FIRST_DAMPING = 1e-4;

    /** Where raising begins once damping is 0; far below it is switched off, so that the end is Newton's. */
    private static final double LEAST_RAISED = 1e-9;

    private static final double SWITCHED_OFF = 1e-13;

    /** The curvature of the objective is of the order 1: with this damping no step can be seen. */
    private static final double HOPELESS = 1e12;

    private static final double LEAST_GAIN = 1e-4;

    private static final double RAISE = 4;

    private static final double LOWER = 0.5;

    /**
     * How much the damping holds back centres, heights and widths (the diagonal of D). The objective bends more along
     * heights and widths than along centres; without this, noisy spectra take half as many steps again.
     */
    private static final double[] HOLD = {1, 4, 4};

    /** The rounding of a residual, a difference of intensities relative to the largest. */
    private static final double ROUNDING = 3e-16;

    private final PeakProblem m_problem;

    private final PeakObjective m_objective;

    private final EnvelopeMatrix m_hessian;

    private final BoundedStep m_bounded;

    private final double[] m_gradient;

    private final double[] m_dampings;

    private final double[] m_least;

    private final double[] m_most;

    private double[] m_z;

    private double[] m_trial;

    private double m_value;

    private double m_projected;

    double m_damping = FIRST_DAMPING;

    private double m_raise = RAISE;

    private int m_steps;

    /** Begins at a point, which is moved into the bounds. */
    PeakOptimizer(final PeakProblem problem, final double[] from) {
        final var size = problem.size();
        m_problem = problem;
        m_objective = new PeakObjective(problem);
        m_hessian = new EnvelopeMatrix(size);
        m_bounded = new BoundedStep(size);
        m_gradient = new double[size];
        m_dampings = new double[size];
        m_least = new double[size];
        m_most = new double[size];
        m_z = new double[size];
        m_trial = new double[size];
        for (int i = 0; i < size; i++) {
            m_z[i] = problem.clamp(i, from[i]);
        }
        m_value = m_objective.moveTo(m_z);
        differentiate();
    }

    /**
     * @param tolerance the projected gradient at which to stop
     * @param maxSteps the number of steps after which to stop
     * @param monitor told of each step
     */
    void run(final double tolerance, final int maxSteps, final ProgressMonitor monitor) {
        while (m_projected > tolerance && m_steps < maxSteps && m_damping < HOPELESS) {
            monitor.update((double)m_steps / maxSteps, "Fitting Gaussian peaks");
            m_steps++;
            for (int i = 0; i < m_dampings.length; i++) {
                m_dampings[i] = m_damping * HOLD[i % HOLD.length];
            }
            if (!m_bounded.solve(m_gradient, m_hessian, m_dampings, m_least, m_most)) {
                m_damping = Math.max(m_damping * RAISE, LEAST_RAISED);
                continue;
            }
            final var gain = tryStep();
            if (gain > LEAST_GAIN) {
                final var cube = 2 * gain - 1;
                final var lowered = m_damping * Math.max(LOWER, 1 - cube * cube * cube);
                m_damping = lowered < SWITCHED_OFF ? 0 : lowered;
                m_raise = RAISE;
            } else {
                m_damping = Math.max(m_damping * m_raise, LEAST_RAISED);
                m_raise *= 2;
            }
        }
    }

    /** Takes the step if the objective falls, and returns the fall relative to what the quadratic model predicts. */
    private double tryStep() {
        final var predicted = m_bounded.decrease();
        if (!(predicted > 0)) {
            return 0;
        }
        final var step = m_bounded.step();
        for (int i = 0; i < m_z.length; i++) {
            m_trial[i] = m_problem.clamp(i, m_z[i] + step[i]);
        }
        final var value = m_objective.moveTo(m_trial);
        // the objective is no more exact than this, so that it cannot judge the last steps, which Newton's method may
        final var rounding = ROUNDING * Math.sqrt(m_value);
        final var gain =
            predicted <= rounding && value <= m_value + rounding ? 1 : (m_value - value) / predicted;
        if (gain > LEAST_GAIN) {
            final var old = m_z;
            m_z = m_trial;
            m_trial = old;
            m_value = value;
            differentiate();
        }
        return gain;
    }

    /** Derivatives, room for steps and the projected gradient at the present point. */
    private void differentiate() {
        m_objective.derivatives(m_z, m_gradient, m_hessian);
        m_projected = 0;
        for (int i = 0; i < m_z.length; i++) {
            m_least[i] = Math.min(0, m_problem.m_lower[i] - m_z[i]);
            m_most[i] = Math.max(0, m_problem.m_upper[i] - m_z[i]);
            final var held = m_gradient[i] > 0 ? m_least[i] == 0 : m_most[i] == 0;
            if (!held) {
                m_projected = Math.max(m_projected, Math.abs(m_gradient[i]));
            }
        }
    }

    /** @return the best point found, live */
    double[] z() {
        return m_z;
    }

    /** @return the objective there */
    double value() {
        return m_value;
    }

    /** @return the largest component of the gradient there, not counting those that push against a bound */
    double projectedGradient() {
        return m_projected;
    }

    /** @return the number of steps tried */
    int steps() {
        return m_steps;
    }
}

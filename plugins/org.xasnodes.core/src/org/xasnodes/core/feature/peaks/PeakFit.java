package org.xasnodes.core.feature.peaks;

/** Gaussian peaks fitted to one spectrum. Immutable; in the order of the bins, which is that of the centers. */
public final class PeakFit {

    private final double[] m_parameters;

    private final double[] m_fitted;

    private final double[] m_residual;

    private final double m_rmsResidual;

    private final double m_objective;

    private final double m_projectedGradient;

    private final int m_steps;

    private final boolean m_converged;

    PeakFit(final double[] energiesEv, final double[] intensities, final PeakProblem problem,
        final PeakOptimizer optimizer, final double tolerance) {
        m_parameters = problem.inUnits(optimizer.z(), energiesEv, intensities);
        m_fitted = new double[energiesEv.length];
        m_residual = new double[energiesEv.length];
        var sum = 0.0;
        for (int k = 0; k < energiesEv.length; k++) {
            m_fitted[k] = curve(energiesEv[k]);
            m_residual[k] = intensities[k] - m_fitted[k];
            final var relative = m_residual[k] / problem.m_unit;
            sum += relative * relative;
        }
        m_rmsResidual = problem.m_unit * Math.sqrt(sum / energiesEv.length);
        m_objective = optimizer.value();
        m_projectedGradient = optimizer.projectedGradient();
        m_steps = optimizer.steps();
        m_converged = m_projectedGradient <= tolerance;
    }

    /**
     * @param energyEv any energy in eV
     * @return the sum of the peaks there
     */
    public double curve(final double energyEv) {
        var sum = 0.0;
        for (int i = 0; i < m_parameters.length; i += 3) {
            final var u = (energyEv - m_parameters[i]) / (m_parameters[i + 2] / PeakObjective.FWHM_PER_SIGMA);
            sum += m_parameters[i + 1] * StrictMath.exp(-0.5 * u * u);
        }
        return sum;
    }

    /** @return center (eV), height (in units of the spectrum) and FWHM (eV) of each peak in turn, a copy */
    public double[] parameters() {
        return m_parameters.clone();
    }

    /** @return the sum of the peaks at the energies of the spectrum, a copy */
    public double[] fitted() {
        return m_fitted.clone();
    }

    /** @return spectrum - sum of the peaks at the energies of the spectrum, a copy */
    public double[] residual() {
        return m_residual.clone();
    }

    /** @return the square root of the mean squared residual, in units of the spectrum */
    public double rmsResidual() {
        return m_rmsResidual;
    }

    /** @return half the sum of mean squared residual and pull, both relative to the largest intensity */
    public double objective() {
        return m_objective;
    }

    /**
     * @return the largest component of the objective's gradient by the scaled parameters, in absolute value, not
     *         counting parameters that it pushes against their bound
     */
    public double projectedGradient() {
        return m_projectedGradient;
    }

    /** @return the number of steps that the optimiser tried */
    public int steps() {
        return m_steps;
    }

    /** @return whether the projected gradient is within the tolerance; if not, the peaks are the best found */
    public boolean converged() {
        return m_converged;
    }
}

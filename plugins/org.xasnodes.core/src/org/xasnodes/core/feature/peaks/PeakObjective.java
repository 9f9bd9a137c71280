package org.xasnodes.core.feature.peaks;

import java.util.Arrays;

/**
 * The stated objective and its derivatives,
 * <code>f(z) = 1/2 mean_k (sum_j h_j exp(-u_jk^2 / 2) - y_k)^2 + 1/2 pull sum_i z_i^2</code> with
 * <code>u_jk = (E_k - c_j) / (F_j / 2.355)</code> and <code>y</code> relative to the largest intensity. Each peak is a
 * sum of its own, so that the second derivatives of the residuals fill only the 3 x 3 blocks on the diagonal, and peaks
 * that share no point share no entry: the Hessian matrix is exact and banded.
 * <p>
 * A peak is not counted where it is below 4e-18 of its height, which is below the rounding of the sum.
 */
final class PeakObjective {

    /** The paper's factor from FWHM to standard deviation, not 2 sqrt(2 ln 2) = 2.354820. */
    static final double FWHM_PER_SIGMA = 2.355;

    /** Half the square of u beyond which a peak counts as zero: exp(-40) = 4e-18. */
    private static final double CUT = 40;

    private final PeakProblem m_problem;

    private final int m_points;

    private final int m_peaks;

    /** For each peak the first point in reach, and the first beyond. */
    private final int[] m_from;

    private final int[] m_to;

    /** For each peak, and each point in reach: u, exp(-u^2/2), and this times u and times u^2. */
    private final double[][] m_u;

    private final double[][] m_bell;

    private final double[][] m_bellU;

    private final double[][] m_bellUu;

    /** For each parameter the factor that makes its derivative of bell u, bell and bell u^2. */
    private final double[] m_factor;

    private final double[] m_residual;

    PeakObjective(final PeakProblem problem) {
        m_problem = problem;
        m_points = problem.m_energiesEv.length;
        m_peaks = problem.size() / 3;
        m_from = new int[m_peaks];
        m_to = new int[m_peaks];
        m_u = new double[m_peaks][0];
        m_bell = new double[m_peaks][0];
        m_bellU = new double[m_peaks][0];
        m_bellUu = new double[m_peaks][0];
        m_factor = new double[problem.size()];
        m_residual = new double[m_points];
    }

    /** Moves to a point, to which {@link #derivatives} then refers, and returns the objective there. */
    double moveTo(final double[] z) {
        for (int k = 0; k < m_points; k++) {
            m_residual[k] = -m_problem.m_intensities[k];
        }
        for (int j = 0; j < m_peaks; j++) {
            addPeak(j, m_problem.parameter(3 * j, z[3 * j]), m_problem.parameter(3 * j + 1, z[3 * j + 1]),
                m_problem.parameter(3 * j + 2, z[3 * j + 2]));
        }
        var pulled = 0.0;
        for (final var distance : z) {
            pulled += distance * distance;
        }
        return 0.5 * (meanSquare() + m_problem.m_pull * pulled);
    }

    private void addPeak(final int j, final double center, final double height, final double fwhm) {
        final var sigma = fwhm / FWHM_PER_SIGMA;
        final var reach = sigma * Math.sqrt(2 * CUT);
        final var energies = m_problem.m_energiesEv;
        final var from = firstAtLeast(energies, center - reach);
        final var to = firstAtLeast(energies, center + reach);
        reserve(j, to - from);
        for (int k = from; k < to; k++) {
            final var u = (energies[k] - center) / sigma;
            final var bell = StrictMath.exp(-0.5 * u * u);
            m_u[j][k - from] = u;
            m_bell[j][k - from] = bell;
            m_bellU[j][k - from] = bell * u;
            m_bellUu[j][k - from] = bell * u * u;
            m_residual[k] += height * bell;
        }
        m_from[j] = from;
        m_to[j] = to;
        m_factor[3 * j] = height / sigma * m_problem.m_scale[3 * j];
        m_factor[3 * j + 1] = m_problem.m_scale[3 * j + 1];
        m_factor[3 * j + 2] = height / fwhm * m_problem.m_scale[3 * j + 2];
    }

    private void reserve(final int j, final int points) {
        if (m_u[j].length < points) {
            final var capacity = Math.min(m_points, points + points / 2);
            m_u[j] = new double[capacity];
            m_bell[j] = new double[capacity];
            m_bellU[j] = new double[capacity];
            m_bellUu[j] = new double[capacity];
        }
    }

    private static int firstAtLeast(final double[] energies, final double energy) {
        final var found = Arrays.binarySearch(energies, energy);
        return found >= 0 ? found : -1 - found;
    }

    /** @return the mean squared residual at the present point, in squares of the largest intensity */
    double meanSquare() {
        var sum = 0.0;
        for (final var r : m_residual) {
            sum += r * r;
        }
        return sum / m_points;
    }

    /** @return the residual (fit - data) at a point of the grid, as a part of the largest intensity */
    double residual(final int k) {
        return m_residual[k];
    }

    /**
     * Gradient and Hessian matrix at the present point.
     *
     * @param z the present point
     * @param gradient takes the gradient
     * @param hessian takes the lower triangle of the Hessian matrix
     */
    void derivatives(final double[] z, final double[] gradient, final EnvelopeMatrix hessian) {
        for (int j = 0; j < m_peaks; j++) {
            final var first = firstNeighbour(j, z);
            hessian.begin(3 * j, 3 * first);
            for (int i = first; i <= j; i++) {
                products(j, i, hessian);
            }
            addCurvature(j, z, gradient, hessian);
        }
    }

    /** The first peak whose product with this one is anywhere above the cut. */
    private int firstNeighbour(final int j, final double[] z) {
        var first = 0;
        while (first < j && apart(first, j, z)) {
            first++;
        }
        return first;
    }

    private boolean apart(final int i, final int j, final double[] z) {
        final var distance = (m_problem.parameter(3 * j, z[3 * j]) - m_problem.parameter(3 * i, z[3 * i]))
            * FWHM_PER_SIGMA;
        final var one = m_problem.parameter(3 * i + 2, z[3 * i + 2]);
        final var other = m_problem.parameter(3 * j + 2, z[3 * j + 2]);
        return distance * distance > 2 * CUT * (one * one + other * other);
    }

    /** The block of the Gauss-Newton matrix that belongs to two peaks. */
    private void products(final int j, final int i, final EnvelopeMatrix hessian) {
        final var g = m_bell[j];
        final var gu = m_bellU[j];
        final var guu = m_bellUu[j];
        final var h = m_bell[i];
        final var hu = m_bellU[i];
        final var huu = m_bellUu[i];
        double s00 = 0, s01 = 0, s02 = 0, s10 = 0, s11 = 0, s12 = 0, s20 = 0, s21 = 0, s22 = 0;
        final var from = Math.max(m_from[i], m_from[j]);
        final var count = Math.min(m_to[i], m_to[j]) - from;
        final var a = from - m_from[j];
        final var b = from - m_from[i];
        for (int k = 0; k < count; k++) {
            s00 += gu[a + k] * hu[b + k];
            s01 += gu[a + k] * h[b + k];
            s02 += gu[a + k] * huu[b + k];
            s10 += g[a + k] * hu[b + k];
            s11 += g[a + k] * h[b + k];
            s12 += g[a + k] * huu[b + k];
            s20 += guu[a + k] * hu[b + k];
            s21 += guu[a + k] * h[b + k];
            s22 += guu[a + k] * huu[b + k];
        }
        setRow(hessian, 3 * j, 3 * i, s00, s01, s02);
        setRow(hessian, 3 * j + 1, 3 * i, s10, s11, s12);
        setRow(hessian, 3 * j + 2, 3 * i, s20, s21, s22);
    }

    private void setRow(final EnvelopeMatrix hessian, final int row, final int column, final double s0,
        final double s1, final double s2) {
        final var values = hessian.row(row);
        final var factor = m_factor[row] / m_points;
        values[column] = factor * m_factor[column] * s0;
        values[column + 1] = factor * m_factor[column + 1] * s1;
        values[column + 2] = factor * m_factor[column + 2] * s2;
    }

    /** Gradient of one peak, and the part of the Hessian matrix that residuals and pull add on the diagonal. */
    private void addCurvature(final int j, final double[] z, final double[] gradient, final EnvelopeMatrix hessian) {
        double r0 = 0, r1 = 0, r2 = 0, r3 = 0, r4 = 0;
        for (int k = m_from[j]; k < m_to[j]; k++) {
            final var at = k - m_from[j];
            final var u = m_u[j][at];
            final var third = m_residual[k] * m_bellUu[j][at] * u;
            r0 += m_residual[k] * m_bell[j][at];
            r1 += m_residual[k] * m_bellU[j][at];
            r2 += m_residual[k] * m_bellUu[j][at];
            r3 += third;
            r4 += third * u;
        }
        final var c = 3 * j;
        final var center = m_factor[c] / m_points;
        final var height = m_factor[c + 1] / m_points;
        final var fwhm = m_factor[c + 2] / m_points;
        final var pull = m_problem.m_pull;
        gradient[c] = center * r1 + pull * z[c];
        gradient[c + 1] = height * r0 + pull * z[c + 1];
        gradient[c + 2] = fwhm * r2 + pull * z[c + 2];
        final var width = m_problem.parameter(c + 2, z[c + 2]);
        final var perSigma = m_problem.m_scale[c] * FWHM_PER_SIGMA / width;
        final var perFwhm = m_problem.m_scale[c + 2] / width;
        hessian.row(c)[c] += center * perSigma * (r2 - r0) + pull;
        hessian.row(c + 1)[c] += height * perSigma * r1;
        hessian.row(c + 1)[c + 1] += pull;
        hessian.row(c + 2)[c] += center * perFwhm * (r3 - 2 * r1);
        hessian.row(c + 2)[c + 1] += height * perFwhm * r2;
        hessian.row(c + 2)[c + 2] += fwhm * perFwhm * (r4 - 3 * r2) + pull;
    }
}

package org.xasnodes.core.feature.peaks;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import org.xasnodes.core.feature.Featurizer;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * A spectrum as a sum of Gaussian peaks, one in each of n bins of the grid:
 * <code>y(E) = sum_j h_j exp(-(E - c_j)^2 / (2 (F_j / 2.355)^2))</code>. The features are center c (eV), height h and
 * full width at half maximum F (eV) of each peak, in the order of the bins. A center stays in its bin, a height between
 * the lowest and the highest intensity, a width between 0 and 6 eV. Each peak starts in the middle of its bin, with the
 * intensity there and 2 eV: the peaks of Chen et al., <a href="https://arxiv.org/abs/2310.07049">arXiv 2310.07049</a>,
 * who fit 20 of them with SciPy's <code>curve_fit</code>.
 * <p>
 * 60 parameters of overlapping peaks are not determined by 100 points. SciPy's are those of a path that stops early;
 * these are the minimum of a stated objective, which adds a weak pull towards the start to the mean squared residual
 * (see {@link PeakOptions}; how its strength was chosen, and what it does to residuals, steadiness and learning, is in
 * <code>doc/gaussian-peaks.md</code>). They do not depend on the optimiser that finds them, change less under noise,
 * and leave less residual than SciPy's.
 * <p>
 * Immutable; the same intensities give the same bits on any thread and machine. Cost for each step of the optimiser, of
 * which 40 are usual: O(points in reach of a peak * peaks + peaks * (peaks that overlap)^2).
 */
public final class GaussianPeaks implements Featurizer {

    /** The identifier that is stored with the columns, and the prefix of their names. */
    public static final String ID = "peak";

    /** Above, sums of peaks could overflow. */
    private static final double MAX_INTENSITY = 1e300;

    private final EnergyGrid m_grid;

    private final double[] m_energiesEv;

    private final PeakOptions m_options;

    /**
     * @param grid the energies of the spectra
     * @param options the number of peaks and the objective
     * @throws IllegalArgumentException if there are more peaks than energies
     */
    public GaussianPeaks(final EnergyGrid grid, final PeakOptions options) {
        if (options.peaks() > grid.size()) {
            throw new IllegalArgumentException(options.peaks() + " peaks cannot be fitted to " + grid.size()
                + " points. Use fewer peaks, or spectra with more points.");
        }
        m_grid = grid;
        m_energiesEv = grid.toArray();
        m_options = Objects.requireNonNull(options);
    }

    @Override
    public String id() {
        return ID;
    }

    /** @return the energies of the spectra */
    public EnergyGrid grid() {
        return m_grid;
    }

    /** @return the number of peaks and the objective */
    public PeakOptions options() {
        return m_options;
    }

    /**
     * {@inheritDoc}
     *
     * @return <code>peak 01 center eV</code>, <code>peak 01 height</code>, <code>peak 01 fwhm eV</code>, and so on, the
     *         numbers with as many digits as the last needs, at least two
     * @throws IllegalArgumentException if the grid is another than that of the constructor
     */
    @Override
    public String[] columnNames(final EnergyGrid grid) {
        if (!m_grid.equals(grid)) {
            throw new IllegalArgumentException("These peaks are fitted on " + m_grid + ", not on " + grid + ".");
        }
        final var names = new String[3 * m_options.peaks()];
        final var number = ID + " %0" + Math.max(2, String.valueOf(m_options.peaks()).length()) + "d";
        for (int j = 0; j < m_options.peaks(); j++) {
            final var peak = String.format(Locale.ROOT, number, j + 1);
            names[3 * j] = peak + " center eV";
            names[3 * j + 1] = peak + " height";
            names[3 * j + 2] = peak + " fwhm eV";
        }
        return names;
    }

    /**
     * {@inheritDoc}
     *
     * @throws SpectrumException if all intensities are 0, or one is not finite or beyond 1e300
     */
    @Override
    public double[] apply(final double[] intensities) throws SpectrumException {
        return fit(intensities, ProgressMonitor.NONE).parameters();
    }

    /**
     * @param intensities finite intensities of one spectrum, one for each energy of the grid; left unchanged
     * @param monitor told of each step
     * @return the peaks with the fitted curve and all that tells how good they are
     * @throws SpectrumException if all intensities are 0, or one is not finite or beyond 1e300
     * @throws CancellationException if the monitor cancels
     * @throws IllegalArgumentException if the number of intensities is not that of the energies
     */
    public PeakFit fit(final double[] intensities, final ProgressMonitor monitor) throws SpectrumException {
        check(intensities);
        final var problem = new PeakProblem(m_energiesEv, intensities, m_options);
        final var optimizer = new PeakOptimizer(problem, new double[problem.size()]);
        optimizer.run(m_options.tolerance(), m_options.maxSteps(), monitor);
        return new PeakFit(m_energiesEv, intensities, problem, optimizer, m_options.tolerance());
    }

    private void check(final double[] intensities) throws SpectrumException {
        if (intensities.length != m_grid.size()) {
            throw new IllegalArgumentException(
                intensities.length + " intensities do not fit " + m_grid.size() + " energies.");
        }
        var zero = true;
        for (int k = 0; k < intensities.length; k++) {
            if (!(Math.abs(intensities[k]) <= MAX_INTENSITY)) {
                throw new SpectrumException("The intensity at " + m_energiesEv[k] + " eV is " + intensities[k]
                    + ", but peaks can be fitted to numbers up to " + MAX_INTENSITY + ". Normalize this spectrum.");
            }
            zero &= intensities[k] == 0;
        }
        if (zero) {
            throw new SpectrumException("All intensities are 0, so there are no peaks to fit. Remove this spectrum.");
        }
    }
}

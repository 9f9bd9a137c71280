package org.xasnodes.core.align;

import java.util.List;

import org.xasnodes.core.feature.Featurizer;
import org.xasnodes.core.prepare.EnergyShift;
import org.xasnodes.core.prepare.Resampler;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * How alike the features of a spectrum stay when it is shifted: the Pearson correlation of the features of the shifted
 * spectrum, <code>y(E - s)</code> on the same grid, with those of the spectrum itself, for each of several shifts s. It
 * is 1 without shift. Between points y is interpolated linearly, and its first and last intensity go on outside the
 * grid. This is figure 10 of Chen et al., <a href="https://arxiv.org/abs/2310.07049">arXiv 2310.07049</a>. Cost that of
 * the features for each shift. Safe to use from several threads if the featurizers are.
 */
public final class ShiftTolerance {

    private static final double ROUNDING = 1e-24;

    private final EnergyGrid m_grid;

    private final List<Feature> m_features;

    private final double[] m_shiftsEv;

    /** Which numbers of a featurizer are compared. */
    public enum Part {
        /** All of them. */
        ALL,
        /** Every third from the second on: of fitted peaks the heights, not the centers and widths. */
        HEIGHTS
    }

    /**
     * A feature whose tolerance is asked for.
     *
     * @param name for tables and pictures
     * @param featurizer makes the numbers
     * @param part which of them are compared
     */
    public record Feature(String name, Featurizer featurizer, Part part) {

        double[] apply(final double[] intensities) throws SpectrumException {
            final var all = featurizer.apply(intensities);
            if (part == Part.ALL) {
                return all;
            }
            final var heights = new double[all.length / 3];
            for (int i = 0; i < heights.length; i++) {
                heights[i] = all[3 * i + 1];
            }
            return heights;
        }
    }

    /**
     * @param grid the energies of the spectra
     * @param features what to compare
     * @param shiftsEv the shifts in eV, copied
     */
    public ShiftTolerance(final EnergyGrid grid, final List<Feature> features, final double[] shiftsEv) {
        m_grid = grid;
        m_features = List.copyOf(features);
        m_shiftsEv = shiftsEv.clone();
    }

    /**
     * @param spectrum a spectrum on the grid
     * @return for each feature the correlation at each shift
     * @throws SpectrumException if a feature cannot be made, or is the same number at all energies, so that it has no
     *             correlation, or a shift moves all of the spectrum off the grid
     * @throws IllegalArgumentException if the spectrum is on another grid
     */
    public double[][] of(final Spectrum spectrum) throws SpectrumException {
        if (!m_grid.equals(spectrum.grid())) {
            throw new IllegalArgumentException("The spectrum is on " + spectrum.grid() + ", not on " + m_grid + ".");
        }
        final var unshifted = new double[m_features.size()][];
        for (int f = 0; f < unshifted.length; f++) {
            unshifted[f] = m_features.get(f).apply(spectrum.intensities());
        }
        final var resampler = new Resampler(m_grid, Resampler.Outside.NEAREST);
        final var result = new double[m_features.size()][m_shiftsEv.length];
        for (int s = 0; s < m_shiftsEv.length; s++) {
            final var shifted = resampler.apply(new EnergyShift(m_shiftsEv[s]).apply(spectrum)).intensities();
            for (int f = 0; f < unshifted.length; f++) {
                result[f][s] = correlation(m_features.get(f), unshifted[f], m_features.get(f).apply(shifted));
            }
        }
        return result;
    }

    private static double correlation(final Feature feature, final double[] a, final double[] b)
        throws SpectrumException {
        final var n = a.length;
        var meanA = 0.0;
        var meanB = 0.0;
        for (int i = 0; i < n; i++) {
            meanA += a[i] / n;
            meanB += b[i] / n;
        }
        var aa = 0.0;
        var bb = 0.0;
        var ab = 0.0;
        for (int i = 0; i < n; i++) {
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
            ab += (a[i] - meanA) * (b[i] - meanB);
        }
        final var r = ab / Math.sqrt(aa) / Math.sqrt(bb);
        // what rounding of the mean leaves is no variation
        if (aa <= ROUNDING * n * meanA * meanA || bb <= ROUNDING * n * meanB * meanB || !Double.isFinite(r)) {
            throw new SpectrumException("The feature '" + feature.name() + "' of this spectrum, shifted or not, is the"
                + " same number everywhere, so there is no correlation. Leave flat spectra out.");
        }
        return r;
    }
}

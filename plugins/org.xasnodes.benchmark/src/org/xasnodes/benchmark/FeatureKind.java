package org.xasnodes.benchmark;

import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.feature.Featurizer;
import org.xasnodes.core.feature.IntensityFeatures;
import org.xasnodes.core.feature.WaveletFeatures;
import org.xasnodes.core.feature.peaks.GaussianPeaks;
import org.xasnodes.core.feature.peaks.PeakOptions;
import org.xasnodes.core.spectrum.EnergyGrid;

/** The paper's features, each with the defaults of its node. Names are stored in settings: never rename them. */
public enum FeatureKind {

    /** The intensities. */
    INTENSITY("intensity") {
        @Override
        Featurizer on(final EnergyGrid grid) {
            return new IntensityFeatures();
        }
    },

    /** The cumulative distribution. */
    CDF("cdf") {
        @Override
        Featurizer on(final EnergyGrid grid) {
            return new CumulativeDistribution();
        }
    },

    /** The parameters of 20 Gaussian peaks. */
    PEAKS("peaks") {
        @Override
        Featurizer on(final EnergyGrid grid) {
            return new GaussianPeaks(grid, PeakOptions.DEFAULTS);
        }

        @Override
        boolean hasMixedUnits() {
            return true;
        }
    },

    /** The continuous wavelet transform at widths 1 to 10. */
    CWT("cwt") {
        @Override
        Featurizer on(final EnergyGrid grid) {
            return new WaveletFeatures();
        }
    };

    private final String m_label;

    FeatureKind(final String label) {
        m_label = label;
    }

    /** @return the short name in tables and pictures */
    public String label() {
        return m_label;
    }

    /**
     * @return whether the numbers of a spectrum have different units, here eV and intensities, so that distances between
     *         rows mean something only after each number was divided by its standard deviation
     */
    boolean hasMixedUnits() {
        return false;
    }

    /**
     * @param grid the energies of the spectra
     * @return what makes the features
     * @throws IllegalArgumentException if the grid has too few points
     */
    abstract Featurizer on(EnergyGrid grid);
}

package org.xasnodes.core.feature;

import org.xasnodes.core.spectrum.EnergyGrid;

/**
 * The intensities themselves, one feature for each energy: the plainest description of a spectrum, and the one that
 * suffers most from a shift between computed and measured spectra (Chen et al.,
 * <a href="https://arxiv.org/abs/2310.07049">arXiv 2310.07049</a>). Cost O(n).
 */
public final class IntensityFeatures implements Featurizer {

    /** The identifier that is stored with the columns, and the prefix of their names. */
    public static final String ID = "intensity";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String[] columnNames(final EnergyGrid grid) {
        return EnergyNames.of(ID, grid);
    }

    @Override
    public int energyIndex(final int column, final EnergyGrid grid) {
        return column;
    }

    @Override
    public double[] apply(final double[] intensities) {
        return intensities.clone();
    }
}

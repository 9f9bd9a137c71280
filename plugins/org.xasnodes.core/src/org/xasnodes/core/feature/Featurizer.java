package org.xasnodes.core.feature;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Turns the intensities of a spectrum into named numbers that a learner takes. All spectra of one table are on one
 * grid, so that a column means the same for each of them. Implementations are immutable and safe to use from several
 * threads.
 */
public interface Featurizer {

    /** @return a short lower-case name, for example "cdf", stored with the columns and so never changed */
    String id();

    /**
     * @param grid the energies of the spectra
     * @return one distinct name for each number that {@link #apply(double[])} gives for spectra on this grid
     */
    String[] columnNames(EnergyGrid grid);

    /**
     * @param column position of a feature, as in {@link #columnNames}
     * @param grid the energies of the spectra
     * @return the position in the grid of the one energy this feature stands for, -1 if there is none
     */
    default int energyIndex(final int column, final EnergyGrid grid) {
        return -1;
    }

    /**
     * @param intensities finite intensities of one spectrum, one for each energy of the grid; left unchanged
     * @return the features, a new array
     * @throws SpectrumException if this spectrum has no such features; the message says why and what to do
     */
    double[] apply(double[] intensities) throws SpectrumException;
}

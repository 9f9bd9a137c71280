package org.xasnodes.core.spectrum;

import java.util.Arrays;
import java.util.Objects;

/**
 * An X-ray absorption spectrum: one finite intensity for each energy of a grid. Immutable. Everything else that is known
 * of a spectrum (element, edge, labels) is kept beside it, not in it.
 */
public final class Spectrum {

    private final EnergyGrid m_grid;

    private final double[] m_intensities;

    private final double m_appliedShiftEv;

    private final Scale m_scale;

    /**
     * @param grid the energies
     * @param intensities one for each energy, copied
     * @param appliedShiftEv the sum of all energy shifts that were ever applied, in eV; 0 for a spectrum from a file
     * @param scale what the intensities are relative to
     * @throws IllegalArgumentException if the lengths differ or a number is not finite
     */
    public Spectrum(final EnergyGrid grid, final double[] intensities, final double appliedShiftEv,
        final Scale scale) {
        if (intensities.length != grid.size()) {
            throw new IllegalArgumentException(
                intensities.length + " intensities do not fit " + grid.size() + " energies.");
        }
        for (int i = 0; i < intensities.length; i++) {
            if (!Double.isFinite(intensities[i])) {
                throw new IllegalArgumentException(
                    "The intensity at " + grid.energyEv(i) + " eV is " + intensities[i] + ".");
            }
        }
        if (!Double.isFinite(appliedShiftEv)) {
            throw new IllegalArgumentException("The applied energy shift is " + appliedShiftEv + ".");
        }
        m_grid = grid;
        m_intensities = intensities.clone();
        m_appliedShiftEv = appliedShiftEv;
        m_scale = Objects.requireNonNull(scale);
    }

    /**
     * A spectrum to which no shift was applied and of whose scale nothing is known.
     *
     * @param grid the energies
     * @param intensities one for each energy, copied
     * @throws IllegalArgumentException if the lengths differ or an intensity is not finite
     */
    public Spectrum(final EnergyGrid grid, final double[] intensities) {
        this(grid, intensities, 0, Scale.UNKNOWN);
    }

    /** @return the energies */
    public EnergyGrid grid() {
        return m_grid;
    }

    /** @return the number of points */
    public int size() {
        return m_intensities.length;
    }

    /**
     * @param index from 0 to {@link #size()} - 1
     * @return the intensity there
     */
    public double intensity(final int index) {
        return m_intensities[index];
    }

    /** @return the intensities, a copy */
    public double[] intensities() {
        return m_intensities.clone();
    }

    /** @return the sum of all energy shifts ever applied, in eV */
    public double appliedShiftEv() {
        return m_appliedShiftEv;
    }

    /** @return what the intensities are relative to */
    public Scale scale() {
        return m_scale;
    }

    @Override
    public boolean equals(final Object other) {
        return this == other || other instanceof Spectrum s && m_scale == s.m_scale
            && Double.compare(m_appliedShiftEv, s.m_appliedShiftEv) == 0 && m_grid.equals(s.m_grid)
            && Arrays.equals(m_intensities, s.m_intensities);
    }

    @Override
    public int hashCode() {
        return 31 * m_grid.hashCode() + Arrays.hashCode(m_intensities);
    }

    @Override
    public String toString() {
        return "Spectrum (" + m_grid + ")";
    }
}

package org.xasnodes.core.spectrum;

import java.util.Arrays;

/**
 * The energies of a spectrum in eV: at least two, finite, strictly ascending. Immutable, so that many spectra can share
 * one. Two grids are equal if all energies are, bit for bit.
 */
public final class EnergyGrid {

    private final double[] m_energiesEv;

    private final int m_hash;

    private EnergyGrid(final double[] energiesEv) {
        m_energiesEv = energiesEv;
        m_hash = Arrays.hashCode(energiesEv);
    }

    /**
     * @param energiesEv energies in eV, copied
     * @return the grid of these energies
     * @throws IllegalArgumentException if there are fewer than two, or one is not finite or not above the one before;
     *             the message names the first such position, counted from 1
     */
    public static EnergyGrid of(final double... energiesEv) {
        if (energiesEv.length < 2) {
            throw new IllegalArgumentException(
                "A spectrum needs at least 2 energies, but there " + (energiesEv.length == 1 ? "is 1" : "are 0") + ".");
        }
        for (int i = 0; i < energiesEv.length; i++) {
            if (!Double.isFinite(energiesEv[i])) {
                throw new IllegalArgumentException("Energy number " + (i + 1) + " is " + energiesEv[i] + ".");
            }
            if (i > 0 && energiesEv[i] <= energiesEv[i - 1]) {
                throw new IllegalArgumentException("Energies must ascend, but number " + (i + 1) + " ("
                    + energiesEv[i] + " eV) follows " + energiesEv[i - 1] + " eV.");
            }
        }
        return new EnergyGrid(energiesEv.clone());
    }

    /**
     * Equally spaced energies, computed as NumPy's <code>linspace</code> does: <code>k * step + first</code> with
     * <code>step = (last - first) / (points - 1)</code>, and exactly <code>last</code> at the end.
     *
     * @param firstEv first energy in eV
     * @param lastEv last energy in eV
     * @param points number of energies, at least 2
     * @return the grid
     * @throws IllegalArgumentException if the range is empty, not finite, or too narrow for so many points
     */
    public static EnergyGrid linear(final double firstEv, final double lastEv, final int points) {
        if (points < 2) {
            throw new IllegalArgumentException("A grid needs at least 2 points, not " + points + ".");
        }
        if (!(lastEv > firstEv)) {
            throw new IllegalArgumentException(
                "The last energy (" + lastEv + " eV) must be above the first (" + firstEv + " eV).");
        }
        final var energies = linspace(firstEv, (lastEv - firstEv) / (points - 1), points);
        energies[points - 1] = lastEv;
        return of(energies);
    }

    static double[] linspace(final double firstEv, final double stepEv, final int points) {
        final var energies = new double[points];
        for (int k = 0; k < points; k++) {
            energies[k] = k * stepEv + firstEv;
        }
        return energies;
    }

    /** @return the number of energies */
    public int size() {
        return m_energiesEv.length;
    }

    /**
     * @param index from 0 to {@link #size()} - 1
     * @return the energy there, in eV
     */
    public double energyEv(final int index) {
        return m_energiesEv[index];
    }

    /** @return the lowest energy in eV */
    public double firstEv() {
        return m_energiesEv[0];
    }

    /** @return the highest energy in eV */
    public double lastEv() {
        return m_energiesEv[m_energiesEv.length - 1];
    }

    /** @return the energies in eV, a copy */
    public double[] toArray() {
        return m_energiesEv.clone();
    }

    @Override
    public boolean equals(final Object other) {
        return this == other || other instanceof EnergyGrid g && m_hash == g.m_hash
            && Arrays.equals(m_energiesEv, g.m_energiesEv);
    }

    @Override
    public int hashCode() {
        return m_hash;
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%.2f to %.2f eV, %d points", firstEv(), lastEv(), size());
    }
}

package org.xasnodes.core.io;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Brings energies into strictly ascending order, as a spectrum needs them: sorts them, and makes one point of repeated
 * ones, whose intensity is the mean. Made once and applied to each spectrum on these energies.
 */
final class Arrangement {

    private final EnergyGrid m_grid;

    /** For each energy in the file its place in the grid; <code>null</code> if the file's order is that of the grid. */
    private final int[] m_places;

    private final int[] m_counts;

    private final boolean m_sorted;

    private Arrangement(final EnergyGrid grid, final int[] places, final int[] counts, final boolean sorted) {
        m_grid = grid;
        m_places = places;
        m_counts = counts;
        m_sorted = sorted;
    }

    /**
     * @param energiesEv as they stand in the file, in eV
     * @throws SpectrumException if one is not finite, or there are fewer than two different ones
     */
    static Arrangement of(final double[] energiesEv) throws SpectrumException {
        final int n = energiesEv.length;
        boolean ascending = true;
        boolean strictly = true;
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(energiesEv[i])) {
                throw new SpectrumException("Energy number " + (i + 1) + " is not a finite number.");
            }
            ascending &= i == 0 || energiesEv[i] >= energiesEv[i - 1];
            strictly &= i == 0 || energiesEv[i] > energiesEv[i - 1];
        }
        if (strictly) {
            return new Arrangement(grid(energiesEv), null, null, false);
        }
        final int[] order = IntStream.range(0, n).boxed()
            .sorted((a, b) -> Double.compare(energiesEv[a] + 0.0, energiesEv[b] + 0.0)).mapToInt(i -> i).toArray();
        final var distinct = new double[n];
        final var places = new int[n];
        final var counts = new int[n];
        int last = -1;
        for (final int i : order) {
            if (last < 0 || energiesEv[i] != distinct[last]) {
                distinct[++last] = energiesEv[i];
            }
            places[i] = last;
            counts[last]++;
        }
        return new Arrangement(grid(Arrays.copyOf(distinct, last + 1)), places, counts, !ascending);
    }

    /** Energies that are in order already. */
    static Arrangement of(final EnergyGrid grid) {
        return new Arrangement(grid, null, null, false);
    }

    private static EnergyGrid grid(final double[] ascendingEv) throws SpectrumException {
        if (ascendingEv.length < 2) {
            throw new SpectrumException("A spectrum needs at least 2 different energies, but there "
                + (ascendingEv.length == 1 ? "is only 1." : "are none."));
        }
        return EnergyGrid.of(ascendingEv);
    }

    /** @return whether the energies are as they stand in the file */
    boolean isPlain() {
        return m_places == null;
    }

    EnergyGrid grid() {
        return m_grid;
    }

    /** @return whether the energies did not ascend in the file */
    boolean sorted() {
        return m_sorted;
    }

    /** @return how many points were given up by averaging repeated energies */
    int merged() {
        return m_places == null ? 0 : m_places.length - m_grid.size();
    }

    /**
     * @param intensities one for each energy as it stands in the file; kept unchanged
     * @return the spectrum
     * @throws SpectrumException if one is not finite
     */
    Spectrum spectrum(final double[] intensities) throws SpectrumException {
        final var arranged = m_places == null ? intensities : means(intensities);
        for (int i = 0; i < arranged.length; i++) {
            if (!Double.isFinite(arranged[i])) {
                throw new SpectrumException("The intensity at " + m_grid.energyEv(i) + " eV is not a finite number.");
            }
        }
        return new Spectrum(m_grid, arranged);
    }

    private double[] means(final double[] intensities) {
        final var means = new double[m_grid.size()];
        for (int i = 0; i < intensities.length; i++) {
            means[m_places[i]] += intensities[i];
        }
        for (int k = 0; k < means.length; k++) {
            means[k] /= m_counts[k];
        }
        return means;
    }
}

package org.xasnodes.benchmark;

import java.util.List;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.util.SplitMix64;

/** Made-up spectra: a step and a white line, whose position and height depend on the class. */
final class SampleSpectra {

    static final EnergyGrid GRID = EnergyGrid.linear(8330, 8370, 41);

    private static final double WHITE_LINE_EV = 8345;

    private SampleSpectra() {
    }

    /**
     * @param spectra how many; their classes take turns
     * @param shiftEv by how much they lie too high in energy
     * @return spectra of three classes
     */
    static BenchmarkData classes(final int spectra, final double shiftEv) {
        final var targets = new double[spectra];
        for (int i = 0; i < spectra; i++) {
            targets[i] = i % 3;
        }
        return new BenchmarkData(GRID, intensities(targets, shiftEv), targets, List.of("Ni2+", "Ni3+", "Ni4+"));
    }

    /**
     * @param spectra how many
     * @return spectra with a number as target
     */
    static BenchmarkData numbers(final int spectra) {
        final var random = new SplitMix64(1);
        final var targets = new double[spectra];
        for (int i = 0; i < spectra; i++) {
            targets[i] = 2 * random.nextDouble();
        }
        return new BenchmarkData(GRID, intensities(targets, 0), targets, List.of());
    }

    private static double[][] intensities(final double[] targets, final double shiftEv) {
        final var intensities = new double[targets.length][GRID.size()];
        for (int i = 0; i < targets.length; i++) {
            final var random = SplitMix64.of(2, i);
            final var line = WHITE_LINE_EV + targets[i] + 0.1 * random.nextGaussian() + shiftEv;
            final var height = 0.5 + 0.1 * targets[i] + 0.02 * random.nextGaussian();
            for (int k = 0; k < GRID.size(); k++) {
                final var x = (GRID.energyEv(k) - line) / 2;
                intensities[i][k] = 0.5 + Math.atan(x) / Math.PI + height * Math.exp(-x * x);
            }
        }
        return intensities;
    }
}

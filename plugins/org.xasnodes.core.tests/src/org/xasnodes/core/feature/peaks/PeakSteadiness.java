package org.xasnodes.core.feature.peaks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.xasnodes.core.spectrum.SpectrumException;

/**
 * How far peaks move under noise: the median absolute difference between the parameters with and without Gaussian noise
 * of 0.1 % of the largest intensity, over all peaks, spectra and draws.
 */
final class PeakSteadiness {

    private static final double NOISE = 0.001;

    private PeakSteadiness() {
    }

    /** @return the medians of centers (eV), heights and widths (eV) */
    static double[] medians(final GaussianPeaks peaks, final List<double[]> spectra, final int draws,
        final long seed) throws SpectrumException {
        final var random = new Random(seed);
        final var moves = List.of(new ArrayList<Double>(), new ArrayList<Double>(), new ArrayList<Double>());
        for (final var spectrum : spectra) {
            final var still = peaks.apply(spectrum);
            final var sd = NOISE * Arrays.stream(spectrum).max().getAsDouble();
            for (int draw = 0; draw < draws; draw++) {
                final var noisy = Arrays.stream(spectrum).map(y -> y + sd * random.nextGaussian()).toArray();
                final var moved = peaks.apply(noisy);
                for (int i = 0; i < moved.length; i++) {
                    moves.get(i % 3).add(Math.abs(moved[i] - still[i]));
                }
            }
        }
        return moves.stream().mapToDouble(m -> m.stream().sorted().skip(m.size() / 2).findFirst().get()).toArray();
    }
}

package org.xasnodes.core.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.util.SplitMix64;

class SlopesTest {

    private static final double[] X = new Random(8).doubles(150, 8300, 8360).sorted().distinct().toArray();

    @Test
    void theSlopeOfALineIsItsSlopeWithAnyHalfWidth() {
        final var y = Arrays.stream(X).map(x -> 5 - 0.3 * (x - 8300)).toArray();
        for (int level = 0; level < Slopes.levels(); level++) {
            for (final var slope : Slopes.of(X, y, level)) {
                assertEquals(-0.3, slope, 1e-9);
            }
        }
    }

    @Test
    void theTransposedFunctionGivesTheSameSum() {
        final var random = new SplitMix64(1);
        final var y = new double[X.length];
        final var weights = new double[X.length];
        Arrays.setAll(y, i -> random.nextGaussian());
        Arrays.setAll(weights, i -> random.nextGaussian());
        for (int level = 0; level < Slopes.levels(); level++) {
            final var slopes = Slopes.of(X, y, level);
            final var transposed = Slopes.transposed(X, level, weights);
            var direct = 0.0;
            var other = 0.0;
            for (int i = 0; i < X.length; i++) {
                direct += weights[i] * slopes[i];
                other += transposed[i] * y[i];
            }
            assertEquals(direct, other, 1e-9 * Math.max(1, Math.abs(direct)));
        }
    }

    @Test
    void moreNoiseAsksForMoreSmoothing() {
        final var x = AlignData.GRID.toArray();
        var last = 0;
        for (final var sigma : new double[]{0, 0.003, 0.03, 0.3}) {
            final var y = AlignData.noisy(AlignData.shifted(AlignData.GRID, 0), sigma, 2).intensities();
            final var level = Slopes.level(x, y, sigma);
            assertTrue(level >= last, sigma + ": " + level);
            last = level;
        }
        assertEquals(0, Slopes.level(x, AlignData.shifted(AlignData.GRID, 0).intensities(), 0));
        assertTrue(last >= 3, "level " + last);
    }

    @Test
    void theNoiseOfASmoothCurveIsFound() {
        final var x = AlignData.GRID.toArray();
        final var clean = AlignData.shifted(AlignData.GRID, 0);
        assertEquals(0.02, Noise.of(x, AlignData.noisy(clean, 0.02, 5).intensities()), 0.004);
        assertTrue(Noise.of(x, clean.intensities()) < 5e-4);
        assertEquals(0, Noise.of(new double[]{1, 2}, new double[]{1, 5}));
        assertEquals(0.4, Noise.medianStep(x), 1e-9);
    }
}

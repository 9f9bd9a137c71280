package org.xasnodes.core.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.prepare.Smoother.Shape;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

class EdgeEnergyTest {

    /** Rising edges of different widths in noise of different size, down to nothing but noise. */
    @Test
    void theShortcutFindsWhatCompleteSmoothingFinds() throws SpectrumException {
        final var random = new Random(2026);
        for (int repeat = 0; repeat < 600; repeat++) {
            final var n = 7 + random.nextInt(200);
            final var x = random.doubles(n, 7000, 7000 + n * (0.2 + 2 * random.nextDouble())).sorted().distinct()
                .toArray();
            final var noise = Math.pow(10, random.nextInt(6) - 5);
            final var width = 0.5 + 10 * random.nextDouble();
            final var slope = Arrays.stream(x).map(e -> Math.exp(-Math.pow((e - 7020) / width, 2))
                + noise * random.nextGaussian()).toArray();
            final var sigma = 0.2 + 0.3 * random.nextDouble();
            final var smoother = new Smoother(Shape.LORENTZIAN, sigma, sigma, OptionalDouble.of(sigma), 5);
            assertEquals(EdgeEnergy.steepest(smoother.smooth(x, slope)), SmoothedSlope.steepest(smoother, x, slope),
                "repeat " + repeat);
        }
    }

    @Test
    void sumsAtOnePointAreThoseOfTheWholeConvolution() throws SpectrumException {
        final var random = new Random(5);
        for (int n = 2; n < 40; n++) {
            final var x = IntStream.range(0, n).mapToDouble(i -> 100 + i).toArray();
            final var smoother = new Smoother(Shape.LORENTZIAN, 1, 1, OptionalDouble.of(1), 0);
            final var y = random.doubles(n).toArray();
            final var smooth = smoother.smooth(x, y);
            final var even = smoother.even(x, y);
            assertEquals(n, even.x().length);
            for (int i = 0; i < n; i++) {
                assertEquals(smooth[i], even.convolvedAt(i), 1e-14, n + " points, " + i);
            }
        }
    }

    @Test
    void movesWithTheSpectrumAndIgnoresItsScaleAndBackground() throws SpectrumException {
        final var grid = EnergyGrid.linear(8300, 8400, 201);
        final var edge = new double[201];
        for (int i = 0; i < 201; i++) {
            edge[i] = 3 + 50 / (1 + Math.exp((8340 - grid.energyEv(i)) / 2));
        }
        final var e0 = EdgeEnergy.find(new Spectrum(grid, edge));
        assertEquals(8340, e0, 0.5);
        final var shifted = new EnergyShift(16).apply(new Spectrum(grid, edge));
        assertEquals(e0 + 16, EdgeEnergy.find(shifted), 0.5);
    }

    @Test
    void aGlitchOfOnePointThatIsSteeperThanTheEdgeIsNoEdge() throws SpectrumException {
        final var grid = EnergyGrid.linear(8300, 8400, 201);
        final var y = new double[201];
        for (int i = 0; i < 201; i++) {
            y[i] = 1 / (1 + Math.exp((8340 - grid.energyEv(i)) / 2));
        }
        y[150] += 0.4;
        assertEquals(8340, EdgeEnergy.find(new Spectrum(grid, y)), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 13})
    void fewPointsAreRefused(final int points) {
        final var e = assertThrows(SpectrumException.class,
            () -> EdgeEnergy.find(new Spectrum(EnergyGrid.linear(1, 2, points), new double[points])));
        assertTrue(e.getMessage().contains("has " + points), e.getMessage());
    }

    @Test
    void isAnEnergyOfTheSpectrumWhateverItLooksLike() throws SpectrumException {
        final var random = new Random(9);
        for (int repeat = 0; repeat < 60; repeat++) {
            final var width = Math.pow(10, random.nextInt(300) - 150);
            final var energies = random.doubles(14 + random.nextInt(200), -width, width).sorted().distinct().toArray();
            final var height = Math.pow(10, random.nextInt(600) - 300);
            final var y = random.doubles(energies.length, -height, height).toArray();
            final var e0 = EdgeEnergy.find(new Spectrum(EnergyGrid.of(energies), y));
            assertTrue(Arrays.binarySearch(energies, e0) >= 0, "E0 " + e0);
        }
    }
}

package org.xasnodes.core.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.prepare.SpectrumNormalizer.Method;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

class SpectrumNormalizerTest {

    private static final EnergyGrid SCAN = EnergyGrid.linear(8230, 8630, 801);

    private static final OptionalDouble NONE = OptionalDouble.empty();

    /** An edge of height 2 at 8333 eV on a falling line. */
    private static final Spectrum EDGE = on(SCAN, e -> 1 - 0.001 * (e - 8333) + 2 * sigmoid((e - 8333) / 0.7));

    private static double sigmoid(final double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static Spectrum on(final EnergyGrid grid, final DoubleUnaryOperator curve) {
        return new Spectrum(grid, Arrays.stream(grid.toArray()).map(curve).toArray(), 0.5, Scale.UNKNOWN);
    }

    @Test
    void noneLeavesTheSpectrumAlone() throws SpectrumException {
        final var zero = new Spectrum(EnergyGrid.of(1, 2), new double[2], 0, Scale.AREA);
        assertSame(zero, new SpectrumNormalizer(Method.NONE).apply(zero));
    }

    @Test
    void maximumMakesTheLargestIntensityExactlyOne() throws SpectrumException {
        final var result = new SpectrumNormalizer(Method.MAXIMUM).normalize(EDGE);
        assertEquals(1, Arrays.stream(result.spectrum().intensities()).max().getAsDouble());
        assertEquals(Scale.MAXIMUM, result.spectrum().scale());
        assertEquals(0.5, result.spectrum().appliedShiftEv());
        assertSame(SCAN, result.spectrum().grid());
        assertTrue(result.edge().isEmpty());
    }

    @Test
    void areaIsThatOfTrapezoidsOverTheEnergyWhateverTheSteps() throws SpectrumException {
        final var spectrum = new Spectrum(EnergyGrid.of(0, 1, 4), new double[]{2, 4, 0});
        final var result = new SpectrumNormalizer(Method.AREA).apply(spectrum);
        assertArrayEquals(new double[]{2 / 9.0, 4 / 9.0, 0}, result.intensities(), 1e-16);
        assertEquals(Scale.AREA, result.scale());
    }

    @ParameterizedTest
    @EnumSource(names = {"MAXIMUM", "AREA", "EDGE_STEP"})
    void aFactorMakesNoDifference(final Method method) throws SpectrumException {
        final var normalizer = new SpectrumNormalizer(method);
        final var scaled = on(SCAN, e -> 0x1p-60 * (1 - 0.001 * (e - 8333) + 2 * sigmoid((e - 8333) / 0.7)));
        assertArrayEquals(normalizer.apply(EDGE).intensities(), normalizer.apply(scaled).intensities(), 1e-13);
    }

    @Test
    void edgeStepFindsTheEdgeAndTakesTheLineAway() throws SpectrumException {
        final var result = new SpectrumNormalizer(Method.EDGE_STEP).normalize(EDGE);
        final var fit = result.edge().orElseThrow();
        assertEquals(8333, fit.e0Ev(), 0.01);
        assertEquals(2, fit.edgeStep(), 1e-6);
        for (int i = 0; i < 801; i++) {
            final var expected = sigmoid((SCAN.energyEv(i) - 8333) / 0.7);
            assertEquals(expected, result.spectrum().intensity(i), 1e-6);
        }
        assertEquals(Scale.EDGE_STEP, result.spectrum().scale());
        assertEquals(0.5, result.spectrum().appliedShiftEv());
    }

    @Test
    void flatteningTakesTheCurvatureOutAboveTheEdgeOnly() throws SpectrumException {
        final var curved = on(SCAN, e -> 2 * sigmoid((e - 8333) / 0.7)
            * (1 - 1e-3 * Math.max(0, e - 8333) + 1e-6 * Math.pow(Math.max(0, e - 8333), 2)));
        final var options = EdgeStepOptions.DEFAULTS.withPostEdgeDegree(OptionalInt.of(2));
        final var flat = new SpectrumNormalizer(Method.EDGE_STEP, options).normalize(curved);
        final var norm = new SpectrumNormalizer(Method.EDGE_STEP, options.withFlatten(false)).apply(curved);
        for (int i = 0; i < 801; i++) {
            final var energy = SCAN.energyEv(i);
            if (energy > 8350) {
                assertEquals(1, flat.spectrum().intensity(i), 1e-6);
            } else if (energy < flat.edge().orElseThrow().e0Ev()) {
                assertEquals(norm.intensity(i), flat.spectrum().intensity(i));
            }
        }
        assertTrue(norm.intensity(800) < 0.9, "not flat: " + norm.intensity(800));
    }

    @Test
    void aGivenEdgeAndStepAreTaken() throws SpectrumException {
        final var options = EdgeStepOptions.DEFAULTS.withE0Ev(8340.1).withEdgeStep(4);
        final var result = new SpectrumNormalizer(Method.EDGE_STEP, options).normalize(EDGE);
        assertEquals(8340.1, result.edge().orElseThrow().e0Ev());
        assertEquals(4, result.edge().orElseThrow().edgeStep());
        assertEquals(0.5, result.spectrum().intensity(260), 1e-4);
    }

    @ParameterizedTest
    @EnumSource(names = {"MAXIMUM", "AREA", "EDGE_STEP"})
    void aZeroSpectrumIsRefused(final Method method) {
        assertRefused(new SpectrumNormalizer(method), on(SCAN, e -> 0), "All intensities of this spectrum are zero");
    }

    @Test
    void negativeSpectraAreRefusedByMaximumAndArea() {
        final var negative = on(SCAN, e -> -1);
        assertRefused(new SpectrumNormalizer(Method.MAXIMUM), negative, "largest intensity of this spectrum is -1.0");
        assertRefused(new SpectrumNormalizer(Method.AREA), negative, "area of this spectrum is -4");
    }

    @Test
    void numbersThatOverflowAreRefused() {
        final var wild = new Spectrum(EnergyGrid.of(1, 2, 3), new double[]{-Double.MAX_VALUE, 1e-300, 0});
        assertRefused(new SpectrumNormalizer(Method.MAXIMUM), wild, "not finite");
        final var wide = new Spectrum(EnergyGrid.of(-Double.MAX_VALUE, 0, Double.MAX_VALUE), new double[]{1, 1, 1});
        assertRefused(new SpectrumNormalizer(Method.AREA), wide, "Infinity");
    }

    @Test
    void aScanWithoutEdgeIsRefused() {
        final var normalizer = new SpectrumNormalizer(Method.EDGE_STEP);
        assertRefused(normalizer, on(SCAN, e -> 0.7), "no edge in this scan");
        assertRefused(normalizer, on(SCAN, e -> 1 + 0.01 * (e - 8000)), "no edge in this scan");
        assertRefused(new SpectrumNormalizer(Method.EDGE_STEP, EdgeStepOptions.DEFAULTS.withE0Ev(7112)), EDGE,
            "E0 is given as 7112.0 eV, but the scan goes from 8230.0 to 8630.0 eV");
    }

    /** By chance one noise in several has something like a step; most must be seen through. */
    @Test
    void noiseIsHardlyEverTakenForAnEdge() {
        final var random = new Random(12);
        var refused = 0;
        for (int repeat = 0; repeat < 200; repeat++) {
            final var noise = new Spectrum(SCAN, IntStream.range(0, 801).mapToDouble(i -> random.nextGaussian())
                .toArray());
            try {
                new SpectrumNormalizer(Method.EDGE_STEP).apply(noise);
            } catch (final SpectrumException e) {
                refused++;
            }
        }
        assertTrue(refused > 180, refused + " of 200");
    }

    @Test
    void aFallingEdgeIsRefusedAsNegativeStep() {
        final var falling = on(SCAN, e -> 1 - 0.8 * sigmoid((e - 8333) / 0.7));
        final var options = EdgeStepOptions.DEFAULTS.withE0Ev(8333);
        assertRefused(new SpectrumNormalizer(Method.EDGE_STEP, options), falling, "is negative (-0.8");
    }

    @Test
    void rangesWithoutPointsAreRefused() {
        final var far = EdgeStepOptions.DEFAULTS.withPreEdge(OptionalDouble.of(-300), OptionalDouble.of(-200));
        assertRefused(new SpectrumNormalizer(Method.EDGE_STEP, far), EDGE,
            "pre-edge range from -300.00 to -200.00 eV relative to E0; the scan begins at -10");
        final var beyond = EdgeStepOptions.DEFAULTS.withPostEdge(OptionalDouble.of(400), OptionalDouble.of(500));
        assertRefused(new SpectrumNormalizer(Method.EDGE_STEP, beyond), EDGE,
            "post-edge range from 400.00 to 500.00 eV relative to E0; the scan ends at 29");
        final var late = on(EnergyGrid.of(8334, 8334.1, 8340, 8350, 8360), e -> e - 8333);
        assertRefused(new SpectrumNormalizer(Method.EDGE_STEP, EdgeStepOptions.DEFAULTS.withE0Ev(8334.2)), late,
            "pre-edge range");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 13})
    void fewPointsAreRefused(final int points) {
        assertRefused(new SpectrumNormalizer(Method.EDGE_STEP),
            on(EnergyGrid.linear(8300, 8400, points), e -> e < 8350 ? 0 : 1), "points");
    }

    /** Whatever comes in, it is a finite spectrum or a message that goes out. */
    @Test
    void hostileSpectraNeverBreakIt() {
        final var random = new Random(77);
        for (int repeat = 0; repeat < 3000; repeat++) {
            final var n = 2 + random.nextInt(60);
            final var width = Math.pow(10, random.nextInt(40) - 15);
            final var energies = random.doubles(n, -width, width).sorted().distinct().toArray();
            final var height = Math.pow(10, random.nextInt(600) - 300);
            final var y = random.doubles(energies.length, -height, 2 * height).toArray();
            final var kind = random.nextInt(4);
            for (int i = 0; i < y.length; i++) {
                y[i] = kind == 0 ? 0.3 : kind == 1 ? i * height : kind == 2 && i < n / 2 ? 0 : y[i];
            }
            final var spectrum = new Spectrum(EnergyGrid.of(energies), y);
            var options = EdgeStepOptions.DEFAULTS.withVictoreen(random.nextInt(5))
                .withPostEdgeDegree(OptionalInt.of(random.nextInt(6))).withPreEdgeDegree(random.nextInt(2));
            options = random.nextBoolean() ? options : options.withE0Ev(energies[energies.length / 2]);
            options = random.nextBoolean() ? options
                : options.withPostEdge(OptionalDouble.of(width * random.nextGaussian()), NONE);
            for (final var method : Method.values()) {
                try {
                    assertEquals(energies.length, new SpectrumNormalizer(method, options).apply(spectrum).size());
                } catch (final SpectrumException e) {
                    assertTrue(e.getMessage().endsWith(".") && e.getMessage().length() > 30, e.getMessage());
                }
            }
        }
    }

    @Test
    void optionsOutsideTheirRangesAreRefused() {
        final var d = EdgeStepOptions.DEFAULTS;
        assertThrows(IllegalArgumentException.class, () -> d.withE0Ev(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> d.withEdgeStep(0));
        assertThrows(IllegalArgumentException.class, () -> d.withEdgeStep(-1));
        assertThrows(IllegalArgumentException.class, () -> d.withPreEdgeDegree(2));
        assertThrows(IllegalArgumentException.class, () -> d.withVictoreen(-1));
        assertThrows(IllegalArgumentException.class, () -> d.withVictoreen(5));
        assertThrows(IllegalArgumentException.class, () -> d.withPostEdgeDegree(OptionalInt.of(6)));
        assertThrows(IllegalArgumentException.class,
            () -> d.withPreEdge(OptionalDouble.of(Double.NEGATIVE_INFINITY), NONE));
        assertThrows(IllegalArgumentException.class, () -> d.withPostEdge(NONE, OptionalDouble.of(Double.NaN)));
        assertThrows(NullPointerException.class, () -> new SpectrumNormalizer(null, d));
        assertThrows(NullPointerException.class, () -> new SpectrumNormalizer(Method.NONE, null));
    }

    private static void assertRefused(final SpectrumNormalizer normalizer, final Spectrum spectrum,
        final String reason) {
        final var message = assertThrows(SpectrumException.class, () -> normalizer.apply(spectrum)).getMessage();
        assertTrue(message.contains(reason), message);
    }
}

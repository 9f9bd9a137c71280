package org.xasnodes.core.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xasnodes.core.prepare.Smoother.Shape;
import org.xasnodes.core.prepare.SpectrumNormalizer.Method;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.LarchSpectra;
import org.xasnodes.core.testing.SharedFiles;

class SmootherTest {

    /** The reference values are rounded to 9 or 10 digits. */
    private static final double TOLERANCE = 1e-8;

    @Test
    void agreesWithLarchOnMeasuredSpectra() throws IOException, SpectrumException {
        final var spectra = GoldenJson.read(SharedFiles.shared("golden/larch/convolve.json")).get("spectra");
        assertEquals(4, spectra.size());
        for (final var golden : spectra) {
            final var spectrum = spectrum(golden);
            final var samples = GoldenJson.ints(golden.get("sample_index"));
            assertEquals(9, golden.get("smooth").size());
            for (final var smooth : golden.get("smooth")) {
                final var result = smoother(smooth.get("args")).smooth(spectrum.grid().toArray(),
                    spectrum.intensities());
                final var expected = GoldenJson.doubles(smooth.get("y"));
                for (int k = 0; k < samples.length; k++) {
                    assertEquals(expected[k], result[samples[k]], TOLERANCE,
                        golden.get("file").asText() + " " + smooth.get("args") + " point " + samples[k]);
                }
            }
        }
    }

    private static Spectrum spectrum(final JsonNode golden) throws IOException, SpectrumException {
        final var file = golden.get("file").asText();
        if (file.endsWith("nmc_exp_xas.json")) {
            final var y = GoldenJson.doubles(
                GoldenJson.read(SharedFiles.shared("data/nmc_exp_xas.json")).get("intensity").get("0"));
            return new Spectrum(EnergyGrid.linear(0, 99, 100), y);
        }
        return new SpectrumNormalizer(Method.EDGE_STEP, EdgeStepOptions.DEFAULTS.withFlatten(false))
            .apply(LarchSpectra.read(file, golden.get("mu").asText()));
    }

    private static Smoother smoother(final JsonNode args) {
        final var sigma = args.get("sigma").asDouble();
        return new Smoother(Shape.valueOf(args.get("form").asText().toUpperCase(java.util.Locale.ROOT)), sigma,
            args.has("gamma") ? args.get("gamma").asDouble() : sigma,
            args.has("xstep") ? OptionalDouble.of(args.get("xstep").asDouble()) : OptionalDouble.empty(),
            args.has("npad") ? args.get("npad").asInt() : Smoother.DEFAULT_PADDING);
    }

    @Test
    void agreesWithLarchOnAStep() throws IOException, SpectrumException {
        final var golden =
            GoldenJson.read(SharedFiles.shared("golden/larch/convolve.json")).get("step_test").get("results");
        final var grid = EnergyGrid.linear(0, 100, 201);
        final var step = new Spectrum(grid, IntStream.range(0, 201).mapToDouble(i -> i < 100 ? 0 : 1).toArray());
        assertStep(golden.get("smooth lorentzian"), new Smoother(Shape.LORENTZIAN, 2).apply(step));
        assertStep(golden.get("smooth gaussian"), new Smoother(Shape.GAUSSIAN, 2).apply(step));
        assertStep(golden.get("smooth voigt"), new Smoother(Shape.VOIGT, 1).apply(step));
    }

    private static void assertStep(final JsonNode golden, final Spectrum result) {
        final var expected = GoldenJson.doubles(golden);
        assertEquals(31, expected.length);
        for (int k = 0; k < 31; k++) {
            assertEquals(expected[k], result.intensity(2 * (40 + k)), TOLERANCE, "at " + (40 + k));
        }
    }

    /** Values of w(x + i y) from SciPy's wofz. */
    @ParameterizedTest
    @CsvSource({"0,0,1.0", "1,0,0.36787944117144233", "0,1,0.427583576155807", "1,1,0.30474420525691254",
        "5,0.1,0.0024069117169427286", "0.5,0.5,0.5331567079121748", "30,2,0.0012502716123336107",
        "1000.0,0.001,5.641904298336831e-10", "1e-06,50,0.011281536265323768"})
    void voigtIsTheFaddeevaFunction(final double x, final double y, final double expected) {
        assertEquals(expected, Voigt.faddeevaReal(x, y), 1e-13);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aConstantStaysConstant(final Shape shape) throws SpectrumException {
        final var constant = new double[60];
        Arrays.fill(constant, 0.6);
        final var grid = EnergyGrid.linear(100, 130, 60);
        final var spectrum = new Spectrum(grid, constant, 0.5, Scale.EDGE_STEP);
        final var result = new Smoother(shape, 0.8).apply(spectrum);
        assertArrayEquals(constant, result.intensities(), 1e-14);
        assertSame(grid, result.grid());
        assertEquals(0.5, result.appliedShiftEv());
        assertEquals(Scale.EDGE_STEP, result.scale());
    }

    @Test
    void refusesWidthsThatAreNoneAndStepsThatNeedTooManyPoints() {
        assertThrows(IllegalArgumentException.class, () -> new Smoother(Shape.GAUSSIAN, 0));
        assertThrows(IllegalArgumentException.class, () -> new Smoother(Shape.GAUSSIAN, Double.NaN));
        assertThrows(IllegalArgumentException.class,
            () -> new Smoother(Shape.VOIGT, 1, 0, OptionalDouble.empty(), 5));
        assertThrows(IllegalArgumentException.class,
            () -> new Smoother(Shape.GAUSSIAN, 1, 1, OptionalDouble.of(-1), 5));
        assertThrows(IllegalArgumentException.class,
            () -> new Smoother(Shape.GAUSSIAN, 1, 1, OptionalDouble.empty(), -1));
        final var many = EnergyGrid.linear(0, 1000, 3000);
        assertThrows(SpectrumException.class, () -> new Smoother(Shape.GAUSSIAN, 1, 1, OptionalDouble.of(1e-3), 5)
            .apply(new Spectrum(many, new double[3000])));
        final var huge = new double[3000];
        Arrays.fill(huge, Double.MAX_VALUE);
        assertThrows(SpectrumException.class,
            () -> new Smoother(Shape.GAUSSIAN, 1).apply(new Spectrum(many, huge)));
    }
}

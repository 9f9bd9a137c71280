package org.xasnodes.core.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.prepare.SpectrumNormalizer.Method;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.LarchSpectra;
import org.xasnodes.core.testing.SharedFiles;

/** Normalisation to the edge step gives the numbers of Larch 2026.3 on measured spectra. */
class EdgeStepLarchTest {

    private static final String FOIL = "xdi/xasdatalibrary/Fe__Fe_Foil_rt_2016Foils.xdi";

    /** Where the pre-edge or post-edge that was asked for makes the step negative; Larch drops the sign. */
    private static final Set<String> NEGATIVE_STEPS = Set.of("Cr__cr2o3_ssrl4_1_rt_002.xdi npre0",
        "Cr__cr2s3_rt_001.xdi npre0", "S__ferric_sulfate_rt_01.xdi ranges_nnorm2_nvict1");

    /** All numbers of the reference files are rounded to 10 digits. */
    private static final double TOLERANCE = 1e-8;

    @Test
    void agreesOnAllMeasuredSpectraWithAllSettings() throws IOException, SpectrumException {
        final var spectra = GoldenJson.read(SharedFiles.shared("golden/larch/prenorm.json")).get("spectra");
        assertEquals(53, spectra.size());
        for (final var golden : spectra) {
            final var file = golden.get("file").asText();
            final var spectrum = LarchSpectra.read(file, golden.get("mu").asText());
            assertEquals(golden.get("input").get("n").asInt(), spectrum.size(), file);
            assertEquals(golden.get("find_e0").asDouble(), EdgeEnergy.find(spectrum), 1e-6, file);
            final var samples = GoldenJson.ints(golden.get("sample_index"));
            assertAgrees(spectrum, EdgeStepOptions.DEFAULTS, golden.get("default"), samples, file + " default");
            final var variants = golden.get("variants");
            assertEquals(15, variants.size());
            for (final var name : (Iterable<String>) variants::fieldNames) {
                final var variant = variants.get(name);
                assertAgrees(spectrum, options(variant.get("settings")), variant, samples, file + " " + name);
            }
        }
    }

    private static void assertAgrees(final Spectrum spectrum, final EdgeStepOptions options, final JsonNode golden,
        final int[] samples, final String what) throws SpectrumException {
        if (NEGATIVE_STEPS.contains(what.substring(what.lastIndexOf('/') + 1))) {
            assertRefused("is negative (-0.0", spectrum, options, golden, samples, what);
            return;
        }
        if (options.norm1Ev().orElse(0) > spectrum.grid().lastEv() - golden.get("e0").asDouble()) {
            // Larch fits the last points of the scan instead
            assertRefused("lies in the post-edge range from 150.00", spectrum, options, golden, samples, what);
            return;
        }
        final var flat = new SpectrumNormalizer(Method.EDGE_STEP, options).normalize(spectrum);
        final var fit = flat.edge().orElseThrow();
        assertFit(golden, fit, what);
        final var norm = new SpectrumNormalizer(Method.EDGE_STEP, options.withFlatten(false)).apply(spectrum);
        assertSamples(golden.get("norm"), norm, samples, what + " norm");
        assertSamples(golden.get("flat"), flat.spectrum(), samples, what + " flat");
        assertEquals(Scale.EDGE_STEP, norm.scale());
    }

    private static void assertRefused(final String reason, final Spectrum spectrum, final EdgeStepOptions options,
        final JsonNode golden, final int[] samples, final String what) throws SpectrumException {
        final var message = assertThrows(SpectrumException.class,
            () -> new SpectrumNormalizer(Method.EDGE_STEP, options).apply(spectrum), what).getMessage();
        assertTrue(message.contains(reason), message);
        final var background = new EdgeBackground(spectrum.grid().toArray(), spectrum.intensities(), options,
            EdgeEnergy.find(spectrum));
        assertFit(golden, background.fit(), what);
        assertSamples(golden.get("flat"), new Spectrum(spectrum.grid(), background.normalised(true)), samples, what);
    }

    private static void assertFit(final JsonNode golden, final EdgeFit fit, final String what) {
        assertEquals(golden.get("e0").asDouble(), fit.e0Ev(), 1e-6, what);
        assertEquals(1, fit.edgeStep() / golden.get("edge_step").asDouble(), TOLERANCE, what);
        assertEquals(golden.get("pre1").asDouble(), fit.pre1Ev(), 1e-6, what);
        assertEquals(golden.get("pre2").asDouble(), fit.pre2Ev(), 1e-6, what);
        assertEquals(golden.get("norm1").asDouble(), fit.norm1Ev(), 1e-6, what);
        assertEquals(golden.get("norm2").asDouble(), fit.norm2Ev(), 1e-6, what);
        assertEquals(golden.get("nnorm").asInt(), fit.postEdgeDegree(), what);
        assertEquals(golden.get("nvict").asInt(), fit.victoreen(), what);
    }

    /** With nnorm = 3 Larch itself is not better than 1e-7: it evaluates powers of energies of thousands of eV. */
    private static void assertSamples(final JsonNode golden, final Spectrum spectrum, final int[] samples,
        final String what) {
        final var expected = GoldenJson.doubles(golden);
        final var tolerance = what.contains("nnorm3") ? 2e-8 : TOLERANCE;
        for (int k = 0; k < samples.length; k++) {
            final var limit = tolerance * Math.max(1, Math.abs(expected[k]));
            assertEquals(expected[k], spectrum.intensity(samples[k]), limit, what + " point " + samples[k]);
        }
    }

    private static EdgeStepOptions options(final JsonNode settings) {
        final var known = Set.of("e0", "step", "pre1", "pre2", "norm1", "norm2", "npre", "nvict", "nnorm");
        settings.fieldNames().forEachRemaining(name -> assertTrue(known.contains(name), name));
        return new EdgeStepOptions(number(settings, "e0"), number(settings, "step"), number(settings, "pre1"),
            number(settings, "pre2"), number(settings, "norm1"), number(settings, "norm2"),
            settings.has("npre") ? settings.get("npre").asInt() : 1,
            settings.has("nvict") ? settings.get("nvict").asInt() : 0,
            settings.has("nnorm") ? OptionalInt.of(settings.get("nnorm").asInt()) : OptionalInt.empty(), true);
    }

    private static OptionalDouble number(final JsonNode settings, final String name) {
        return settings.has(name) ? OptionalDouble.of(settings.get(name).asDouble()) : OptionalDouble.empty();
    }

    @Test
    void findsTheSameEdgeEnergyAndStepInTheWholeXdiLibrary() throws IOException, SpectrumException {
        final var lines = Files.readAllLines(SharedFiles.shared("golden/larch/e0_all_xdi.csv"),
            StandardCharsets.UTF_8);
        assertEquals(167, lines.size());
        for (final var line : lines.subList(1, lines.size())) {
            final var cells = line.split(",");
            final var spectrum = LarchSpectra.read(cells[0], cells[1]);
            assertEquals(Double.parseDouble(cells[4]), EdgeEnergy.find(spectrum), 1e-6, line);
            final var fit = new SpectrumNormalizer(Method.EDGE_STEP).normalize(spectrum).edge().orElseThrow();
            assertEquals(1, fit.edgeStep() / Double.parseDouble(cells[9]), 1e-5, line);
            assertEquals(Integer.parseInt(cells[10]), fit.postEdgeDegree(), line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reversed", "swap", "every8", "every20", "spike_row5", "spike_post", "short_post",
        "short_pre", "noise1pct", "noise5pct", "nan"})
    void agreesOnSpectraWithDefects(final String defect) throws IOException, SpectrumException {
        final var golden = defect(defect).get("pre_edge");
        final var spectrum = damaged(defect);
        final var normalized = new SpectrumNormalizer(Method.EDGE_STEP).normalize(spectrum);
        assertFit(golden, normalized.edge().orElseThrow(), defect);
        final var samples = GoldenJson.ints(defect(defect).get("sample_index"));
        assertSamples(defect(defect).get("flat"), normalized.spectrum(), samples, defect);
    }

    @ParameterizedTest
    @CsvSource({"negated,is negative", "tiny_pre,lies in the pre-edge range", "n10,at least 14 points"})
    void refusesWhatLarchPassesOverOrFailsOn(final String defect, final String reason) throws IOException {
        final var spectrum = damaged(defect);
        final var message = assertThrows(SpectrumException.class,
            () -> new SpectrumNormalizer(Method.EDGE_STEP).apply(spectrum)).getMessage();
        assertTrue(message.contains(reason), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"negated", "tiny_pre"})
    void theFitsBehindARefusalAreStillThoseOfLarch(final String defect) throws IOException, SpectrumException {
        final var golden = defect(defect).get("pre_edge");
        final var spectrum = damaged(defect);
        final var e0 = EdgeEnergy.find(spectrum);
        final var background = new EdgeBackground(spectrum.grid().toArray(), spectrum.intensities(),
            EdgeStepOptions.DEFAULTS, e0);
        assertFit(golden, background.fit(), defect);
        final var flat = new Spectrum(spectrum.grid(), background.normalised(true));
        assertSamples(defect(defect).get("flat"), flat, GoldenJson.ints(defect(defect).get("sample_index")), defect);
    }

    private static JsonNode defect(final String name) throws IOException {
        return GoldenJson.read(SharedFiles.shared("golden/larch/prenorm_robust.json")).get("cases").get(name);
    }

    private static Spectrum damaged(final String defect) throws IOException {
        final var foil = LarchSpectra.read(FOIL, "trans");
        final var n = foil.size();
        final var edge = EdgeBackground.nearest(foil.grid().toArray(), 7110.8);
        return switch (defect) {
            // a spectrum is always ascending: whatever order the rows had, it is the foil again
            case "reversed", "swap" -> foil;
            case "nan" -> LarchSpectra.rows(foil,
                IntStream.range(0, n).filter(i -> i != 100 && i != 101 && i != edge - 3).toArray());
            case "every8" -> every(foil, 8);
            case "every20" -> every(foil, 20);
            case "n10" -> every(foil, 53);
            case "negated" -> changed(foil, y -> scaled(y, -1));
            case "spike_row5" -> changed(foil, y -> raised(y, 5, 2));
            case "spike_post" -> changed(foil, y -> raised(y, edge + 120, 3));
            case "short_post" -> where(foil, 0, 7130.8 - 1e-9);
            case "short_pre" -> where(foil, 7104.8 + 1e-9, 1e9);
            case "tiny_pre" -> where(foil, 7109.8 + 1e-9, 1e9);
            case "noise1pct" -> changed(foil, y -> noisy(y, 0.01 * 4.144, 7));
            case "noise5pct" -> changed(foil, y -> noisy(y, 0.05 * 4.144, 8));
            default -> throw new IllegalArgumentException(defect);
        };
    }

    private static Spectrum every(final Spectrum spectrum, final int step) {
        return LarchSpectra.rows(spectrum, IntStream.range(0, spectrum.size()).filter(i -> i % step == 0).toArray());
    }

    private static Spectrum where(final Spectrum spectrum, final double low, final double high) {
        final var grid = spectrum.grid();
        return LarchSpectra.rows(spectrum, IntStream.range(0, spectrum.size())
            .filter(i -> grid.energyEv(i) > low && grid.energyEv(i) < high).toArray());
    }

    private static Spectrum changed(final Spectrum spectrum, final UnaryOperator<double[]> change) {
        return new Spectrum(spectrum.grid(), change.apply(spectrum.intensities()));
    }

    private static double[] scaled(final double[] y, final double factor) {
        return IntStream.range(0, y.length).mapToDouble(i -> y[i] * factor).toArray();
    }

    private static double[] raised(final double[] y, final int index, final double by) {
        y[index] += by;
        return y;
    }

    /** The portable noise of the reference files: a 32 bit linear congruential generator and Box and Muller. */
    private static double[] noisy(final double[] y, final double amplitude, final int seed) {
        var state = (long) seed;
        for (int i = 0; i < y.length; i++) {
            state = next(state);
            final var u1 = (state + 0.5) / 4294967296.0;
            state = next(state);
            final var u2 = (state + 0.5) / 4294967296.0;
            y[i] += amplitude * Math.sqrt(-2 * Math.log(u1)) * Math.cos(2 * Math.PI * u2);
        }
        return y;
    }

    private static long next(final long state) {
        return 1664525L * state + 1013904223L & 0xFFFFFFFFL;
    }

    @Test
    void aGridOfSmallNumbersOfPointsIsNoReasonToFail() throws SpectrumException {
        for (int n = 14; n < 120; n++) {
            final var energies = EnergyGrid.linear(7000, 7200, n).toArray();
            final var step = IntStream.range(0, energies.length)
                .mapToDouble(i -> 1 / (1 + Math.exp((7100 - energies[i]) / 5))).toArray();
            final var e0 = EdgeEnergy.find(new Spectrum(EnergyGrid.of(energies), step));
            assertEquals(7100, e0, Math.max(12, 400.0 / n), n + " points");
        }
    }
}

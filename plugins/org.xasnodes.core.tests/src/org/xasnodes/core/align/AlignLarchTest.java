package org.xasnodes.core.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xasnodes.core.prepare.EdgeEnergy;
import org.xasnodes.core.prepare.EdgeStepOptions;
import org.xasnodes.core.prepare.SpectrumNormalizer;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.LarchSpectra;
import org.xasnodes.core.testing.SharedFiles;

/**
 * Aligns measured spectra that were shifted by a known amount and given noise: the cases on which Larch's
 * <code>energy_align</code> was run in its four modes.
 */
class AlignLarchTest {

    private static final double[] NOISES = {0, 0.002, 0.01, 0.03};

    /** Errors above 0.2 eV of Larch's best mode (norm, with the edge in the window), by noise; each of 80 cases. */
    private static final int[] BEST_OF_LARCH = {0, 0, 8, 26};

    private static final SpectrumNormalizer NORMALIZER = new SpectrumNormalizer(SpectrumNormalizer.Method.EDGE_STEP,
        EdgeStepOptions.DEFAULTS);

    private final Map<String, Spectrum> m_spectra = new HashMap<>();

    private record Case(Alignment found, double errorEv) {
    }

    private static JsonNode golden() throws IOException {
        return GoldenJson.read(SharedFiles.shared("golden/larch/align.json"));
    }

    private static boolean isSelfPair(final JsonNode row) {
        return row.get("ref").asText().equals(row.get("dat").asText());
    }

    private Spectrum read(final String name) throws IOException {
        if (!m_spectra.containsKey(name)) {
            m_spectra.put(name, LarchSpectra.read("xdi/xasdatalibrary/" + name + ".xdi",
                name.startsWith("S__") ? "fluor" : "trans"));
        }
        return m_spectra.get(name);
    }

    private static Spectrum prepared(final Spectrum spectrum, final String preparation) throws SpectrumException {
        return switch (preparation) {
            case "raw" -> spectrum;
            case "normalised" -> new SpectrumNormalizer(SpectrumNormalizer.Method.EDGE_STEP,
                EdgeStepOptions.DEFAULTS.withFlatten(false)).apply(spectrum);
            default -> NORMALIZER.apply(spectrum);
        };
    }

    private static Spectrum shifted(final Spectrum spectrum, final double shift, final double[] intensities) {
        return new Spectrum(EnergyGrid.of(Arrays.stream(spectrum.grid().toArray()).map(e -> e + shift).toArray()),
            intensities);
    }

    /** The noise of the reference values, which any language can make. */
    private static double[] noise(final int n, final long seed) {
        final var result = new double[n];
        var x = seed;
        for (int i = 0; i < n; i++) {
            x = x * 1_664_525 + 1_013_904_223 & 0xFFFFFFFFL;
            final var u1 = (x + 0.5) / 0x1p32;
            x = x * 1_664_525 + 1_013_904_223 & 0xFFFFFFFFL;
            result[i] = Math.sqrt(-2 * Math.log(u1)) * Math.cos(2 * Math.PI * (x + 0.5) / 0x1p32);
        }
        return result;
    }

    private List<Case> selfPairs(final double noise, final AlignMethod method, final String preparation)
        throws IOException, SpectrumException {
        final var options = AlignOptions.DEFAULTS.withMethod(method);
        final List<Case> cases = new ArrayList<>();
        for (final var row : golden().get("rows")) {
            if (isSelfPair(row) && row.get("noise").asDouble() == noise) {
                final var mu = read(row.get("ref").asText());
                final var y = mu.intensities();
                if (noise > 0) {
                    final var step = NORMALIZER.normalize(mu).edge().orElseThrow().edgeStep();
                    final var draws = noise(y.length, row.get("seed").asLong());
                    Arrays.setAll(y, i -> y[i] + noise * step * draws[i]);
                }
                final var shift = row.get("s").asDouble();
                final var found = new Aligner(options).align(prepared(shifted(mu, shift, y), preparation),
                    new Reference(prepared(mu, preparation), options.window()));
                cases.add(new Case(found, found.shiftEv() + shift));
            }
        }
        assertEquals(80, cases.size());
        return cases;
    }

    /** The limit that was set is a median of 0.02 eV at 0.2 % noise; what is found is several times better. */
    @ParameterizedTest
    @CsvSource({"INTENSITY, raw", "INTENSITY, normalised", "INTENSITY, flattened", "DERIVATIVE, raw",
        "DERIVATIVE, normalised", "DERIVATIVE, flattened"})
    void findsTheShiftOfNoisySpectraMoreOftenThanLarch(final AlignMethod method, final String preparation)
        throws IOException, SpectrumException {
        for (int i = 0; i < NOISES.length; i++) {
            final var cases = selfPairs(NOISES[i], method, preparation);
            final var what = method + " " + preparation + " noise " + NOISES[i];
            final var errors = cases.stream().mapToDouble(c -> Math.abs(c.errorEv)).sorted().toArray();
            final var large = Arrays.stream(errors).filter(e -> e > 0.2).count();
            // one of eight draws of 3 % noise is just above, with its ten shifts, if nothing is flattened
            assertTrue(large == 0 || large == 10 && large < BEST_OF_LARCH[i] && errors[79] < 0.21,
                what + ": " + large + " errors up to " + errors[79]);
            assertTrue(errors[40] <= new double[]{1e-6, 0.004, 0.02, 0.06}[i], what + " median " + errors[40]);
            assertUncertaintyFits(cases, NOISES[i], what);
        }
    }

    /** Eight draws of noise: the root mean square of error over uncertainty is known to 25 %. */
    private static void assertUncertaintyFits(final List<Case> cases, final double noise, final String what) {
        final var ratio = Math.sqrt(cases.stream()
            .mapToDouble(c -> Math.pow(c.errorEv / c.found.uncertaintyEv(), 2)).average().orElseThrow());
        if (noise > 0) {
            assertTrue(ratio > 0.5 && ratio < 1.6, what + ": errors are " + ratio + " uncertainties");
        }
    }

    @ParameterizedTest
    @EnumSource(AlignMethod.class)
    void noErrorAboveHalfAnElectronVoltIsLeftWithoutAFlag(final AlignMethod method)
        throws IOException, SpectrumException {
        for (final var noise : NOISES) {
            for (final var c : selfPairs(noise, method, "flattened")) {
                assertTrue(Math.abs(c.errorEv) <= 0.5 || !c.found.flags().isEmpty(), method + " " + noise + " " + c);
            }
        }
    }

    /** There is no true answer for two scans, but it must not depend on where they stand. */
    @Test
    void thePairsOfDifferentScansGiveOneAnswerWhereverTheyStand() throws IOException, SpectrumException {
        final var options = AlignOptions.DEFAULTS;
        final Map<String, Double> answers = new HashMap<>();
        for (final var row : golden().get("rows")) {
            if (!isSelfPair(row)) {
                final var data = prepared(read(row.get("dat").asText()), "flattened");
                final var found = new Aligner(options).align(
                    shifted(data, row.get("s").asDouble(), data.intensities()),
                    new Reference(prepared(read(row.get("ref").asText()), "flattened"), options.window()));
                final var answer = found.shiftEv() + row.get("s").asDouble();
                final var pair = row.get("ref").asText() + " " + row.get("dat").asText();
                assertEquals(answers.computeIfAbsent(pair, p -> answer), answer, 2e-6, pair);
            }
        }
        assertEquals(12, answers.size());
        assertNearAlternative(answers);
    }

    /**
     * Of the same compound: near what a scan of least squares on the same window finds; Larch is off by up to 12 eV.
     */
    private void assertNearAlternative(final Map<String, Double> answers) throws IOException {
        final var alternative = GoldenJson.read(SharedFiles.shared("golden/larch/align_alternative.json"));
        for (final var pair : alternative.get("pair_consistency")) {
            final var name = pair.get("ref").asText() + " " + pair.get("dat").asText();
            final var isSameCompound = !name.contains("as2o5") && !name.contains("na2cro4") && !name.contains("MnO");
            assertEquals(pair.get("shift_at_s0").asDouble(), answers.get(name), isSameCompound ? 0.02 : 0.5, name);
        }
    }

    /** The edges of two compounds differ: no method can know what of that is the monochromator's. */
    @Test
    void anotherCompoundGivesTheDifferenceOfTheEdgesWithAFlag() throws IOException, SpectrumException {
        for (final var pair : List.of(List.of("As__as2o3_100K_scan2", "As__as2o5_100K_scan1"),
            List.of("Mn__Mn3O4_rt_01", "Mn__MnO_rt_01"), List.of("Cr__k2cro4_rt_001", "Cr__na2cro4_rt_003"))) {
            final var reference = prepared(read(pair.get(0)), "flattened");
            final var data = prepared(read(pair.get(1)), "flattened");
            final var found = new Aligner(AlignOptions.DEFAULTS).align(data,
                new Reference(reference, AlignOptions.DEFAULTS.window()));
            assertEquals(EdgeEnergy.find(reference) - EdgeEnergy.find(data), found.shiftEv(), 0.5, pair.toString());
            assertTrue(found.flags().contains(AlignFlag.UNCERTAIN), pair + " " + found);
        }
    }
}

package org.xasnodes.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;

class WaveletFeaturesTest {

    private final WaveletFeatures m_cwt = new WaveletFeatures();

    @Test
    void waveletsAreThoseOfSciPy() throws IOException {
        final var golden = GoldenJson.read(SharedFiles.golden("ricker.json"));
        assertEquals(10, golden.size());
        for (int a = 1; a <= 10; a++) {
            assertArrayEquals(GoldenJson.doubles(golden.get("" + a)),
                RickerTransform.ricker(Math.min(10 * a, 100), a), 1e-15, "width " + a);
        }
    }

    @Test
    void agreesWithSciPyOnSyntheticSpectra() throws IOException, SpectrumException {
        assertGolden(SharedFiles.golden("features_synthetic7.json"), 7);
    }

    @Test
    void agreesWithSciPyOnMeasuredAndComputedSpectra() throws IOException, SpectrumException {
        assertGolden(SharedFiles.shared("golden/features_measured17.json"), 17);
    }

    @Test
    void givesTheNumbersThePaperStoredForItsMeasuredSpectra() throws IOException, SpectrumException {
        final var data = GoldenJson.read(SharedFiles.shared("data/nmc_exp_xas.json"));
        assertEquals(16, data.get("cwt").size());
        for (int i = 0; i < 16; i++) {
            final var intensity = GoldenJson.doubles(data.get("intensity").get("" + i));
            // both columns were rounded to 10 decimals when stored; a wavelet can add the errors of its points up
            assertArrayEquals(flat(data.get("cwt").get("" + i)), m_cwt.apply(intensity), 1.5e-10, "spectrum " + i);
        }
    }

    /** Widths whose tenfold is odd, no whole number, below one point, or more than the spectrum has. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 99, 100, 101, 333})
    void agreesWithTheFormulaForAnyWidthsAndAnyNumberOfPoints(final int points) throws SpectrumException {
        final var widths = new double[]{0.01, 0.05, 0.1, 0.3, 0.77, 1, 1.5, 2.34, 3.1, 10, 1000, 1e9, 1e-200};
        final var y = new Random(points).doubles(points, -1, 2).toArray();
        final var result = new WaveletFeatures(widths).apply(y);
        for (int a = 0; a < widths.length; a++) {
            for (int i = 0; i < points; i++) {
                assertEquals(direct(y, widths[a], i), result[a * points + i], 1e-12 * Math.max(1, 1 / widths[a]),
                    "width " + widths[a] + ", point " + i);
            }
        }
    }

    private static double direct(final double[] y, final double width, final int i) {
        final var wavelet = RickerTransform.ricker(Math.min(10 * width, y.length), width);
        var sum = 0.0;
        for (int k = 0; k < wavelet.length; k++) {
            final var j = i + (wavelet.length - 1) / 2 - k;
            sum += j >= 0 && j < y.length ? wavelet[k] * y[j] : 0;
        }
        return sum;
    }

    @Test
    void isLinear() throws SpectrumException {
        final var random = new Random(4);
        final var y = random.doubles(100).toArray();
        final var z = random.doubles(100).toArray();
        final var mixed = IntStream.range(0, 100).mapToDouble(i -> 2 * y[i] - 0.5 * z[i]).toArray();
        final var ofY = m_cwt.apply(y);
        final var ofZ = m_cwt.apply(z);
        final var ofMixed = m_cwt.apply(mixed);
        for (int i = 0; i < 1000; i++) {
            assertEquals(2 * ofY[i] - 0.5 * ofZ[i], ofMixed[i], 1e-13);
        }
    }

    @Test
    void aShiftByWholePointsShiftsTheTransformAwayFromTheEnds() throws SpectrumException {
        final var y = new Random(8).doubles(300).toArray();
        final var shifted = new double[300];
        System.arraycopy(y, 0, shifted, 7, 293);
        final var narrow = new WaveletFeatures(1, 4);
        final var before = narrow.apply(y);
        final var after = narrow.apply(shifted);
        for (int i = 60; i < 240; i++) {
            assertEquals(before[i], after[i + 7], 1e-14);
            assertEquals(before[300 + i], after[300 + i + 7], 1e-14);
        }
    }

    @Test
    void outsideTheSpectrumItIsZeroSoAConstantShowsEdgesAtItsEndsOnly() throws SpectrumException {
        final var constant = new double[100];
        Arrays.fill(constant, 1);
        final var result = new WaveletFeatures(2).apply(constant);
        assertEquals(0, result[50], 1e-4);
        // half a wavelet adds up to nothing, but 2 points further it does not
        assertTrue(Math.abs(result[2]) > 0.5, "edge: " + result[2]);
    }

    @Test
    void oneObjectServesGridsOfDifferentLengthsInTurn() throws SpectrumException {
        final var random = new Random(6);
        for (final var points : new int[]{100, 50, 100, 2}) {
            final var y = random.doubles(points).toArray();
            assertArrayEquals(new WaveletFeatures().apply(y), m_cwt.apply(y), 0);
        }
    }

    @Test
    void threadsWithDifferentLengthsDoNotDisturbEachOther() {
        final var expected = IntStream.range(0, 64).mapToObj(this::transformOf).toList();
        final var parallel = IntStream.range(0, 64).parallel().mapToObj(this::transformOf).toList();
        for (int i = 0; i < 64; i++) {
            assertArrayEquals(expected.get(i), parallel.get(i), 0);
        }
    }

    private double[] transformOf(final int seed) {
        try {
            return m_cwt.apply(new Random(seed).doubles(40 + seed % 3).toArray());
        } catch (final SpectrumException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void featuresAreNamedByWidthAndEnergyOneWidthAfterTheOther() {
        final var names = m_cwt.columnNames(EnergyGrid.linear(8330, 8370, 100));
        assertEquals(1000, Set.of(names).size());
        assertEquals("cwt a01 8330.00 eV", names[0]);
        assertEquals("cwt a01 8330.40 eV", names[1]);
        assertEquals("cwt a02 8330.00 eV", names[100]);
        assertEquals("cwt a10 8370.00 eV", names[999]);
        assertEquals("cwt", m_cwt.id());
    }

    @ParameterizedTest
    @CsvSource({"1,01", "9,09", "10,10", "128,128", "1.5,01.5", "0.1,00.1", "12.25,12.25", "0.333,00.333",
        "1e-7,00.0000001", "123456789012345680,123456789012345680"})
    void widthsAreNamedWithTheDigitsTheyNeed(final double width, final String expected) {
        assertEquals(expected, WaveletFeatures.widthText(width));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWidthsThatAreNotPositiveAndFinite(final double width) {
        final var e = assertThrows(IllegalArgumentException.class, () -> new WaveletFeatures(1, width));
        assertTrue(e.getMessage().contains("number 2") && e.getMessage().contains("" + width), e.getMessage());
    }

    @Test
    void refusesNoWidthAndEqualWidths() {
        assertThrows(IllegalArgumentException.class, () -> new WaveletFeatures(new double[0]));
        final var e = assertThrows(IllegalArgumentException.class, () -> new WaveletFeatures(3, 1, 3));
        assertTrue(e.getMessage().contains("3.0"), e.getMessage());
    }

    @Test
    void refusesIntensitiesWhoseTransformOverflows() throws SpectrumException {
        final var huge = new double[100];
        Arrays.fill(huge, 0, 50, Double.MAX_VALUE);
        final var e = assertThrows(SpectrumException.class, () -> m_cwt.apply(huge));
        assertTrue(e.getMessage().contains("1.797") && e.getMessage().contains("Normalize"), e.getMessage());
        Arrays.fill(huge, 1e280);
        assertEquals(1000, m_cwt.apply(huge).length);
    }

    @Test
    void leavesWidthsAndIntensitiesUnchanged() throws SpectrumException {
        final var widths = new double[]{1, 2};
        final var features = new WaveletFeatures(widths);
        widths[0] = 9;
        features.widths()[1] = 9;
        assertArrayEquals(new double[]{1, 2}, features.widths());
        final var y = new double[]{1, 2, 3};
        features.apply(y);
        assertArrayEquals(new double[]{1, 2, 3}, y);
    }

    private void assertGolden(final Path file, final int count) throws IOException, SpectrumException {
        final var spectra = GoldenJson.read(file).get("spectra");
        assertEquals(count, spectra.size());
        for (final var spectrum : spectra) {
            assertArrayEquals(flat(spectrum.get("cwt")), m_cwt.apply(GoldenJson.doubles(spectrum.get("intensity"))),
                1e-12, spectrum.get("id").asText());
        }
    }

    private static double[] flat(final JsonNode rows) {
        if (rows.get(0).isNumber()) {
            return GoldenJson.doubles(rows);
        }
        final var result = new double[rows.size() * rows.get(0).size()];
        for (int a = 0; a < rows.size(); a++) {
            System.arraycopy(GoldenJson.doubles(rows.get(a)), 0, result, a * rows.get(0).size(), rows.get(0).size());
        }
        return result;
    }
}

package org.xasnodes.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;

class CumulativeDistributionTest {

    private final CumulativeDistribution m_cdf = new CumulativeDistribution();

    @Test
    void isTheRunningSumDividedByTheTotal() throws SpectrumException {
        assertArrayEquals(new double[]{0.125, 0.125, 0.5, 1}, m_cdf.apply(new double[]{1, 0, 3, 4}));
    }

    @Test
    void neverFallsForIntensitiesThatAreNowhereNegativeAndEndsAtExactlyOne() throws SpectrumException {
        final var random = new Random(11);
        for (int repeat = 0; repeat < 2000; repeat++) {
            final var y = random.doubles(1 + random.nextInt(300)).map(v -> v < 0.3 ? 0 : v).toArray();
            y[y.length / 2] = 1e-9;
            final var cdf = m_cdf.apply(y);
            var previous = 0.0;
            for (final var value : cdf) {
                assertTrue(value >= previous, "falls");
                previous = value;
            }
            assertEquals(1.0, previous);
        }
    }

    @Test
    void theScaleOfASpectrumDoesNotMatter() throws SpectrumException {
        final var random = new Random(5);
        final var y = random.doubles(100).toArray();
        final var scaled = new double[100];
        for (int k = 0; k < 100; k++) {
            scaled[k] = y[k] * 1024;
        }
        assertArrayEquals(m_cdf.apply(y), m_cdf.apply(scaled), 0);
    }

    @Test
    void leavesItsInputUnchanged() throws SpectrumException {
        final var y = new double[]{1, 2, 3};
        m_cdf.apply(y);
        assertArrayEquals(new double[]{1, 2, 3}, y);
    }

    @Test
    void canWorkInPlace() throws SpectrumException {
        final var y = new double[]{1, 2, 1};
        CumulativeDistribution.cumulative(y, y);
        assertArrayEquals(new double[]{0.25, 0.75, 1}, y);
    }

    @Test
    void smallNegativeIntensitiesAreNoReasonToRefuse() throws SpectrumException {
        assertArrayEquals(new double[]{-0.25, 0.5, 1}, m_cdf.apply(new double[]{-1, 3, 2}));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesASumThatIsNotPositiveAndFiniteAndSaysWhatItIs(final double value) {
        final var e = assertThrows(SpectrumException.class, () -> m_cdf.apply(new double[]{0, value, 0}));
        final var sum = 0 + value;
        assertTrue(e.getMessage().contains("add up to " + sum), e.getMessage());
        assertTrue(e.getMessage().contains("Check the background"), e.getMessage());
    }

    @Test
    void refusesSumsThatOverflow() {
        assertThrows(SpectrumException.class, () -> m_cdf.apply(new double[]{Double.MAX_VALUE, Double.MAX_VALUE}));
        assertThrows(SpectrumException.class, () -> m_cdf.apply(new double[]{1e300, -1e300, 1e-300}));
        assertThrows(SpectrumException.class, () -> m_cdf.apply(new double[0]));
    }

    @Test
    void columnsAreNamedByEnergy() {
        final var names = m_cdf.columnNames(EnergyGrid.linear(8330, 8370, 100));
        assertEquals(100, names.length);
        assertEquals("cdf 8330.00 eV", names[0]);
        assertEquals("cdf 8369.60 eV", names[98]);
        assertEquals("cdf", m_cdf.id());
    }

    @Test
    void agreesWithNumPyOnSyntheticSpectra() throws IOException, SpectrumException {
        assertGolden(SharedFiles.golden("features_synthetic7.json"), 7);
    }

    @Test
    void agreesWithNumPyOnMeasuredAndComputedSpectra() throws IOException, SpectrumException {
        assertGolden(SharedFiles.shared("golden/features_measured17.json"), 17);
    }

    @Test
    void givesTheNumbersThePaperStoredForItsMeasuredSpectra() throws IOException, SpectrumException {
        final var data = GoldenJson.read(SharedFiles.shared("data/nmc_exp_xas.json"));
        assertEquals(16, data.get("cdf").size());
        for (int i = 0; i < 16; i++) {
            final var expected = GoldenJson.doubles(data.get("cdf").get("" + i));
            final var intensity = GoldenJson.doubles(data.get("intensity").get("" + i));
            // both columns were rounded to 10 decimals when stored
            assertArrayEquals(expected, m_cdf.apply(intensity), 1e-10, "spectrum " + i);
        }
    }

    private void assertGolden(final Path file, final int count) throws IOException, SpectrumException {
        final var spectra = GoldenJson.read(file).get("spectra");
        assertEquals(count, spectra.size());
        for (final var spectrum : spectra) {
            assertArrayEquals(GoldenJson.doubles(spectrum.get("cdf")),
                m_cdf.apply(GoldenJson.doubles(spectrum.get("intensity"))), 1e-12, spectrum.get("id").asText());
        }
    }
}

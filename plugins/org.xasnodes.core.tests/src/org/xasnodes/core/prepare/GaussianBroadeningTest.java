package org.xasnodes.core.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.prepare.GaussianBroadening.Irregular;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;

class GaussianBroadeningTest {

    private static final EnergyGrid GRID = EnergyGrid.linear(8330, 8370, 101);

    /** Steps of 0.25 eV at the edge, 2 eV before and after, as in a scan. */
    private static final EnergyGrid SCAN = EnergyGrid.of(DoubleStream.concat(
        DoubleStream.concat(DoubleStream.iterate(8300, e -> e < 8330, e -> e + 2),
            DoubleStream.iterate(8330, e -> e < 8350, e -> e + 0.25)),
        DoubleStream.iterate(8350, e -> e <= 8400, e -> e + 2)).toArray());

    @Test
    void agreesWithSciPyOnThePapersComputedSpectrum() throws IOException, SpectrumException {
        final var chain = GoldenJson.read(SharedFiles.shared("golden/vasp_chain.json"));
        final var raw = new Spectrum(EnergyGrid.of(GoldenJson.doubles(chain.get("energy"))),
            GoldenJson.doubles(chain.get("raw")));
        final var smeared = GoldenJson.doubles(chain.get("smeared"));
        // the width as a user types it, and with all digits
        assertAgrees(smeared, new GaussianBroadening(2.990621, Irregular.REFUSE).apply(raw), 1e-6);
        assertAgrees(smeared,
            new GaussianBroadening(1.27 * 2 * Math.sqrt(2 * Math.log(2)), Irregular.REFUSE).apply(raw), 1e-13);
    }

    private static void assertAgrees(final double[] expected, final Spectrum broadened, final double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], broadened.intensity(i), tolerance * Math.max(1e-3, expected[i]), "row " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1, 3.7, 40})
    void aPeakGetsTheWidthAskedForAndKeepsItsSum(final double fwhm) throws SpectrumException {
        final var wide = EnergyGrid.linear(8250, 8450, 501);
        final var peak = new double[501];
        peak[250] = 1;
        final var y = new GaussianBroadening(fwhm, Irregular.REFUSE).apply(new Spectrum(wide, peak)).intensities();
        assertEquals(1, Arrays.stream(y).sum(), 1e-12);
        final var sigma = fwhm / (2 * Math.sqrt(2 * Math.log(2)));
        final var reach = (int) (4 * sigma / 0.4 + 0.5);
        final var kept = IntStream.rangeClosed(-reach, reach)
            .mapToDouble(j -> Math.exp(-j * j * 0.16 / (2 * sigma * sigma))).sum();
        for (int j = 0; j < 4; j++) {
            final var expected = j <= reach ? Math.exp(-j * j * 0.16 / (2 * sigma * sigma)) / kept : 0;
            assertEquals(expected, y[250 + j], 1e-12);
            assertEquals(y[250 + j], y[250 - j], 1e-15);
        }
    }

    @ParameterizedTest
    @EnumSource(Irregular.class)
    void aConstantStaysConstantUpToItsEnds(final Irregular irregular) throws SpectrumException {
        final var constant = new double[101];
        Arrays.fill(constant, 0.7);
        final var y = new GaussianBroadening(20, irregular).apply(new Spectrum(GRID, constant)).intensities();
        for (final var value : y) {
            assertEquals(0.7, value, 1e-14);
        }
    }

    @Test
    void theSpectrumIsMirroredAtItsEndsSoTheSumOfIntensitiesStays() throws SpectrumException {
        final var y = new Random(3).doubles(101).toArray();
        final var broadened = new GaussianBroadening(39, Irregular.REFUSE).apply(new Spectrum(GRID, y));
        assertEquals(Arrays.stream(y).sum(), Arrays.stream(broadened.intensities()).sum(), 1e-11);
    }

    @Test
    void gridAndShiftAreKeptButAMaximumOfOneIsNot() throws SpectrumException {
        final var broadening = new GaussianBroadening(2, Irregular.REFUSE);
        final var area = broadening.apply(new Spectrum(GRID, new double[101], 1.5, Scale.AREA));
        assertSame(GRID, area.grid());
        assertEquals(1.5, area.appliedShiftEv());
        assertEquals(Scale.AREA, area.scale());
        assertEquals(Scale.EDGE_STEP,
            broadening.apply(new Spectrum(GRID, new double[101], 0, Scale.EDGE_STEP)).scale());
        assertEquals(Scale.UNKNOWN, broadening.apply(new Spectrum(GRID, new double[101], 0, Scale.MAXIMUM)).scale());
    }

    @Test
    void unequalStepsAreRefusedOrResampledAsAskedFor() throws SpectrumException {
        final var edge = new Spectrum(SCAN, IntStream.range(0, SCAN.size())
            .mapToDouble(i -> SCAN.energyEv(i) < 8340 ? 0 : 1).toArray());
        assertFalse(GaussianBroadening.isRegular(SCAN));
        final var message = assertThrows(SpectrumException.class,
            () -> new GaussianBroadening(3, Irregular.REFUSE).apply(edge)).getMessage();
        assertTrue(message.contains("0.25 to 2.00 eV") && message.contains("Resample"), message);

        final var broadened = new GaussianBroadening(3, Irregular.RESAMPLE).apply(edge);
        assertSame(SCAN, broadened.grid());
        final var fine = EnergyGrid.linear(8300, 8400, 401);
        final var even = new Spectrum(fine, IntStream.range(0, 401).mapToDouble(i -> fine.energyEv(i) < 8340 ? 0 : 1)
            .toArray());
        final var expected = new Resampler(SCAN, Resampler.Outside.MISSING)
            .apply(new GaussianBroadening(3, Irregular.REFUSE).apply(even));
        assertArrayEquals(expected.intensities(), broadened.intensities(), 1e-12);
    }

    @Test
    void energiesRoundedInAFileCountAsRegular() {
        final var rounded = IntStream.range(0, 100).mapToDouble(k -> Math.rint((8330 + k * 40.0 / 99) * 100) / 100);
        assertTrue(GaussianBroadening.isRegular(EnergyGrid.of(rounded.toArray())));
        assertTrue(GaussianBroadening.isRegular(EnergyGrid.of(1, 2)));
        assertFalse(GaussianBroadening.isRegular(EnergyGrid.of(1, 2, 3.2)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWidthsThatAreNone(final double fwhm) {
        assertThrows(IllegalArgumentException.class, () -> new GaussianBroadening(fwhm, Irregular.REFUSE));
    }

    @Test
    void refusesAWidthBelowTheStepAndOneAboveTheRange() throws SpectrumException {
        final var spectrum = new Spectrum(GRID, new double[101]);
        final var below = assertThrows(SpectrumException.class,
            () -> new GaussianBroadening(0.39, Irregular.REFUSE).apply(spectrum)).getMessage();
        assertTrue(below.contains("0.39 eV") && below.contains("0.40 eV") && below.contains("below"), below);
        final var above = assertThrows(SpectrumException.class,
            () -> new GaussianBroadening(40.5, Irregular.REFUSE).apply(spectrum)).getMessage();
        assertTrue(above.contains("40.50 eV") && above.contains("40.00 eV"), above);
    }

    @Test
    void twoPointsCanBeBroadened() throws SpectrumException {
        final var two = new Spectrum(EnergyGrid.of(10, 11), new double[]{0, 1});
        final var y = new GaussianBroadening(1, Irregular.REFUSE).apply(two).intensities();
        assertEquals(1, y[0] + y[1], 1e-15);
        assertTrue(y[0] > 0 && y[0] < y[1]);
    }

    @Test
    void hostileSpectraAreRefusedNotEndless() {
        final var resample = new GaussianBroadening(1, Irregular.RESAMPLE);
        for (final var grid : new EnergyGrid[]{EnergyGrid.of(0, 1, 1e9), EnergyGrid.of(0, 1e-300, 1),
            EnergyGrid.of(-Double.MAX_VALUE, 0, Double.MAX_VALUE)}) {
            assertThrows(SpectrumException.class, () -> resample.apply(new Spectrum(grid, new double[3])));
        }
        final var huge = new double[101];
        Arrays.fill(huge, Double.MAX_VALUE);
        final var e = assertThrows(SpectrumException.class, () -> resample.apply(new Spectrum(GRID, huge)));
        assertTrue(e.getMessage().contains("too large"), e.getMessage());
    }
}

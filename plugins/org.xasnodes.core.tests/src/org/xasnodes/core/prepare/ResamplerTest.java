package org.xasnodes.core.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xasnodes.core.prepare.Resampler.Outside;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;

class ResamplerTest {

    private static final EnergyGrid GRID = EnergyGrid.linear(8330, 8370, 100);

    /** 10 to 40 with uneven steps. */
    private static final Spectrum UNEVEN =
        new Spectrum(EnergyGrid.of(10, 11, 15, 40), new double[]{5, 7, -1, 3}, 0.75, Scale.AREA);

    @ParameterizedTest
    @EnumSource(Outside.class)
    void aSpectrumOnTheGridIsReturnedAsItIs(final Outside outside) throws SpectrumException {
        final var spectrum = new Spectrum(EnergyGrid.of(GRID.toArray()), new double[100]);
        assertSame(spectrum, new Resampler(GRID, outside).apply(spectrum));
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void straightLinesStayStraight(final Outside outside) throws SpectrumException {
        final var random = new Random(7);
        for (int repeat = 0; repeat < 50; repeat++) {
            final var energies = random.doubles(30, 8320, 8380).sorted().toArray();
            energies[0] = 8320;
            energies[29] = 8380;
            final var line = new double[30];
            for (int i = 0; i < 30; i++) {
                line[i] = 0.25 * (energies[i] - 8300);
            }
            final var result = new Resampler(GRID, outside).apply(new Spectrum(EnergyGrid.of(energies), line));
            for (int k = 0; k < 100; k++) {
                assertEquals(0.25 * (GRID.energyEv(k) - 8300), result.intensity(k), 1e-11);
            }
        }
    }

    @Test
    void aConstantStaysExactlyConstant() throws SpectrumException {
        final var constant = new double[77];
        Arrays.fill(constant, 0.1);
        final var result = missing(GRID).apply(new Spectrum(EnergyGrid.linear(8321.3, 8377.7, 77), constant));
        for (int k = 0; k < 100; k++) {
            assertEquals(0.1, result.intensity(k));
        }
    }

    @Test
    void isExactWhereEnergiesCoincideAndLinearBetween() throws SpectrumException {
        final var result = missing(EnergyGrid.of(10, 10.5, 11, 12, 15, 20, 40)).apply(UNEVEN);
        assertArrayEquals(new double[]{5, 6, 7, 5, -1, -0.2, 3}, result.intensities(), 1e-15);
        assertEquals(7, result.intensity(2));
        assertEquals(-1, result.intensity(4));
        assertEquals(3, result.intensity(6));
    }

    @Test
    void resultsLieBetweenTheirNeighbours() throws SpectrumException {
        final var random = new Random(3);
        final var y = random.doubles(40).toArray();
        final var source = EnergyGrid.linear(8329, 8371, 40);
        final var result = missing(GRID).apply(new Spectrum(source, y));
        for (int k = 0; k < 100; k++) {
            final var j = (int) Math.min(38, (GRID.energyEv(k) - 8329) / (42.0 / 39));
            assertTrue(result.intensity(k) >= Math.min(y[j], y[j + 1]) - 1e-12);
            assertTrue(result.intensity(k) <= Math.max(y[j], y[j + 1]) + 1e-12);
        }
    }

    @Test
    void theGridTheShiftAndTheScaleAreThoseAskedFor() throws SpectrumException {
        final var target = EnergyGrid.of(12, 30);
        final var result = missing(target).apply(UNEVEN);
        assertSame(target, result.grid());
        assertEquals(0.75, result.appliedShiftEv());
        assertEquals(Scale.AREA, result.scale());
    }

    @Test
    void theSourceIsNotChanged() throws SpectrumException {
        final var before = UNEVEN.intensities();
        missing(EnergyGrid.of(12, 30)).apply(UNEVEN);
        assertArrayEquals(before, UNEVEN.intensities());
    }

    @Test
    void nearestRepeatsTheEndValues() throws SpectrumException {
        final var result = nearest(EnergyGrid.of(-100, 9.999, 10.5, 40.001, 1e6)).apply(UNEVEN);
        assertArrayEquals(new double[]{5, 5, 6, 3, 3}, result.intensities(), 1e-15);
    }

    @Test
    void missingRefusesAGridThatReachesBeyondEitherEndAndSaysWhatToDo() {
        for (final var target : new EnergyGrid[]{EnergyGrid.of(9.99, 20), EnergyGrid.of(20, 40.01)}) {
            final var message = assertThrows(SpectrumException.class, () -> missing(target).apply(UNEVEN)).getMessage();
            assertTrue(message.contains("10.00 to 40.00 eV"), message);
            assertTrue(message.contains(target.firstEv() < 10 ? "9.99 to 20.00 eV" : "20.00 to 40.01 eV"), message);
            assertTrue(message.contains("smaller grid") && message.contains("Nearest"), message);
        }
    }

    @Test
    void theMessageShowsEvenASmallGap() {
        final var spectrum = new Spectrum(EnergyGrid.of(8330.0002, 8370), new double[2]);
        final var message = assertThrows(SpectrumException.class, () -> missing(GRID).apply(spectrum)).getMessage();
        assertTrue(message.contains("8330.0002 to 8370.00 eV"), message);
    }

    @Test
    void roundingErrorsAtTheEndsCountAsCovered() throws SpectrumException {
        final var gap = 8330 * 0.9e-9;
        final var spectrum = new Spectrum(EnergyGrid.of(8330 + gap, 8370 - gap), new double[]{1, 2});
        final var result = missing(GRID).apply(spectrum);
        assertEquals(1, result.intensity(0));
        assertEquals(2, result.intensity(99));
        final var tooFar = new Spectrum(EnergyGrid.of(8330 + 2 * gap, 8370), new double[]{1, 2});
        assertThrows(SpectrumException.class, () -> missing(GRID).apply(tooFar));
    }

    @ParameterizedTest
    @EnumSource(Outside.class)
    void withoutAnyOverlapBothModesRefuse(final Outside outside) {
        // the last one reaches over the spectrum on both sides, but has no energy inside
        for (final var target : new EnergyGrid[]{EnergyGrid.of(1, 2, 3), EnergyGrid.of(41, 50),
            EnergyGrid.of(-9, 100)}) {
            final var message = assertThrows(SpectrumException.class,
                () -> new Resampler(target, outside).apply(UNEVEN)).getMessage();
            assertTrue(message.contains("10.00 to 40.00 eV"), message);
        }
    }

    @Test
    void aSingleCommonEnergyIsAnOverlap() throws SpectrumException {
        assertArrayEquals(new double[]{3, 3}, nearest(EnergyGrid.of(40, 50)).apply(UNEVEN).intensities());
        assertArrayEquals(new double[]{5, 5}, nearest(EnergyGrid.of(0, 10)).apply(UNEVEN).intensities());
    }

    @Test
    void extremeNumbersDoNotOverflow() throws SpectrumException {
        final var extreme = new Spectrum(EnergyGrid.of(0, Double.MIN_VALUE, 1, 2),
            new double[]{-Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE});
        final var result = missing(EnergyGrid.of(0.5, 1.5)).apply(extreme);
        assertEquals(0, result.intensity(0));
        assertEquals(0, result.intensity(1));
    }

    @Test
    void needsAGridAndAChoice() {
        assertThrows(NullPointerException.class, () -> new Resampler(null, Outside.MISSING));
        assertThrows(NullPointerException.class, () -> new Resampler(GRID, null));
    }

    @Test
    void agreesWithTheLastStepOfThePapersOwnChain() throws IOException, SpectrumException {
        final var chain = GoldenJson.read(SharedFiles.shared("golden/vasp_chain.json"));
        final var fine = new Spectrum(EnergyGrid.of(GoldenJson.doubles(chain.get("energy"))),
            GoldenJson.doubles(chain.get("normalised")), 0, Scale.MAXIMUM);
        final var result = missing(EnergyGrid.of(GoldenJson.doubles(chain.get("grid")))).apply(fine);
        assertArrayEquals(GoldenJson.doubles(chain.get("intensity")), result.intensities(), 1e-14);
        assertEquals(Scale.MAXIMUM, result.scale());
    }

    private static Resampler missing(final EnergyGrid grid) {
        return new Resampler(grid, Outside.MISSING);
    }

    private static Resampler nearest(final EnergyGrid grid) {
        return new Resampler(grid, Outside.NEAREST);
    }
}

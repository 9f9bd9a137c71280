package org.xasnodes.core.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.prepare.Resampler.Outside;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

class SpectrumAveragerTest {

    private static final EnergyGrid GRID = EnergyGrid.of(10, 11, 12);

    private static final Spectrum A = new Spectrum(GRID, new double[]{0, 1, 2}, 1, Scale.AREA);

    private static final Spectrum B = new Spectrum(EnergyGrid.of(GRID.toArray()), new double[]{4, 5, -2}, 1,
        Scale.AREA);

    private static Spectrum mean(final List<Spectrum> spectra, final double... weights) throws SpectrumException {
        return SpectrumAverager.average(spectra, weights.length == 0 ? null : weights, null, Outside.MISSING);
    }

    @Test
    void withoutWeightsAllCountTheSame() throws SpectrumException {
        assertArrayEquals(new double[]{2, 3, 0}, mean(List.of(A, B)).intensities());
    }

    @Test
    void weightsAreMultiplicitiesOfSites() throws SpectrumException {
        assertArrayEquals(new double[]{1, 2, 1}, mean(List.of(A, B), 6, 2).intensities(), 1e-15);
        assertArrayEquals(mean(List.of(A, A, A, B)).intensities(), mean(List.of(A, B), 3, 1).intensities(), 1e-15);
        assertArrayEquals(mean(List.of(A, B), 3, 1).intensities(), mean(List.of(A, B), 3e300, 1e300).intensities());
    }

    @Test
    void oneSpectrumIsItsOwnMeanWhateverItsWeight() throws SpectrumException {
        assertSame(A, mean(List.of(A)));
        assertSame(B, mean(List.of(A, B), 0, 1e-300));
    }

    @Test
    void theScaleIsKeptOnlyIfAllAgreeAndTheMaximumNever() throws SpectrumException {
        assertEquals(Scale.AREA, mean(List.of(A, B)).scale());
        final var edge = new Spectrum(GRID, new double[3], 1, Scale.EDGE_STEP);
        assertEquals(Scale.UNKNOWN, mean(List.of(A, edge)).scale());
        assertEquals(Scale.EDGE_STEP, mean(List.of(edge, A, edge), 1, 0, 1).scale());
        final var maximum = new Spectrum(GRID, new double[]{0, 0, 1}, 1, Scale.MAXIMUM);
        assertEquals(Scale.UNKNOWN, mean(List.of(maximum, maximum)).scale());
        assertEquals(Scale.MAXIMUM, mean(List.of(maximum)).scale());
    }

    @Test
    void theShiftIsThatOfAllOrTheMean() throws SpectrumException {
        assertEquals(1, mean(List.of(A, B, A), 0.1, 0.2, 0.7).appliedShiftEv());
        final var other = new Spectrum(GRID, new double[3], 3, Scale.AREA);
        assertEquals(2.5, mean(List.of(A, other), 1, 3).appliedShiftEv());
    }

    @Test
    void mixedGridsNeedAStatedOne() throws SpectrumException {
        final var wide = new Spectrum(EnergyGrid.of(0, 20), new double[]{0, 20});
        final var message = assertThrows(SpectrumException.class, () -> mean(List.of(A, wide))).getMessage();
        assertTrue(message.contains("number 2") && message.contains("0.00 to 20.00 eV"), message);
        final var grid = EnergyGrid.of(10.5, 11.5);
        final var result = SpectrumAverager.average(List.of(A, wide), null, grid, Outside.MISSING);
        assertSame(grid, result.grid());
        assertArrayEquals(new double[]{5.5, 6.5}, result.intensities(), 1e-15);
    }

    @Test
    void aSpectrumThatDoesNotReachOverTheGridIsNamed() throws SpectrumException {
        final var grid = EnergyGrid.of(10, 13);
        final var message = assertThrows(SpectrumException.class,
            () -> SpectrumAverager.average(List.of(A), null, grid, Outside.MISSING)).getMessage();
        assertTrue(message.startsWith("Spectrum 1 of those to average: ") && message.contains("13.00"), message);
        assertArrayEquals(new double[]{0, 2},
            SpectrumAverager.average(List.of(A), null, grid, Outside.NEAREST).intensities());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWeightsThatAreNone(final double weight) {
        final var e = assertThrows(SpectrumException.class, () -> mean(List.of(A, B), 1, weight));
        assertTrue(e.getMessage().contains("spectrum 2 of 2 is " + weight), e.getMessage());
    }

    @Test
    void refusesNothingAndNoWeightAtAll() {
        assertThrows(SpectrumException.class, () -> mean(List.of()));
        assertThrows(SpectrumException.class, () -> mean(List.of(A, B), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> mean(List.of(A, B), 1));
    }

    @Test
    void theLargestNumbersDoNotOverflow() throws SpectrumException {
        final var largest = new Spectrum(GRID, new double[]{Double.MAX_VALUE, -Double.MAX_VALUE, 0});
        final var result = mean(List.of(largest, largest, largest), 0.1, 0.2, 0.7);
        assertEquals(Double.MAX_VALUE, result.intensity(0), 1e293);
        assertEquals(-Double.MAX_VALUE, result.intensity(1), 1e293);
    }
}

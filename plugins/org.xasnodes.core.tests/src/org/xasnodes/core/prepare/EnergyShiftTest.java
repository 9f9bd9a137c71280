package org.xasnodes.core.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

class EnergyShiftTest {

    private static final Spectrum SPECTRUM =
        new Spectrum(EnergyGrid.of(8330, 8331.5, 8334), new double[]{1, 3, 2}, 0.25, Scale.AREA);

    @Test
    void movesTheEnergiesAndNothingElse() throws SpectrumException {
        final var shifted = new EnergyShift(-2.5).apply(SPECTRUM);
        assertArrayEquals(new double[]{8327.5, 8329, 8331.5}, shifted.grid().toArray());
        assertArrayEquals(SPECTRUM.intensities(), shifted.intensities());
        assertEquals(Scale.AREA, shifted.scale());
    }

    @Test
    void shiftsAddUp() throws SpectrumException {
        final var shifted = new EnergyShift(0.5).apply(new EnergyShift(120).apply(SPECTRUM));
        assertEquals(120.75, shifted.appliedShiftEv());
        assertEquals(8450.5, shifted.grid().firstEv());
    }

    @Test
    void noShiftIsTheSameSpectrum() throws SpectrumException {
        assertSame(SPECTRUM, new EnergyShift(0).apply(SPECTRUM));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAShiftThatIsNoNumber(final double shift) {
        assertThrows(IllegalArgumentException.class, () -> new EnergyShift(shift));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e18, -1e300, Double.MAX_VALUE})
    void refusesAShiftThatMakesEnergiesEqual(final double shift) {
        final var e = assertThrows(SpectrumException.class, () -> new EnergyShift(shift).apply(SPECTRUM));
        assertTrue(e.getMessage().contains("" + shift) && e.getMessage().contains("unit"), e.getMessage());
    }

    @Test
    void refusesASumOfShiftsThatOverflows() {
        final var grid = EnergyGrid.of(-Double.MAX_VALUE, 0);
        final var far = new Spectrum(grid, new double[2], Double.MAX_VALUE, Scale.UNKNOWN);
        assertThrows(SpectrumException.class, () -> new EnergyShift(Double.MAX_VALUE).apply(far));
    }
}

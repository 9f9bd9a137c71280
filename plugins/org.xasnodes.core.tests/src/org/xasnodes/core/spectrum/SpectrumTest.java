package org.xasnodes.core.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTest {

    private static final EnergyGrid GRID = EnergyGrid.of(8330, 8331, 8333);

    @Test
    void keepsWhatItIsMadeOf() {
        final var spectrum = new Spectrum(GRID, new double[]{-0.5, 0, 2}, 1.25, Scale.EDGE_STEP);
        assertSame(GRID, spectrum.grid());
        assertEquals(3, spectrum.size());
        assertEquals(2, spectrum.intensity(2));
        assertArrayEquals(new double[]{-0.5, 0, 2}, spectrum.intensities());
        assertEquals(1.25, spectrum.appliedShiftEv());
        assertEquals(Scale.EDGE_STEP, spectrum.scale());
    }

    @Test
    void aSpectrumFromAFileIsNotShiftedAndOfUnknownScale() {
        final var spectrum = new Spectrum(GRID, new double[3]);
        assertEquals(0, spectrum.appliedShiftEv());
        assertEquals(Scale.UNKNOWN, spectrum.scale());
    }

    @Test
    void neitherItsSourceNorItsCopyCanChangeIt() {
        final var intensities = new double[]{1, 2, 3};
        final var spectrum = new Spectrum(GRID, intensities);
        intensities[0] = 99;
        spectrum.intensities()[1] = 99;
        assertArrayEquals(new double[]{1, 2, 3}, spectrum.intensities());
    }

    @Test
    void refusesIntensitiesThatDoNotFitTheEnergies() {
        final var e = assertThrows(IllegalArgumentException.class, () -> new Spectrum(GRID, new double[2]));
        assertEquals("2 intensities do not fit 3 energies.", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Spectrum(GRID, new double[4]));
        assertThrows(IllegalArgumentException.class, () -> new Spectrum(GRID, new double[0]));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNotFiniteAndSaysWhere(final double bad) {
        final var e = assertThrows(IllegalArgumentException.class, () -> new Spectrum(GRID, new double[]{1, bad, 1}));
        assertTrue(e.getMessage().contains("8331.0 eV is " + bad), e.getMessage());
        final var shift = assertThrows(IllegalArgumentException.class,
            () -> new Spectrum(GRID, new double[3], bad, Scale.UNKNOWN));
        assertTrue(shift.getMessage().contains("shift is " + bad), shift.getMessage());
    }

    @Test
    void refusesToBeWithoutAScale() {
        assertThrows(NullPointerException.class, () -> new Spectrum(GRID, new double[3], 0, null));
    }

    @Test
    void spectraOfTheSameContentAreEqual() {
        final var spectrum = new Spectrum(GRID, new double[]{1, 2, 3}, 0.5, Scale.MAXIMUM);
        final var same = new Spectrum(EnergyGrid.of(8330, 8331, 8333), new double[]{1, 2, 3}, 0.5, Scale.MAXIMUM);
        assertEquals(spectrum, same);
        assertEquals(spectrum.hashCode(), same.hashCode());
        assertNotEquals(spectrum, new Spectrum(GRID, new double[]{1, 2, 4}, 0.5, Scale.MAXIMUM));
        assertNotEquals(spectrum, new Spectrum(GRID, new double[]{1, 2, 3}, 0.6, Scale.MAXIMUM));
        assertNotEquals(spectrum, new Spectrum(GRID, new double[]{1, 2, 3}, 0.5, Scale.AREA));
        assertNotEquals(spectrum,
            new Spectrum(EnergyGrid.of(8330, 8331, 8334), new double[]{1, 2, 3}, 0.5, Scale.MAXIMUM));
    }

    @Test
    void describesItselfForMessages() {
        assertEquals("Spectrum (8330.00 to 8333.00 eV, 3 points)", new Spectrum(GRID, new double[3]).toString());
    }
}

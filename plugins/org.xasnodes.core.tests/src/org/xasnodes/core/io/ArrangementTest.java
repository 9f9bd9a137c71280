package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.spectrum.SpectrumException;

class ArrangementTest {

    @Test
    void leavesAscendingEnergiesAsTheyAre() throws SpectrumException {
        final var arrangement = Arrangement.of(new double[]{1, 2, 4});
        assertFalse(arrangement.sorted());
        assertEquals(0, arrangement.merged());
        final var spectrum = arrangement.spectrum(new double[]{5, 6, 7});
        assertArrayEquals(new double[]{5, 6, 7}, spectrum.intensities());
        assertSame(arrangement.grid(), spectrum.grid());
    }

    @Test
    void turnsDescendingEnergies() throws SpectrumException {
        final var arrangement = Arrangement.of(new double[]{4, 2, 1});
        assertTrue(arrangement.sorted());
        assertEquals(0, arrangement.merged());
        assertArrayEquals(new double[]{1, 2, 4}, arrangement.grid().toArray());
        assertArrayEquals(new double[]{7, 6, 5}, arrangement.spectrum(new double[]{5, 6, 7}).intensities());
    }

    @Test
    void averagesRepeatedEnergiesWhereverTheyStand() throws SpectrumException {
        final var arrangement = Arrangement.of(new double[]{2, 1, 2, 3, 2});
        assertTrue(arrangement.sorted());
        assertEquals(2, arrangement.merged());
        final var intensities = new double[]{1, 10, 4, 20, 7};
        assertArrayEquals(new double[]{10, 4, 20}, arrangement.spectrum(intensities).intensities());
        assertArrayEquals(new double[]{1, 10, 4, 20, 7}, intensities);
    }

    @Test
    void doesNotCallNeighbouringRepetitionsUnsorted() throws SpectrumException {
        final var arrangement = Arrangement.of(new double[]{1, 1, 2});
        assertFalse(arrangement.sorted());
        assertEquals(1, arrangement.merged());
    }

    @Test
    void takesBothZerosForOneEnergy() throws SpectrumException {
        assertEquals(2, Arrangement.of(new double[]{0.0, -0.0, 1}).grid().size());
        assertEquals(2, Arrangement.of(new double[]{-0.0, 1, 0.0}).grid().size());
    }

    @Test
    void refusesWhatIsNoSpectrum() throws SpectrumException {
        for (final var energies : new double[][]{{}, {1}, {1, 1}, {1, Double.NaN}, {1, Double.POSITIVE_INFINITY}}) {
            assertThrows(SpectrumException.class, () -> Arrangement.of(energies));
        }
        final var repeated = Arrangement.of(new double[]{1, 1, 2});
        assertThrows(SpectrumException.class, () -> repeated.spectrum(new double[]{Double.NaN, 1, 2}));
        assertThrows(SpectrumException.class,
            () -> repeated.spectrum(new double[]{Double.MAX_VALUE, Double.MAX_VALUE, 2}));
    }
}

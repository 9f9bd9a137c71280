package org.xasnodes.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.spectrum.EnergyGrid;

class IntensityFeaturesTest {

    private final IntensityFeatures m_features = new IntensityFeatures();

    @Test
    void areTheIntensitiesBitForBit() {
        final var y = new double[]{0.1, -3, 1e300, Double.MIN_VALUE, -0.0};
        assertArrayEquals(y, m_features.apply(y));
    }

    @Test
    void areANewArraySoThatNobodyChangesASpectrum() {
        final var y = new double[]{1, 2};
        assertNotSame(y, m_features.apply(y));
    }

    @Test
    void areNamedByEnergy() {
        final var names = m_features.columnNames(EnergyGrid.linear(8330, 8370, 100));
        assertEquals(100, names.length);
        assertEquals("intensity 8330.00 eV", names[0]);
        assertEquals("intensity 8370.00 eV", names[99]);
        assertEquals("intensity", m_features.id());
    }
}

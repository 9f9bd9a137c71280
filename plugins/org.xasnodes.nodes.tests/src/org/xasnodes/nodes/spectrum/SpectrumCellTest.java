package org.xasnodes.nodes.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataType;
import org.knime.core.data.ExtensibleUtilityFactory;
import org.knime.core.data.def.DoubleCell;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;

/** Spectra as values of KNIME. */
final class SpectrumCellTest {

    private static SpectrumCell cell(final double intensity, final double shift, final Scale scale) {
        return new SpectrumCell(new Spectrum(EnergyGrid.of(1, 2), new double[]{1, intensity}, shift, scale));
    }

    @Test
    void cellsAreEqualIfTheirSpectraAre() {
        final var cell = cell(2, 0, Scale.AREA);
        assertEquals(cell, cell(2, 0, Scale.AREA));
        assertEquals(cell.hashCode(), cell(2, 0, Scale.AREA).hashCode());
        assertNotEquals(cell, cell(3, 0, Scale.AREA));
        assertNotEquals(cell, cell(2, 1, Scale.AREA));
        assertNotEquals(cell, cell(2, 0, Scale.UNKNOWN));
        assertNotEquals(cell, new SpectrumCell(new Spectrum(EnergyGrid.of(1, 3), new double[]{1, 2}, 0, Scale.AREA)));
        assertNotEquals(cell, DataType.getMissingCell());
        assertNotEquals(cell, new DoubleCell(1));
        assertNotEquals(cell(0.0, 0, Scale.AREA), cell(-0.0, 0, Scale.AREA), "bits differ");
    }

    @Test
    void theTextNamesTheRangeAndTheNumberOfPoints() {
        assertEquals("Spectrum (1.00 to 2.00 eV, 2 points)", cell(2, 0, Scale.AREA).toString());
    }

    @Test
    void theTypeIsNamedSpectrumAndPrefersOurValue() {
        assertEquals(SpectrumValue.class, SpectrumCell.TYPE.getPreferredValueClass());
        assertTrue(SpectrumCell.TYPE.isCompatible(SpectrumValue.class));
        assertEquals("Spectrum", SpectrumCell.TYPE.getName());
    }

    @Test
    void theUtilityHasAnIconAndLetsRenderersBeAdded() {
        assertNotNull(SpectrumValue.UTILITY.getIcon());
        assertEquals(16, SpectrumValue.UTILITY.getIcon().getIconWidth());
        assertTrue(SpectrumValue.UTILITY instanceof ExtensibleUtilityFactory);
    }
}

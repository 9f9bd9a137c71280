package org.xasnodes.core.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xasnodes.core.spectrum.SpectrumException;

class AlignOptionsTest {

    private static final EnergyWindow ALL = EnergyWindow.ALL;

    @ParameterizedTest
    @CsvSource({"1, 1, 0.25, 0.5, must be below the highest", "2, 1, 0.25, 0.5, must be below the highest",
        "NaN, 1, 0.25, 0.5, must be below the highest", "-Infinity, 1, 0.25, 0.5, must be below the highest",
        "0, 0.3, 0.25, 0.5, must be at least two steps of 0.25 eV wide", "-1, 1, 0, 0.5, must be positive",
        "-1, 1, NaN, 0.5, must be positive", "-1, 1, 1e-9, 0.5, more than a million",
        "-1, 1, 0.25, 0, above 0 and at most 1", "-1, 1, 0.25, 1.1, above 0 and at most 1",
        "-1, 1, 0.25, NaN, above 0 and at most 1"})
    void refusesWhatCannotBeScanned(final double min, final double max, final double step, final double overlap,
        final String message) {
        final var e = assertThrows(IllegalArgumentException.class,
            () -> new AlignOptions(AlignMethod.INTENSITY, min, max, step, ALL, overlap));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "6, 5", "NaN, 5", "5, Infinity"})
    void refusesAWindowThatDoesNotBeginBelowItsEnd(final double from, final double to) {
        assertThrows(IllegalArgumentException.class, () -> EnergyWindow.between(from, to));
        assertThrows(IllegalArgumentException.class, () -> EnergyWindow.aroundEdge(from, to));
    }

    @Test
    void aWindowIsCutToTheReferenceAndMayBeOpen() throws SpectrumException {
        final var reference = AlignData.shifted(AlignData.GRID, 0);
        assertWindow(8320, 8390, ALL, reference);
        assertWindow(8330, 8390, EnergyWindow.between(8330, 9000), reference);
        assertWindow(8320, 8340, new EnergyWindow(EnergyWindow.Origin.ZERO, OptionalDouble.empty(),
            OptionalDouble.of(8340)), reference);
        // E0 is the steepest point, 8344.8 or 8345.2
        final var around = EnergyWindow.aroundEdge(-10, 20).in(reference);
        assertEquals(8335, around[0], 1);
        assertEquals(30, around[1] - around[0], 1e-9);
    }

    private static void assertWindow(final double low, final double high, final EnergyWindow window,
        final org.xasnodes.core.spectrum.Spectrum reference) throws SpectrumException {
        assertEquals(low, window.in(reference)[0]);
        assertEquals(high, window.in(reference)[1]);
    }
}

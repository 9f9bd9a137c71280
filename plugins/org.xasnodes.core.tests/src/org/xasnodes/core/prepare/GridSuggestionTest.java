package org.xasnodes.core.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.prepare.Resampler.Outside;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

class GridSuggestionTest {

    @Test
    void oneCommonGridIsItsOwnSuggestion() throws SpectrumException {
        final var uneven = EnergyGrid.of(8330.001, 8331, 8370.009);
        assertSame(uneven, GridSuggestion.commonGrid(List.of(uneven, EnergyGrid.of(uneven.toArray()))));
    }

    @Test
    void spansTheCommonRangeWithTheMedianNumberOfPoints() throws SpectrumException {
        final var grids = List.of(EnergyGrid.linear(8300, 8400, 101), EnergyGrid.linear(8330, 8380, 501),
            EnergyGrid.linear(8320, 8370, 26));
        // in 8330 to 8370: 41, 401 and 21 points
        assertEquals(EnergyGrid.linear(8330, 8370, 41), GridSuggestion.commonGrid(grids));
    }

    @Test
    void endsAreRoundedInwardsToNumbersAUserCanRead() throws SpectrumException {
        final var grid = GridSuggestion.commonGrid(
            List.of(EnergyGrid.linear(8330.0001, 8370.1, 41), EnergyGrid.linear(8330, 8370.1, 41)));
        assertEquals(8330.01, grid.firstEv());
        assertEquals(8370.1, grid.lastEv());
    }

    @Test
    void aNarrowRangeIsNotRoundedAway() throws SpectrumException {
        final var grid = GridSuggestion.commonGrid(List.of(EnergyGrid.of(1.001, 1.004), EnergyGrid.of(1.002, 1.005)));
        assertEquals(EnergyGrid.linear(1.002, 1.004, 2), grid);
    }

    @Test
    void everySpectrumCoversTheSuggestedGrid() throws SpectrumException {
        final List<EnergyGrid> grids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            grids.add(EnergyGrid.linear(8320 + Math.sqrt(i), 8390 - Math.cbrt(i), 50 + i));
        }
        final var resampler = new Resampler(GridSuggestion.commonGrid(grids), Outside.MISSING);
        for (final var grid : grids) {
            assertEquals(resampler.grid(), resampler.apply(new Spectrum(grid, new double[grid.size()])).grid());
        }
    }

    @Test
    void refusesGridsWithoutCommonRangeAndNamesIt() {
        final var grids = List.of(EnergyGrid.of(7100, 7200), EnergyGrid.of(8330, 8370));
        final var message =
            assertThrows(SpectrumException.class, () -> GridSuggestion.commonGrid(grids)).getMessage();
        assertTrue(message.contains("8330.00") && message.contains("7200.00"), message);
        final var touching = List.of(EnergyGrid.of(1, 2), EnergyGrid.of(2, 3));
        assertThrows(SpectrumException.class, () -> GridSuggestion.commonGrid(touching));
    }

    @Test
    void refusesToGuessFromNothing() {
        assertThrows(SpectrumException.class, () -> GridSuggestion.commonGrid(List.of()));
    }
}

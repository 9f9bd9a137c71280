package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.align.ShiftTolerance;
import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.analyze.tolerance.ShiftToleranceNodeFactory;

/** Shift Tolerance: a row for each shift, the mean and the lowest correlation of each feature. */
final class ShiftToleranceTest {

    private static final Spectrum FLAT = new Spectrum(Tables.GRID, new double[100]);

    private static NodeRun node(final BufferedDataTable table) {
        return NodeRun.of(new ShiftToleranceNodeFactory()).input(table);
    }

    @Test
    void aNewNodeComparesThreeFeaturesAtTheShiftsOfThePaper() throws Exception {
        final var result = node(Tables.spectra(Tables.simulated(5))).run();
        final var table = result.ok();
        assertEquals(List.of("shift eV", "intensity", "intensity lowest", "cdf", "cdf lowest", "cwt", "cwt lowest"),
            Tables.names(table.getDataTableSpec()));
        assertTrue(result.configured().equalStructure(table.getDataTableSpec()));
        assertEquals(21, table.size());
        assertEquals(-5, Tables.numbers(table, 0, 0)[0]);
        assertEquals(0.5, Tables.numbers(table, 11, 0)[0]);
        assertArrayEquals(new double[]{0, 1, 1, 1, 1, 1, 1}, Tables.numbers(table, 10, 0), 1e-12);
        final var far = Tables.numbers(table, 20, 0);
        assertTrue(far[3] > 0.9 && far[3] > far[1] && far[1] > far[5], "the CDF bears most, the wavelets least");
        assertTrue(far[4] <= far[3] && far[2] <= far[1]);
        assertNull(result.warning());
    }

    @Test
    void theMeanIsThatOfTheSpectraAndTheLowestTheirLowest() throws Exception {
        final var spectra = Tables.simulated(7);
        final var table = node(Tables.spectra(spectra)).set("intensity", false).set("wavelet", false)
            .set("firstShiftEv", -1).set("lastShiftEv", 2).set("shifts", 2).run().ok();
        final var core = new ShiftTolerance(Tables.GRID, List.of(new ShiftTolerance.Feature("cdf",
            new CumulativeDistribution(), ShiftTolerance.Part.ALL)), new double[]{-1, 2});
        for (int s = 0; s < 2; s++) {
            var sum = 0.0;
            var lowest = 1.0;
            for (final var spectrum : spectra) {
                sum += core.of(spectrum)[0][s];
                lowest = Math.min(lowest, core.of(spectrum)[0][s]);
            }
            assertEquals(sum / 7, Tables.numbers(table, s, 0)[1]);
            assertEquals(lowest, Tables.numbers(table, s, 0)[2]);
        }
    }

    @Test
    void peaksAreComparedByTheirHeights() throws Exception {
        final var table = node(Tables.spectra(Tables.simulated(1))).set("peaks", true).set("shifts", 3).run().ok();
        assertEquals(List.of("peak heights", "peak heights lowest"),
            Tables.names(table.getDataTableSpec()).subList(7, 9));
        assertEquals(1, Tables.numbers(table, 1, 0)[7], 1e-12);
        assertTrue(Tables.numbers(table, 0, 0)[7] < 0.99);
    }

    @Test
    void spectraThatCannotBeComparedAreLeftOutOrStopTheNode() throws Exception {
        final var good = Tables.simulated(Tables.GRID, 0);
        final var alone = node(Tables.spectra(good)).run().ok();
        final var result = node(Tables.spectra(null, good, FLAT)).run();
        for (int i = 0; i < 21; i++) {
            assertArrayEquals(Tables.numbers(alone, i, 0), Tables.numbers(result.ok(), i, 0));
        }
        assertTrue(result.warning().startsWith("2 of 3 spectra were left out: the spectrum is missing (first: 'Row0')"),
            result.warning());
        assertEquals("Row 'Row0': the spectrum is missing",
            node(Tables.spectra(null, good)).set("onProblem", "FAIL").run().error());
        assertTrue(node(Tables.spectra(FLAT)).run().error().startsWith("No spectrum could be compared. 1 of 1"));
    }

    @Test
    void mixedGridsAndNoSpectrumAreRefused() throws Exception {
        assertTrue(node(Tables.spectra(Tables.simulated(Tables.GRID, 0), Tables.ramp(8330, 8370, 50))).run().error()
            .startsWith("The spectra have different energy grids"));
        assertTrue(node(Tables.spectra(new Spectrum[]{null})).run().error().startsWith("There is no spectrum"));
        assertTrue(node(Tables.spectra(Tables.ramp(8330, 8331, 5))).set("peaks", true).run().error()
            .startsWith("20 peaks cannot be fitted to 5 points"));
    }

    @ParameterizedTest
    @CsvSource({"firstShiftEv, 5, must be below the last", "lastShiftEv, NaN, must be below the last",
        "shifts, 1, from 2 to 10000", "shifts, 10001, from 2 to 10000"})
    void settingsThatMakeNoSenseAreRefused(final String setting, final String value, final String message)
        throws Exception {
        final var error = node(Tables.spectra(Tables.simulated(1))).set(setting, value).configure().error();
        assertTrue(error.contains(message), error);
    }

    @Test
    void noFeatureIsRefused() throws Exception {
        assertEquals("Choose at least one feature.", node(Tables.spectra(Tables.simulated(1))).set("intensity", false)
            .set("cdf", false).set("wavelet", false).configure().error());
    }

    @Test
    void itCanBeCanceled() throws Exception {
        final var node = node(Tables.spectra(Tables.simulated(50))).set("peaks", true);
        node.onProgress(p -> node.cancel());
        assertTrue(node.run().canceled());
    }

    @Test
    void theViewShowsEachFeatureOverTheShift() throws Exception {
        final var shown = ViewRun.pictures(node(Tables.spectra(Tables.simulated(2))));
        final var svg = shown.get("Shift tolerance");
        assertTrue(List.of("Shift (eV)", "Pearson correlation", "intensity", "cdf", "cwt").stream()
            .allMatch(svg::contains), svg.substring(0, 300));
    }
}

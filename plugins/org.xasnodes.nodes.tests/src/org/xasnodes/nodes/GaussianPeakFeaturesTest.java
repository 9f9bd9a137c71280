package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.feature.peaks.GaussianPeaks;
import org.xasnodes.core.feature.peaks.PeakOptions;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.feature.peaks.GaussianPeakFeaturesNodeFactory;

/** Gaussian Peak Features: parameters within their bounds, and the fit beside them. */
final class GaussianPeakFeaturesTest {

    private static final List<String> FIT = List.of("peak fit", "peak residual", "peak rms residual");

    private static NodeRun node(final BufferedDataTable table) {
        return NodeRun.of(new GaussianPeakFeaturesNodeFactory()).input(table);
    }

    private static double number(final BufferedDataTable table, final String column, final int row) {
        return ((DoubleValue)Tables.cells(table, column).get(row)).getDoubleValue();
    }

    @Test
    void aNewNodeGivesCentreHeightAndWidthOfTwentyPeaks() throws Exception {
        final var table = node(Tables.spectra(Tables.simulated(1))).run().ok();
        final var names = Tables.names(table.getDataTableSpec());
        assertEquals(List.of("Id", "Spectrum", "peak 01 center eV", "peak 01 height", "peak 01 fwhm eV",
            "peak 02 center eV"), names.subList(0, 6));
        assertEquals("peak 20 fwhm eV", names.get(61));
        assertEquals(62, names.size());
    }

    @Test
    void goldenSpectraAreFittedWithinTheGoldenBoundsAndNotWorseThanBySciPy() throws Exception {
        final var cases = Golden.synthetic();
        final var table = node(Tables.spectra(Golden.spectra(cases))).set("appendFit", true).run().ok();
        for (int i = 0; i < 7; i++) {
            final var golden = cases.get(i);
            final var lower = Golden.doubles(golden.get("peaks_lower"));
            final var upper = Golden.doubles(golden.get("peaks_upper"));
            final var numbers = rowNumbers(table, i, 60);
            for (int k = 0; k < 60; k++) {
                assertTrue(numbers[k] >= lower[k] && numbers[k] <= upper[k], i + " " + k + ": " + numbers[k]);
            }
            final var rms = number(table, "peak rms residual", i);
            final var limit = 1.5 * golden.get("peaks_rss").doubleValue();
            assertTrue(rms * rms * 100 <= limit, rms * rms * 100 + " of " + limit);
        }
    }

    private static double[] rowNumbers(final BufferedDataTable table, final int row, final int count) {
        final var cells = Tables.rows(table).get(row);
        final var result = new double[count];
        for (int k = 0; k < count; k++) {
            result[k] = ((DoubleValue)cells.getCell(2 + k)).getDoubleValue();
        }
        return result;
    }

    @Test
    void theFittedCurveIsTheSumOfThePeaksAndTheResidualIsWhatItLeavesOver() throws Exception {
        final var spectra = new Spectrum[]{scaled(Tables.simulated(1)[0]), Tables.simulated(2)[1]};
        final var table = node(Tables.spectra(spectra)).set("appendFit", true).set("peaks", 9).run().ok();
        final var names = Tables.names(table.getDataTableSpec());
        assertEquals(FIT, names.subList(2 + 27, 2 + 30));
        for (int row = 0; row < 2; row++) {
            final var parameters = rowNumbers(table, row, 27);
            final var fit = Tables.spectraOf(table, "peak fit").get(row);
            final var residual = Tables.spectraOf(table, "peak residual").get(row);
            var squares = 0.0;
            for (int i = 0; i < 100; i++) {
                final var energy = Tables.GRID.energyEv(i);
                var sum = 0.0;
                for (int j = 0; j < 27; j += 3) {
                    final var x = (energy - parameters[j]) / (parameters[j + 2] / 2.355);
                    sum += parameters[j + 1] * Math.exp(-x * x / 2);
                }
                assertEquals(sum, fit.intensity(i), 1e-9);
                assertEquals(spectra[row].intensity(i), fit.intensity(i) + residual.intensity(i), 1e-14);
                squares += residual.intensity(i) * residual.intensity(i);
            }
            assertEquals(Math.sqrt(squares / 100), number(table, "peak rms residual", row), 1e-15);
            assertEquals(spectra[row].appliedShiftEv(), fit.appliedShiftEv());
            assertEquals(List.of(Scale.UNKNOWN, Scale.UNKNOWN), List.of(fit.scale(), residual.scale()));
        }
        assertEquals("linear 8330.0 8370.0 100",
            table.getDataTableSpec().getColumnSpec("peak fit").getProperties().getProperty("xas.grid"));
    }

    private static Spectrum scaled(final Spectrum spectrum) {
        return new Spectrum(spectrum.grid(), spectrum.intensities(), 1.25, Scale.MAXIMUM);
    }

    @Test
    void theParametersAreTheSameWithAndWithoutTheFittedCurve() throws Exception {
        final var spectra = Tables.simulated(3);
        final var plain = node(Tables.spectra(spectra)).set("peaks", 11).run().ok();
        final var fit = node(Tables.spectra(spectra)).set("peaks", 11).set("appendFit", true).run().ok();
        final var core = new GaussianPeaks(Tables.GRID, PeakOptions.DEFAULTS.withPeaks(11));
        for (int row = 0; row < 3; row++) {
            assertArrayEquals(core.apply(spectra[row].intensities()), Tables.numbers(plain, row, 2));
            assertArrayEquals(Tables.numbers(plain, row, 2), rowNumbers(fit, row, 33));
        }
    }

    @Test
    void withAVectorTheFitStandsBesideIt() throws Exception {
        final var result =
            node(Tables.spectra(Tables.simulated(2))).set("output", "VECTOR").set("appendFit", true).run();
        assertEquals(List.of("Id", "Spectrum", "peak", "peak fit", "peak residual", "peak rms residual"),
            Tables.names(result.ok().getDataTableSpec()));
        assertEquals(Tables.names(result.ok().getDataTableSpec()), Tables.names(result.configured()));
    }

    @Test
    void runTwiceTheFitColumnsGetNamesOfTheirOwnToo() throws Exception {
        final var once = node(Tables.spectra(Tables.simulated(1))).set("peaks", 2).set("appendFit", true).run().ok();
        final var twice = node(once).set("peaks", 2).set("appendFit", true)
            .set("spectrumColumn", "Spectrum").run().ok();
        assertEquals(List.of("peak fit (#1)", "peak residual (#1)", "peak rms residual (#1)"),
            Tables.names(twice.getDataTableSpec()).subList(17, 20));
        assertEquals(Tables.cells(once, "peak fit"), Tables.cells(twice, "peak fit (#1)"));
    }

    @Test
    void morePeaksThanPointsAreRefused() throws Exception {
        final var input = Tables.spectra(Tables.ramp(1, 2, 9));
        assertEquals("20 peaks cannot be fitted to 9 points. Use fewer peaks, or spectra with more points.",
            node(input).run().error());
        assertEquals("20 peaks cannot be fitted to 9 points. Use fewer peaks, or spectra with more points.",
            node(input).set("output", "VECTOR").set("onProblem", "FAIL").run().error());
        assertEquals("The number of peaks must be at least 1, not 0.", node(input).set("peaks", 0).configure().error());
        assertEquals("The number of peaks must be at least 1, not -5.",
            node(input).set("peaks", -5).configure().error());
    }

    @Test
    void aZeroSpectrumAndOneThatIsTooLargeHaveNoPeaksWithTheReason() throws Exception {
        final var grid = EnergyGrid.linear(1, 5, 9);
        final var large = new Spectrum(grid, new double[]{1, 2, 3, 4, 1e301, 4, 3, 2, 1});
        final var input = Tables.spectra(new Spectrum(grid, new double[9]), Tables.ramp(1, 5, 9), large);
        final var result = node(input).set("peaks", 2).set("appendFit", true).run();
        final var zero = "All intensities are 0, so there are no peaks to fit. Remove this spectrum.";
        for (final var column : FIT) {
            assertEquals(zero, Tables.missing(Tables.cells(result.ok(), column).get(0)));
        }
        assertEquals(zero, Tables.missing(Tables.cells(result.ok(), "peak 02 height").get(0)));
        assertTrue(result.warning().startsWith("2 of 3 spectra have no features: All intensities are 0, so there are "
            + "no "
            + "peaks to fit. Remove this spectrum (first: 'Row0'); 1 of them for other reasons (first: 'Row2', The "
            + "intensity at 3.0 eV is 1.0E301, but peaks can be fitted to numbers up to"), result.warning());
        assertEquals("Row 'Row0': " + zero, node(input).set("peaks", 2).set("onProblem", "FAIL").run().error());
    }
}

package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.prepare.Resampler;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.prepare.resampler.EnergyResamplerNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/** Energy Resampler: where its grid comes from, what it does outside a spectrum, where the result goes. */
final class EnergyResamplerTest {

    private static final String NOT_COVERED = "The spectrum (8335.00 to 8345.00 eV) does not cover the grid "
        + "(8330.00 to 8340.00 eV).";

    private static NodeRun node(final BufferedDataTable table) {
        return NodeRun.of(new EnergyResamplerNodeFactory()).input(table);
    }

    private static NodeRun grid(final NodeRun node, final double first, final double last, final int points) {
        return node.set("firstEnergyEv", first).set("lastEnergyEv", last).set("points", points);
    }

    private static String gridProperty(final BufferedDataTable table, final String column) {
        return table.getDataTableSpec().getColumnSpec(column).getProperties().getProperty("xas.grid");
    }

    @Test
    void aNewNodeTakesTheCommonRangeOfItsSpectra() throws Exception {
        final var result = node(Tables.spectra(Tables.ramp(8330, 8370, 41), Tables.ramp(8332, 8372, 41), null)).run();
        final var spectra = Tables.spectraOf(result.ok(), "Spectrum");
        assertEquals(EnergyGrid.linear(8332, 8370, 39), spectra.get(0).grid());
        assertSame(spectra.get(0).grid().size(), spectra.get(1).grid().size());
        assertEquals(3, spectra.get(0).intensity(0), 1e-12);
        assertEquals(1, spectra.get(1).intensity(0), 1e-12);
        assertEquals("1 of 3 spectra were not resampled: the spectrum is missing (first: 'Row2')", result.warning());
        assertEquals("linear 8332.0 8370.0 39", gridProperty(result.table(), "Spectrum"));
    }

    @Test
    void spectraThatShareAGridKeepTheirIntensitiesAndEnergies() throws Exception {
        final var spectra = Tables.simulated(50);
        final var result = node(Tables.spectra(spectra)).run();
        assertEquals(List.of(spectra), Tables.spectraOf(result.ok(), "Spectrum"));
        assertNull(result.warning());
        assertTrue(result.configured().equalStructure(result.table().getDataTableSpec()));
        assertEquals("linear 8330.0 8370.0 100",
            result.configured().getColumnSpec("Spectrum").getProperties().getProperty("xas.grid"));
    }

    @Test
    void interpolatesAsTheCoreDoesAndKeepsShiftAndScale() throws Exception {
        final var target = EnergyGrid.linear(8331, 8369, 77);
        final var spectra = Arrays.stream(Tables.simulated(20))
            .map(s -> new Spectrum(s.grid(), s.intensities(), 0.5, Scale.MAXIMUM)).toArray(Spectrum[]::new);
        final var table = grid(node(Tables.spectra(spectra)), 8331, 8369, 77).run().ok();
        final var core = new Resampler(target, Resampler.Outside.MISSING);
        for (int i = 0; i < spectra.length; i++) {
            assertEquals(core.apply(spectra[i]), Tables.spectraOf(table, "Spectrum").get(i));
        }
    }

    @Test
    void aSpectrumThatDoesNotCoverTheGridIsMissingWithItsReasonAndAllElseGoesOn() throws Exception {
        final var input = Tables.spectra(Tables.ramp(8330, 8340, 11), Tables.ramp(8335, 8345, 11),
            Tables.ramp(8335, 8345, 11), Tables.ramp(8329, 8341, 13));
        final var result = grid(node(input), 8330, 8340, 11).run();
        final var cells = Tables.cells(result.ok(), "Spectrum");
        assertTrue(Tables.missing(cells.get(1)).startsWith(NOT_COVERED), Tables.missing(cells.get(1)));
        assertArrayEquals(new double[]{2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
            Tables.spectraOf(result.table(), "Spectrum").get(3).intensities());
        assertTrue(result.warning().startsWith("2 of 4 spectra were not resampled: " + NOT_COVERED)
            && result.warning().endsWith("(first: 'Row1')"), result.warning());
    }

    @Test
    void nearestRepeatsTheEndsButRefusesASpectrumWithoutAnyEnergyOfTheGrid() throws Exception {
        final var input = Tables.spectra(Tables.ramp(8335, 8345, 11), Tables.ramp(9000, 9010, 11));
        final var result = grid(node(input), 8330, 8340, 3).set("outside", "NEAREST").run();
        assertArrayEquals(new double[]{1, 1, 6}, Tables.spectraOf(result.ok(), "Spectrum").get(0).intensities());
        assertEquals("1 of 2 spectra were not resampled: The spectrum (9000.00 to 9010.00 eV) does not cover the "
            + "grid (8330.00 to 8340.00 eV). No energy of the grid lies inside the spectrum. Choose another grid "
            + "(first: 'Row1')",
            result.warning());
    }

    @Test
    void withTheOptionFailTheFirstSuchSpectrumStopsTheNode() throws Exception {
        final var input = Tables.spectra(Tables.ramp(8330, 8340, 11), Tables.ramp(8335, 8345, 11));
        final var error = grid(node(input), 8330, 8340, 11).set("onProblem", "FAIL").run().error();
        assertTrue(error.startsWith("Row 'Row1': " + NOT_COVERED), error);
    }

    @Test
    void theResultCanBeAppendedUnderANameThatIsMadeUnique() throws Exception {
        final var input = Tables.spectra(Tables.ramp(8330, 8340, 11));
        final var once = grid(node(input), 8330, 8340, 5).set("output", "APPEND").run();
        assertEquals(List.of("Id", "Spectrum", "Resampled"), Tables.names(once.ok().getDataTableSpec()));
        assertEquals(List.of("Id", "Spectrum", "Resampled"), Tables.names(once.configured()));
        assertEquals(11, Tables.spectraOf(once.table(), "Spectrum").get(0).size());
        assertEquals(5, Tables.spectraOf(once.table(), "Resampled").get(0).size());
        final var twice = node(once.table()).set("output", "APPEND").run().ok();
        assertEquals(List.of("Id", "Spectrum", "Resampled", "Resampled (#1)"), Tables.names(twice.getDataTableSpec()));
        assertEquals("Enter a name for the new column.",
            node(input).set("output", "APPEND").set("newColumn", " ").configure().error());
    }

    @Test
    void replacingKeepsThePlaceOfTheColumnKeysAndOrder() throws Exception {
        final var input = Tables.spectra(Tables.simulated(120));
        final var output = grid(node(input), 8340, 8350, 7).run().ok();
        assertEquals(Tables.names(input.getDataTableSpec()), Tables.names(output.getDataTableSpec()));
        assertEquals(Tables.keys(input), Tables.keys(output));
    }

    @Test
    void theReferencePortGivesTheTrainingGridWhateverTheSettingsSay() throws Exception {
        final var training = Tables.spectra(null, Tables.ramp(8331, 8339, 9), Tables.ramp(8331, 8339, 9));
        final var input = Tables.spectra(Tables.ramp(8330, 8340, 11));
        final var result = grid(node(input).reference(training), 1, 2, 3).run();
        assertEquals(EnergyGrid.linear(8331, 8339, 9), Tables.spectraOf(result.ok(), "Spectrum").get(0).grid());
        assertNull(result.warning());
        final var column = new DataColumnSpecCreator("S", SpectrumCell.TYPE);
        column.setProperties(new DataColumnProperties(Map.of("xas.grid", "linear 8331.0 8339.0 9")));
        final var known = node(input).reference(Tables.spectraIn(column.createSpec(), Tables.ramp(8331, 8339,
            9))).run();
        assertEquals("linear 8331.0 8339.0 9",
            known.configured().getColumnSpec("Spectrum").getProperties().getProperty("xas.grid"));
    }

    @Test
    void aReferenceWithoutSpectraOrWithMixedGridsIsRefused() throws Exception {
        final var input = Tables.spectra(Tables.ramp(8330, 8340, 11));
        assertEquals("There is no spectrum in the reference table.",
            node(input).reference(Tables.spectra((Spectrum)null)).run().error());
        assertEquals("The reference table has no column of spectra.",
            node(input).reference(Tables.numbers(new String[]{"x"}, new Double[]{1.0})).configure().error());
        assertEquals("The reference spectra have different energy grids: 8331.00 to 8339.00 eV, 9 points, and in "
            + "row 'Row1' 8331.00 to 8339.00 eV, 5 points. Bring the reference table to one grid first.",
            node(input).reference(Tables.spectra(Tables.ramp(8331, 8339, 9), Tables.ramp(8331, 8339,
                5))).run().error());
    }

    @Test
    void withoutAGridItWarnsAndThenSuggestsTheCommonRange() throws Exception {
        final var input = Tables.spectra(Tables.ramp(8330, 8370, 41), Tables.ramp(8332, 8372, 41));
        final var result = node(input).savedUnconnected().run();
        assertEquals("No energy grid is set yet. Enter one in the dialog, or connect a reference table.",
            result.configureWarning());
        assertEquals("No energy grid is set. These spectra have 8332.00 to 8370.00 eV, 39 points in common: enter "
            + "that, or a part of it, in the dialog.", result.error());
        final var apart = Tables.spectra(Tables.ramp(8330, 8340, 41), Tables.ramp(9332, 9372, 41));
        assertEquals("No energy grid is set. These spectra have no energies in common: align them first, or choose "
            + "a grid and 'Nearest value' in the dialog.", node(apart).run().error());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "8370 | 8330 | 100 | The last energy (8330.0 eV) must be above the first (8370.0 eV).",
        "8330 | 8330 | 100 | The last energy (8330.0 eV) must be above the first (8330.0 eV).",
        "8330 | NaN | 100 | The first and the last energy must be numbers, not 8330.0 and NaN.",
        "8330 | 8370 | 1 | A grid needs at least 2 points, not 1.",
        "8330 | 8370 | -5 | A grid needs at least 2 points, not -5.",
        "8330 | Infinity | 5 | The first and the last energy must be numbers, not 8330.0 and Infinity.",
        "8330 | 8370 | 2000000000 | The number of points must be at most 1000000, not 2000000000."})
    void anImpossibleGridIsRefused(final double first, final double last, final int points, final String why)
        throws Exception {
        assertEquals("Energy grid: " + why, grid(node(Tables.spectra(Tables.simulated(1))), first, last,
            points).configure()
            .error());
    }

    @Test
    void aSpectrumColumnThatIsGoneIsNamed() throws Exception {
        final var input = Tables.spectra(Tables.ramp(1, 2, 2));
        assertEquals("The spectrum column 'Raw' is no longer in the input table. Choose another one in the dialog, for "
            + "example 'Spectrum'.", node(input).set("spectrumColumn", "Raw").configure().error());
    }

    @Test
    void tablesWithoutSpectraStayAsTheyAre() throws Exception {
        final var empty = grid(node(Tables.spectra()), 1, 2, 3).run();
        assertEquals(0, empty.ok().size());
        assertNull(empty.warning());
        final var missing = grid(node(Tables.spectra(null, null)), 1, 2, 3).run();
        assertEquals("2 of 2 spectra were not resampled: the spectrum is missing (first: 'Row0')", missing.warning());
        assertEquals("the spectrum is missing", Tables.missing(Tables.cells(missing.ok(), "Spectrum").get(0)));
    }

    @Test
    void cancellingEndsTheNode() throws Exception {
        final var node = grid(node(Tables.spectra(Tables.simulated(200))), 8340, 8350, 5);
        assertTrue(node.onProgress(p -> node.cancel()).run().canceled());
    }
}

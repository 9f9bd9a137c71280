package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.io.columnstospectrum.ColumnsToSpectrumNodeFactory;
import org.xasnodes.nodes.io.spectrumtocolumns.SpectrumToColumnsNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/** Columns to Spectrum, Spectrum to Columns, and the way there and back. */
final class ColumnsAndSpectraTest {

    private static final String[] NAMES = {"8330.0", "8330.5", "8332"};

    private static NodeRun toSpectrum(final BufferedDataTable table) {
        return NodeRun.of(new ColumnsToSpectrumNodeFactory()).input(table);
    }

    private static NodeRun toColumns(final BufferedDataTable table) {
        return NodeRun.of(new SpectrumToColumnsNodeFactory()).input(table);
    }

    private static NodeRun choose(final NodeRun node, final String... columns) {
        return node.edit(model -> model.getNodeSettings("intensityColumns").getNodeSettings("manualFilter")
            .addStringArray("manuallySelected", columns));
    }

    private static Spectrum only(final BufferedDataTable table, final String column) {
        return Tables.spectraOf(table, column).get(0);
    }

    @Test
    void columnsNamedByEnergiesBecomeASpectrum() throws Exception {
        final var result = toSpectrum(Tables.numbers(NAMES, new Double[]{1.0, 2.0, 3.5})).run();
        assertEquals(new Spectrum(EnergyGrid.of(8330, 8330.5, 8332), new double[]{1, 2, 3.5}),
            only(result.ok(), "Spectrum"));
        assertEquals(List.of("Spectrum"), Tables.names(result.table().getDataTableSpec()));
        assertTrue(result.configured().equalStructure(result.table().getDataTableSpec()));
        assertEquals("explicit 8330.0 8330.5 8332.0",
            result.table().getDataTableSpec().getColumnSpec(0).getProperties().getProperty("xas.grid"));
        assertNull(result.warning());
    }

    @Test
    void columnsInAnyOrderAreSortedByEnergy() throws Exception {
        final var table = toSpectrum(Tables.numbers(new String[]{"3 eV", "1 eV", "2 eV"}, new Double[]{30.0, 10.0,
            20.0})).run();
        assertEquals(new Spectrum(EnergyGrid.of(1, 2, 3), new double[]{10, 20, 30}), only(table.ok(), "Spectrum"));
    }

    @ParameterizedTest
    @CsvSource({"8330, 8330", "8330.25, 8330.25", "8330 eV, 8330", "8330.00eV, 8330", "cdf 8330.50 eV, 8330.5",
        "mu_8330.5, 8330.5", "mu-8330.5, 8330.5", "E=-12.5 eV, -12.5", "-12.5, -12.5", "e_8.3305E3, 8330.5",
        "sample 2 at 8330.5 eV, 8330.5", "8330.5 eV (#1), 8330.5", ".5, 0.5"})
    void theEnergyIsReadFromTheName(final String name, final double energy) throws Exception {
        final var other = "9999 eV";
        final var node = choose(toSpectrum(Tables.numbers(new String[]{name, other}, new Double[]{1.0, 2.0})), name,
            other);
        assertEquals(energy, only(node.run().ok(), "Spectrum").grid().firstEv());
    }

    @Test
    void aNewNodeLeavesOtherNumbersOut() throws Exception {
        final var spec = new DataTableSpec(Tables.column("Sample 12", IntCell.TYPE), Tables.column("8330.0",
            DoubleCell.TYPE),
            Tables.column("8331.0 eV", IntCell.TYPE), Tables.column("Bond length", DoubleCell.TYPE),
            Tables.column("8332", StringCell.TYPE), Tables.column("8333", LongCell.TYPE));
        final var table = toSpectrum(Tables.of(spec, List.of(new DefaultRow("r", new IntCell(1), new DoubleCell(0.5),
            new IntCell(2), new DoubleCell(1.9), new StringCell("x"), new LongCell(3))))).run().ok();
        assertEquals(List.of("Sample 12", "Bond length", "8332", "Spectrum"), Tables.names(table.getDataTableSpec()));
        assertEquals(new Spectrum(EnergyGrid.of(8330, 8331, 8333), new double[]{0.5, 2, 3}), only(table, "Spectrum"));
    }

    @Test
    void energiesCanBeEquallySpacedInTheOrderOfTheColumns() throws Exception {
        final var input = Tables.numbers(new String[]{"i0", "x", "i1", "i2"}, new Double[]{3.0, 9.0, 2.0, 1.0});
        final var node = choose(toSpectrum(input), "i0", "i1", "i2").set("energies", "EQUALLY_SPACED")
            .set("firstEnergyEv", 8330).set("lastEnergyEv", 8332);
        final var table = node.run().ok();
        assertEquals(new Spectrum(EnergyGrid.linear(8330, 8332, 3), new double[]{3, 2, 1}), only(table, "Spectrum"));
        assertEquals(List.of("x", "Spectrum"), Tables.names(table.getDataTableSpec()));
        assertEquals("Energy grid: The last energy (8330.0 eV) must be above the first (8330.0 eV).",
            node.set("lastEnergyEv", 8330).configure().error());
    }

    @Test
    void theColumnsCanBeKeptAndTheNewNameIsMadeUnique() throws Exception {
        final var input = Tables.numbers(NAMES, new Double[]{1.0, 2.0, 3.5});
        final var table = toSpectrum(input).set("removeColumns", false).set("newColumn", "8332").run().ok();
        assertEquals(List.of("8330.0", "8330.5", "8332", "8332 (#1)"), Tables.names(table.getDataTableSpec()));
        assertEquals(List.of("8332"),
            Tables.names(toSpectrum(input).set("newColumn", "8332").run().ok().getDataTableSpec()));
        assertEquals("Enter a name for the new column.", toSpectrum(input).set("newColumn", "").configure().error());
    }

    @Test
    void missingAndImpossibleIntensitiesGiveAMissingSpectrumThatNamesTheColumn() throws Exception {
        final var result = toSpectrum(Tables.numbers(NAMES, new Double[]{1.0, null, 3.0}, new Double[]{1.0, 2.0, 3.0},
            new Double[]{1.0, Double.NaN, 3.0}, new Double[]{1.0, 2.0, Double.NEGATIVE_INFINITY}, new Double[]{1.0,
                null, 3.0}))
                .run();
        final var cells = Tables.cells(result.ok(), "Spectrum");
        assertEquals("'8330.5' is missing", Tables.missing(cells.get(0)));
        assertEquals("'8330.5' is NaN", Tables.missing(cells.get(2)));
        assertEquals("'8332' is -Infinity", Tables.missing(cells.get(3)));
        assertEquals(new SpectrumCell(new Spectrum(EnergyGrid.of(8330, 8330.5, 8332), new double[]{1, 2, 3})),
            cells.get(1));
        assertEquals("4 of 5 rows gave no spectrum: '8330.5' is missing (first: 'Row0'); 2 of them for other "
            + "reasons (first: 'Row2', '8330.5' is NaN)", result.warning());
    }

    @Test
    void impossibleChoicesOfColumnsAreRefusedBeforeTheNodeRuns() throws Exception {
        final var input = Tables.numbers(new String[]{"8330", "a 8330.0 eV", "Bond length"}, new Double[]{1.0, 2.0,
            3.0});
        assertEquals("The columns '8330' and 'a 8330.0 eV' stand for the same energy, 8330.0 eV. Leave one of them "
            + "out.",
            choose(toSpectrum(input), "8330", "a 8330.0 eV").configure().error());
        assertEquals("The name of the column 'Bond length' holds no energy. Leave it out, or choose 'Equally "
            + "spaced' energies in the dialog.", choose(toSpectrum(input), "8330", "Bond length").configure().error());
        assertEquals("A spectrum needs at least two intensity columns, but only one is chosen. Choose them in the "
            + "dialog.",
            choose(toSpectrum(input), "8330").configure().error());
        assertEquals("A spectrum needs at least two intensity columns, but none is chosen. Choose them in the dialog.",
            toSpectrum(Tables.numbers(new String[]{"x"}, new Double[]{1.0})).configure().error());
    }

    @Test
    void intensityColumnsThatAreGoneAreNamedInsteadOfLeftOutSilently() throws Exception {
        final var input = Tables.numbers(new String[]{"8330", "8331", "8332"}, new Double[]{1.0, 2.0, 3.0});
        assertEquals("The intensity column '8330.5' is no longer in the input table. Choose the columns again in "
            + "the dialog.",
            choose(toSpectrum(input), "8330", "8330.5", "8331").configure().error());
        assertEquals("2 intensity columns are no longer in the input table, for example 'a'. Choose the columns "
            + "again in the dialog.", choose(toSpectrum(input), "a", "8330", "8331", "b").configure().error());
    }

    @Test
    void anIntensityColumnThatNowHoldsTextIsNamed() throws Exception {
        final var spec = new DataTableSpec(Tables.column("8330", DoubleCell.TYPE), Tables.column("8331",
            StringCell.TYPE),
            Tables.column("8332", DoubleCell.TYPE));
        final var input = Tables.of(spec, List.of());
        assertEquals("The intensity column '8331' holds String, not numbers. Choose the columns again in the dialog.",
            choose(toSpectrum(input), "8330", "8331", "8332").configure().error());
    }

    @Test
    void aNodeThatWasSavedUnconnectedFindsItsColumns() throws Exception {
        final var input = Tables.numbers(NAMES, new Double[]{1.0, 2.0, 3.5});
        assertEquals(3, only(toSpectrum(input).savedUnconnected().run().ok(), "Spectrum").size());
        final var spectra = Tables.spectra(Tables.simulated(2));
        assertEquals(101, toColumns(spectra).savedUnconnected().run().ok().getDataTableSpec().getNumColumns());
    }

    @Test
    void anEmptyTableGivesAnEmptyTableOfSpectra() throws Exception {
        final var result = toSpectrum(Tables.numbers(NAMES)).run();
        assertEquals(0, result.ok().size());
        assertEquals(List.of("Spectrum"), Tables.names(result.table().getDataTableSpec()));
        assertNull(result.warning());
    }

    @Test
    void aSpectrumBecomesColumnsNamedByEnergy() throws Exception {
        final var spectrum = new Spectrum(EnergyGrid.of(8330, 8330.122, 8330.125), new double[]{1, -0.0, 3});
        final var table = toColumns(Tables.spectra(spectrum)).run().ok();
        assertEquals(List.of("Id", "8330.000 eV", "8330.122 eV", "8330.125 eV"),
            Tables.names(table.getDataTableSpec()));
        assertArrayEquals(new double[]{1, -0.0, 3}, Tables.numbers(table, 0, 1));
        final var properties = table.getDataTableSpec().getColumnSpec(2).getProperties();
        assertEquals("8330.122", properties.getProperty("xas.energy"));
        assertEquals("spectrum", properties.getProperty("xas.feature"));
        final var kept = toColumns(Tables.spectra(spectrum)).set("removeSpectrum", false).run().ok();
        assertEquals(List.of("Id", "Spectrum", "8330.000 eV", "8330.122 eV", "8330.125 eV"),
            Tables.names(kept.getDataTableSpec()));
    }

    static Stream<EnergyGrid> grids() {
        final var random = new Random(3);
        return Stream.of(EnergyGrid.linear(8330, 8370, 100), EnergyGrid.of(-3.25, 1e-7, 1 / 3.0, 1e9),
            EnergyGrid.of(random.doubles(500).map(d -> 8330 + 40 * d).sorted().distinct().toArray()));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void thereAndBackGivesTheSameBits(final EnergyGrid grid) throws Exception {
        final var random = new Random(4);
        final var spectra = new Spectrum[30];
        Arrays.setAll(spectra, i -> new Spectrum(grid, random.longs(grid.size()).mapToDouble(Double::longBitsToDouble)
            .map(d -> Double.isFinite(d) ? d : -0.0).toArray()));
        final var input = Tables.spectra(spectra);
        final var columns = toColumns(input).run().ok();
        final var back = toSpectrum(columns).run();
        assertEquals(List.of(spectra), Tables.spectraOf(back.ok(), "Spectrum"));
        assertEquals(Tables.keys(input), Tables.keys(back.table()));
        assertEquals(Tables.cells(input, "Id"), Tables.cells(back.table(), "Id"));
        assertNull(back.warning());
    }

    @Test
    void missingSpectraAndMixedGridsGoOnOrAreRefused() throws Exception {
        final var result = toColumns(Tables.spectra(null, Tables.ramp(1, 2, 2))).run();
        assertEquals("1 of 2 rows have no intensities: the spectrum is missing (first: 'Row0')", result.warning());
        assertEquals("the spectrum is missing", Tables.missing(Tables.cells(result.ok(), "1.00 eV").get(0)));
        assertEquals("The spectra have different energy grids, for example 1.00 to 2.00 eV, 2 points and 1.00 to "
            + "3.00 eV, 2 points. Bring them to one grid with Energy Resampler before this node.",
            toColumns(Tables.spectra(Tables.ramp(1, 2, 2), Tables.ramp(1, 3, 2))).run().error());
        assertEquals("There is no spectrum in the input table, so it is not known which columns to make.",
            toColumns(Tables.spectra()).run().error());
    }

    @Test
    void tooManyColumnsAreRefusedWithAnAdviceThatFitsTheNode() throws Exception {
        assertEquals("These spectra have 20001 points each and would give 20001 columns. Use Energy Resampler with "
            + "fewer points before this node.", toColumns(Tables.spectra(Tables.ramp(1, 2, 20_001))).run().error());
    }

    @Test
    void cancellingEndsTheNodes() throws Exception {
        final var columns = toColumns(Tables.spectra(Tables.simulated(200)));
        assertTrue(columns.onProgress(p -> columns.cancel()).run().canceled());
        final var spectra = toSpectrum(toColumns(Tables.spectra(Tables.simulated(200))).run().ok());
        assertTrue(spectra.onProgress(p -> spectra.cancel()).run().canceled());
    }
}

package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.feature.cdf.CdfFeaturesNodeFactory;
import org.xasnodes.nodes.io.reader.SpectrumReaderNodeFactory;
import org.xasnodes.nodes.prepare.resampler.EnergyResamplerNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** CDF Features: exact values, columns and their properties, faults row by row. */
final class CdfFeaturesTest {

    private static final String NOT_PROCESSED =
        "The intensities add up to 0.0, but a cumulative distribution needs a positive, finite sum. Check the "
        + "background subtraction and the scale of this spectrum.";

    /** The stored features have 10 decimals, and so have the intensities they are made of here. */
    private static final double STORED_DECIMALS = 1e-10;

    private static NodeRun node(final BufferedDataTable table) {
        return NodeRun.of(new CdfFeaturesNodeFactory()).input(table);
    }

    private static Spectrum on(final EnergyGrid grid, final double... intensities) {
        return new Spectrum(grid, intensities);
    }

    private static double[] doubles(final JsonNode array) {
        return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).doubleValue()).toArray();
    }

    private static String property(final DataColumnSpec column, final String key) {
        return column.getProperties().getProperty(key);
    }

    @Test
    void givesTheGoldenValuesOfSyntheticSpectra() throws Exception {
        final var golden = new ObjectMapper().readTree(ProjectFiles.golden("features_synthetic7.json").toFile());
        final var cases = golden.get("spectra");
        final var spectra = new Spectrum[cases.size()];
        for (int i = 0; i < spectra.length; i++) {
            spectra[i] = on(Tables.GRID, doubles(cases.get(i).get("intensity")));
        }
        assertEquals(7, spectra.length);
        final var table = node(Tables.spectra(spectra)).run().ok();
        for (int i = 0; i < spectra.length; i++) {
            assertArrayEquals(doubles(cases.get(i).get("cdf")), Tables.numbers(table, i, 2), 1e-12);
        }
    }

    @Test
    void aNewNodeTakesTheLastSpectrumColumnAndAppendsOneColumnPerEnergy() throws Exception {
        final var two = new DataTableSpec(Tables.column("Raw", SpectrumCell.TYPE), Tables.column("Id", StringCell.TYPE),
            Tables.column("Prepared", SpectrumCell.TYPE), Tables.column("x", DoubleCell.TYPE));
        final var raw = new SpectrumCell(Tables.ramp(1, 2, 3));
        final var prepared = new SpectrumCell(on(EnergyGrid.of(8330, 8331, 8333.5), 1, 2, 1));
        final var table = Tables.of(two, List.of(new DefaultRow("a", raw, new StringCell("b"), prepared,
            new DoubleCell(5))));
        final var result = node(table).run();
        assertEquals(List.of("Raw", "Id", "Prepared", "x", "cdf 8330.00 eV", "cdf 8331.00 eV", "cdf 8333.50 eV"),
            Tables.names(result.ok().getDataTableSpec()));
        assertArrayEquals(new double[]{5, 0.25, 0.75, 1}, Tables.numbers(result.table(), 0, 3));
        assertNull(result.warning());
        assertNull(result.configured(), "the energies are not known before the spectra are seen");
    }

    @Test
    void theColumnsSayWhatTheyHoldAndKnowTheirRange() throws Exception {
        final var table = node(Tables.spectra(on(EnergyGrid.linear(8330, 8332, 3), 1, 1, 2),
            on(EnergyGrid.linear(8330, 8332, 3), 1, 2, 1))).run().ok();
        final var column = table.getDataTableSpec().getColumnSpec("cdf 8331.00 eV");
        assertEquals("cdf", property(column, "xas.feature"));
        assertEquals("linear 8330.0 8332.0 3", property(column, "xas.grid"));
        assertEquals("8331.0", property(column, "xas.energy"));
        assertEquals(DoubleCell.TYPE, column.getType());
        assertEquals(0.5, ((DoubleValue)column.getDomain().getLowerBound()).getDoubleValue());
        assertEquals(0.75, ((DoubleValue)column.getDomain().getUpperBound()).getDoubleValue());
        final var explicit = node(Tables.spectra(on(EnergyGrid.of(1, 2, 4), 1, 1, 2))).run().ok();
        assertEquals("explicit", property(explicit.getDataTableSpec().getColumnSpec(3), "xas.grid"));
        assertEquals("2.0", property(explicit.getDataTableSpec().getColumnSpec(3), "xas.energy"));
    }

    @Test
    void aVectorColumnHoldsTheSameNumbers() throws Exception {
        final var input = Tables.spectra(Tables.simulated(5));
        final var columns = node(input).run().ok();
        final var result = node(input).set("output", "VECTOR").run();
        final var table = result.ok();
        assertEquals(List.of("Id", "Spectrum", "cdf"), Tables.names(table.getDataTableSpec()));
        final var column = table.getDataTableSpec().getColumnSpec("cdf");
        assertEquals(DoubleVectorCellFactory.TYPE, column.getType());
        assertEquals("cdf", property(column, "xas.feature"));
        assertEquals("linear 8330.0 8370.0 100", property(column, "xas.grid"));
        assertNull(property(column, "xas.energy"));
        for (int row = 0; row < 5; row++) {
            final var vector = (DoubleVectorValue)Tables.cells(table, "cdf").get(row);
            final var values = IntStream.range(0, vector.getLength()).mapToDouble(vector::getValue).toArray();
            assertArrayEquals(Tables.numbers(columns, row, 2), values);
        }
        assertEquals(Tables.names(table.getDataTableSpec()), Tables.names(result.configured()));
    }

    @Test
    void aColumnThatSaysItsGridGivesTheSpecBeforeTheNodeRuns() throws Exception {
        final var column = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE);
        column.setProperties(new DataColumnProperties(
            Map.of("xas.grid", "linear 8330.0 8370.0 100")));
        final var result = node(Tables.spectraIn(column.createSpec(), Tables.simulated(3))).run();
        assertTrue(result.configured().equalStructure(result.ok().getDataTableSpec()));
        for (int i = 0; i < result.configured().getNumColumns(); i++) {
            assertEquals(result.configured().getColumnSpec(i).getProperties(),
                result.table().getDataTableSpec().getColumnSpec(i).getProperties());
        }
    }

    @Test
    void aDamagedGridPropertyIsAsGoodAsNone() throws Exception {
        for (final var text : List.of("", "linear", "linear 1 2", "linear a b c", "linear 2.0 1.0 5", "linear 1 2 -7",
            "explicit 1 x", "explicit 2 1", "other 1 2 3")) {
            final var column = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE);
            column.setProperties(
                new DataColumnProperties(Map.of("xas.grid", text)));
            assertEquals(102, node(Tables.spectraIn(column.createSpec(),
                Tables.simulated(1))).run().ok().getDataTableSpec()
                .getNumColumns(), text);
        }
    }

    @Test
    void runTwiceTheNamesOfTheSecondAreMadeUnique() throws Exception {
        final var once = node(Tables.spectra(on(EnergyGrid.of(1, 2), 1, 1))).run().ok();
        assertEquals(
            List.of("Id", "Spectrum", "cdf 1.00 eV", "cdf 2.00 eV", "cdf 1.00 eV (#1)", "cdf 2.00 eV (#1)"),
            Tables.names(node(once).run().ok().getDataTableSpec()));
        final var vectors = node(node(once).set("output", "VECTOR").run().ok()).set("output", "VECTOR").run().ok();
        assertTrue(Tables.names(vectors.getDataTableSpec()).containsAll(List.of("cdf", "cdf (#1)")));
    }

    @Test
    void rowKeysOrderAndOtherColumnsAreKept() throws Exception {
        final var input = Tables.spectra(Tables.simulated(300));
        final var output = node(input).run().ok();
        assertEquals(Tables.keys(input), Tables.keys(output));
        assertEquals(Tables.cells(input, "Id"), Tables.cells(output, "Id"));
        assertEquals(Tables.cells(input, "Spectrum"), Tables.cells(output, "Spectrum"));
    }

    @Test
    void manyThreadsGiveTheSameAsOneRowAlone() throws Exception {
        final var spectra = Tables.simulated(400);
        final var all = node(Tables.spectra(spectra)).run().ok();
        for (final int row : new int[]{0, 1, 199, 398, 399}) {
            final var alone = node(Tables.spectra(spectra[row])).run().ok();
            assertArrayEquals(Tables.numbers(alone, 0, 2), Tables.numbers(all, row, 2));
        }
    }

    @Test
    void aMissingAndAZeroSpectrumGiveMissingCellsAndOneWarning() throws Exception {
        final var input = Tables.spectra(Tables.ramp(1, 2, 2), null, on(EnergyGrid.of(1, 2), 0, 0), null,
            on(EnergyGrid.of(1, 2), 1, 0));
        final var result = node(input).run();
        assertArrayEquals(new double[]{1 / 3.0, 1}, Tables.numbers(result.ok(), 0, 2));
        assertArrayEquals(new double[]{1, 1}, Tables.numbers(result.table(), 4, 2));
        final var cells = Tables.cells(result.table(), "cdf 2.00 eV");
        assertEquals("the spectrum is missing", Tables.missing(cells.get(1)));
        assertEquals(NOT_PROCESSED, Tables.missing(cells.get(2)));
        assertEquals("3 of 5 spectra have no features: the spectrum is missing (first: 'Row1'); 1 of them for other "
            + "reasons (first: 'Row2', "
            + "" + NOT_PROCESSED.substring(0, NOT_PROCESSED.length() - 1) + ")", result.warning());
        final var vector = node(input).set("output", "VECTOR").run();
        assertEquals(result.warning(), vector.warning());
        assertEquals(NOT_PROCESSED, Tables.missing(Tables.cells(vector.ok(), "cdf").get(2)));
    }

    @Test
    void withTheOptionFailTheFirstFaultStopsTheNode() throws Exception {
        final var input = Tables.spectra(Tables.ramp(1, 2, 2), on(EnergyGrid.of(1, 2), 0, 0), null);
        assertEquals("Row 'Row1': " + NOT_PROCESSED, node(input).set("onProblem", "FAIL").run().error());
    }

    @Test
    void mixedGridsAreRefusedWithTheAdviceToResample() throws Exception {
        final var input = Tables.spectra(Tables.ramp(8330, 8370, 5), Tables.ramp(8331, 8371, 5));
        for (final var output : List.of("COLUMNS", "VECTOR")) {
            assertEquals("The spectra have different energy grids, for example 8330.00 to 8370.00 eV, 5 points and "
                + "8331.00 to 8371.00 eV, 5 points. Bring them to one grid with Energy Resampler before this node.",
                node(input).set("output", output).run().error());
        }
    }

    @Test
    void aTableWithoutAnySpectrumCannotTellItsColumnsButCanGiveVectors() throws Exception {
        for (final var input : List.of(Tables.spectra(), Tables.spectra(null, null))) {
            assertEquals("There is no spectrum in the input table, so it is not known which columns to make.",
                node(input).run().error());
            assertEquals(List.of("Id", "Spectrum", "cdf"),
                Tables.names(node(input).set("output", "VECTOR").run().ok().getDataTableSpec()));
        }
        assertEquals("2 of 2 spectra have no features: the spectrum is missing (first: 'Row0')",
            node(Tables.spectra(null, null)).set("output", "VECTOR").run().warning());
    }

    @Test
    void anEmptyTableWhoseColumnSaysItsGridGetsItsColumns() throws Exception {
        final var column = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE);
        column.setProperties(
            new DataColumnProperties(Map.of("xas.grid", "explicit 1.0 2.0 4.0")));
        assertEquals(List.of("Id", "Spectrum", "cdf 1.00 eV", "cdf 2.00 eV", "cdf 4.00 eV"),
            Tables.names(node(Tables.spectraIn(column.createSpec())).run().ok().getDataTableSpec()));
    }

    @Test
    void moreColumnsThanALearnerTakesAreRefusedBeforeAndWhileRunning() throws Exception {
        final var advice = "These spectra have 20001 points each and would give 20001 columns. Use Energy Resampler "
            + "with fewer points before this node.";
        assertEquals(advice, node(Tables.spectra(Tables.ramp(1, 2, 20_001))).run().error());
        final var column = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE);
        column.setProperties(
            new DataColumnProperties(Map.of("xas.grid", "linear 1.0 2.0 20001")));
        assertEquals(advice, node(Tables.spectraIn(column.createSpec())).configure().error());
    }

    @Test
    void aSpectrumColumnThatIsGoneIsNamedWithAnother() throws Exception {
        final var input = Tables.spectra(Tables.ramp(1, 2, 2));
        assertEquals("The spectrum column 'Raw' is no longer in the input table. Choose another one in the dialog, for "
            + "example 'Spectrum'.", node(input).set("spectrumColumn", "Raw").configure().error());
        final var numbers = Tables.numbers(new String[]{"x"}, new Double[]{1.0});
        assertEquals("The spectrum column 'Raw' is no longer in the input table. The table has no other column of "
            + "spectra.",
            node(numbers).set("spectrumColumn", "Raw").configure().error());
        assertEquals("The input table has no column of spectra. Read them with Spectrum Reader or make them with "
            + "Columns to Spectrum.", node(numbers).configure().error());
        assertEquals("The column 'Id' holds String, not spectra. Choose a column of spectra in the dialog.",
            node(input).set("spectrumColumn", "Id").configure().error());
    }

    @Test
    void aNodeThatWasSavedUnconnectedFindsItsColumn() throws Exception {
        final var input = Tables.spectra(Tables.ramp(1, 2, 2));
        assertEquals(4, node(input).savedUnconnected().run().ok().getDataTableSpec().getNumColumns());
        assertEquals(4, node(input).set("spectrumColumn", "").run().ok().getDataTableSpec().getNumColumns());
    }

    @Test
    void cancellingEndsTheNode() throws Exception {
        final var node = node(Tables.spectra(Tables.simulated(200)));
        assertTrue(node.onProgress(p -> node.cancel()).run().canceled());
    }

    @Test
    void theStoredFeaturesOfMeasuredSpectraAreReproduced() throws Exception {
        final var file = ProjectFiles.shared("data/nmc_exp_xas.json");
        final var read = NodeRun.of(new SpectrumReaderNodeFactory())
            .set("source/path/path", file).set("useGrid", true).run().ok();
        final var resampled =
            NodeRun.of(new EnergyResamplerNodeFactory()).input(read).run().ok();
        final var table = node(resampled).run().ok();
        final var stored = new ObjectMapper().readTree(file.toFile()).get("cdf");
        assertEquals(16, table.size());
        final var first = table.getDataTableSpec().findColumnIndex("cdf 8330.00 eV");
        for (int i = 0; i < 16; i++) {
            assertArrayEquals(doubles(stored.get(Integer.toString(i))), Tables.numbers(table, i, first),
                STORED_DECIMALS);
        }
    }
}

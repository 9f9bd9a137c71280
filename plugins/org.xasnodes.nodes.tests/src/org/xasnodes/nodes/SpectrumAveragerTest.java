package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.prepare.averager.SpectrumAveragerNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/** Spectrum Averager: groups, weights, the other columns, grids, bad input. */
final class SpectrumAveragerTest {

    private static final DataCell MISSING = DataType.getMissingCell();

    private static final EnergyGrid GRID = EnergyGrid.of(1, 2, 3);

    private static NodeRun node(final BufferedDataTable table) {
        return NodeRun.of(new SpectrumAveragerNodeFactory()).input(table);
    }

    private static NodeRun groupedBy(final BufferedDataTable table, final String... columns) {
        return node(table).edit(model -> model.getNodeSettings("groupColumns").getNodeSettings("manualFilter")
            .addStringArray("manuallySelected", columns));
    }

    private static DataCell spectrum(final double... intensities) {
        return new SpectrumCell(new Spectrum(GRID, intensities));
    }

    private static DataCell text(final String text) {
        return text == null ? MISSING : new StringCell(text);
    }

    private static DataCell number(final Double number) {
        return number == null ? MISSING : new DoubleCell(number);
    }

    private static DataRow row(final String group, final DataCell spectrum, final Double weight, final Integer x,
        final String note) {
        return new DefaultRow("any", text(group), spectrum,
            number(weight), x == null ? MISSING : new IntCell(x), text(note));
    }

    /** Columns Group, Spectrum, w, x, Note. */
    private static BufferedDataTable table(final DataRow... rows) {
        final var spec = new DataTableSpec(Tables.column("Group", StringCell.TYPE),
            Tables.column("Spectrum", SpectrumCell.TYPE), Tables.column("w", DoubleCell.TYPE),
            Tables.column("x", IntCell.TYPE), Tables.column("Note", StringCell.TYPE));
        final List<DataRow> keyed = new ArrayList<>();
        for (final var row : rows) {
            keyed.add(new DefaultRow("site " + keyed.size(), row.stream().toArray(DataCell[]::new)));
        }
        return Tables.of(spec, keyed);
    }

    private static BufferedDataTable sites() {
        return table(row("B", spectrum(1, 2, 3), 1.0, 10, "same"), row("A", spectrum(4, 4, 4), 2.0, 1, "one"),
            row("B", spectrum(3, 4, 7), 3.0, 20, "same"), row("A", spectrum(1, 1, 1), 1.0, 4, "other"),
            row("C", spectrum(5, 6, 7), 0.5, 7, null));
    }

    private static void assertIntensities(final double[] expected, final BufferedDataTable table, final int row) {
        assertArrayEquals(expected, Tables.spectraOf(table, "Spectrum").get(row).intensities(), 1e-15);
    }

    @Test
    void aNewNodeAveragesAllRowsIntoOne() throws Exception {
        final var result = node(sites()).run();
        assertEquals(1, result.ok().size());
        assertIntensities(new double[]{14 / 5.0, 17 / 5.0, 22 / 5.0}, result.table(), 0);
        assertEquals(List.of("Group", "Spectrum", "w", "x", "Note", "Averaged spectra"),
            Tables.names(result.table().getDataTableSpec()));
        assertEquals(List.of("5"), Tables.texts(result.table(), "Averaged spectra"));
        assertEquals(List.of("Row0"), Tables.keys(result.table()));
        assertTrue(Tables.cells(result.table(), "Group").get(0).isMissing());
        assertTrue(result.configured().equalStructure(result.table().getDataTableSpec()));
        assertNull(result.warning());
    }

    @Test
    void eachGroupIsARowInTheOrderOfFirstAppearance() throws Exception {
        final var table = groupedBy(sites(), "Group").run().ok();
        assertEquals(List.of("B", "A", "C"), Tables.texts(table, "Group"));
        assertEquals(List.of("Row0", "Row1", "Row2"), Tables.keys(table));
        assertEquals(List.of("2", "2", "1"), Tables.texts(table, "Averaged spectra"));
        assertIntensities(new double[]{2, 3, 5}, table, 0);
        assertIntensities(new double[]{2.5, 2.5, 2.5}, table, 1);
    }

    @Test
    void weightsCountForSpectraAndNumberColumns() throws Exception {
        final var table = groupedBy(sites(), "Group").set("weightColumn", "w").run().ok();
        assertIntensities(new double[]{10 / 4.0, 14 / 4.0, 24 / 4.0}, table, 0);
        assertIntensities(new double[]{3, 3, 3}, table, 1);
        assertEquals(List.of("17.5", "2.0", "7.0"), Tables.texts(table, "x"));
        assertEquals(DoubleCell.TYPE, table.getDataTableSpec().getColumnSpec("x").getType());
    }

    @Test
    void aGroupOfOneKeepsItsSpectrumToTheLastBit() throws Exception {
        final var only = new Spectrum(GRID, new double[]{0.1, 0.2, 0.3}, 1.5, Scale.MAXIMUM);
        final var table = groupedBy(table(row("A", new SpectrumCell(only), 0.3, 3, "n")), "Group")
            .set("weightColumn", "w").run();
        assertEquals(only, Tables.spectraOf(table.ok(), "Spectrum").get(0));
        assertEquals(List.of("1"), Tables.texts(table.table(), "Averaged spectra"));
        assertEquals(List.of("n"), Tables.texts(table.table(), "Note"));
        assertNull(table.warning());
    }

    @Test
    void otherColumnsKeepWhatAllRowsAgreeInAndAreMissingOtherwise() throws Exception {
        final var table = groupedBy(sites(), "Group").run().ok();
        final var notes = Tables.cells(table, "Note");
        assertEquals(new StringCell("same"), notes.get(0));
        assertTrue(notes.get(1).isMissing());
        assertTrue(notes.get(2).isMissing());
        final var gap = table(row("A", spectrum(1, 1, 1), 1.0, null, "x"), row("A", spectrum(1, 1, 1), 1.0, 5, null));
        final var withGap = groupedBy(gap, "Group").run().ok();
        assertTrue(Tables.cells(withGap, "x").get(0).isMissing());
        assertTrue(Tables.cells(withGap, "Note").get(0).isMissing());
    }

    @Test
    void yesAndNoHaveNoMean() throws Exception {
        final var spec = new DataTableSpec(Tables.column("Spectrum", SpectrumCell.TYPE),
            Tables.column("fresh", BooleanCell.TYPE), Tables.column("ok", BooleanCell.TYPE));
        final var table = node(Tables.of(spec, List.of(
            new DefaultRow("a", spectrum(1, 1, 1), BooleanCell.TRUE, BooleanCell.TRUE),
            new DefaultRow("b", spectrum(1, 1, 1), BooleanCell.TRUE, BooleanCell.FALSE)))).run().ok();
        assertEquals(BooleanCell.TYPE, table.getDataTableSpec().getColumnSpec("fresh").getType());
        assertEquals(BooleanCell.TRUE, Tables.cells(table, "fresh").get(0));
        assertTrue(Tables.cells(table, "ok").get(0).isMissing());
    }

    @Test
    void rowsCanBeGroupedByNumbersAndBySeveralColumnsAndAMissingValueIsAGroup() throws Exception {
        final var input = table(row("A", spectrum(1, 1, 1), 1.0, 1, "n"), row("A", spectrum(2, 2, 2), 1.0, 2, "n"),
            row(null, spectrum(3, 3, 3), 1.0, 1, "n"), row("A", spectrum(4, 4, 4), 1.0, 1, "n"),
            row(null, spectrum(5, 5, 5), 1.0, 1, "n"));
        final var table = groupedBy(input, "Group", "x").run().ok();
        assertEquals(List.of("1", "2", "1"), Tables.texts(table, "x"));
        assertEquals(IntCell.TYPE, table.getDataTableSpec().getColumnSpec("x").getType());
        assertEquals(List.of("2", "1", "2"), Tables.texts(table, "Averaged spectra"));
        assertTrue(Tables.cells(table, "Group").get(2).isMissing());
        assertIntensities(new double[]{2.5, 2.5, 2.5}, table, 0);
        assertIntensities(new double[]{4, 4, 4}, table, 2);
    }

    @Test
    void rowsWithoutSpectrumOrWeightAreLeftOutWithOneWarning() throws Exception {
        final var input = table(row("A", spectrum(1, 1, 1), 1.0, 1, "n"), row("A", MISSING, 1.0, 100, "m"),
            row("A", spectrum(9, 9, 9), null, 100, "m"), row("A", spectrum(9, 9, 9), -1.0, 100, "m"),
            row("A", spectrum(9, 9, 9), Double.NaN, 100, "m"), row("A", spectrum(3, 3, 3), 1.0, 3, "n"));
        final var result = groupedBy(input, "Group").set("weightColumn", "w").run();
        assertIntensities(new double[]{2, 2, 2}, result.ok(), 0);
        assertEquals(List.of("2"), Tables.texts(result.table(), "Averaged spectra"));
        assertEquals(List.of("2.0"), Tables.texts(result.table(), "x"));
        assertEquals(List.of("n"), Tables.texts(result.table(), "Note"));
        assertEquals("4 of 6 rows were left out: the spectrum is missing (first: 'site 1'); 3 of them for other "
            + "reasons "
            + "(first: 'site 2', the weight is missing)", result.warning());
        assertEquals("Row 'site 1': the spectrum is missing",
            groupedBy(input, "Group").set("weightColumn", "w").set("onProblem", "FAIL").run().error());
    }

    @Test
    void aGroupThatIsLeftWithoutRowsStaysWithAMissingSpectrum() throws Exception {
        final var input = table(row("A", MISSING, 1.0, 1, "n"), row("B", spectrum(1, 2, 3), 1.0, 2, "n"));
        final var result = groupedBy(input, "Group").run();
        assertEquals(List.of("A", "B"), Tables.texts(result.ok(), "Group"));
        assertEquals("all rows of the group were left out",
            Tables.missing(Tables.cells(result.table(), "Spectrum").get(0)));
        assertEquals(List.of("0", "1"), Tables.texts(result.table(), "Averaged spectra"));
        assertTrue(Tables.cells(result.table(), "x").get(0).isMissing());
        assertEquals("1 of 2 rows were left out: the spectrum is missing (first: 'site 0'). 1 of 2 groups have no "
            + "average: "
            + "all rows of the group were left out (first: 'Row0')", result.warning());
    }

    @Test
    void weightsThatAreAllZeroGiveNoAverage() throws Exception {
        final var input = table(row("B", spectrum(1, 1, 1), 1.0, 1, "n"), row("A", spectrum(1, 1, 1), 0.0, 1, "n"),
            row("A", spectrum(2, 2, 2), 0.0, 2, "n"));
        final var reason = "The weights of all 2 spectra are 0, so there is no mean. Check the weight column.";
        final var result = groupedBy(input, "Group").set("weightColumn", "w").run();
        assertEquals(reason, Tables.missing(Tables.cells(result.ok(), "Spectrum").get(1)));
        assertTrue(Tables.cells(result.table(), "x").get(1).isMissing());
        assertEquals("The group of row 'site 1': " + reason,
            groupedBy(input, "Group").set("weightColumn", "w").set("onProblem", "FAIL").run().error());
    }

    private static BufferedDataTable mixed() {
        return Tables.spectra(Tables.ramp(0, 4, 5), Tables.ramp(0, 4, 3));
    }

    @Test
    void mixedGridsNeedAStatedOne() throws Exception {
        final var reason = "The spectra to average are on different grids: the first on 0.00 to 4.00 eV, 5 points, "
            + "number 2 "
            + "on 0.00 to 4.00 eV, 3 points. State a grid for the mean, or resample them first.";
        final var result = node(mixed()).run();
        assertEquals(reason, Tables.missing(Tables.cells(result.ok(), "Spectrum").get(0)));
        assertEquals("1 of 1 groups have no average: " + reason.substring(0, reason.length() - 1) + " (first: 'Row0')",
            result.warning());
        final var stated = onGrid(mixed(), 1, 3, 3).run().ok();
        assertIntensities(new double[]{1.75, 2.5, 3.25}, stated, 0);
        assertEquals("linear 1.0 3.0 3",
            stated.getDataTableSpec().getColumnSpec("Spectrum").getProperties().getProperty("xas.grid"));
    }

    private static NodeRun onGrid(final BufferedDataTable table, final double first, final double last,
        final int points) {
        return node(table).set("grid", "EQUALLY_SPACED").set("firstEnergyEv", first).set("lastEnergyEv", last)
            .set("points", points);
    }

    @Test
    void aGridBeyondASpectrumGivesNoAverageOrRepeatsItsEnds() throws Exception {
        final var result = onGrid(mixed(), -1, 4, 6).run();
        assertTrue(Tables.missing(Tables.cells(result.ok(), "Spectrum").get(0))
            .startsWith("Spectrum 1 of those to average: "
            + "The spectrum (0.00 to 4.00 eV) does not cover the grid (-1.00 to 4.00 eV)."), result.warning());
        assertIntensities(new double[]{1, 1, 1.75, 2.5, 3.25, 4},
            onGrid(mixed(), -1, 4, 6).set("outside", "NEAREST").run().ok(), 0);
    }

    @Test
    void aGridThatIsNoneIsRefusedBeforeTheNodeRuns() throws Exception {
        assertTrue(onGrid(mixed(), 3, 1, 3).configure().error().startsWith("Energy grid: "));
        assertTrue(onGrid(mixed(), 1, 3, 1).configure().error().startsWith("Energy grid: "));
        assertEquals("Energy grid: The number of points must be at most 1000000, not 2000000.",
            onGrid(mixed(), 1, 3, 2_000_000).configure().error());
    }

    @Test
    void theGridOfTheColumnIsKeptIfNoneIsStated() throws Exception {
        final var column = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE);
        column.setProperties(new DataColumnProperties(Map.of("xas.grid", "linear 0.0 4.0 5")));
        final DataColumnSpec spec = column.createSpec();
        final var result = node(Tables.spectraIn(spec, Tables.ramp(0, 4, 5), Tables.ramp(0, 4, 5))).run();
        assertEquals("linear 0.0 4.0 5",
            result.configured().getColumnSpec("Spectrum").getProperties().getProperty("xas.grid"));
        assertEquals("linear 0.0 4.0 5",
            result.ok().getDataTableSpec().getColumnSpec("Spectrum").getProperties().getProperty("xas.grid"));
        assertNull(node(mixed()).configure().configured().getColumnSpec("Spectrum").getProperties()
            .getProperty("xas.grid"));
    }

    @Test
    void shiftsAreAveragedAndTheScaleKeptWhereItHolds() throws Exception {
        final var a = new Spectrum(GRID, new double[]{1, 2, 3}, 1, Scale.EDGE_STEP);
        final var b = new Spectrum(GRID, new double[]{1, 2, 3}, 2, Scale.EDGE_STEP);
        final var average = Tables.spectraOf(node(Tables.spectra(a, b)).run().ok(), "Spectrum").get(0);
        assertEquals(1.5, average.appliedShiftEv());
        assertEquals(Scale.EDGE_STEP, average.scale());
    }

    @Test
    void anEmptyTableGivesAnEmptyOneWithTheColumns() throws Exception {
        final var table = node(Tables.spectra()).run().ok();
        assertEquals(0, table.size());
        assertEquals(List.of("Id", "Spectrum", "Averaged spectra"), Tables.names(table.getDataTableSpec()));
    }

    @Test
    void theCountColumnGetsAFreeName() throws Exception {
        final var once = node(Tables.spectra(Tables.ramp(0, 4, 5))).run().ok();
        assertEquals(List.of("Id", "Spectrum", "Averaged spectra", "Averaged spectra (#1)"),
            Tables.names(node(once).run().ok().getDataTableSpec()));
    }

    @Test
    void columnsThatAreGoneOrUnfitAreRefusedByName() throws Exception {
        assertEquals("The column 'Phase' to group by is no longer in the input table. Choose the columns again in the "
            + "dialog.", groupedBy(sites(), "Group", "Phase").configure().error());
        assertEquals("The spectra themselves cannot be grouped by. Leave 'Spectrum' out of the columns to group by.",
            groupedBy(sites(), "Spectrum").configure().error());
        assertEquals("The column 'n' with the weights is no longer in the input table. Choose another one in the "
            + "dialog.",
            node(sites()).set("weightColumn", "n").configure().error());
        assertEquals("The column 'Note' with the weights is not a number column. Choose another one in the dialog.",
            node(sites()).set("weightColumn", "Note").configure().error());
    }

    @Test
    void aHundredThousandRowsAreGroupedInOneGo() throws Exception {
        final List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            rows.add(new DefaultRow("r" + i, new IntCell(i % 997), spectrum(i % 997, 1, 2)));
        }
        final var input = Tables.of(new DataTableSpec(Tables.column("g", IntCell.TYPE),
            Tables.column("Spectrum", SpectrumCell.TYPE)), rows);
        final var table = groupedBy(input, "g").run().ok();
        assertEquals(997, table.size());
        for (final int group : new int[]{0, 500, 996}) {
            assertArrayEquals(new double[]{group, 1, 2},
                Tables.spectraOf(table, "Spectrum").get(group).intensities(), 1e-9);
        }
    }

    @Test
    void cancellingEndsTheNode() throws Exception {
        final var node = node(Tables.spectra(Tables.simulated(50)));
        assertTrue(node.onProgress(p -> node.cancel()).run().canceled());
    }
}

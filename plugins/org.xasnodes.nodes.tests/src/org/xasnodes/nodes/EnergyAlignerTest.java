package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.prepare.EnergyShift;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.prepare.aligner.EnergyAlignerNodeFactory;
import org.xasnodes.nodes.prepare.shift.EnergyShiftNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/** Energy Aligner: which reference a row meets, what stands beside the aligned spectrum, and what cannot be aligned. */
final class EnergyAlignerTest {

    private static final EnergyGrid GRID = EnergyGrid.linear(8310, 8400, 226);

    private static final List<String> ADDED = List.of("Aligned", "shift eV", "shift uncertainty eV", "score before",
        "score after", "alignment flag", "reference");

    private static Spectrum reference() {
        return Tables.simulated(GRID, 0);
    }

    /** To be aligned by minus the shift. */
    private static Spectrum moved(final double shift) throws SpectrumException {
        final var shifted = new EnergyShift(shift).apply(reference());
        return new Spectrum(shifted.grid(), shifted.intensities());
    }

    private static NodeRun node(final BufferedDataTable spectra, final BufferedDataTable references) {
        return NodeRun.of(new EnergyAlignerNodeFactory()).input(spectra, references);
    }

    private static double number(final BufferedDataTable table, final String column, final int row) {
        return ((DoubleValue)Tables.cells(table, column).get(row)).getDoubleValue();
    }

    /** Columns "Spectrum" and "group", keys with a prefix. */
    private static BufferedDataTable grouped(final String prefix, final DataType type, final Spectrum[] spectra,
        final DataCell... groups) {
        final List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < spectra.length; i++) {
            rows.add(new DefaultRow(prefix + i, spectra[i] == null ? DataType.getMissingCell()
                : new SpectrumCell(spectra[i]), groups[i]));
        }
        return Tables.of(new DataTableSpec(Tables.column("Spectrum", SpectrumCell.TYPE), Tables.column("group", type)),
            rows);
    }

    @Test
    void aNewNodeAppendsTheAlignedSpectrumAndWhatTellsHowSureItIs() throws Exception {
        final var result = node(Tables.spectra(moved(2.5), moved(-4)), Tables.spectra(reference())).run();
        final var table = result.ok();
        assertEquals(ADDED, Tables.names(table.getDataTableSpec()).subList(2, 9));
        assertTrue(result.configured().equalStructure(table.getDataTableSpec()));
        assertEquals(-2.5, number(table, "shift eV", 0), 1e-4);
        assertEquals(4, number(table, "shift eV", 1), 1e-4);
        assertEquals(1, number(table, "score after", 0), 1e-9);
        assertTrue(number(table, "score before", 1) < 0.9);
        assertTrue(number(table, "shift uncertainty eV", 0) < 1e-3);
        assertEquals(List.of("ok", "ok"), Tables.texts(table, "alignment flag"));
        assertEquals(List.of("Row0", "Row0"), Tables.texts(table, "reference"));
        assertNull(result.warning());
        final var aligned = Tables.spectraOf(table, "Aligned").get(1);
        assertArrayEquals(reference().intensities(), aligned.intensities());
        assertEquals(8310, aligned.grid().firstEv(), 1e-4);
        assertEquals(number(table, "shift eV", 1), aligned.appliedShiftEv());
        assertEquals(moved(-4), Tables.spectraOf(table, "Spectrum").get(1));
    }

    @Test
    void aligningTwiceAddsNothing() throws Exception {
        final var noisy = new Spectrum(GRID, moved(3.3).intensities());
        final var once = node(Tables.spectra(noisy), Tables.spectra(reference())).set("output", "REPLACE").run().ok();
        final var twice = node(once, Tables.spectra(reference())).set("output", "REPLACE").run().ok();
        assertEquals(Tables.spectraOf(once, "Spectrum"), Tables.spectraOf(twice, "Spectrum"));
        assertEquals(Tables.texts(once, "shift eV"), Tables.texts(twice, "shift eV (#1)"));
        assertEquals(Tables.texts(once, "score after"), Tables.texts(twice, "score before (#1)"));
    }

    @Test
    void anEnergyShiftBeforeItIsTakenBack() throws Exception {
        final var direct = node(Tables.spectra(moved(2)), Tables.spectra(reference())).run().ok();
        final var before = NodeRun.of(new EnergyShiftNodeFactory()).input(Tables.spectra(moved(2))).set("shiftEv", 120)
            .run().ok();
        final var after = node(before, Tables.spectra(reference())).run().ok();
        assertEquals(-2, number(after, "shift eV (#1)", 0), 1e-4);
        assertEquals(Tables.spectraOf(direct, "Aligned").get(0).grid().firstEv(),
            Tables.spectraOf(after, "Aligned").get(0).grid().firstEv(), 1e-6);
        assertTrue(Tables.cells(after, "score before").get(0).isMissing());
    }

    @Test
    void replacesTheSpectrumColumnIfAsked() throws Exception {
        final var table = node(Tables.spectra(moved(1)), Tables.spectra(reference())).set("output", "REPLACE").run()
            .ok();
        assertEquals(List.of("Id", "Spectrum", "shift eV"), Tables.names(table.getDataTableSpec()).subList(0, 3));
        assertEquals(8310, Tables.spectraOf(table, "Spectrum").get(0).grid().firstEv(), 1e-4);
    }

    @Test
    void severalReferencesAreAveragedByDefault() throws Exception {
        final var references = Tables.spectra(Tables.simulated(GRID, 0), Tables.simulated(GRID, 1), null);
        final var result = node(Tables.spectra(moved(1)), references).run();
        assertEquals(List.of("mean of 2"), Tables.texts(result.ok(), "reference"));
        assertTrue(result.warning().startsWith(
            "1 of 3 references were left out: the spectrum is missing (first: 'Row2')"), result.warning());
    }

    @Test
    void theBestMatchIsNamed() throws Exception {
        final var references = Tables.spectra(Tables.simulated(GRID, 7), Tables.simulated(GRID, 3), reference());
        final var spectra = Tables.spectra(moved(1), new EnergyShift(1).apply(Tables.simulated(GRID, 3)));
        final var table = node(spectra, references)
            .set("references", "BEST").run().ok();
        assertEquals(List.of("Row2", "Row1"), Tables.texts(table, "reference"));
        assertEquals(-1, number(table, "shift eV", 0), 1e-4);
    }

    @Test
    void eachGroupHasItsReferenceAndOnesWithoutGoOnAsMissing() throws Exception {
        final var groups = new DataCell[]{new StringCell("Ni"), new StringCell("Cu"), new StringCell("Zn"),
            DataType.getMissingCell()};
        final var spectra = grouped("s", StringCell.TYPE, new Spectrum[]{moved(1), moved(2), moved(3), moved(4)},
            groups);
        final var references = grouped("r", StringCell.TYPE, new Spectrum[]{reference(), reference(), moved(-5)},
            new StringCell("Ni"), new StringCell("Ni"), new StringCell("Cu"));
        final var result = node(spectra, references).set("references", "GROUP").set("groupColumn", "group")
            .set("referenceGroupColumn", "group").run();
        final var table = result.ok();
        assertEquals("mean of 2", Tables.texts(table, "reference").get(0));
        assertEquals("r2", Tables.texts(table, "reference").get(1));
        assertEquals(-1, number(table, "shift eV", 0), 1e-4);
        assertEquals(-7, number(table, "shift eV", 1), 1e-4);
        assertEquals("there is no reference for the group 'Zn'", Tables.missing(Tables.cells(table, "Aligned").get(2)));
        assertEquals("the group is missing", Tables.missing(Tables.cells(table, "shift eV").get(3)));
        assertTrue(result.warning().contains("2 of 4 spectra were not aligned: there is no reference for the group 'Zn'"
            + " (first: 's2')"), result.warning());
        assertEquals("Row 's2': there is no reference for the group 'Zn'", node(spectra, references)
            .set("references", "GROUP").set("groupColumn", "group").set("referenceGroupColumn", "group")
            .set("onProblem", "FAIL").run().error());
    }

    @Test
    void aGroupWhoseReferenceCannotBeUsedSaysWhy() throws Exception {
        final var flat = new Spectrum(GRID, new double[GRID.size()]);
        final var spectra = grouped("s", StringCell.TYPE, new Spectrum[]{moved(1), moved(2)}, new StringCell("a"),
            new StringCell("b"));
        final var references = grouped("r", StringCell.TYPE, new Spectrum[]{flat, reference()}, new StringCell("a"),
            new StringCell("b"));
        final var table = node(spectra, references).set("references", "GROUP").set("groupColumn", "group")
            .set("referenceGroupColumn", "group").run().ok();
        assertTrue(Tables.missing(Tables.cells(table, "Aligned").get(0)).startsWith("Reference 'r0': "));
        assertEquals(-2, number(table, "shift eV", 1), 1e-4);
    }

    @Test
    void groupsOfDifferentTypesAreRefused() throws Exception {
        final var spectra = grouped("s", StringCell.TYPE, new Spectrum[]{moved(1)}, new StringCell("1"));
        final var references = grouped("r", IntCell.TYPE, new Spectrum[]{reference()}, new IntCell(1));
        final var grouped = node(spectra, references).set("references", "GROUP").set("groupColumn", "group");
        assertTrue(grouped.set("referenceGroupColumn", "group").configure().error().contains("Convert one column"));
        assertTrue(grouped.set("referenceGroupColumn", "gone").configure().error().contains("no longer in its table"));
        assertTrue(grouped.set("referenceGroupColumn", "").configure().error()
            .startsWith("Choose the column with the groups of the references"));
    }

    @Test
    void aShiftFromAColumnCountsFromTheOriginalEnergies() throws Exception {
        final List<DataRow> rows = List.of(
            new DefaultRow("a", new SpectrumCell(new EnergyShift(7).apply(moved(2))), new DoubleCell(-2)),
            new DefaultRow("b", new SpectrumCell(moved(2)), DataType.getMissingCell()));
        final var spectra = Tables.of(new DataTableSpec(Tables.column("Spectrum", SpectrumCell.TYPE),
            Tables.column("dE", DoubleCell.TYPE)), rows);
        final var node = node(spectra, Tables.spectra(reference())).set("method", "COLUMN");
        assertEquals("Choose the column with the shifts in the dialog.", node.configure().error());
        final var table = node.set("shiftColumn", "dE").run().ok();
        assertEquals(-2, number(table, "shift eV", 0));
        assertEquals(8310, Tables.spectraOf(table, "Aligned").get(0).grid().firstEv(), 1e-9);
        assertTrue(Tables.cells(table, "shift uncertainty eV").get(0).isMissing());
        assertEquals("the shift in the column 'dE' is missing", Tables.missing(Tables.cells(table, "Aligned").get(1)));
    }

    @Test
    void flagsAreWordsAndCounted() throws Exception {
        final var result = node(Tables.spectra(moved(9), moved(0), moved(-9)), Tables.spectra(reference()))
            .set("minShiftEv", -3).set("maxShiftEv", 3).run();
        final var flags = Tables.texts(result.ok(), "alignment flag");
        assertTrue(flags.get(0).startsWith("end of range"), flags.toString());
        assertEquals("ok", flags.get(1));
        assertTrue(result.warning().startsWith("2 of 3 shifts are flagged: end of range"), result.warning());
        assertTrue(result.warning().contains("(first: 'Row0')"), result.warning());
    }

    @Test
    void spectraThatCannotBeAlignedAreMissingAndTheOthersGoOn() throws Exception {
        final var flat = new Spectrum(GRID, new double[GRID.size()]);
        final var far = new Spectrum(EnergyGrid.linear(7000, 7100, 226), reference().intensities());
        final var result = node(Tables.spectra(null, flat, far, moved(1)), Tables.spectra(reference())).run();
        final var cells = Tables.cells(result.ok(), "Aligned");
        assertEquals("the spectrum is missing", Tables.missing(cells.get(0)));
        assertTrue(Tables.missing(cells.get(1)).startsWith("All intensities of this spectrum are the same (0.0)"));
        assertTrue(Tables.missing(cells.get(2)).contains("overlap too little at every shift from -10.0 to 10.0 eV"));
        assertEquals(-1, number(result.table(), "shift eV", 3), 1e-4);
        assertTrue(result.warning().startsWith("3 of 4 spectra were not aligned: the spectrum is missing"),
            result.warning());
    }

    /** What each method says of a spectrum that ends before its edge, and of one that begins after it. */
    @ParameterizedTest
    @CsvSource({"E0", "HALF_STEP", "WHITE_LINE"})
    void anEdgeOutsideTheScanIsMissingOrFlagged(final String method) throws Exception {
        final var y = reference().intensities();
        final var after = new Spectrum(EnergyGrid.of(Arrays.copyOfRange(GRID.toArray(), 130, 226)),
            Arrays.copyOfRange(y, 130, 226));
        final var table = node(Tables.spectra(after, moved(1)), Tables.spectra(reference())).set("method", method).run()
            .ok();
        assertTrue(Tables.cells(table, "Aligned").get(0).isMissing()
            || !"ok".equals(Tables.texts(table, "alignment flag").get(0)), Tables.texts(table, "shift eV").toString());
        assertEquals(-1, number(table, "shift eV", 1), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"minShiftEv, 11, must be below the highest", "minShiftEv, NaN, must be below the highest",
        "minShiftEv, 9.8, must be at least two steps of 0.25 eV wide", "stepEv, 0, must be positive",
        "leastOverlap, 101, least overlap", "belowEdgeEv, -40, must begin below its end"})
    void settingsThatMakeNoSenseAreRefused(final String setting, final String value, final String message)
        throws Exception {
        final var error = node(Tables.spectra(moved(1)), Tables.spectra(reference())).set(setting, value).configure()
            .error();
        assertTrue(error.contains(message), error);
    }

    @Test
    void referencesThatCannotBeUsedStopTheNode() throws Exception {
        final var spectra = Tables.spectra(moved(1));
        assertEquals("There is no spectrum in the reference table.",
            node(spectra, Tables.spectra(new Spectrum[]{null})).run().error());
        final var flat = Tables.spectra(new Spectrum(GRID, new double[GRID.size()]));
        for (final var choice : List.of("MEAN", "BEST")) {
            final var error = node(spectra, flat).set("references", choice).run().error();
            assertTrue(error.startsWith("The reference cannot be used. Reference 'Row0': "), error);
        }
        final var error = node(spectra, Tables.numbers(new String[]{"x"}, new Double[]{1.0})).configure().error();
        assertTrue(error.startsWith("The reference table: The input table has no column of spectra."), error);
    }

    @Test
    void theWindowMayBeARangeOrAll() throws Exception {
        for (final var window : List.of("RANGE", "ALL")) {
            final var table = node(Tables.spectra(moved(1.5)), Tables.spectra(reference())).set("window", window).run()
                .ok();
            assertEquals(-1.5, number(table, "shift eV", 0), 1e-4);
        }
        final var error = node(Tables.spectra(moved(1.5)), Tables.spectra(reference())).set("window", "RANGE")
            .set("firstEnergyEv", 8399).set("lastEnergyEv", 8400).run().error();
        assertTrue(error.contains("points in the energy window, but at least 5 are needed"), error);
    }

    @Test
    void aNodeSavedUnconnectedFindsItsColumns() throws Exception {
        final var table = node(Tables.spectra(moved(1)), Tables.spectra(reference())).savedUnconnected().run().ok();
        assertEquals(-1, number(table, "shift eV", 0), 1e-4);
    }

    @Test
    void theViewShowsTheSpectraBeforeAndAfterWithTheReference() throws Exception {
        final var shown = ViewRun
            .pictures(node(Tables.spectra(moved(2), null, moved(-3)), Tables.spectra(reference())));
        assertEquals(List.of("Before", "After"), List.copyOf(shown.keySet()));
        for (final var svg : shown.values()) {
            assertTrue(svg.contains("reference") && svg.contains("spectrum"), svg.substring(0, 300));
        }
    }
}

package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.feature.intensity.IntensityFeaturesNodeFactory;
import org.xasnodes.nodes.prepare.shift.EnergyShiftNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/** Energy Shift: a constant or a column, always visible, always summed up. */
final class EnergyShiftTest {

    private static final Spectrum LINE =
        new Spectrum(EnergyGrid.of(8330, 8331, 8333.5), new double[]{1, 3, 2}, 0, Scale.AREA);

    private static NodeRun node(final BufferedDataTable table) {
        return NodeRun.of(new EnergyShiftNodeFactory()).input(table);
    }

    private static String grid(final DataTableSpec spec, final String column) {
        return spec.getColumnSpec(column).getProperties().getProperty("xas.grid");
    }

    /** Columns "Spectrum" and "dE". */
    private static BufferedDataTable withShifts(final DataType type, final DataCell... shifts) {
        final List<DataRow> rows = new java.util.ArrayList<>();
        for (final var shift : shifts) {
            rows.add(new DefaultRow("Row" + rows.size(), new SpectrumCell(LINE), shift));
        }
        return Tables.of(new DataTableSpec(Tables.column("Spectrum", SpectrumCell.TYPE), Tables.column("dE", type)),
            rows);
    }

    @Test
    void aConstantMovesAllEnergiesAndIsAppendedAsAColumn() throws Exception {
        final var result = node(Tables.spectra(LINE, Tables.ramp(1, 2, 3))).set("shiftEv", 120).run();
        assertEquals(List.of("Id", "Spectrum", "shift eV"), Tables.names(result.ok().getDataTableSpec()));
        assertTrue(result.configured().equalStructure(result.table().getDataTableSpec()));
        final var shifted = Tables.spectraOf(result.table(), "Spectrum");
        assertArrayEquals(new double[]{8450, 8451, 8453.5}, shifted.get(0).grid().toArray());
        assertArrayEquals(LINE.intensities(), shifted.get(0).intensities());
        assertArrayEquals(new double[]{121, 121.5, 122}, shifted.get(1).grid().toArray());
        assertEquals(120, shifted.get(0).appliedShiftEv());
        assertEquals(Scale.AREA, shifted.get(0).scale());
        assertEquals(List.of("120.0", "120.0"), Tables.texts(result.table(), "shift eV"));
        assertNull(result.warning());
    }

    @Test
    void aNewNodeShiftsByNothing() throws Exception {
        final var table = node(Tables.spectra(LINE)).run().ok();
        assertEquals(LINE, Tables.spectraOf(table, "Spectrum").get(0));
        assertEquals(List.of("0.0"), Tables.texts(table, "shift eV"));
    }

    @Test
    void shiftsAddUpInTheSpectrumAndEachHasItsColumn() throws Exception {
        final var once = node(Tables.spectra(LINE)).set("shiftEv", 120).run().ok();
        final var twice = node(once).set("shiftEv", -0.5).run().ok();
        assertEquals(List.of("Id", "Spectrum", "shift eV", "shift eV (#1)"), Tables.names(twice.getDataTableSpec()));
        assertEquals(119.5, Tables.spectraOf(twice, "Spectrum").get(0).appliedShiftEv());
        assertEquals(8449.5, Tables.spectraOf(twice, "Spectrum").get(0).grid().firstEv());
        assertEquals(List.of("-0.5"), Tables.texts(twice, "shift eV (#1)"));
    }

    @Test
    void appendedSpectraStandInANewColumnBeforeTheShift() throws Exception {
        final var once = node(Tables.spectra(LINE)).set("shiftEv", 1).set("output", "APPEND").run().ok();
        assertEquals(List.of("Id", "Spectrum", "Shifted", "shift eV"), Tables.names(once.getDataTableSpec()));
        assertEquals(LINE, Tables.spectraOf(once, "Spectrum").get(0));
        assertEquals(8331, Tables.spectraOf(once, "Shifted").get(0).grid().firstEv());
        final var twice = node(once).set("spectrumColumn", "Spectrum").set("output", "APPEND").run().ok();
        assertEquals(List.of("Shifted (#1)", "shift eV (#1)"), Tables.names(twice.getDataTableSpec()).subList(4, 6));
        assertEquals("Enter a name for the new column.",
            node(once).set("output", "APPEND").set("newColumn", " ").configure().error());
    }

    @Test
    void eachRowIsShiftedByTheNumberInItsColumn() throws Exception {
        final var result = node(withShifts(DoubleCell.TYPE, new DoubleCell(1.5), new DoubleCell(-2), new DoubleCell(0)))
            .set("source", "COLUMN").set("shiftColumn", "dE").run();
        assertEquals(List.of("Spectrum", "dE"), Tables.names(result.ok().getDataTableSpec()));
        assertEquals(List.of(1.5, -2.0, 0.0),
            Tables.spectraOf(result.table(), "Spectrum").stream().map(Spectrum::appliedShiftEv).toList());
        assertEquals(List.of(8331.5, 8328.0, 8330.0),
            Tables.spectraOf(result.table(), "Spectrum").stream().map(s -> s.grid().firstEv()).toList());
        final var whole = node(withShifts(IntCell.TYPE, new IntCell(2))).set("source", "COLUMN")
            .set("shiftColumn", "dE");
        assertEquals(2.0, Tables.spectraOf(whole.run().ok(), "Spectrum").get(0).appliedShiftEv());
    }

    @Test
    void aMissingOrInfiniteShiftMakesItsSpectrumMissingOrFails() throws Exception {
        final var node = node(withShifts(DoubleCell.TYPE, DataType.getMissingCell(), new DoubleCell(1),
            new DoubleCell(Double.NaN))).set("source", "COLUMN").set("shiftColumn", "dE");
        final var result = node.run();
        assertEquals("2 of 3 spectra were not shifted: the shift in the column 'dE' is missing (first: 'Row0'); 1 of "
            + "them "
            + "for other reasons (first: 'Row2', the shift in the column 'dE' is NaN)", result.warning());
        assertEquals("the shift in the column 'dE' is missing",
            Tables.missing(Tables.cells(result.ok(), "Spectrum").get(0)));
        assertEquals(8331, Tables.spectraOf(result.table(), "Spectrum").get(1).grid().firstEv());
        assertEquals("Row 'Row0': the shift in the column 'dE' is missing",
            node.set("onProblem", "FAIL").run().error());
    }

    @Test
    void aShiftColumnThatIsNoneIsRefusedByName() throws Exception {
        final var node = node(Tables.spectra(LINE)).set("source", "COLUMN");
        assertEquals("Choose the column with the shifts in the dialog.", node.configure().error());
        assertEquals("The column 'dE' with the shifts is no longer in the input table. Choose another one in the "
            + "dialog.",
            node.set("shiftColumn", "dE").configure().error());
        assertEquals("The column 'Id' with the shifts is not a number column. Choose another one in the dialog.",
            node.set("shiftColumn", "Id").configure().error());
        assertEquals("The shift must be a number, not NaN.", node(Tables.spectra(LINE)).set("shiftEv", "NaN")
            .configure().error());
    }

    @Test
    void aMissingSpectrumAndAShiftThatIsTooLargeAreCountedOnceAndHaveNoShift() throws Exception {
        final var far = new Spectrum(EnergyGrid.of(1e17, 2e17), new double[]{1, 2});
        final var result = node(Tables.spectra(null, LINE, far)).set("shiftEv", 1e17).run();
        assertEquals("2 of 3 spectra were not shifted: the spectrum is missing (first: 'Row0'); 1 of them for other "
            + "reasons "
            + "(first: 'Row1', A shift by 1.0E17 eV is too large for energies from 8330.0 to 8333.5 eV: neighbouring "
            + "energies become equal. Check the shift and its unit)", result.warning());
        assertEquals("the spectrum is missing", Tables.missing(Tables.cells(result.ok(), "shift eV").get(0)));
        assertTrue(Tables.cells(result.table(), "shift eV").get(1).isMissing());
        assertEquals("1.0E17", Tables.texts(result.table(), "shift eV").get(2));
    }

    @Test
    void theGridOfTheColumnMovesWithAConstantAndIsForgottenWithAColumn() throws Exception {
        final var column = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE);
        column.setProperties(new DataColumnProperties(Map.of("xas.grid", "linear 8330.0 8370.0 41", "other", "x")));
        final var input = Tables.spectraIn(column.createSpec(), Tables.ramp(8330, 8370, 41));
        final var shifted = node(input).set("shiftEv", 2).run();
        assertEquals("linear 8332.0 8372.0 41", grid(shifted.configured(), "Spectrum"));
        assertEquals("linear 8332.0 8372.0 41", grid(shifted.ok().getDataTableSpec(), "Spectrum"));
        assertNull(grid(node(Tables.spectra(LINE)).set("shiftEv", 2).run().ok().getDataTableSpec(), "Spectrum"));
        // The feature node behind trusts the property, and finds the spectra as it says.
        final var features = NodeRun.of(new IntensityFeaturesNodeFactory())
            .input(node(input).set("shiftEv", 0.1).run().ok()).run();
        assertEquals(3 + 41, features.configured().getNumColumns());
        assertEquals("intensity 8330.10 eV", features.ok().getDataTableSpec().getColumnSpec(3).getName());
        assertNull(grid(node(input).set("shiftEv", 1e300).configure().configured(), "Spectrum"));
        assertNull(grid(node(withShifts(DoubleCell.TYPE, new DoubleCell(1))).set("source", "COLUMN")
            .set("shiftColumn", "dE").configure().configured(), "Spectrum"));
    }

    @Test
    void theSpectrumKeepsItsPlaceBetweenOtherColumns() throws Exception {
        final var spec = new DataTableSpec(Tables.column("Spectrum", SpectrumCell.TYPE),
            Tables.column("x", DoubleCell.TYPE), Tables.column("Raw", SpectrumCell.TYPE),
            Tables.column("y", DoubleCell.TYPE));
        final var row = new DefaultRow("k", new SpectrumCell(LINE), new DoubleCell(1), new SpectrumCell(LINE),
            new DoubleCell(2));
        final var table = node(Tables.of(spec, List.of(row))).set("shiftEv", 1).run().ok();
        assertEquals(List.of("Spectrum", "x", "Raw", "y", "shift eV"), Tables.names(table.getDataTableSpec()));
        assertEquals(8330, Tables.spectraOf(table, "Spectrum").get(0).grid().firstEv());
        assertEquals(8331, Tables.spectraOf(table, "Raw").get(0).grid().firstEv());
        final var only = Tables.of(new DataTableSpec(Tables.column("S", SpectrumCell.TYPE)),
            List.of(new DefaultRow("k", new SpectrumCell(LINE))));
        assertEquals(List.of("S", "shift eV"), Tables.names(node(only).run().ok().getDataTableSpec()));
    }

    @Test
    void anEmptyTableGetsTheColumns() throws Exception {
        assertEquals(List.of("Id", "Spectrum", "shift eV"),
            Tables.names(node(Tables.spectra()).run().ok().getDataTableSpec()));
    }
}

package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.io.reader.SpectrumReaderNodeFactory;

/** Spectrum Reader with good files: which files, which rows, which columns. */
final class SpectrumReaderTest {

    private static final List<String> FIXED = List.of("Spectrum", "File", "Name", "Element", "Edge", "E0 eV");

    @TempDir
    Path m_folder;

    private static NodeRun node(final Path path) {
        return NodeRun.of(new SpectrumReaderNodeFactory()).set("source/path/path", path);
    }

    private static NodeRun folder(final Path path) {
        return node(path).set("source/filterMode", "FILES_IN_FOLDERS");
    }

    private Path write(final String name, final String... lines) throws IOException {
        final var file = m_folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private void writePlain(final String... names) throws IOException {
        for (final var name : names) {
            write(name, "8330 0.5", "8331 1.0", "8332 0.75");
        }
    }

    private static DataType type(final BufferedDataTable table, final String column) {
        return table.getDataTableSpec().getColumnSpec(column).getType();
    }

    @Test
    void aTwoColumnFileBecomesOneRow() throws Exception {
        writePlain("foil.dat");
        final var result = node(m_folder.resolve("foil.dat")).run();
        final var table = result.ok();
        assertEquals(List.of("foil.dat#1"), Tables.keys(table));
        assertEquals(FIXED, Tables.names(table.getDataTableSpec()).subList(0, FIXED.size()));
        assertEquals(List.of("Columns"), labelNames(table), "which columns were taken is shown");
        assertTrue(Tables.texts(table, "Columns").get(0).startsWith("energy: column 1"));
        assertEquals(new Spectrum(EnergyGrid.of(8330, 8331, 8332), new double[]{0.5, 1, 0.75}),
            Tables.spectraOf(table, "Spectrum").get(0));
        assertEquals(List.of("foil.dat"), Tables.texts(table, "File"));
        assertNull(result.configured(), "the labels are not known before the files are read");
        assertNull(result.warning());
    }

    @Test
    void aTableOfSpectraBecomesRowsWithItsLabelsAsTypedColumns() throws Exception {
        final var file = write("ni.csv", "id,element,edge,oxidation_state,count,bond length,fresh,note,8330,8331,8332",
            "a,Ni,K,2,5000000000,1.95,true,first,0.1,1,2", "b,Ni,K,3,1,,false,,0.2,1,2",
            "c,Ni,K,4,2,2.06,TRUE,x 1,0.3,1,2");
        final var table = node(file).run().ok();
        assertEquals(List.of("ni.csv#1", "ni.csv#2", "ni.csv#3"), Tables.keys(table));
        assertEquals(List.of("a", "b", "c"), Tables.texts(table, "Name"));
        assertEquals(List.of("Ni", "Ni", "Ni"), Tables.texts(table, "Element"));
        assertEquals(List.of("K", "K", "K"), Tables.texts(table, "Edge"));
        assertEquals(IntCell.TYPE, type(table, "oxidation_state"));
        assertEquals(LongCell.TYPE, type(table, "count"));
        assertEquals(DoubleCell.TYPE, type(table, "bond length"));
        assertEquals(BooleanCell.TYPE, type(table, "fresh"));
        assertEquals(StringCell.TYPE, type(table, "note"));
        assertEquals(List.of("5000000000", "1", "2"), Tables.texts(table, "count"));
        assertTrue(Tables.cells(table, "bond length").get(1).isMissing());
        assertTrue(Tables.cells(table, "note").get(1).isMissing());
        final var states = table.getDataTableSpec().getColumnSpec("note").getDomain().getValues();
        assertEquals(2, states.size());
        assertTrue(Tables.cells(table, "E0 eV").stream().allMatch(c -> c.isMissing()));
    }

    @Test
    void labelsNamedLikeAFixedColumnGetAnotherName() throws Exception {
        final var file = write("x.csv", "Spectrum,File,E0 eV,8330,8331,8332", "1,2,8333.5,0.1,1,2");
        assertEquals(List.of("Spectrum (#1)", "File (#1)", "E0 eV (#1)"),
            Tables.names(node(file).run().ok().getDataTableSpec()).subList(6, 9));
    }

    @Test
    void labelsOfSeveralFilesAreJoinedInOrderOfFirstAppearance() throws Exception {
        write("1.csv", "state,quality,8330,8331,8332", "2,good,0.1,1,2");
        write("2.csv", "quality,temperature,state,8330,8331,8332", "bad,300.5,x,0.1,1,2", "bad,301,y,0.1,1,2");
        writePlain("3.dat");
        final var table = folder(m_folder).run().ok();
        assertEquals(List.of("state", "quality", "temperature", "Columns"), labelNames(table));
        assertEquals(List.of("?", "?", "?"), Tables.texts(table, "Columns").subList(0, 3));
        assertEquals(List.of("2", "x", "y", "?"), Tables.texts(table, "state"));
        assertEquals(StringCell.TYPE, type(table, "state"));
        assertEquals(List.of("?", "300.5", "301.0", "?"), Tables.texts(table, "temperature"));
        assertEquals(List.of("1.csv", "2.csv", "2.csv", "3.dat"), Tables.texts(table, "File"));
        assertEquals(List.of("1.csv#1", "2.csv#1", "2.csv#2", "3.dat#1"), Tables.keys(table));
    }

    private static List<String> labelNames(final BufferedDataTable table) {
        return Tables.names(table.getDataTableSpec()).subList(FIXED.size(), table.getDataTableSpec().getNumColumns());
    }

    @Test
    void theChoiceOfColumnsCanBeOverruled() throws Exception {
        final var lines = new ArrayList<>(List.of("# energy i0 itrans ifluor"));
        for (int i = 0; i < 40; i++) {
            lines.add(String.format(Locale.ROOT, "%.3f %d %d %d", 8.330 + i * 0.001, 100 + i, i < 20 ? 50 + i : 20 + i, 1 + i));
        }
        final var file = write("scan.dat", lines.toArray(String[]::new));
        final var automatic = Tables.spectraOf(node(file).run().ok(), "Spectrum").get(0);
        assertEquals(Math.log(2), automatic.intensity(0), 1e-15);
        assertEquals(8330, automatic.grid().firstEv(), 1e-9);
        final var table = node(file).set("columns/absorption", "FLUORESCENCE").set("columns/columns", "ifluor")
            .set("columns/secondColumn", "2").set("columns/unit", "KEV").run().ok();
        assertEquals(5 / 104.0, Tables.spectraOf(table, "Spectrum").get(0).intensity(4), 1e-15);
        assertTrue(Tables.texts(table, "Columns").get(0).contains("ifluor"));
    }

    @Test
    void pandasJsonIsReadWithItsLabels() throws Exception {
        final var file = write("set.json", "{\"intensity\": {\"0\": [0.1, 1, 0.8], \"1\": [0.2, 1, 0.7]},",
            "\"energy\": {\"0\": [8330, 8331, 8332], \"1\": [8330.5, 8331, 8332]}, \"state\": {\"0\": 2, \"1\": "
            + "null}}");
        final var table = node(file).run().ok();
        assertEquals(new Spectrum(EnergyGrid.of(8330.5, 8331, 8332), new double[]{0.2, 1, 0.7}),
            Tables.spectraOf(table, "Spectrum").get(1));
        assertEquals(List.of("2", "?"), Tables.texts(table, "state"));
    }

    @Test
    void aFolderIsReadInAlphabeticalOrderWithoutHiddenFilesAndSubfolders() throws Exception {
        writePlain("b.dat", "a.dat", ".hidden.dat", "sub/c.dat", ".git/d.dat");
        assertEquals(List.of("a.dat#1", "b.dat#1"), Tables.keys(folder(m_folder).run().ok()));
        assertEquals(List.of("a.dat#1", "b.dat#1", "c.dat#1"),
            Tables.keys(folder(m_folder).set("source/includeSubfolders", true).run().ok()));
        assertEquals(List.of(".git/d.dat", ".hidden.dat", "a.dat", "b.dat", "sub/c.dat"), Tables.texts(folder(m_folder)
            .set("source/includeSubfolders", true).set("source/filters/hidden", true).run().ok(), "File"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"*.xdi | 1.xdi", "*.XDI;*.dat | 1.xdi 2.DAT", " *.dat ; ?.txt | 2.DAT 3.txt",
        "* | 1.xdi 2.DAT 3.txt a+b(1).csv", "a+b(1).* | a+b(1).csv", "?.??? | 1.xdi 2.DAT 3.txt", "1* | 1.xdi"})
    void aPatternPicksFilesWhateverTheCase(final String pattern, final String expected) throws Exception {
        writePlain("1.xdi", "2.DAT", "3.txt", "a+b(1).csv");
        assertEquals(List.of(expected.split(" ")),
            Tables.texts(folder(m_folder).set("source/filters/pattern", pattern).run().ok(), "File"));
    }

    @Test
    void filesOfOneNameInDifferentFoldersHaveDifferentRowKeys() throws Exception {
        writePlain("x/foil.dat", "y/foil.dat", "y/z/foil.dat", "other.dat");
        final var table = folder(m_folder).set("source/includeSubfolders", true).run().ok();
        assertEquals(List.of("other.dat#1", "x/foil.dat#1", "y/foil.dat#1", "y/z/foil.dat#1"), Tables.keys(table));
        assertEquals(List.of("other.dat", "x/foil.dat", "y/foil.dat", "y/z/foil.dat"), Tables.texts(table, "File"));
    }

    @Test
    void fileNamesThatLookLikeRowKeysOfOthersAreKeptApart() throws Exception {
        writePlain("a", "a#1", "a#1#1");
        assertEquals(List.of("a#1", "a#1#1", "a#1#1#1"), Tables.keys(folder(m_folder).run().ok()));
    }

    @Test
    void aPathInTheWorkflowsDataFolderIsFoundThere() throws Exception {
        writePlain("flow/data/here/foil.dat");
        final var node = NodeRun.of(new SpectrumReaderNodeFactory()).edit(model -> {
            final var path = model.getNodeSettings("source").getNodeSettings("path");
            path.addBoolean("location_present", true);
            path.addString("file_system_type", "RELATIVE");
            path.addString("file_system_specifier", "knime.workflow.data");
            path.addString("path", "here/foil.dat");
        });
        assertEquals(List.of("foil.dat#1"), Tables.keys(node.inWorkflow(m_folder.resolve("flow")).run().ok()));
    }

    @Test
    void filesWithoutEnergiesTakeTheGridOfTheSettingsAndOthersKeepTheirOwn() throws Exception {
        write("1.csv", "state,i0,i1,i2,i3,i4,i5,i6,i7,i8,i9,i10", "2,0.1,1,0.8,1,1,1,1,1,1,1,1");
        writePlain("2.dat");
        final var result =
            folder(m_folder).set("useGrid", true).set("firstEnergyEv", 8000).set("lastEnergyEv", 8010).set("points",
                11).run();
        final var spectra = Tables.spectraOf(result.ok(), "Spectrum");
        assertEquals(EnergyGrid.linear(8000, 8010, 11), spectra.get(0).grid());
        assertEquals(EnergyGrid.of(8330, 8331, 8332), spectra.get(1).grid());
        assertEquals("1.csv: The file holds no energies. The grid of the reader's settings was used: 8000.00 to "
            + "8010.00 eV, 11 points.", result.warning());
    }

    @Test
    void descendingAndRepeatedEnergiesAreSortedAndAveragedAndSaidOncePerFile() throws Exception {
        final var file = write("down.dat", "8332 3", "8331 2", "8331 4", "8330 1");
        final var result = node(file).run();
        assertEquals(new Spectrum(EnergyGrid.of(8330, 8331, 8332), new double[]{1, 3, 3}),
            Tables.spectraOf(result.ok(), "Spectrum").get(0));
        assertEquals("down.dat: Energies did not ascend and were sorted.\ndown.dat: 1 repeated energy was averaged.",
            result.warning());
    }

    @Test
    void progressRisesOverAllFiles() throws Exception {
        writePlain("1.dat", "2.dat", "3.dat", "4.dat");
        final List<Double> seen = new ArrayList<>();
        folder(m_folder).onProgress(seen::add).run().ok();
        assertEquals(seen.stream().sorted().toList(), seen);
        assertTrue(seen.containsAll(List.of(0.25, 0.5, 0.75)), seen::toString);
        assertTrue(seen.get(seen.size() - 1) <= 1);
    }

    @Test
    void cancellingIsHeardAtAnyMomentAndIsNeverAnErrorOrASkippedFile() throws Exception {
        writePlain("1.dat", "2.dat", "3.dat");
        write("4.csv", wide(2000));
        for (int moment = 1; moment < 12; moment++) {
            final var node = folder(m_folder);
            final var left = new int[]{moment};
            final var result = node.onProgress(p -> {
                if (--left[0] == 0) {
                    node.cancel();
                }
            }).run();
            assertTrue(result.canceled() || left[0] > 0, "moment " + moment + ": " + result.error());
        }
    }

    private static double intensity(final int row, final int column) {
        return (1 + (31 * row + 7 * column) % 1000) / 1000.0;
    }

    /** A header and rows of a label and 100 intensities; rows count from 1. */
    private static String[] wide(final int rows) {
        final var lines = new String[rows + 1];
        for (int row = 0; row <= rows; row++) {
            final var line = new StringBuilder(row == 0 ? "state" : Integer.toString(row % 3));
            for (int i = 0; i < 100; i++) {
                line.append(',').append(row == 0 ? 8330 + i : intensity(row, i));
            }
            lines[row] = line.toString();
        }
        return lines;
    }

    @Test
    void aLargeTableIsReadInOrderByAllThreads() throws Exception {
        final var table = node(write("wide.csv", wide(3000))).run().ok();
        assertEquals(3000, table.size());
        final var spectra = Tables.spectraOf(table, "Spectrum");
        final var states = Tables.texts(table, "state");
        for (int row = 1; row <= 3000; row++) {
            assertEquals(intensity(row, 0), spectra.get(row - 1).intensity(0));
            assertEquals(intensity(row, 99), spectra.get(row - 1).intensity(99));
            assertEquals(Integer.toString(row % 3), states.get(row - 1));
        }
        assertEquals("wide.csv#3000", Tables.keys(table).get(2999));
    }
}

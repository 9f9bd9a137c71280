package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xasnodes.nodes.io.reader.SpectrumReaderNodeFactory;

/** Spectrum Reader with files that are missing, damaged or something else: what it says, and that it reads the rest. */
final class SpectrumReaderBadFilesTest {

    private static final String EMPTY = "File 'bad': It is empty. Choose another file.";

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
        return Files.writeString(file, String.join("\n", lines));
    }

    /** The error of one file alone. */
    private String errorOf(final String... lines) throws Exception {
        return node(write("bad", lines)).run().error();
    }

    private static void assertContains(final String text, final String... parts) {
        for (final var part : parts) {
            assertTrue(text != null && text.contains(part), () -> "\"" + part + "\" is not in: " + text);
        }
    }

    @Test
    void aReaderWithoutAFileAsksForOne() throws Exception {
        assertEquals("Choose a file or folder with spectra in the dialog.",
            NodeRun.of(new SpectrumReaderNodeFactory()).configure().error());
        assertEquals("Choose a file or folder with spectra in the dialog.",
            NodeRun.of(new SpectrumReaderNodeFactory()).set("source/path/path", "  ").configure().error());
    }

    @Test
    void aMissingFileOrFolderIsNamedWithItsPath() throws Exception {
        final var absent = m_folder.resolve("nowhere.dat");
        assertEquals("'" + absent + "' does not exist. Choose another file or folder in the dialog.",
            node(absent).run().error());
        assertEquals("'" + absent + "' does not exist. Choose another file or folder in the dialog.",
            folder(absent).run().error());
    }

    @Test
    void aFolderInPlaceOfAFileAndTheOtherWayRoundIsSaid() throws Exception {
        final var file = write("x.dat", "1 2", "2 3");
        assertEquals("'" + m_folder + "' is a folder. Choose a file, or 'Files in folders' in the dialog to read a "
            + "whole folder.", node(m_folder).run().error());
        assertEquals("'" + file + "' is not a folder. Choose a folder, or 'File' in the dialog.",
            folder(file).run().error());
    }

    @Test
    void aFolderWithoutAFittingFileIsSaid() throws Exception {
        write("x.dat", "1 2", "2 3");
        final var message = "No file in '" + m_folder + "' fits the pattern. Change it, or include subfolders, in "
            + "the dialog.";
        assertEquals(message, folder(m_folder).set("source/filters/pattern", "*.xdi").run().error());
        assertEquals(message, folder(m_folder).set("source/filters/pattern", "").run().error());
        final var empty = Files.createDirectory(m_folder.resolve("void"));
        assertEquals(message.replace(m_folder.toString(), empty.toString()), folder(empty).run().error());
    }

    @Test
    void aPathOfAnotherFileSystemIsAnErrorWithAdvice() throws Exception {
        final var node = NodeRun.of(new SpectrumReaderNodeFactory()).edit(model -> {
            final var path = model.getNodeSettings("source").getNodeSettings("path");
            path.addString("file_system_type", "RELATIVE");
            path.addString("file_system_specifier", "knime.workflow.data");
            path.addString("path", "x.dat");
        });
        assertContains(node.run().error(), "'x.dat' cannot be opened: ");
        assertContains(node.inWorkflow(m_folder).run().error(), "x.dat' does not exist. Choose another file");
    }

    @Test
    void oneFileThatIsNoSpectrumIsAnErrorThatSaysWhy() throws Exception {
        assertEquals(EMPTY, errorOf(""));
        assertContains(errorOf("\n \n"), "File 'bad': It holds nothing but blanks.");
        assertContains(errorOf("just some words", "and more"), "No table of numbers was found in it.", "Known are");
        assertContains(errorOf("<html><body>404</body></html>"), "It is HTML or XML, not spectra.");
        assertContains(errorOf("8330 1.0"), "only one row of numbers (line 1)", "at least two points");
        assertContains(errorOf("1.5", "2.5", "3.5"), "only one column of numbers (from line 1 on)");
        assertContains(errorOf("1 2 3", "4 5 6"), "No column looks like energies", "columns are 1, 2, 3.");
        assertContains(errorOf("8330 1", "8330 2", "8330 3"), "at least 2 different energies");
        assertContains(errorOf("id,8330,8331"), "File 'bad'");
        assertContains(errorOf("{\"a\": 1}"), "pandas");
    }

    @Test
    void aBinaryFileIsAnErrorThatSaysSo() throws Exception {
        final var bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        final var file = Files.write(m_folder.resolve("bad"), bytes);
        assertContains(node(file).run().error(), "File 'bad': ");
        Files.write(file, Arrays.copyOf("8330 1\n8331 2\n".getBytes(), 100));
        assertContains(node(file).run().error(), "It is not text but binary data");
    }

    @Test
    void aTruncatedDataSetGivesItsGoodRowsAndSaysWhereItEnds() throws Exception {
        assertContains(errorOf("{\"intensity\": {\"0\": [1, 2, 3], \"1\": [1, 2"),
            "File 'bad': The JSON data end too early, line 1", "cut off. Copy or download it again.");
        final var cut = node(write("cut.csv", "id,8330,8331,8332", "a,1,2,3", "b,4,5,6", "c,7,8")).run();
        assertEquals(List.of("cut.csv#1", "cut.csv#2", "cut.csv#3"), Tables.keys(cut.ok()));
        assertEquals("1 of 3 spectra are missing: Line 4 has 3 fields, but the header has 4. Complete or remove the "
            + "line (first: 'cut.csv#3')", cut.warning());
    }

    @Test
    void whatADamagedFileGaveBeforeItsFaultIsKeptWithOrWithoutOtherFiles() throws Exception {
        final var packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            final var random = new Random(2);
            final var text = new StringBuilder("id,8330,8331,8332\n");
            for (int i = 0; i < 20_000; i++) {
                text.append(i).append(',').append(random.nextDouble()).append(",2,3\n");
            }
            gzip.write(text.toString().getBytes());
        }
        final var file = Files.write(m_folder.resolve("cut.csv.gz"), Arrays.copyOf(packed.toByteArray(), 150_000));
        final var alone = node(file).run();
        assertTrue(alone.ok().size() > 10_000 && alone.table().size() < 20_000);
        assertContains(alone.warning(), "The file was read in part: File 'cut.csv.gz': ");
        write("good.dat", "8330 1", "8331 2");
        final var both = folder(m_folder).run();
        assertEquals(alone.table().size() + 1, both.ok().size());
        assertContains(both.warning(), "1 of 2 files was read in part: File 'cut.csv.gz': ");
        assertContains(folder(m_folder).set("onBadFile", "FAIL").run().error(), "File 'cut.csv.gz': ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'a,1,2'      | Line 3 has 3 fields, but the header has 4. Complete or remove the line",
        "'a,1,2,3,4'  | Line 3 has 5 fields, but the header has 4. Complete or remove the line",
        "'a,1,NaN,3'  | Line 3, column '8331': 'NaN' is not a finite number",
        "'a,1,-inf,3' | Line 3, column '8331': '-inf' is not a finite number",
        "'a,1,,3'     | Line 3, column '8331': the intensity is missing",
        "'a,1,two,3'  | Line 3, column '8331': 'two' is not a finite number",
        "'a,1,1e999,3' | Line 3, column '8331': '1e999' is not a finite number"})
    void aBadRowIsAMissingSpectrumThatNamesLineAndColumnAndTheOthersAreRead(final String row, final String reason)
        throws Exception {
        final var result = node(write("x.csv", "id,8330,8331,8332", "g,1,2,3", row, "h,4,5,6")).run();
        assertEquals("1 of 3 spectra are missing: " + reason + " (first: 'x.csv#2')", result.warning());
        assertTrue(Tables.missing(Tables.cells(result.ok(), "Spectrum").get(1)).startsWith(reason));
        assertEquals(3, Tables.spectraOf(result.table(), "Spectrum").get(2).size());
        assertEquals(List.of("g", "a", "h"), Tables.texts(result.table(), "id"));
    }

    @Test
    void aBadRowOfTwoColumnTextIsLeftOutAndSaid() throws Exception {
        final var result = node(write("x.dat", "8330 1", "8331 2", "8332 x", "8333 NaN", "8334 3 4", "8335 3", "8336 3",
            "8337 3", "8338 3", "8339 3", "8340 3", "8341 3", "8342 3", "8343 3", "8344 3", "8345 3", "8346 3",
            "8347 3",
            "8348 3", "8349 3", "8350 3", "8351 3", "8352 3", "8353 3", "8354 3", "8355 3", "8356 3", "8357 3",
            "8358 3",
            "8359 3", "8360 3", "8361 3", "8362 3", "8363 3")).run();
        assertEquals(31, Tables.spectraOf(result.ok(), "Spectrum").get(0).size());
        assertContains(result.warning(), "x.dat: 3 rows were left out (first: line 3: 'x' is not a finite number).");
    }

    @Test
    void badFilesAreSkippedWithOneWarningOrStopTheNode() throws Exception {
        write("1.dat", "8330 1", "8331 2");
        write("2.dat", "");
        write("3.csv", "id,8330,8331,8332", "a,1,2,3", "b,1,x,3");
        write("4.dat", "no numbers");
        write("5.dat", "8331 1", "8330 2");
        final var result = folder(m_folder).run();
        assertEquals(List.of("1.dat#1", "3.csv#1", "3.csv#2", "5.dat#1"), Tables.keys(result.ok()));
        assertEquals("2 of 5 files were skipped: File '2.dat': It is empty. Choose another file.\n"
            + "1 of 4 spectra are missing: Line 3, column '8331': 'x' is not a finite number (first: '3.csv#2')\n"
            + "5.dat: Energies did not ascend and were sorted.", result.warning());
        final var failed = folder(m_folder).set("onBadFile", "FAIL").run();
        assertEquals("File '2.dat': It is empty. Choose another file.", failed.error());
        assertNull(failed.table());
    }

    @Test
    void ifNoFileCouldBeReadTheFirstReasonIsTheError() throws Exception {
        write("1.dat", "");
        write("2.dat", "words");
        assertEquals("No spectrum was read from 2 files. The first says: File '1.dat': It is empty. Choose another "
            + "file.",
            folder(m_folder).run().error());
    }

    @Test
    void filesWithoutEnergiesAreRefusedWithTheAdviceToSetTheGrid() throws Exception {
        final var csv = write("x.csv", "id,i0,i1,i2,i3,i4,i5,i6,i7,i8,i9", "a,1,2,3,4,5,6,7,8,9,0");
        assertEquals("File 'x.csv': It holds intensities without energies (10 columns, 'i0' to 'i9'). Set the grid "
            + "for files without energies in the reader's settings.", node(csv).run().error());
        final var json = write("x.json", "{\"intensity\": {\"0\": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]}, \"id\": {\"0\": "
            + "\"a\"}}");
        assertContains(node(json).run().error(), "It holds intensities without energies (column 'intensity')",
            "Set the grid for files without energies in the reader's settings.");
        for (final var file : List.of(csv, json)) {
            assertContains(node(file).set("useGrid", true).run().error(),
                "10 intensities per spectrum without energies, but the grid for files without energies has 100 "
                + "points. Set it to 10 points.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"points | 1 | Energy grid: A grid needs at least 2 points, not 1.",
        "points | 2000000 | Energy grid: The number of points must be at most 1000000, not 2000000.",
        "lastEnergyEv | 8000 | Energy grid: The last energy (8000.0 eV) must be above the first (8330.0 eV)."})
    void anImpossibleGridIsRefusedIfItIsUsed(final String key, final String value,
        final String message) throws Exception {
        final var file = write("x.dat", "8330 1", "8331 2");
        assertEquals(message, node(file).set("useGrid", true).set(key, value).configure().error());
        assertEquals(1, node(file).set(key, value).run().ok().size());
    }
}

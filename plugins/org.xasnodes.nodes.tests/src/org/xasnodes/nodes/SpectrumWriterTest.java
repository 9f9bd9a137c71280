package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.io.reader.SpectrumReaderNodeFactory;
import org.xasnodes.nodes.io.writer.SpectrumWriterNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.runner.files.CurrentWorkflow;
import org.xasnodes.runner.kernel.Execution;
import org.xasnodes.runner.ui.NodeHandle;

/** Spectrum Writer: which files, what stands in them, and what is left if it does not get to its end. */
final class SpectrumWriterTest {

    @TempDir
    private Path m_folder;

    private DoubleConsumer m_progress = p -> { };

    private final Execution m_execution = new Execution((p, message) -> {
        if (!Double.isNaN(p)) {
            m_progress.accept(p);
        }
    });

    /** What the node said; all are <code>null</code> if it ran without a word. */
    private record Said(String warning, String error, boolean canceled) {
    }

    private static NodeRun node(final BufferedDataTable table, final String format) {
        return NodeRun.of(new SpectrumWriterNodeFactory()).input(table).set("format", format);
    }

    private NodeRun csv(final BufferedDataTable table, final String format) {
        return node(table, format).set("file/path/path", m_folder.resolve("out.csv"));
    }

    private NodeRun xdi(final BufferedDataTable table) {
        return node(table, "XDI").set("folder/path/path", m_folder.resolve("out"));
    }

    /** A node without outputs needs less than {@link NodeRun#run()}. */
    private Said run(final NodeRun node, final BufferedDataTable table) throws Exception {
        final var handle = NodeHandle.create(new SpectrumWriterNodeFactory());
        try {
            handle.loadSettings(node.settings());
            handle.configure(new PortObjectSpec[]{table.getDataTableSpec()});
            final var executed = handle.execute(new PortObject[]{table}, m_execution.context());
            assertEquals(0, executed.objects().length);
            return new Said(executed.warning(), null, false);
        } catch (final InvalidSettingsException e) {
            return new Said(null, e.getMessage(), false);
        } catch (final KNIMEException e) {
            return new Said(null, e.getKNIMEMessage().getSummary(), false);
        } catch (final CanceledExecutionException e) { // NOSONAR: this is what the test asked for
            return new Said(null, null, true);
        } finally {
            Thread.interrupted(); // NOSONAR: of a test that cancels
        }
    }

    private void runs(final NodeRun node, final BufferedDataTable table) throws Exception {
        assertEquals(new Said(null, null, false), run(node, table));
    }

    private BufferedDataTable read(final String path, final boolean folder) throws Exception {
        return NodeRun.of(new SpectrumReaderNodeFactory()).set("source/path/path", m_folder.resolve(path))
            .set("source/filterMode", folder ? "FILES_IN_FOLDERS" : "FILE").run().ok();
    }

    private List<String> left() throws IOException {
        try (var files = Files.walk(m_folder)) {
            return files.filter(f -> !f.equals(m_folder)).map(f -> m_folder.relativize(f).toString().replace('\\', '/'))
                .sorted().toList();
        }
    }

    private String text(final String name) throws IOException {
        return Files.readString(m_folder.resolve(name));
    }

    @Test
    void itIsASinkWithOneInputAndNoOutput() {
        final var handle = NodeHandle.create(new SpectrumWriterNodeFactory());
        assertEquals(List.of("Spectra"), handle.inputPorts().stream().map(NodeHandle.Port::group).toList());
        assertEquals(List.of(), handle.outputPorts());
        assertEquals("Sink", handle.description().getAttribute("type"));
    }

    @Test
    void xdiFilesAreReadBackToTheSameBits() throws Exception {
        final var spectra = Tables.simulated(12);
        spectra[3] = Tables.ramp(7000, 7100, 7);
        final var table = Tables.spectra(spectra);
        runs(xdi(table), table);
        final var back = read("out", true);
        assertEquals(12, back.size());
        final var found = Tables.spectraOf(back, "Spectrum");
        final var keys = Tables.texts(back, "File");
        for (int i = 0; i < 12; i++) {
            final var spectrum = found.get(keys.indexOf("Row" + i + ".xdi"));
            assertEquals(new Spectrum(spectra[i].grid(), spectra[i].intensities()), spectrum);
        }
        assertTrue(text("out/Row3.xdi").contains("# Label.Id: id 3\n"), text("out/Row3.xdi"));
    }

    @Test
    void aWideTableIsReadBackToTheSameBits() throws Exception {
        final var spectra = Tables.simulated(20);
        final var table = Tables.spectra(spectra);
        runs(csv(table, "CSV_WIDE"), table);
        final var back = read("out.csv", false);
        final var found = Tables.spectraOf(back, "Spectrum");
        for (int i = 0; i < 20; i++) {
            assertEquals(new Spectrum(spectra[i].grid(), spectra[i].intensities()), found.get(i));
        }
        assertEquals(Tables.texts(table, "Id"), Tables.texts(back, "Id"));
        assertEquals(Tables.keys(table), Tables.texts(back, "row"));
        assertEquals(List.of("out.csv"), left());
    }

    @Test
    void aTableOfPointsTakesDifferentGridsAndAWideOneRefusesThem() throws Exception {
        final var table = Tables.spectra(Tables.ramp(10, 14, 3), Tables.ramp(20, 21, 2));
        runs(csv(table, "CSV_LONG"), table);
        assertEquals("""
                row,energy,intensity,Id
                Row0,10.0,1.0,id 0
                Row0,12.0,2.0,id 0
                Row0,14.0,3.0,id 0
                Row1,20.0,1.0,id 1
                Row1,21.0,2.0,id 1
                """, text("out.csv"));
        Files.delete(m_folder.resolve("out.csv"));
        assertEquals("Row 'Row1': The spectra have different energy grids, 10.00 to 14.00 eV, 3 points and 20.00 to "
            + "21.00 eV, 2 points, but a table with a row for each spectrum has one. Bring them to one grid with "
            + "Energy Resampler first, or choose another format.", run(csv(table, "CSV_WIDE"), table).error());
        assertEquals(List.of(), left());
    }

    private static BufferedDataTable labelled() {
        final var spec = new DataTableSpec(Tables.column("state", IntCell.TYPE),
            Tables.column("raw", SpectrumCell.TYPE), Tables.column("bond", DoubleCell.TYPE),
            Tables.column("count", LongCell.TYPE),
            Tables.column("good", BooleanCell.TYPE), Tables.column("name", StringCell.TYPE),
            Tables.column("last", SpectrumCell.TYPE));
        final var raw = new SpectrumCell(Tables.ramp(1, 2, 2));
        final var last = new SpectrumCell(Tables.ramp(10, 12, 3));
        final List<DataRow> rows = List.of(
            new DefaultRow("a", new IntCell(2), raw, new DoubleCell(1.0 / 3), new LongCell(1L << 40), BooleanCell.TRUE,
                new StringCell("x, \"y\"\n"), last),
            new DefaultRow("b", DataType.getMissingCell(), DataType.getMissingCell(), DataType.getMissingCell(),
                DataType.getMissingCell(), DataType.getMissingCell(), DataType.getMissingCell(), last));
        return Tables.of(spec, rows);
    }

    @Test
    void allColumnsThatAreNoSpectraAreLabelsByDefault() throws Exception {
        final var table = labelled();
        runs(csv(table, "CSV_WIDE"), table);
        assertEquals("""
                row,state,bond,count,good,name,10.0,11.0,12.0
                a,2,0.3333333333333333,1099511627776,true,"x, ""y""
                ",1.0,2.0,3.0
                b,,,,,,1.0,2.0,3.0
                """, text("out.csv"));
    }

    @Test
    void chosenLabelsAndAnotherSpectrumColumnAreWritten() throws Exception {
        final var table = labelled();
        runs(csv(table, "CSV_LONG").set("spectrumColumn", "raw").edit(model -> {
            final var manual = model.getNodeSettings("labelColumns").getNodeSettings("manualFilter");
            manual.addStringArray("manuallySelected", "good", "gone");
            manual.addBoolean("includeUnknownColumns", false);
        }), table, "1 of 2 spectra were not written: the spectrum is missing (first: 'b')");
        assertEquals("""
                row,energy,intensity,good
                a,1.0,1.0,true
                a,2.0,2.0,true
                """, text("out.csv"));
    }

    private void runs(final NodeRun node, final BufferedDataTable table, final String warning) throws Exception {
        assertEquals(new Said(warning, null, false), run(node, table));
    }

    @Test
    void missingSpectraAreLeftOutAndCounted() throws Exception {
        final var spectra = Tables.simulated(5);
        spectra[1] = null;
        spectra[4] = null;
        final var table = Tables.spectra(spectra);
        runs(xdi(table), table, "2 of 5 spectra were not written: the spectrum is missing (first: 'Row1')");
        assertEquals(List.of("out", "out/Row0.xdi", "out/Row2.xdi", "out/Row3.xdi"), left());
    }

    @ParameterizedTest
    @CsvSource({"XDI", "CSV_WIDE", "CSV_LONG"})
    void withoutAnySpectrumNothingIsWritten(final String format) throws Exception {
        final var empty = Tables.spectra();
        final var all = format.equals("XDI") ? xdi(empty) : csv(empty, format);
        assertEquals("The input table has no rows, so there is nothing to write.", run(all, empty).error());
        final var missing = Tables.spectra(null, null);
        assertEquals("All spectra of the input table are missing, so there is nothing to write.",
            run(format.equals("XDI") ? xdi(missing) : csv(missing, format), missing).error());
        assertEquals(List.of(), left());
    }

    @Test
    void withoutATargetItSaysWhatToChoose() throws Exception {
        final var table = Tables.spectra(Tables.simulated(1));
        assertEquals("Choose a folder for the XDI files in the dialog.", run(node(table, "XDI"), table).error());
        assertEquals("Choose a CSV file in the dialog.", run(node(table, "CSV_WIDE"), table).error());
        assertEquals("Spectra cannot be written to the address 'https://x.org/a.csv'. Choose a place for files.",
            run(node(table, "CSV_LONG").set("file/path/file_system_type", "CUSTOM_URL")
                .edit(m -> m.getNodeSettings("file").getNodeSettings("path").addString("file_system_specifier", "1000"))
                .set("file/path/path", "https://x.org/a.csv"), table).error());
    }

    @Test
    void aTableWithoutSpectraIsRefused() throws Exception {
        final var table = Tables.numbers(new String[]{"a"}, new Double[]{1.0});
        assertEquals("The input table has no column of spectra. Read them with Spectrum Reader or make them with "
            + "Columns to Spectrum.", run(csv(table, "CSV_WIDE"), table).error());
    }

    @Test
    void whatExistsIsKeptUnlessItMayBeOverwritten() throws Exception {
        final var table = Tables.spectra(Tables.simulated(2));
        final var file = Files.writeString(m_folder.resolve("out.csv"), "old");
        final var exists = "' already exists. Choose another place, or let the writer overwrite what exists.";
        assertEquals("'" + file + exists, run(csv(table, "CSV_WIDE"), table).error());
        Files.createDirectory(m_folder.resolve("out"));
        final var present = Files.writeString(m_folder.resolve("out/Row1.xdi"), "old");
        assertEquals("'" + present + exists, run(xdi(table), table).error());
        assertEquals(List.of("out", "out.csv", "out/Row1.xdi"), left());
        assertEquals(List.of("old", "old"), List.of(text("out.csv"), text("out/Row1.xdi")));
        runs(csv(table, "CSV_LONG").set("ifExists", "OVERWRITE"), table);
        runs(xdi(table).set("ifExists", "OVERWRITE"), table);
        assertEquals(List.of("out", "out.csv", "out/Row0.xdi", "out/Row1.xdi"), left());
        assertTrue(text("out.csv").startsWith("row,energy"));
        assertTrue(text("out/Row1.xdi").startsWith("# XDI/1.0"));
    }

    @Test
    void missingFoldersAreCreatedOrAnError() throws Exception {
        final var table = Tables.spectra(Tables.simulated(1));
        final var folder = m_folder.resolve("x/y");
        final var message = "The folder '" + folder + "' does not exist. Create it, or let the writer create missing "
            + "folders.";
        assertEquals(message, run(node(table, "XDI").set("folder/path/path", folder).set("createFolders", false), table)
            .error());
        assertEquals(message, run(node(table, "CSV_WIDE").set("file/path/path", folder.resolve("a.csv"))
            .set("createFolders", false), table).error());
        runs(node(table, "CSV_WIDE").set("file/path/path", folder.resolve("a.csv")), table);
        assertEquals(List.of("x", "x/y", "x/y/a.csv"), left());
    }

    @Test
    void aPlaceInTheWorkflowsDataFolderIsWrittenTo() throws Exception {
        Files.createDirectory(m_folder.resolve("flow"));
        final var table = Tables.spectra(Tables.simulated(1));
        final NodeRun.Edit inWorkflow = model -> {
            for (final var key : List.of("folder", "file")) {
                final var path = model.getNodeSettings(key).getNodeSettings("path");
                path.addBoolean("location_present", true);
                path.addString("file_system_type", "RELATIVE");
                path.addString("file_system_specifier", "knime.workflow.data");
                path.addString("path", key.equals("file") ? "a/b.csv" : "deep/er");
            }
        };
        CurrentWorkflow.during(m_folder.resolve("flow"), (Callable<Said>)() -> {
            runs(node(table, "CSV_WIDE").edit(inWorkflow), table);
            runs(node(table, "XDI").edit(inWorkflow), table);
            return null;
        });
        assertEquals(List.of("flow", "flow/data", "flow/data/a", "flow/data/a/b.csv", "flow/data/deep",
            "flow/data/deep/er", "flow/data/deep/er/Row0.xdi"), left());
    }

    @ParameterizedTest
    @CsvSource({"XDI", "CSV_WIDE", "CSV_LONG"})
    void cancellingAtAnyMomentLeavesEverythingAsItWasOrEverythingWritten(final String format) throws Exception {
        final var table = Tables.spectra(Tables.simulated(6));
        for (int moment = 1; moment < 12; moment++) {
            final var test = new SpectrumWriterTest();
            test.m_folder = m_folder;
            final var left = new int[]{moment};
            test.m_progress = p -> {
                if (--left[0] == 0) {
                    test.m_execution.cancel();
                    Thread.currentThread().interrupt();
                }
            };
            final var said = test.run(format.equals("XDI") ? test.xdi(table) : test.csv(table, format), table);
            if (!said.canceled()) {
                // Too late: the files are in place.
                assertTrue(moment > 6 && said.error() == null, "moment " + moment + ": " + said);
                assertEquals(format.equals("XDI") ? 7 : 1, left().size());
                return;
            }
            assertEquals(List.of(), left(), "moment " + moment);
        }
    }

    @Test
    void progressRises() throws Exception {
        final List<Double> seen = new ArrayList<>();
        m_progress = seen::add;
        final var table = Tables.spectra(Tables.simulated(4));
        runs(csv(table, "CSV_LONG"), table);
        assertEquals(List.of(0.0, 0.25, 0.5, 0.75, 1.0), seen.stream().distinct().toList());
    }

    @Test
    void aNodeThatWasSavedUnconnectedFindsTheSpectra() throws Exception {
        final var table = Tables.spectra(Tables.simulated(2));
        runs(NodeRun.of(new SpectrumWriterNodeFactory()).savedUnconnected().set("format", "CSV_WIDE")
            .set("file/path/path", m_folder.resolve("out.csv")), table);
        assertTrue(text("out.csv").startsWith("row,Id,8330.0,"));
    }

    @Test
    void keysOfAnySortMakeFilesInTheFolderOnly() throws Exception {
        final var cell = new SpectrumCell(Tables.ramp(10, 12, 3));
        final var spec = new DataTableSpec(Tables.column("Spectrum", SpectrumCell.TYPE));
        final List<DataRow> rows = new ArrayList<>();
        for (final var key : List.of("../../up", "a/b", "a\\b", "CON", "\u00e9\n", "#1")) {
            rows.add(new DefaultRow(key, cell));
        }
        final var table = Tables.of(spec, rows);
        runs(xdi(table), table);
        assertEquals(List.of("out", "out/_1.xdi", "out/_CON.xdi", "out/_up.xdi", "out/a_b.xdi", "out/a_b_2.xdi",
            "out/e_.xdi"), left());
    }

    @Test
    void energiesHaveAllTheirDigits() throws Exception {
        final var grid = EnergyGrid.of(8330.000000000002, 8330.1, Math.nextUp(8330.1));
        final var table = Tables.spectra(new Spectrum(grid, new double[]{1, 2, 3}));
        runs(csv(table, "CSV_WIDE"), table);
        assertEquals(grid, Tables.spectraOf(read("out.csv", false), "Spectrum").get(0).grid());
    }
}

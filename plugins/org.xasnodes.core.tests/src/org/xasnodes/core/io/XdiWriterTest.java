package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.util.ProgressMonitor;
import org.xasnodes.core.spectrum.SpectrumException;

/** Files of the XAS Data Interchange format: what stands in them, what comes back, and which files there are. */
final class XdiWriterTest {

    private static final EnergyGrid GRID = EnergyGrid.of(8330, 8330.5, 8331);

    private static final Spectrum SPECTRUM = new Spectrum(GRID, new double[]{0, 0.5, 1e-9});

    private static final String[] NO_LABELS = {};

    @TempDir
    private Path m_folder;

    private XdiWriter writer(final boolean overwrite, final String... labelNames) throws IOException {
        return new XdiWriter(new OutputTarget(m_folder, overwrite, false), List.of(labelNames));
    }

    private List<String> left() throws IOException {
        try (var files = Files.walk(m_folder)) {
            return files.filter(f -> !f.equals(m_folder)).map(f -> m_folder.relativize(f).toString()).sorted().toList();
        }
    }

    private String text(final String name) throws IOException {
        return Files.readString(m_folder.resolve(name));
    }

    @Test
    void aFileHasTheFieldsOfTheFormatAndTheLabels() throws Exception {
        try (var writer = writer(false, "Name", "Element", "Edge", "E0 eV", "Ni-O (\u00c5)", "state", "gone")) {
            writer.write("Row0", new Spectrum(GRID, new double[]{0, 0.5, 1e-9}, 1.5, Scale.EDGE_STEP),
                new String[]{"nickel oxide", "Ni", "K", "8333.0", "2.08", "2", null});
            writer.finish();
        }
        assertEquals("""
                # XDI/1.0 XASNodes/0.1
                # Sample.name: nickel oxide
                # Element.symbol: Ni
                # Element.edge: K
                # Scan.edge_energy: 8333.0 eV
                # Column.1: energy eV
                # Column.2: norm
                # XASNodes.row: Row0
                # XASNodes.scale: EDGE_STEP
                # XASNodes.applied_shift_ev: 1.5
                # Label.Ni-O_A_: 2.08
                # Label.state: 2
                #----
                # energy norm
                8330.0 0.0
                8330.5 0.5
                8331.0 1.0E-9
                """, text("Row0.xdi"));
    }

    @Test
    void theReaderGivesTheLabelsBack() throws Exception {
        final var energies = EnergyGrid.linear(8300, 8400, 60);
        final var intensities = new double[60];
        Arrays.setAll(intensities, k -> 1 + Math.tanh((k - 30) / 3.0));
        try (var writer = writer(false, "Name", "Element", "state", "length", "phase")) {
            writer.write("Row0", new Spectrum(energies, intensities),
                new String[]{"nickel oxide", "Ni", "2", "2.08", "layered"});
            writer.finish();
        }
        final var records = new ArrayList<SpectrumRecord>();
        SpectrumFiles.read(SpectrumSource.of(m_folder.resolve("Row0.xdi")), new ReaderOptions(null, 1),
            new SpectrumSink() {
                @Override
                public void spectrum(final SpectrumRecord spectrum) {
                    records.add(spectrum);
                }

                @Override
                public void note(final String message) {
                    // a missing edge is told
                }
            }, ProgressMonitor.NONE);
        final var labels = records.get(0).labels();
        assertEquals(2L, labels.get("state"));
        assertEquals(2.08, labels.get("length"));
        assertEquals("layered", labels.get("phase"));
    }

    @Test
    void whatIsNoElementOrEdgeIsALabelLikeOthers() throws Exception {
        try (var writer = writer(false, "Element", "Edge", "E0 eV")) {
            writer.write("a", SPECTRUM, new String[]{"Xx", "Q", "?"});
            writer.write("b", SPECTRUM, new String[]{null, " ", "\n"});
            writer.finish();
        }
        final var text = text("a.xdi");
        assertFalse(text.contains("Element.") || text.contains("Scan."), text);
        assertTrue(text.contains("# Label.Element: Xx\n# Label.Edge: Q\n# Label.E0_eV: ?\n"), text);
        assertFalse(text("b.xdi").contains("Label"), text("b.xdi"));
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void rawAbsorptionIsMuAndEverythingElseNorm(final Scale scale) throws Exception {
        try (var writer = writer(false)) {
            writer.write("a", new Spectrum(GRID, new double[3], 0, scale), NO_LABELS);
            writer.finish();
        }
        assertTrue(text("a.xdi").contains("# Column.2: " + (scale == Scale.UNKNOWN ? "mu" : "norm") + "\n"));
        assertTrue(text("a.xdi").contains("# XASNodes.scale: " + scale + "\n"));
    }

    @Test
    void noLabelCanAddALineOrAField() throws Exception {
        final var evil = "x\n# Column.1: angle degrees\r# Element.symbol: Fe\u2028#----\u0085\u000b\f8333 99\0\n";
        try (var writer = writer(false, "Name", evil, "Column.1", "a: b")) {
            writer.write(evil, SPECTRUM, new String[]{evil, evil, "angle || degrees", "/// c"});
            writer.finish();
        }
        final var file = left().get(0);
        final var lines = text(file).split("[\\n\\r\\u000b\\f\\u0085\\u2028\\u2029]");
        assertEquals(15, lines.length, text(file));
        assertEquals(List.of("# Column.1: energy eV"),
            Arrays.stream(lines).filter(l -> l.startsWith("# Column.1")).toList());
        assertTrue(Arrays.stream(lines).allMatch(l -> l.matches("# XDI/1.0 .*|# [A-Za-z]\\w*\\.[\\w\\-]+: \\S.*|#----|"
            + "# energy mu|[-\\d.E]+ [-\\d.E]+")), text(file));
        assertTrue(text(file).contains("# Label.Column_1: angle | degrees\n# Label.a_b: /// c\n"), text(file));
        assertArray(SPECTRUM, ReadFile.of(SpectrumSource.of(m_folder.resolve(file)), null, 1));
    }

    private static void assertArray(final Spectrum expected, final ReadFile file) {
        assertNull(file.m_refusal);
        assertEquals(1, file.m_spectra.size());
        assertEquals(expected.grid(), file.first().spectrum().grid());
        assertEquals(Arrays.toString(expected.intensities()), Arrays.toString(file.intensities()));
    }

    @Test
    void theReaderGivesTheSameBitsBackWhateverTheNumbers() throws Exception {
        for (int seed = 1; seed <= 40; seed++) {
            final var grid = seed % 2 == 0 ? EnergyGrid.linear(8330, 8370, 2 + seed)
                : CsvWriterTest.anyGrid(20 + seed, seed);
            final var numbers = CsvWriterTest.anyNumbers(grid.size(), 100 + seed);
            // The reader of columns adds detectors up, and the sign of a zero is lost in a sum.
            Arrays.setAll(numbers, i -> numbers[i] + 0.0);
            final var spectrum = new Spectrum(grid, numbers);
            try (var writer = writer(true, "state")) {
                writer.write("a", spectrum, new String[]{"" + seed});
                writer.finish();
            }
            assertArray(spectrum, ReadFile.of(SpectrumSource.of(m_folder.resolve("a.xdi")), null, 1));
        }
    }

    @Test
    void theReaderGivesElementEdgeAndNameBack() throws Exception {
        try (var writer = writer(false, "Name", "Element", "Edge", "E0 eV")) {
            writer.write("Row0", SPECTRUM, new String[]{"foil \u00b5", "Fe", "L3", "706.8"});
            writer.finish();
        }
        final var text = text("Row0.xdi");
        for (final var line : List.of("Sample.name: foil \u00b5", "Element.symbol: Fe", "Element.edge: L3",
            "Scan.edge_energy: 706.8 eV")) {
            assertTrue(text.contains("# " + line + "\n"), text);
        }
    }

    @Test
    void fileNamesAreMadeOfKeysAndStayInTheFolder() throws Exception {
        try (var writer = writer(false)) {
            for (final var key : List.of("../../up", "a", "A", "a", "/etc/x", "C:\\y", "CON", "..", "", ".hidden",
                "foil.dat#1", "na\u00efve")) {
                writer.write(key, SPECTRUM, NO_LABELS);
            }
            writer.finish();
        }
        assertEquals(List.of("A_2.xdi", "C_y.xdi", "_CON.xdi", "_etc_x.xdi", "_up.xdi",
            "_hidden.xdi", "a.xdi", "a_3.xdi", "foil.dat_1.xdi", "naive.xdi", "spectrum.xdi", "spectrum_2.xdi").stream()
            .sorted().toList(), left());
    }

    @Test
    void aFileThatExistsStopsAllUnlessItMayBeReplaced() throws Exception {
        Files.writeString(m_folder.resolve("b.xdi"), "old");
        Files.writeString(m_folder.resolve("C.xdi"), "case");
        try (var writer = writer(false)) {
            writer.write("a", SPECTRUM, NO_LABELS);
            assertEquals("'" + m_folder.resolve("b.xdi") + "' already exists. Choose another place, or let the writer "
                + "overwrite what exists.",
                assertThrows(IOException.class, () -> writer.write("b", SPECTRUM, NO_LABELS)).getMessage());
        }
        assertEquals(List.of("C.xdi", "b.xdi"), left());
        try (var writer = writer(true)) {
            writer.write("a", SPECTRUM, NO_LABELS);
            writer.write("b", SPECTRUM, NO_LABELS);
            assertEquals("old", text("b.xdi"));
            writer.finish();
        }
        assertEquals(List.of("C.xdi", "a.xdi", "b.xdi"), left());
        assertTrue(text("b.xdi").startsWith("# XDI/1.0"));
    }

    @Test
    void ofFilesThatCannotAllBePutInPlaceNewOnesAreRemoved() throws Exception {
        try (var writer = writer(false)) {
            writer.write("a", SPECTRUM, NO_LABELS);
            writer.write("b", SPECTRUM, NO_LABELS);
            Files.createDirectory(m_folder.resolve("b.xdi"));
            assertThrows(IOException.class, writer::finish);
        }
        assertEquals(List.of("b.xdi"), left());
        try (var writer = writer(true)) {
            writer.write("b", SPECTRUM, NO_LABELS);
            assertEquals("'" + m_folder.resolve("b.xdi") + "' is a folder and cannot be replaced by a file.",
                assertThrows(IOException.class, writer::finish).getMessage());
        }
        assertEquals(List.of("b.xdi"), left());
    }

    @Test
    void aFolderThatWasMadeIsGoneAfterAFailureAndAFileIsNoFolder() throws Exception {
        final var folder = new OutputTarget(m_folder.resolve("x/y"), false, true);
        try (var writer = new XdiWriter(folder, List.of())) {
            writer.write("a", SPECTRUM, NO_LABELS);
        }
        assertEquals(List.of(), left());
        final var file = Files.writeString(m_folder.resolve("f"), "");
        assertEquals("'" + file + "' is a file. Choose a folder.", assertThrows(IOException.class,
            () -> new XdiWriter(new OutputTarget(file, true, true), List.of())).getMessage());
    }

    @Test
    void aHeaderThatNoReaderWouldTakeIsRefused() throws Exception {
        try (var writer = writer(false, "cif")) {
            assertTrue(assertThrows(SpectrumException.class,
                () -> writer.write("a", SPECTRUM, new String[]{"x".repeat(1 << 20)})).getMessage()
                .endsWith("too much for the header of an XDI file. Choose fewer label columns."));
            writer.write("a", SPECTRUM, new String[]{"x".repeat(500_000)});
            writer.finish();
        }
        assertArray(SPECTRUM, ReadFile.of(SpectrumSource.of(m_folder.resolve("a.xdi")), null, 1));
    }
}

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
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/** Tables of separated values: what stands in them, what comes back, and what is left after a failure. */
final class CsvWriterTest {

    private static final EnergyGrid GRID = EnergyGrid.of(8330, 8330.4040404040407, 8331);

    private static final String[] NO_LABELS = {};

    @TempDir
    private Path m_folder;

    private OutputTarget target(final String name) {
        return new OutputTarget(m_folder.resolve(name), false, false);
    }

    private static Spectrum spectrum(final double... intensities) {
        return new Spectrum(GRID, intensities);
    }

    private String text(final String name) throws IOException {
        return Files.readString(m_folder.resolve(name));
    }

    private List<String> left() throws IOException {
        try (var files = Files.walk(m_folder)) {
            return files.filter(f -> !f.equals(m_folder)).map(f -> m_folder.relativize(f).toString()).sorted().toList();
        }
    }

    /** Finite doubles of any size, and the odd ones. */
    static double[] anyNumbers(final int count, final long seed) {
        final var random = new Random(seed);
        final double[] odd = {0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE,
            -Double.MAX_VALUE, 0.1, 1e23, 2e-3, 9007199254740993.0, Math.nextUp(1), 1.0 / 3};
        return random.longs().mapToDouble(Double::longBitsToDouble).filter(Double::isFinite).limit(count)
            .map(d -> random.nextInt(10) == 0 ? odd[random.nextInt(odd.length)] : d).toArray();
    }

    /** Energies of any size, also below zero. */
    static EnergyGrid anyGrid(final int points, final long seed) {
        final var energies = anyNumbers(2 * points, seed);
        return EnergyGrid.of(Arrays.stream(energies).map(d -> d + 0.0).sorted().distinct().limit(points).toArray());
    }

    @Test
    void aWideTableHasARowForEachSpectrumAndAColumnForEachEnergy() throws Exception {
        try (var writer = CsvWriter.wide(target("a.csv"), List.of("state", "note"))) {
            writer.write("Row0", spectrum(0, 0.5, 1e-9), new String[]{"2", "a, b"});
            writer.write("Row1", spectrum(1, 2, 3), new String[]{null, ""});
            writer.finish();
        }
        assertEquals("""
                row,state,note,8330.0,8330.40404040404,8331.0
                Row0,2,"a, b",0.0,0.5,1.0E-9
                Row1,,"",1.0,2.0,3.0
                """, text("a.csv"));
        assertEquals(List.of("a.csv"), left());
    }

    @Test
    void aLongTableHasARowForEachPointAndTakesDifferentGrids() throws Exception {
        try (var writer = CsvWriter.points(target("a.csv"), List.of("state"))) {
            writer.write("Row0", spectrum(0, 0.5, 1e-9), new String[]{"2"});
            writer.write("x,y", new Spectrum(EnergyGrid.of(-1, 7), new double[]{4, 5}), new String[]{null});
            writer.finish();
        }
        assertEquals("""
                row,energy,intensity,state
                Row0,8330.0,0.0,2
                Row0,8330.40404040404,0.5,2
                Row0,8331.0,1.0E-9,2
                "x,y",-1.0,4.0,
                "x,y",7.0,5.0,
                """, text("a.csv"));
    }

    @Test
    void theReaderGivesTheSameBitsBackWhateverTheNumbers() throws Exception {
        for (int seed = 1; seed <= 20; seed++) {
            final var grid = anyGrid(3 + 10 * seed, seed);
            final var target = target(seed + ".csv");
            final var numbers = new double[5][];
            try (var writer = CsvWriter.wide(target, List.of("label"))) {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = anyNumbers(grid.size(), 1000 * seed + i);
                    writer.write("Row" + i, new Spectrum(grid, numbers[i]), new String[]{"x"});
                }
                writer.finish();
            }
            final var file = ReadFile.of(SpectrumSource.of(target.path()), null, 2);
            assertNull(file.m_refusal);
            assertEquals(List.of(), file.m_notes);
            assertEquals(numbers.length, file.m_spectra.size());
            for (int i = 0; i < numbers.length; i++) {
                assertEquals(grid, file.m_spectra.get(i).spectrum().grid());
                assertEquals(Arrays.toString(numbers[i]),
                    Arrays.toString(file.m_spectra.get(i).spectrum().intensities()));
            }
        }
    }

    @Test
    void energiesThatCountAreStillEnergies() throws Exception {
        final var grid = EnergyGrid.linear(0, 20, 21);
        try (var writer = CsvWriter.wide(target("a.csv"), List.of())) {
            writer.write("Row0", new Spectrum(grid, new double[21]), NO_LABELS);
            writer.finish();
        }
        final var file = ReadFile.of(SpectrumSource.of(m_folder.resolve("a.csv")), null, 1);
        assertEquals(grid, file.first().spectrum().grid());
    }

    @Test
    void namesAndLabelsOfAnyTextComeBackAsLabelsAndNeverAsEnergies() throws Exception {
        final var names = List.of("8330.00 eV", "1,5", "row", "Row", "a;1;2;3;4;5;6", "tab\t1\t2\t3\t4", "two\nlines",
            "quote\"d", "", "#x", " = 1 ", "2 ");
        final String[] labels = {"1", "", " blanks ", "a\nb\r\nc", "say \"hi\", twice", "µ\u2028\0", "nan", ";;;", "\t",
            "'", "#", "007"};
        try (var writer = CsvWriter.wide(target("a.csv"), names)) {
            writer.write("key \"1\"", spectrum(1, 2, 3), labels);
            writer.write("#", spectrum(4, 5, 6), new String[labels.length]);
            writer.finish();
        }
        final var file = ReadFile.of(SpectrumSource.of(m_folder.resolve("a.csv")), null, 1);
        assertNull(file.m_refusal);
        assertEquals(List.of(spectrum(1, 2, 3), spectrum(4, 5, 6)),
            file.m_spectra.stream().map(SpectrumRecord::spectrum).toList());
        assertEquals(List.of("row", "8330.00 eV (label)", "1,5 (label)", "row (2)", "Row (3)", "a,1,2,3,4,5,6",
            "tab 1 2 3 4", "two lines", "quote\"d", "label", "#x", "= 1", "2 (label)"),
            List.copyOf(file.first().labels().keySet()));
        assertEquals("key \"1\"", file.first().labels().get("row"));
        assertEquals("a\nb\r\nc", file.first().labels().get("Row (3)"));
        assertEquals("say \"hi\", twice", file.first().labels().get("a,1,2,3,4,5,6"));
        assertEquals("#", file.m_spectra.get(1).labels().get("row"));
    }

    @Test
    void aWideTableRefusesASecondGridAndTooFewEnergiesAndLeavesNothing() throws Exception {
        try (var writer = CsvWriter.wide(target("a.csv"), List.of())) {
            writer.write("Row0", spectrum(1, 2, 3), NO_LABELS);
            final var other = new Spectrum(EnergyGrid.of(8330, 8331, 8332), new double[3]);
            assertEquals("The spectra have different energy grids, 8330.00 to 8331.00 eV, 3 points and 8330.00 to "
                + "8332.00 eV, 3 points, but a table with a row for each spectrum has one. Bring them to one grid with "
                + "Energy Resampler first, or choose another format.",
                assertThrows(SpectrumException.class, () -> writer.write("Row1", other, NO_LABELS)).getMessage());
        }
        try (var writer = CsvWriter.wide(target("a.csv"), List.of())) {
            final var two = new Spectrum(EnergyGrid.of(1, 2), new double[2]);
            assertTrue(assertThrows(SpectrumException.class, () -> writer.write("Row0", two, NO_LABELS)).getMessage()
                .startsWith("It has 2 points"));
        }
        assertEquals(List.of(), left());
    }

    @Test
    void nothingIsToBeSeenBeforeTheEndAndNothingIsLeftWithoutIt() throws Exception {
        final var target = new OutputTarget(m_folder.resolve("new/deep/a.csv"), false, true);
        try (var writer = CsvWriter.wide(target, List.of())) {
            writer.write("Row0", spectrum(1, 2, 3), NO_LABELS);
            assertFalse(Files.exists(target.path()));
        }
        assertEquals(List.of(), left());
        try (var writer = CsvWriter.wide(target, List.of())) {
            writer.write("Row0", spectrum(1, 2, 3), NO_LABELS);
            writer.finish();
        }
        assertEquals(List.of("new", "new/deep", "new/deep/a.csv"), left());
    }

    @Test
    void whatExistsIsKeptUnlessItMayBeReplacedAndThenUntilTheEnd() throws Exception {
        final var file = Files.writeString(m_folder.resolve("a.csv"), "old");
        assertEquals("'" + file + "' already exists. Choose another place, or let the writer overwrite what exists.",
            assertThrows(IOException.class, () -> CsvWriter.wide(target("a.csv"), List.of())).getMessage());
        final var overwrite = new OutputTarget(file, true, false);
        try (var writer = CsvWriter.wide(overwrite, List.of())) {
            writer.write("Row0", spectrum(1, 2, 3), NO_LABELS);
        }
        assertEquals("old", text("a.csv"));
        try (var writer = CsvWriter.wide(overwrite, List.of())) {
            writer.write("Row0", spectrum(1, 2, 3), NO_LABELS);
            writer.finish();
        }
        assertTrue(text("a.csv").startsWith("row,"));
        assertEquals(List.of("a.csv"), left());
    }

    @Test
    void aFileThatComesIntoBeingMeanwhileIsKept() throws Exception {
        try (var writer = CsvWriter.wide(target("a.csv"), List.of())) {
            writer.write("Row0", spectrum(1, 2, 3), NO_LABELS);
            Files.writeString(m_folder.resolve("a.csv"), "other");
            assertTrue(assertThrows(IOException.class, writer::finish).getMessage().contains("already exists"));
        }
        assertEquals("other", text("a.csv"));
        assertEquals(List.of("a.csv"), left());
    }

    @Test
    void writersThatRunAtOnceShareTheFoldersTheyMake() throws Exception {
        final int count = 4;
        final var threads = Executors.newFixedThreadPool(count);
        try {
            for (int round = 0; round < 50; round++) {
                final var folder = m_folder.resolve(round + "/a/b/c");
                final var start = new CyclicBarrier(count);
                final var written = IntStream.range(0, count).mapToObj(i -> threads.submit(() -> {
                    start.await();
                    try (var writer =
                        CsvWriter.points(new OutputTarget(folder.resolve(i + ".csv"), false, true), List.of())) {
                        writer.write("Row0", spectrum(1, 2, 3), NO_LABELS);
                        writer.finish();
                    }
                    return null;
                })).toList();
                for (final var file : written) {
                    file.get();
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(50 * count, left().stream().filter(f -> f.endsWith(".csv")).count());
    }

    @Test
    void aFolderInPlaceOfTheFileAndAMissingFolderAreRefused() throws Exception {
        Files.createDirectory(m_folder.resolve("sub"));
        final var folder = new OutputTarget(m_folder.resolve("sub"), true, true);
        assertEquals("'" + folder.path() + "' is a folder. Choose a file.",
            assertThrows(IOException.class, () -> CsvWriter.points(folder, List.of())).getMessage());
        assertEquals("The folder '" + m_folder.resolve("no") + "' does not exist. Create it, or let the writer create "
            + "missing folders.",
            assertThrows(IOException.class, () -> CsvWriter.points(target("no/a.csv"), List.of())).getMessage());
        final var file = Files.writeString(m_folder.resolve("file"), "");
        final var below = new OutputTarget(file.resolve("deep/a.csv"), true, true);
        assertTrue(assertThrows(IOException.class, () -> CsvWriter.points(below, List.of())).getMessage()
            .startsWith("The folder '" + file.resolve("deep") + "' cannot be created: "));
    }
}

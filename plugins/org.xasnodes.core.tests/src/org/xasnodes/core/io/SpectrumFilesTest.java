package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.util.ProgressMonitor;

class SpectrumFilesTest {

    private static final ReaderOptions OPTIONS = new ReaderOptions(null, 2);

    private static String wide(final int rows) {
        return "id,8330,8331,8332\n"
            + IntStream.range(0, rows).mapToObj(i -> "s" + i + "," + i + ",2,3\n").collect(Collectors.joining());
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(final byte[] bytes, final String reason) {
        final var file = ReadFile.of(bytes, null);
        assertTrue(file.m_refusal != null && file.m_refusal.startsWith("File 'test.dat': ")
            && file.m_refusal.contains(reason), file.m_refusal);
        assertTrue(file.m_spectra.isEmpty());
    }

    @Test
    void contentThatIsNoSpectraFileIsRefusedWithTheReason() {
        assertRefused(new byte[0], "It is empty.");
        assertRefused(bytes("  \n\n"), "nothing but blanks");
        assertRefused(bytes("\uFEFF"), "It is empty.");
        assertRefused(new byte[]{(byte)0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 1}, "binary data");
        assertRefused("7100 1\n7101 2\n".getBytes(StandardCharsets.UTF_16), "UTF-16");
        assertRefused("7100 1\n7101 2\n".getBytes(StandardCharsets.UTF_16LE), "binary data");
        assertRefused(bytes("<!DOCTYPE html><html>Not found</html>"), "HTML or XML");
        assertRefused(bytes("hello 5\n1;\nworld\n"), "No table of numbers was found in it.");
        assertRefused(bytes("hello\nworld\n"), "No table of numbers was found in it.");
    }

    @Test
    void randomBytesNeverDoAnythingButRefuse() {
        final var random = new Random(11);
        final var symbols = "0123456789.,;\t\n\r\"-+eE {}[]:abnN";
        for (int i = 0; i < 300; i++) {
            final var bytes = new byte[random.nextInt(3000)];
            random.nextBytes(bytes);
            if (i % 3 > 0) { // no NULs: text of sorts
                for (int k = 0; k < bytes.length; k++) {
                    bytes[k] = (byte)(i % 3 == 1 ? bytes[k] | 1 : symbols.charAt((bytes[k] & 0xff) % symbols.length()));
                }
            }
            final var file = ReadFile.of(bytes, null);
            assertFalse(file.m_refusal == null && file.m_spectra.isEmpty());
        }
    }

    @Test
    void everyCutOfAGoodFileIsReadOrRefused() {
        final var json = "{\"energy\":{\"a\":[1,2],\"b\":[1,2]},"
            + "\"mu\":{\"a\":[1,2],\"b\":[3,4]},\"q\":{\"a\":{\"x\":1}}}";
        for (int length = 0; length < json.length(); length++) {
            final var file = ReadFile.of(json.substring(0, length));
            final var end = length > "{\"energy\":{".length() ? "is cut off" : "";
            assertTrue(file.m_refusal != null && file.m_refusal.contains(end), json.substring(0, length));
            assertTrue(file.m_spectra.isEmpty());
        }
    }

    @Test
    void gzipIsUnpackedWhateverTheName() throws IOException {
        final var plain = ReadFile.of(wide(100));
        final var packed = ReadFile.of(ReadFile.gzip(bytes(wide(100))), null);
        assertNull(packed.m_refusal);
        assertEquals(plain.m_spectra.toString(), packed.m_spectra.toString());
        assertEquals(2, ReadFile.of(ReadFile.gzip(bytes("7100 1\n7101 2\n")), null).energies().length);
    }

    @Test
    void aGzipFileOfSeveralPartsIsReadToItsEndEvenIfTheStreamSaysNothingIsAvailable() throws IOException {
        final var packed = new ByteArrayOutputStream();
        packed.write(ReadFile.gzip(bytes(wide(5))));
        packed.write(ReadFile.gzip(bytes("last,1,2,3\n")));
        final var source = new SpectrumSource() {

            @Override
            public String name() {
                return "parts.gz";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(packed.toByteArray()) {

                    @Override
                    public int available() {
                        return 0;
                    }

                    @Override
                    public int read(final byte[] bytes, final int offset, final int length) {
                        return super.read(bytes, offset, Math.min(3, length));
                    }
                };
            }

            @Override
            public long size() {
                return -1;
            }
        };
        assertEquals(6, ReadFile.of(source, null, 1).m_spectra.size());
    }

    @Test
    void aCutGzipFileGivesItsGoodRowsAndSaysSo() throws IOException {
        final var random = new Random(1);
        final var text = "id,8330,8331,8332\n" + IntStream.range(0, 1000)
            .mapToObj(i -> "s," + random.nextDouble() + ",2,3\n").collect(Collectors.joining());
        final var packed = ReadFile.gzip(bytes(text));
        final var file = ReadFile.of(Arrays.copyOf(packed, packed.length / 2), null);
        assertTrue(file.m_refusal.startsWith("File 'test.dat': The gzip data end too early: the file is cut off."));
        assertTrue(file.m_spectra.size() > 300 && file.m_spectra.size() < 700, "" + file.m_spectra.size());
        assertTrue(file.m_spectra.stream().allMatch(s -> s.problem() == null));
    }

    @Test
    void aDamagedGzipFileIsRefused() throws IOException {
        final var packed = ReadFile.gzip(bytes(wide(1000)));
        for (final int cut : new int[]{2, 5, 9, 12}) {
            assertTrue(ReadFile.of(Arrays.copyOf(packed, cut), null).m_refusal.contains("cut off"), "" + cut);
        }
        packed[packed.length - 6] ^= 1; // checksum
        final var file = ReadFile.of(packed, null);
        assertTrue(file.m_refusal.contains("The gzip data are damaged"), file.m_refusal);
        packed[2] = 99; // method
        assertTrue(ReadFile.of(packed, null).m_refusal.contains("The gzip data are damaged"));
    }

    @Test
    void gzipThatSwellsWithoutMeasureIsStopped() throws IOException {
        final var bomb = ReadFile.gzip(bytes(wide(10) + "x,1,2,3\n".repeat(1_000_000)));
        final var file = new ReadFile();
        final var refusal = assertThrows(SpectrumFileException.class,
            () -> SpectrumFiles.read(ReadFile.source(bomb), OPTIONS, file, ProgressMonitor.NONE,
                new ContentStream.Limits(1L << 40, 200, 1 << 20)));
        assertTrue(refusal.getMessage().contains("at most 200 times its packed size"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("unpack it and read the unpacked file"));
        assertThrows(SpectrumFileException.class, () -> SpectrumFiles.read(ReadFile.source(bomb), OPTIONS, file,
            ProgressMonitor.NONE, new ContentStream.Limits(1 << 21, 1 << 20, 1 << 20)));
        assertNull(ReadFile.of(bomb, null).m_refusal);
    }

    @Test
    void pathsThatAreNoReadableFileAreRefused(@TempDir final Path folder) {
        final var sink = new ReadFile();
        final var missing = assertThrows(SpectrumFileException.class, () -> SpectrumFiles
            .read(SpectrumSource.of(folder.resolve("none.csv")), OPTIONS, sink, ProgressMonitor.NONE));
        assertTrue(missing.getMessage().startsWith("File 'none.csv' cannot be opened: The file '"));
        assertTrue(missing.getMessage().endsWith("none.csv' does not exist."), missing.getMessage());
        final var directory = assertThrows(SpectrumFileException.class,
            () -> SpectrumFiles.read(SpectrumSource.of(folder), OPTIONS, sink, ProgressMonitor.NONE));
        assertTrue(directory.getMessage().contains("is a folder, not a file"), directory.getMessage());
    }

    @Test
    void aPathIsReadWithItsNameAndSize(@TempDir final Path folder) throws IOException, SpectrumFileException {
        final var path = Files.writeString(folder.resolve("a b.csv"), wide(3));
        final var source = SpectrumSource.of(path);
        assertEquals("a b.csv", source.name());
        assertEquals(Files.size(path), source.size());
        final var sink = new ReadFile();
        SpectrumFiles.read(source, OPTIONS, sink, ProgressMonitor.NONE);
        assertEquals(3, sink.m_spectra.size());
        Files.delete(path); // nothing holds it open
        assertEquals(-1, source.size());
    }

    @Test
    void progressRunsFromZeroToOneInTheCallingThread() throws IOException, SpectrumFileException {
        final var fractions = new java.util.ArrayList<Double>();
        final var caller = Thread.currentThread();
        final var bytes = bytes(wide(200_000));
        SpectrumFiles.read(ReadFile.source(bytes), OPTIONS, new ReadFile(), (fraction, message) -> {
            assertSame(caller, Thread.currentThread());
            assertEquals("Reading test.dat", message);
            fractions.add(fraction);
        });
        assertTrue(fractions.get(0) < 0.05);
        assertEquals(1.0, fractions.get(fractions.size() - 1), 0.0);
        assertArrayEquals(fractions.stream().mapToDouble(f -> f).sorted().toArray(),
            fractions.stream().mapToDouble(f -> f).toArray());
        assertTrue(fractions.size() >= 200_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void cancellingStopsAtOnceAndLeavesNoThread(final int threads) {
        final var bytes = bytes(wide(200_000));
        final var sink = new ReadFile();
        assertThrows(CancellationException.class, () -> SpectrumFiles.read(ReadFile.source(bytes),
            new ReaderOptions(null, threads), sink, (fraction, message) -> {
                if (sink.m_spectra.size() == 100) {
                    throw new CancellationException();
                }
            }));
        assertEquals(100, sink.m_spectra.size());
        assertNoWorkers();
    }

    @Test
    void cancellingWorksWhileJsonIsSkipped() {
        final var json = "{\"structure\":{\"0\":{\"a\":[" + "1,".repeat(3_000_000) + "1]}}}";
        assertThrows(CancellationException.class, () -> SpectrumFiles.read(ReadFile.source(bytes(json)), OPTIONS,
            new ReadFile(), (fraction, message) -> {
                if (fraction > 0.5) {
                    throw new CancellationException();
                }
            }));
    }

    @Test
    void anExceptionOfTheSinkEndsTheReadingAndLeavesNoThread() {
        final var full = new IOException("disk full");
        final var bytes = bytes(wide(200_000));
        assertSame(full, assertThrows(IOException.class, () -> SpectrumFiles.read(ReadFile.source(bytes), OPTIONS,
            new SpectrumSink() {

                @Override
                public void spectrum(final SpectrumRecord spectrum) throws IOException {
                    throw full;
                }

                @Override
                public void note(final String message) {
                    throw new AssertionError(message);
                }
            }, ProgressMonitor.NONE)));
        assertNoWorkers();
    }

    private static void assertNoWorkers() {
        assertTrue(Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().equals("spectra-parser") && thread.isAlive()));
    }

    @Test
    void optionsNeedAThreadAndRecordsASpectrumOrAProblem() {
        assertThrows(IllegalArgumentException.class, () -> new ReaderOptions(null, 0));
        assertThrows(IllegalArgumentException.class,
            () -> new SpectrumRecord("a", null, null, Double.NaN, null, null, java.util.Map.of()));
    }
}

package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.spectrum.EnergyGrid;

class WideCsvTest {

    private static final String HEADER = "id,q,8330.0,8330.5,8331.0\n";

    private static String numbered(final String prefix, final int first, final int count) {
        return IntStream.range(first, first + count).mapToObj(i -> prefix + i).collect(Collectors.joining(","));
    }

    private static String ones(final int count) {
        return IntStream.range(0, count).mapToObj(i -> "1").collect(Collectors.joining(","));
    }

    @Test
    void readsIntensitiesByEnergyAndLabels() {
        final var file = ReadFile.of(HEADER + "a,2,0.1,0.2,0.3\nb,,1,2e0,+3.\n");
        assertEquals(2, file.m_spectra.size());
        assertEquals(List.of(), file.m_notes);
        assertArrayEquals(new double[]{8330, 8330.5, 8331}, file.energies());
        assertArrayEquals(new double[]{0.1, 0.2, 0.3}, file.intensities());
        assertEquals("a", file.first().name());
        assertEquals("{id=a, q=2}", file.first().labels().toString());
        final var second = file.m_spectra.get(1);
        assertArrayEquals(new double[]{1, 2, 3}, second.spectrum().intensities());
        assertNull(second.labels().get("q"));
        assertSame(file.first().spectrum().grid(), second.spectrum().grid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFid,8330,8331,8332\r\n\"a\",1,2,3\r\n", "id;8330;8331;8332\na;1;2;3",
        "id\t8330\t8331\t8332\na\t1\t2\t3\n\n\n", "id,8330 eV,8331eV,8332 EV\na, 1 ,2\t, 3\n",
        "# made by hand\n\n# 2024\nid,8330,8331,8332\na,1,2,3\n", "id,8330,8331,8332\r\ra,1,2,3\r",
        "8330,id,8331,8332\n1,a,2,\"3\"\n", "id,8330,8331,8332\na,1,2,3,\n,,,\n",
        "id;8330,0;8331,0;8332,0\na;1,0;2,0;3\n"})
    void readsAllWaysOfWritingATable(final String text) {
        final var file = ReadFile.of(text);
        assertNull(file.m_refusal);
        assertEquals(1, file.m_spectra.size());
        assertEquals("a", file.first().name());
        assertArrayEquals(new double[]{8330, 8331, 8332}, file.energies());
        assertArrayEquals(new double[]{1, 2, 3}, file.intensities());
    }

    @Test
    void readsQuotedLabelsWithSeparatorsQuotesAndLineBreaks() {
        final var file = ReadFile.of("\"id, \"\"x\"\"\",note,8330,8331,8332\n"
            + "\"a,b\",\"two\r\nlines \"\"q\"\"\",1,2,3\n5\" pipe,é,1,2,x\n");
        assertEquals("{id, \"x\"=a,b, note=two\r\nlines \"q\"}", file.first().labels().toString());
        final var second = file.m_spectra.get(1);
        assertEquals("5\" pipe", second.labels().get("id, \"x\""));
        assertEquals("é", second.labels().get("note"));
        assertEquals("Line 4, column '8332': 'x' is not a finite number.", second.problem());
    }

    @Test
    void readsLabelsInLatin1() {
        final var text = HEADER + "20 µm,1,1,2,3\n";
        final var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("20 µm", ReadFile.of(bytes, null).first().labels().get("id"));
    }

    @Test
    void labelsNamedElementAndEdgeAreTaken() {
        final var spectrum =
            ReadFile.of("Name,Element,Edge,8330,8331,8332\nNi foil,Ni,K,1,2,3\nx,?,edge,1,2,3\n").m_spectra;
        assertEquals("Ni foil", spectrum.get(0).name());
        assertEquals("Ni", spectrum.get(0).element());
        assertEquals("K", spectrum.get(0).edge());
        assertNull(spectrum.get(1).element());
        assertNull(spectrum.get(1).edge());
        assertTrue(Double.isNaN(spectrum.get(0).e0Ev()));
    }

    @Test
    void repeatedAndNamelessLabelColumnsGetNamesOfTheirOwn() {
        assertEquals(List.of("column 1", "a", "a (2)"),
            List.copyOf(ReadFile.of(",a,a,8330,8331,8332\n0,1,2,1,2,3\n").first().labels().keySet()));
    }

    @Test
    void oneBadRowDoesNotSpoilTheOthers() {
        final var file = ReadFile.of(HEADER + "ok,1,1,2,3\nshort,1,1,2\nlong,1,1,2,3,4\nnan,1,1,NaN,3\ninf,1,inf,2,3\n"
            + "huge,1,1,2,1e400\ntext,1,1,2 mA,3\nempty,1,1,2,\n\nok2,1,1,2,3\n");
        final var problems = file.m_spectra.stream().map(SpectrumRecord::problem).toList();
        assertEquals(9, problems.size());
        assertNull(problems.get(0));
        assertEquals("Line 3 has 4 fields, but the header has 5. Complete or remove the line.", problems.get(1));
        assertEquals("Line 4 has 6 fields, but the header has 5. Complete or remove the line.", problems.get(2));
        assertEquals("Line 5, column '8330.5': 'NaN' is not a finite number.", problems.get(3));
        assertEquals("Line 6, column '8330.0': 'inf' is not a finite number.", problems.get(4));
        assertEquals("Line 7, column '8331.0': '1e400' is not a finite number.", problems.get(5));
        assertEquals("Line 8, column '8330.5': '2 mA' is not a finite number.", problems.get(6));
        assertEquals("Line 9, column '8331.0': the intensity is missing.", problems.get(7));
        assertNull(problems.get(8));
        assertEquals("short", file.m_spectra.get(1).name());
    }

    @Test
    void energiesOutOfOrderOrRepeatedAreSortedAndAveragedOnce() {
        final var file = ReadFile.of("id,8332,8330,8331,8330\na,1,2,3,4\nb,5,6,7,8\n");
        assertArrayEquals(new double[]{8330, 8331, 8332}, file.energies());
        assertArrayEquals(new double[]{3, 3, 1}, file.intensities());
        assertArrayEquals(new double[]{7, 7, 5}, file.m_spectra.get(1).spectrum().intensities());
        assertEquals(List.of("Energies did not ascend and were sorted.", "1 repeated energy was averaged."),
            file.m_notes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"i", "mu_", "intensity ", "", "y[", "feature"})
    void numberedColumnsTakeTheGridOfTheSettings(final String prefix) {
        final var grid = EnergyGrid.linear(8330, 8370, 10);
        for (final int first : new int[]{0, 1}) {
            final var text = "id," + numbered(prefix, first, 10) + "\na," + ones(10) + "\n";
            final var file = ReadFile.of(text, grid);
            assertNull(file.m_refusal);
            assertSame(grid, file.first().spectrum().grid());
            assertEquals("The file holds no energies. The grid of the reader's settings was used: "
                + "8330.00 to 8370.00 eV, 10 points.", file.m_notes.get(0));
            assertTrue(ReadFile.of(text).m_refusal
                .contains("Set the grid for files without energies in the reader's settings"));
            assertTrue(ReadFile.of(text, EnergyGrid.linear(1, 2, 7)).m_refusal
                .contains("It holds 10 intensities per spectrum without energies, but the grid"));
        }
    }

    @Test
    void ofSeveralRunsOfNumberedColumnsTheIntensitiesAreRead() {
        final var header = "id," + numbered("c", 0, 12) + "," + numbered("i", 0, 10);
        final var file = ReadFile.of(header + "\na," + ones(22) + "\n", EnergyGrid.linear(8330, 8370, 10));
        assertEquals(10, file.first().spectrum().size());
        assertEquals(List.of("id"), List.copyOf(file.first().labels().keySet()));
        assertEquals("Numbered columns c0 to c11 were skipped.", file.m_notes.get(1));
    }

    @Test
    void numbersBesideAnEnergyColumnAreNotEnergies() {
        final var refusal = ReadFile.of("Energy (eV),100,200,300\n8330,1,2,3\n8331,1,2,3\n").m_refusal;
        assertTrue(refusal.contains("can be an absorption"), refusal);
        assertTrue(ReadFile.of("id,1,2,3,4\na,1,2,3,4\nb,1,2,3,4\n").m_refusal.contains("No table of numbers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", ","})
    void energiesMayHaveThePrefixOfPyFitIt(final String separator) {
        final var file = ReadFile.of("e_7100.0 e_7101.5 e_7103\n1 2 3\n4 5 6\n".replace(" ", separator));
        assertNull(file.m_refusal);
        assertEquals(2, file.m_spectra.size());
        assertArrayEquals(new double[]{7100, 7101.5, 7103}, file.energies());
        assertArrayEquals(new double[]{4, 5, 6}, file.m_spectra.get(1).spectrum().intensities());
    }

    @Test
    void manyNumberedCountersBesideAnEnergyAreAScan() {
        final var labels = IntStream.rangeClosed(1, 12).mapToObj(i -> "\tch" + i).collect(Collectors.joining());
        final var file = ReadFile.of("Energy\tI0\tIt" + labels + "\n"
            + SampleScan.rows("%1$.3f\t%3$.4f\t%4$.4f" + "\t5".repeat(12) + "%n"));
        assertNull(file.m_refusal);
        assertEquals("energy: column 1 'Energy' in eV; mu: ln('I0' / 'It')", file.first().columns());
    }

    @Test
    void aHeaderWithoutRowsIsRefused() {
        final var refusal = ReadFile.of(HEADER).m_refusal;
        assertEquals("File 'test.dat': Below its header (line 1) there are no rows of spectra.", refusal);
        assertEquals("Line 2 has 3 fields, but the header has 4. Complete or remove the line.",
            ReadFile.of("id,8330,8331,8332\na,1,2\n").first().problem());
        assertTrue(ReadFile.of("id,8330,8330,8330\na,1,2,3\n").m_refusal.contains("at least 2 different energies"));
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheReadingAfterTheGoodRows() {
        final var file = ReadFile.of(HEADER + "a,1,1,2,3\n\"b,1,1,2,3\nc,1,1,2,3\n");
        assertEquals(1, file.m_spectra.size());
        assertTrue(file.m_refusal.startsWith("File 'test.dat': A quote that opens in line 3 is never closed"));
    }

    @Test
    void anEndlessLineEndsTheReadingAfterTheGoodRows() throws IOException {
        final var text = HEADER + "a,1,1,2,3\n" + "b".repeat(5000) + ",1,1,2,3\n";
        final var file = ReadFile.with(new WideCsv(16, 4000), text.getBytes(StandardCharsets.UTF_8), 2);
        assertEquals(1, file.m_spectra.size());
        assertTrue(file.m_refusal.startsWith("Line 3 is longer than 4000 bytes"), file.m_refusal);
    }

    @Test
    void theResultDependsNeitherOnThreadsNorOnBlocks() throws IOException {
        final var bytes = randomTable(new Random(3)).getBytes(StandardCharsets.UTF_8);
        final var expected = ReadFile.with(new WideCsv(1 << 20, 1 << 20), bytes, 1).m_spectra;
        assertEquals(300, expected.size());
        for (final int threads : new int[]{1, 2, 5}) {
            for (final int size : new int[]{1, 7, 100, 1000, 10_007}) {
                final var actual = ReadFile.with(new WideCsv(size, 1 << 20), bytes, threads).m_spectra;
                assertEquals(expected.toString(), actual.toString());
                assertEquals(spectra(expected), spectra(actual));
            }
        }
    }

    private static List<Object> spectra(final List<SpectrumRecord> records) {
        return records.stream().map(r -> r.spectrum() == null ? r.problem() : r.spectrum())
            .collect(Collectors.toList());
    }

    private static String randomTable(final Random random) {
        final var text = new StringBuilder("id,note,8330,8331,8332\r\n");
        for (int i = 0; i < 300; i++) {
            text.append(i).append(random.nextInt(4) == 0 ? ",\"a \"\"b\"\",\nc\"" : "," + random.nextInt(9));
            final int fields = random.nextInt(20) == 0 ? 2 : 3;
            for (int k = 0; k < fields; k++) {
                text.append(',').append(random.nextInt(50) == 0 ? "x" : Double.toString(random.nextGaussian()));
            }
            text.append(random.nextBoolean() ? "\n" : "\r\n").append(random.nextInt(30) == 0 ? "\n" : "");
        }
        return text.toString();
    }

    @Test
    void intensitiesHaveTheBitsOfParseDouble() {
        final var random = new Random(4);
        final var text = new StringBuilder(HEADER);
        final var written = new ArrayList<String>();
        for (int i = 0; i < 1000; i++) {
            final var row = IntStream.range(0, 3).mapToObj(k -> Double.toString(random.nextDouble() / 3)).toList();
            written.addAll(row);
            text.append("a,1,").append(String.join(",", row)).append('\n');
        }
        final var file = ReadFile.of(ReadFile.source(text.toString().getBytes(StandardCharsets.UTF_8)), null, 2);
        for (int i = 0; i < written.size(); i++) {
            final double intensity = file.m_spectra.get(i / 3).spectrum().intensity(i % 3);
            assertEquals(Double.parseDouble(written.get(i)), intensity, 0.0);
        }
    }
}

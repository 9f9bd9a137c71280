package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTextTest {

    private static final double[] ENERGIES = {7100.25, 7101, 7102.5};

    private static final double[] INTENSITIES = {-0.5, 0.25, 1000};

    private static String rows(final int count) {
        return IntStream.range(0, count).mapToObj(i -> (7100 + i) + ".5 0." + i + "\n").collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7100.25 -0.5\n7101 0.25\n7102.5 1e3\n", "7100.25\t-0.5\r\n7101\t.25\r\n7102.5\t1E+3",
        "7100.25,-0.5\r7101,0.25\r7102.5,1000\r", "  7100.25 , -0.5\n  7101 , 0.25\n\n  7102.5 , 1000 ,\n",
        "7100.25;-0.5\n7101;0.25\r7102.5;1000\r\n", "7100,25 -0,5\n7101,00 0,25\n7102,5 1e3\n",
        "7100,25\t-5,0E-1\n7101\t0,25\n7102,5\t1000\n", "7100,25;-0,5\n7101;0,25\n7102,5;1000\n",
        "0.710025D+04 -0.5D0\n7.101d3 0.25\n7102.5 1D3\n",
        "# a comment\n; b\n! c\n% d\n* e\n// f\n#% g\nenergy mu\n7100.25 -0.5\n# between\n7101 0.25\n7102.5 1000\n",
        "XDAC V1.2\nE0= 7112.0\n3 4 5\n-----\n\nenergy mu\n7100.25 -0.5\n7101 0.25\n7102.5 1000\n",
        "\uFEFFenergy;mu\n7100.25;-0.5\n7101;0.25\n7102.5;1000\n",
        "7100.25 -0.5\n7101 0.25\n7102.5 1000\n\u001a\u001agarbage", "7100.25 -0.5\n7101 0.25\n7102.5 1000\u001a"})
    void readsAllWaysOfWritingTwoColumns(final String text) {
        final var file = ReadFile.of(text);
        assertNull(file.m_refusal);
        assertEquals(List.of(), file.m_notes);
        assertEquals(1, file.m_spectra.size());
        assertArrayEquals(ENERGIES, file.energies());
        assertArrayEquals(INTENSITIES, file.intensities());
        assertNull(file.first().name());
        assertTrue(file.first().labels().isEmpty());
    }

    @Test
    void anyBytesMayStandInComments() {
        final var text = "# N° 5 µA \u00ff\u0080\n" + rows(3);
        assertEquals(3, ReadFile.of(text.getBytes(StandardCharsets.ISO_8859_1), null).energies().length);
    }

    @Test
    void descendingAndRepeatedEnergiesAreSortedAndAveraged() {
        final var file = ReadFile.of("7103 1\n7102 2\n7102 4\n7101 5\n");
        assertArrayEquals(new double[]{7101, 7102, 7103}, file.energies());
        assertArrayEquals(new double[]{5, 3, 1}, file.intensities());
        assertEquals(List.of("Energies did not ascend and were sorted.", "1 repeated energy was averaged."),
            file.m_notes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Energy (keV)  mu\n", "Energy (keV),I_0 (a.u.)\n", "energy/keV\tmu\n",
        "! E_keV xmu in keV\n", "# Column.1: energy keV\n# Column.2: mu\n", "# Energy units: keV\n# x y\n"})
    void kevInTheLabelIsConvertedAndTold(final String label) {
        final var file = ReadFile.of(label + "8.33 1\n8.3315 2\n");
        assertArrayEquals(new double[]{8330, 8331.5}, file.energies(), 1e-9);
        assertEquals(1, file.m_notes.size());
        assertTrue(file.m_notes.get(0).startsWith("The energy unit keV was taken from the label '"),
            file.m_notes.get(0));
    }

    @Test
    void theEnergyOfTheStorageRingIsNoUnit() {
        final var file = ReadFile.of("# ring energy 7.0 keV\n# x\n8330 1\n8331 2\n");
        assertArrayEquals(new double[]{8330, 8331}, file.energies());
        assertEquals(List.of(), file.m_notes);
    }

    @Test
    void doubtfulUnitsAreTold() {
        final var small = ReadFile.of("8.33 1\n8.34 2\n");
        assertArrayEquals(new double[]{8330, 8340}, small.energies());
        assertTrue(small.m_notes.get(0).contains("8.33 to 8.34, were taken as keV, as no label"));
        assertEquals("energy: column 1 in keV (told by the values); mu: column 2", small.first().columns());
        assertArrayEquals(new double[]{8.33, 8.34}, ReadFile.of("# E (eV)  mu\n8.33 1\n8.34 2\n").energies());
        final var wrong = ReadFile.of("# energy keV\n8330 1\n8340 2\n");
        assertArrayEquals(new double[]{8330, 8340}, wrong.energies());
        assertTrue(wrong.m_notes.get(0).contains("cannot be keV"));
        assertTrue(ReadFile.of("-20 1\n-19 2\n").m_notes.get(0).contains("probably relative to the edge"));
    }

    @Test
    void aSecondColumnLabelledEnergyIsTheEnergy() {
        final var file = ReadFile.of("# mu energy\n1 7100\n2 7101\n");
        assertArrayEquals(new double[]{7100, 7101}, file.energies());
        assertArrayEquals(new double[]{1, 2}, file.intensities());
        assertEquals("energy: column 2 'energy' in eV; mu: column 1 'mu'", file.first().columns());
    }

    @Test
    void badRowsAreLeftOutAndTold() {
        final var file = ReadFile.of("# e mu\n" + rows(30) + "7200 NaN\n7201 0.5x\n7202 1 2\n"
            + rows(9).replace("71", "73"));
        assertEquals(39, file.energies().length);
        assertEquals(List.of("3 rows were left out (first: line 32: 'NaN' is not a finite number)."), file.m_notes);
        assertEquals(List.of("1 row was left out (line 21: 1 columns instead of 2)."),
            ReadFile.of(rows(20) + "7200\n").m_notes);
        assertEquals(20, ReadFile.of(rows(20) + "7200 1e400\n7201 -inf\n").energies().length);
    }

    @Test
    void badRowsAtTheTopAreNotTakenForAHeader() {
        final var file = ReadFile.of("energy mu\n7099 nan\n" + rows(20));
        assertEquals(List.of("1 row was left out (line 2: 'nan' is not a finite number)."), file.m_notes);
    }

    @Test
    void moreThanATenthOfBadRowsIsRefused() {
        final var refusal = ReadFile.of(rows(17) + "7200 NaN\n7201 NaN\n").m_refusal;
        assertEquals("File 'test.dat': 2 of 19 rows cannot be used (first: line 18: 'NaN' is not a finite number). "
            + "Correct the file, or remove these rows if they are not part of the table.", refusal);
        assertNull(ReadFile.of(rows(18) + "7200 NaN\n7201 NaN\n").m_refusal);
    }

    @Test
    void numbersInTheHeaderAreNotTakenSilently() {
        final var file = ReadFile.of("1 2\n3 4\nScan 5\n" + rows(20));
        assertEquals(20, file.energies().length);
        assertEquals(List.of("2 rows of two numbers above line 4 were taken as part of the header."), file.m_notes);
    }

    @Test
    void whatIsNoSpectrumIsRefused() {
        assertTrue(ReadFile.of("7100.5 0.1\n").m_refusal.contains("only one row of numbers (line 1)"));
        assertTrue(ReadFile.of("7100.5\n7101.5\n").m_refusal.contains("only one column of numbers (from line 1 on)"));
        assertTrue(ReadFile.of("7100.5 1\n7100.5 2\n").m_refusal.contains("at least 2 different energies"));
        assertTrue(ReadFile.of("k chi\n0.05 1\n0.1 2\n").m_refusal.contains("labelled 'k', which is not an energy"));
        final var counted = IntStream.range(0, 20).mapToObj(i -> i + " 0." + i + "\n").collect(Collectors.joining());
        assertTrue(ReadFile.of(counted).m_refusal.contains("only counts the points (0, 1, ...)"));
        assertTrue(ReadFile.of("some words\nand more\n").m_refusal.contains("No table of numbers was found"));
    }

    @Test
    void aTableLongerThanTheRecognisedPartIsReadToItsEnd() {
        final var text = IntStream.range(0, 100_000).mapToObj(i -> (7000 + i) + ".25 " + i + ".5\n")
            .collect(Collectors.joining());
        assertTrue(text.length() > 1 << 20);
        final var file = ReadFile.of(text + "7000.0 NaN\n");
        assertEquals(100_000, file.energies().length);
        assertEquals(99_999.5, file.intensities()[99_999], 0.0);
        assertTrue(file.m_notes.get(0).contains("line 100001: 'NaN'"));
    }

    @Test
    void moreRowsThanASpectrumCanHaveAreRefused() {
        assertTrue(ReadFile.of("7000 1\n".repeat(1_000_001)).m_refusal.contains("more than 1000000 rows"));
    }

    @Test
    void anEndlessLineIsRefused() {
        final var refusal = ReadFile.of(rows(50_000) + rows(50_000) + "1".repeat(3 << 20)).m_refusal;
        assertTrue(refusal.contains("Line 100001 is longer than 1048576 characters"), refusal);
    }
}

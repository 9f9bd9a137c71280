package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XdiTest {

    private static final String FIELDS = "# Element.symbol: Ni\n# Element.edge: K\n# Mono.d_spacing: 3.1356\n";

    private static final String RULE = "# ///\n# free words: of the user\n#-----\n";

    private static String xdi(final String fields, final String rows) {
        return "# XDI/1.0 Test/1\n" + FIELDS + fields + RULE + rows;
    }

    /** Rows of energy, i0, itrans and ifluor across an edge. */
    private static String counts() {
        final var rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            final double mu = SampleScan.mu(i);
            rows.append(String.format(Locale.ROOT, "%.2f %.6f %.6f %.6f%n", 8300 + 2.0 * i, 1000.0 - i,
                (1000 - i) * Math.exp(-mu), (1000 - i) * mu * 0.1));
        }
        return rows.toString();
    }

    @Test
    void readyAbsorptionIsTakenAsItIsWithEverythingTheFieldsSay() {
        final var file = ReadFile.of(xdi("# Column.1: energy eV\n# Column.2: i0\n# Column.3: mutrans\n"
            + "# Sample.name: nickel foil\n# Facility.name: APS\n# Beamline.Name: 20-BM\n# Scan.edge_energy: 8333\n"
            + "# Scan.start_time: 2001-06-26T22:27:31\n",
                "# energy i0 mutrans\n8330 100 -0.5\n8331 100 0.1\n8340 99 1\n"));
        assertNull(file.m_refusal);
        assertEquals(List.of(), file.m_notes);
        final var spectrum = file.first();
        assertArrayEquals(new double[]{8330, 8331, 8340}, file.energies());
        assertArrayEquals(new double[]{-0.5, 0.1, 1}, file.intensities());
        assertEquals("nickel foil", spectrum.name());
        assertEquals("Ni", spectrum.element());
        assertEquals("K", spectrum.edge());
        assertEquals(8333, spectrum.e0Ev(), 0.0);
        assertEquals(List.of("Sample.name", "Facility.name", "Beamline.name", "Scan.start_time"),
            List.copyOf(spectrum.labels().keySet()));
        assertEquals("20-BM", spectrum.labels().get("Beamline.name"));
        assertEquals("energy: column 1 'energy' in eV; mu: column 3 'mutrans'", spectrum.columns());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"i0|itrans|irefer|ln('i0' / 'itrans')", "i0|irefer|ifluor|'ifluor' / 'i0'",
        "I0|I1|I2|ln('I0' / 'I1')"})
    void absorptionIsFormedOfCounts(final String second, final String third, final String fourth, final String mu) {
        final var file = ReadFile.of(xdi("# COLUMN.1: energy eV || 13BMA:E:Energy.VAL\n# column.2: " + second
            + " counts || 13BMD:scaler1_calc2.VAL\n# Column.3: " + third + "\n# Column.4: " + fourth + "\n", counts()));
        assertEquals("energy: column 1 'energy' in eV; mu: " + mu, file.first().columns());
        final double factor = mu.startsWith("ln") ? 1 : 0.1;
        for (int i = 0; i < 60; i++) {
            assertEquals(factor * SampleScan.mu(i), file.intensities()[i], 1e-6);
        }
    }

    @Test
    void theReferencesAbsorptionIsNotTheMainSpectrum() {
        final var file = ReadFile.of(xdi("# Column.1: energy eV\n# Column.2: murefer\n# Column.3: mufluor\n",
            "8330 5 0.1\n8331 6 0.2\n8332 7 0.9\n"));
        assertArrayEquals(new double[]{0.1, 0.2, 0.9}, file.intensities());
        assertEquals(1, file.m_spectra.size());
    }

    @Test
    void anglesBecomeEnergiesByTheSpacing() {
        final var text = xdi("# Column.1: angle degrees\n# Column.2: mutrans\n", "14.0 0.1\n13.9 0.2\n13.8 0.9\n");
        final var file = ReadFile.of(text);
        assertEquals(12398.419843320026 / (2 * 3.1356 * Math.sin(Math.toRadians(14))), file.energies()[0], 1e-9);
        assertArrayEquals(new double[]{0.1, 0.2, 0.9}, file.intensities());
        assertEquals("energy: column 1 'angle' in degrees, d = 3.1356 angstrom; mu: column 2 'mutrans'",
            file.first().columns());
        assertTrue(ReadFile.of(text.replace("# Mono.d_spacing: 3.1356\n", "")).m_refusal
            .contains("does not state the spacing of the monochromator's planes"));
    }

    @Test
    void anglesThatCannotBeAnglesAreEnergies() {
        final var file = ReadFile.of(xdi("# Column.1: angle degrees\n# Column.2: mutrans\n", "8330 0.1\n8331 0.2\n"));
        assertArrayEquals(new double[]{8330, 8331}, file.energies());
        assertTrue(file.m_notes.get(0).contains("cannot be degrees"));
    }

    @Test
    void severalSpectraBesideEachOtherAreSeveralSpectra() {
        final var rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            rows.append(String.format(Locale.ROOT, "%d %.5f %.5f%n", 8300 + 2 * i, SampleScan.mu(i),
                0.8 * SampleScan.mu(i) + 0.01));
        }
        final var file = ReadFile.of(xdi("# Column.1: energy eV\n# Column.2: NiO\n# Column.3: Ni(OH)2\n",
            rows.toString()));
        assertEquals(List.of("NiO", "Ni(OH)2"), file.m_spectra.stream().map(SpectrumRecord::name).toList());
        assertTrue(file.m_spectra.get(0).spectrum().grid() == file.m_spectra.get(1).spectrum().grid()
            || file.m_spectra.get(0).spectrum().grid().equals(file.m_spectra.get(1).spectrum().grid()));
        assertEquals("Ni", file.m_spectra.get(1).element());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#XDI/1.1 \n", "# XDI/1.0 EXAFS\n", "# XDI/1.0\n", "# XDI/2.13 a b\r\n"})
    void anyVersionIsXdi(final String line) {
        final var file = ReadFile.of(line + FIELDS + "# Column.1: energy\n# Column.2: mutrans\n#---\n8330 1\n8331 2\n");
        assertEquals("Ni", file.first().element());
        assertEquals(List.of(), file.m_notes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Family.key:|1 line of the XDI header", "Family.key  Value|1 line of the XDI",
        "Family key: Value|1 line of", "Family.key.sub: Value|1 line of", "1Family.key: Value|1 line of",
        "Scan.start_time: 2001-Jun-26|Scan.start_time '2001-Jun-26'",
            "Sample.temperature: warm|Sample.temperature 'warm'",
        "Facility.energy: seven GeV|Facility.energy", "Facility.current: high|Facility.current"})
    void aDamagedFieldCostsANoteAndNotTheData(final String field, final String note) {
        final var file = ReadFile.of(xdi("# " + field + "\n# Column.1: energy eV\n# Column.2: mutrans\n",
            "8330 1\n8331 2\n"));
        assertEquals(2, file.energies().length);
        assertEquals(1, file.m_notes.size());
        assertTrue(file.m_notes.get(0).contains(note), file.m_notes.get(0));
    }

    @Test
    void elementAndEdgeThatAreNoneAreLeftOutAndTold() {
        final var file = ReadFile.of("# XDI/1.0\n# Element.symbol: Foo\n# Element.edge: nan\n# Column.1: energy eV\n"
            + "# Column.2: mutrans\n#---\n8330 1\n8331 2\n");
        assertNull(file.first().element());
        assertNull(file.first().edge());
        assertEquals(List.of("The XDI header has wrong values: Element.symbol 'Foo'.",
            "The XDI header does not state the edge (Element.edge)."), file.m_notes);
    }

    @Test
    void repeatedFieldsAndLabelsInTheTextAloneDoNoHarm() {
        final var file = ReadFile.of(xdi("# Beamline.I0: 1\n# Beamline.I0: nA/V\n", "# energy i0 mutrans\n"
            + "8330 5 1\n8331 5 2\n"));
        assertArrayEquals(new double[]{1, 2}, file.intensities());
        final var few = ReadFile.of(xdi("# Column.1: energy eV\n# Column.3: mutrans\n", "# energy i0 mutrans\n"
            + "8330 5 1\n8331 5 2\n"));
        assertArrayEquals(new double[]{1, 2}, few.intensities());
        final var many = ReadFile.of(xdi("# Column.1: energy eV\n# Column.2: mutrans\n# Column.3: x\n",
            "8330 1\n8331 2\n"));
        assertArrayEquals(new double[]{1, 2}, many.intensities());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"8333 1.2.3 5|'1.2.3' is not", "8333 STRING 5|'STRING' is not",
        "8333 5|2 columns instead of 3", "8333 1 2 3|4 columns instead of 3", "8333 1 NaN|'NaN' is not"})
    void aDamagedRowIsLeftOutAndTold(final String row, final String note) {
        final var good = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            good.append(8340 + i).append(" 100 0.").append(i).append('\n');
        }
        final var file = ReadFile.of(xdi("# Column.1: energy eV\n# Column.2: i0\n# Column.3: mutrans\n",
            good + row + "\n"));
        assertEquals(11, file.energies().length);
        assertTrue(file.m_notes.get(0).startsWith("1 row was left out (line ")
            && file.m_notes.get(0).contains(note), file.m_notes.get(0));
    }

    @Test
    void oneDeclaredColumnOfTwoIsEnough() {
        final var file = ReadFile.of(xdi("# Column.1: energy\n", "8330 1\n8331 2\n"));
        assertEquals("energy: column 1 'energy' in eV; mu: column 2", file.first().columns());
    }

    @Test
    void whatIsXdiButNoSpectrumIsRefused() {
        assertTrue(ReadFile.of("# XDI/1.1\n# Column.1: X\n# Column.2: Y\n#---\n-0.5 1\n-0.4 2\n").m_refusal
            .contains("holds no absorption spectrum"));
        assertTrue(ReadFile.of("# XDI/1.1\n# Column.1: energy eV\n#---\n").m_refusal.contains("holds no table"));
        final var still = "6199.7715 0.5\n6199.7716 0.6\n".repeat(10);
        assertTrue(ReadFile.of(xdi("# Column.1: energy\n# Column.2: mufluor\n", still)).m_refusal
            .contains("measured at one energy"));
        final var broken = "2460 1 2.5\n" + "0.0 0.0 nan\n".repeat(20);
        assertTrue(ReadFile.of(xdi("# Column.1: energy\n# Column.2: i0\n# Column.3: mufluor\n", broken)).m_refusal
            .contains("20 of its 21 rows were never measured"));
    }
}

package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.testing.SharedFiles;

/** Files as FEFF, FDMNES, OCEAN, XSpectra, exciting and VASP write them. */
class TheoryFormatsTest {

    private static final String FEFF = "# my crystal                  FEFF 9.9.1\n# # Abs   Z=29 Rmt= 1.243 K  shell\n"
        + "# # Gam_ch=1.729E+00\n#  xsedge+ 50, used to normalize mu           2.4566E-04\n# ---------\n"
        + "#  omega    e    k    mu    mu0     chi     @ #\n"
        + "    8983.290     -9.024  -1.000  4.1E-02  5.6E-02 -1.4E-02\n"
        + "    8987.100     -5.214   0.000  1.9E-01  3.4E-01 -1.4E-01\n"
        + "    8987.200     -5.114   0.040  2.0E-01  3.5E-01 -1.3E-01\n";

    private static ReadFile named(final String name, final String text) {
        final var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return ReadFile.of(new SpectrumSource() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        }, null, 1);
    }

    @Test
    void feffGivesAbsoluteEnergiesMuOnTheEdgeStepAbsorberAndThreshold() {
        final var file = ReadFile.of(FEFF);
        assertNull(file.m_refusal);
        assertEquals(List.of(), file.m_notes);
        assertArrayEquals(new double[]{8983.29, 8987.1, 8987.2}, file.energies());
        assertArrayEquals(new double[]{0.041, 0.19, 0.2}, file.intensities());
        assertEquals("Cu", file.first().element());
        assertEquals("K", file.first().edge());
        assertEquals(8987.1, file.first().e0Ev(), 0.0);
        assertEquals(Scale.EDGE_STEP, file.first().spectrum().scale());
        assertEquals("energy: column 1 'omega' in eV; mu: column 4 'mu'", file.first().columns());
    }

    @Test
    void feffOfAnOlderVersionAndOfAnotherEdge() {
        final var file = ReadFile.of(FEFF.replace("# # ", "#").replace("@ #", "@#").replace("Z=29", "Z= 9")
            .replace("K  shell", "L3 shell"));
        assertEquals("F", file.first().element());
        assertEquals("L3", file.first().edge());
        assertNull(ReadFile.of(FEFF.replace("Z=29", "Z=299")).first().element());
    }

    @Test
    void aDamagedRowIsLeftOutAndToldButManyRefuseTheFile() {
        final var rows = new StringBuilder(FEFF);
        for (int i = 0; i < 20; i++) {
            rows.append(String.format(Locale.ROOT, "    %.3f  1 1 1 1 1%n", 8990.0 + i));
        }
        final var file = ReadFile.of(rows + "    9020.0  1 1 ******** 1 1\n");
        assertEquals(23, file.energies().length);
        assertEquals(List.of("1 row was left out (line 30: '9020.0  1 1 ******** 1 1')."), file.m_notes);
        assertTrue(ReadFile.of(FEFF + "x\ny\n").m_refusal.contains("2 of 5 rows cannot be used (first: line 10: 'x')"));
        assertTrue(ReadFile.of(FEFF.substring(0, FEFF.indexOf("    8983"))).m_refusal.contains("there are none"));
    }

    @Test
    void theUsersChoiceOfColumnsOverrulesTheMeaningOfColumns() {
        final var head = new FileHead("xmu.dat", FEFF.getBytes(StandardCharsets.US_ASCII), true);
        assertTrue(new Feff().recognises(head) && new Feff().isColumnText());
    }

    @Test
    void fdmnesAddsTheEdgeThatTheFileStates() {
        final var file = ReadFile.of("  4966.000   22  1  1  7.0E-02 -5.7E+00 = E_edge, Z, n_edge, j_edge\n"
            + "    Energy    <xanes>    \n  -20.0000  3.5E-04\n  -19.5000  3.7E-04\n   50.0000  1.0E-02\n");
        assertArrayEquals(new double[]{4946, 4946.5, 5016}, file.energies());
        assertEquals(List.of("The energies are relative to the edge at 4966.0 eV, which the file states; it was added "
            + "to them."), file.m_notes);
        assertEquals("Ti", file.first().element());
        assertEquals("K", file.first().edge());
        assertEquals(4966, file.first().e0Ev(), 0.0);
        assertEquals("energy: column 1 in eV and the edge at 4966.0 eV; mu: column 2 '<xanes>'",
            file.first().columns());
        assertEquals(0, file.first().spectrum().appliedShiftEv(), 0.0);
    }

    @Test
    void fdmnesOnAbsoluteEnergiesIsLeftAsItIs() {
        final var file = ReadFile.of("# FDMNES program, Revision 20th of January 2022\n#    Date = 21 01 2022\n"
            + " 932.700   29  2  3     0.00000   -19.30749 = E_edge, Z, n_edge, j_edge\n"
            + "    Energy    <xanes>    \n   920.0  1.2E-04\n   980.0  1.1E-04\n");
        assertArrayEquals(new double[]{920, 980}, file.energies());
        assertEquals(List.of(), file.m_notes);
        assertEquals("Cu", file.first().element());
        assertEquals("L3", file.first().edge());
    }

    @Test
    void fdmnesWithoutAnEdgeStaysRelativeAndSaysSo() {
        final var file = ReadFile.of("    Energy    <xanes>    \n  -20.0000  3.5E-04\n   50.0000  1.0E-02\n");
        assertArrayEquals(new double[]{-20, 50}, file.energies());
        assertEquals(1, file.m_notes.size());
        assertTrue(file.m_notes.get(0).startsWith("The energies are relative to the edge, beginning at -20.0 eV"));
        assertTrue(Double.isNaN(file.first().e0Ev()));
        final var broadened = ReadFile.of("# 20000.0  1.25  3.0 15.0 30.0 = E_edge, Gamma_hole, Gamma_max\n"
            + "    Energy    <xanes>    \n  -20.0000  3.5E-04\n   50.0000  1.0E-02\n");
        assertArrayEquals(new double[]{19980, 20050}, broadened.energies());
        assertNull(broadened.first().element());
    }

    @ParameterizedTest
    @ValueSource(strings = {"    FDMNES\n    energy     <xanes>\n   7097.00  4.6E-03\n   7097.33  4.7E-03\n",
        "ORCA\nEnergy\t<xanes>\n7097.00\t4.6e-03\n7097.33\t4.7e-03\n",
        "ORCA\r\nEnergy\t<xanes>\r\n7097.00\t4.6e-03\r\n7097.33\t4.7e-03\r\n"})
    void textOfXanesnet(final String text) {
        final var file = ReadFile.of(text);
        assertArrayEquals(new double[]{7097, 7097.33}, file.energies());
        assertArrayEquals(new double[]{0.0046, 0.0047}, file.intensities());
        assertEquals(List.of(), file.m_notes);
    }

    @Test
    void oceanHasElementAndEdgeInItsNameOnly() {
        final var text = "#   iter=  200   gam= 0.45E-01   kpref= 0.23E-05\n"
            + "     #   Energy           Spect        Spect(0)            SPKK         SPKK(0)\n"
            + "-0.30000000E+02  0.17E-07  0.17E-07 -0.93E-06 -0.93E-06\n"
            + " 0.29980000E+02  0.27E-07  0.17E-07 -0.93E-06 -0.93E-06\n";
        final var file = named("absspct_Cu.0001_2p_01", text);
        assertArrayEquals(new double[]{-30, 29.98}, file.energies());
        assertArrayEquals(new double[]{1.7e-8, 2.7e-8}, file.intensities());
        assertEquals("Cu", file.first().element());
        assertEquals("L23", file.first().edge());
        assertEquals(1, file.m_notes.size());
        assertNull(ReadFile.of(text).first().element());
    }

    @Test
    void oceanWithoutHeaderRepeatsItsSettingsInEachRow() {
        final var settings = "   100  0.70000000E-02  0.18063803E-02     2\n";
        final var rows = "-0.40771748E+02  0.20125294E-05  0.20125294E-05 -0.67043536E-03" + settings
            + "-0.40681043E+02  0.20191659E-05  0.20191659E-05 -0.67139526E-03" + settings
            + " 0.40590338E+02  0.30258394E-05  0.20258394E-05 -0.67235833E-03" + settings;
        final var file = ReadFile.of(rows);
        assertNull(file.m_refusal);
        assertArrayEquals(new double[]{-40.771748, -40.681043, 40.590338}, file.energies());
        assertArrayEquals(new double[]{2.0125294e-6, 2.0191659e-6, 3.0258394e-6}, file.intensities());
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Energy (eV)   sigma\n -15.000  0.1\n 20.000  0.2\n",
        "# Energy (eV)   sigma_tot   sigma_up    sigma_down \n -15.000  0.1 0.05 0.05\n 20.000  0.2 0.1 0.1\n"})
    void xspectraGivesTheTotalCrossSection(final String rows) {
        final var file = ReadFile.of("# final state angular momentum:   1\n# broadening parameter (in eV):   0.8\n"
            + "# absorbing atom type (xiabs):   1\n" + rows);
        assertArrayEquals(new double[]{-15, 20}, file.energies());
        assertArrayEquals(new double[]{0.1, 0.2}, file.intensities());
        assertTrue(file.first().columns().contains("relative to the Fermi energy"));
    }

    private static String exciting(final String scale) {
        return "# Macroscopic dielectric function epsm\n#\n" + scale
            + "#             Frequency                Re(epsm)                Im(epsm)       Re(epsm) form KKT\n"
            + "  14.0  1.5  0.25  0.0\n  15.0  1.5  0.5  0.0\n";
    }

    @Test
    void excitingGivesTheImaginaryPartOnEnergiesInEv() {
        final var file = ReadFile.of(exciting("# Energy scale=   27.211384\n"));
        assertArrayEquals(new double[]{14, 15}, file.energies());
        assertArrayEquals(new double[]{0.25, 0.5}, file.intensities());
        assertEquals(List.of(), file.m_notes);
        final var hartree = ReadFile.of(exciting("# Energy scale=   1.000000\n"));
        assertArrayEquals(new double[]{14 * 27.211386245988, 15 * 27.211386245988}, hartree.energies(), 1e-9);
        assertEquals(1, hartree.m_notes.size());
        assertTrue(ReadFile.of(exciting("")).m_refusal.contains("does not say whether the frequencies are in eV"));
    }

    @Test
    void vaspIsKnownByItsZerosAndKeepsAllRows() {
        final var text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            text.append(String.format(Locale.ROOT, "%.6f %s%n", 8200 + 1.138798 * i, i < 20 ? "0" : "0.0" + i));
        }
        final var file = ReadFile.of(text.toString());
        assertEquals(30, file.energies().length);
        assertEquals(8200, file.energies()[0], 0.0);
        assertEquals(0.029, file.intensities()[29], 0.0);
        assertTrue(file.m_notes.get(0).startsWith("This looks like VASP's"));
        assertTrue(file.first().columns().endsWith("the imaginary part of the dielectric function"));
        final var decimals = ReadFile.of(text.toString().replace(" 0\n", " 0.0\n"));
        assertEquals(30, decimals.energies().length);
        assertEquals(List.of(), decimals.m_notes);
    }

    @ParameterizedTest
    @CsvSource({"feff-xmu/feff85_UO2_noSCF_xmu.dat,U,L3,17165.081",
        "feff-xmu/feff85_Zircon_noSCF_xmu.dat,Si,K,1841.023",
        "feff-xmu/feff99_mp-18267_004_Cu_xmu.dat,Cu,K,8987.1", "fdmnes/chemgraph_run_1_2.txt,Ti,K,4966",
        "fdmnes/larch_FDMNES_2022_Mo2C_out.dat,Mo,K,20000", "ocean/absspct_Cu.0001_1s_01,Cu,K,",
        "fdmnes/larch_ZnO_FDMNES_conv.txt,,,"})
    void realFilesNameTheirAbsorber(final String name, final String element, final String edge, final Double e0Ev)
        throws IOException {
        final var file = ReadFile.of(SpectrumSource.of(SharedFiles.shared("corpus/theory/" + name)), null, 1);
        assertNull(file.m_refusal);
        assertEquals(element, file.first().element());
        assertEquals(edge, file.first().edge());
        if (e0Ev != null) {
            assertEquals(e0Ev, file.first().e0Ev(), 0.001);
        }
    }
}

package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Headers in the styles of beamlines and programs, written for these tests. */
class ColumnHeadersTest {

    private static final String COUNTS = "%1$.3f %3$.4f %4$.4f%n";

    /** Reads one spectrum of {@link SampleScan} and compares its columns, energies and absorption. */
    private static SpectrumRecord assertReads(final String text, final String columns, final double scale) {
        final var file = ReadFile.of(text);
        assertNull(file.m_refusal);
        assertEquals(1, file.m_spectra.size());
        assertEquals(columns, file.first().columns());
        assertEquals(SampleScan.POINTS, file.energies().length);
        for (int i = 0; i < SampleScan.POINTS; i++) {
            assertEquals(SampleScan.energyEv(i), file.energies()[i], 0.01);
            assertEquals(scale * SampleScan.mu(i), file.intensities()[i], 1e-5 * scale);
        }
        return file.first();
    }

    private static SpectrumRecord assertTransmission(final String text, final String columns) {
        return assertReads(text, columns, 1);
    }

    @Test
    void bareHeaderAboveARuleAndLabels() {
        final var spectrum = assertTransmission("XDAC V1.4 Datafile V1\n\"a.001\" created on 4/21/09\n"
            + "Diffraction element= Si (311).  Ring energy= 2.80 GeV\nE0= 8360.00\nSRB= -30 -20 30 14k\n"
            + "Offsets= 121.25 50.00\nfoil, 1: 2\n" + "-".repeat(60) + "\n     Energy         I0          It   \n"
            + SampleScan.rows(COUNTS), "energy: column 1 'Energy' in eV; mu: ln('I0' / 'It')");
        assertEquals(8360, spectrum.e0Ev(), 0.0);
        assertNull(spectrum.element());
    }

    @Test
    void labelsOfFixedWidth() {
        final var labels = String.format("#%-21s%-21s%-21s%-21s%n", "Mono Energy *", "SIS scaler time prese", "I0",
            "It");
        assertTransmission("# 1-D Scan File created by LabVIEW Control Panel\n#\n# E0: 8360.00 eV\n# Column Headings:\n"
            + labels + SampleScan.rows("%1$21.5f%6$21d%3$21.5f%4$21.5f%n"),
            "energy: column 1 'Mono Energy *' in eV; mu: ln('I0' / 'It')");
    }

    @Test
    void labelsInANumberedListAlsoSideBySide() {
        assertTransmission("# readable list:\n#  1) Mono Energy *        3) It\n#  2) I0\n#\n"
            + SampleScan.rows(COUNTS),
            "energy: column 1 'Mono Energy *' in eV; mu: ln('I0' / 'It')");
    }

    @Test
    void numberedLabelsInOneLine() {
        assertTransmission("#S Scan 29; exafsscan\n#C 1_Energy (keV) 2_sec 3_i0 4_i1\n"
            + SampleScan.rows("%7$.6f 1 %3$.5f %4$.5f %n"),
                "energy: column 1 'Energy (keV)' in keV; mu: ln('i0' / 'i1')");
    }

    @Test
    void namesOfPositionersAndDetectors() {
        assertTransmission("; Epics Scan 1 dimensional scan\n; column labels:\n; P1 = {Energy} --> a:E.VAL\n"
            + "; P2 = {Scaler Count Time} --> a:TP\n; D1 = {I0}  --> a:2\n; D2 = {I1}  --> a:3\n;-------------\n"
            + ";  P1 P2 D1 D2\n" + SampleScan.rows("  %1$.3f 1.0 %3$.4f %4$.4f %n"),
            "energy: column 1 'Energy' in eV; mu: ln('I0' / 'I1')");
    }

    @Test
    void oneLabelPerLineBelowData() {
        assertTransmission("SSRL   EXAFS Data Collector 1.3\nPTS: 60 COLS: 5\nWeights: \n 1.0 1.0 1.0 1.0 1.0\n"
            + "Offsets: \n"
            + " 0 0 0 0 0\nData: \nReal time clock   \nRequested Energy  \nAchieved Energy   \nI0 \nI1 \n\n"
            + SampleScan.rows(" %6$d.000 8888.1 %1$.3f %3$.4f %4$.4f%n"),
            "energy: column 3 'Achieved Energy' in eV; mu: ln('I0' / 'I1')");
    }

    @Test
    void eventsSeparatedByCommasAndBlanks() {
        assertTransmission("# CLS Data Acquisition\n# Background 1, 2, 3\n#(1) Event-ID, \"Energy\", I0, It\n"
            + "#(2) Event-ID, back\n" + SampleScan.rows("1, %1$.3f, %3$.4f, %4$.4f%n"),
            "energy: column 2 'Energy' in eV; mu: ln('I0' / 'It')");
    }

    @Test
    void specScansBelowEachOther() {
        final var scan = "#D today\n#N 4\n#L Pt_No  mono1_energy_acs  i0  it\n"
            + SampleScan.rows("%6$d %1$.3f %3$.4f %4$.4f%n");
        final var file = ReadFile.of("#F f.dat\n#S 1  ascan\n" + scan + "\n#S 2  ascan\n" + scan.replace("8300.000",
            "8299.500")
            + "#C Acquisition ended\n");
        assertNull(file.m_refusal);
        assertEquals(List.of("scan 1", "scan 2"), file.m_spectra.stream().map(SpectrumRecord::name).toList());
        assertEquals("energy: column 2 'mono1_energy_acs' in eV; mu: ln('i0' / 'it')", file.first().columns());
        assertEquals(8299.5, file.m_spectra.get(1).spectrum().grid().firstEv(), 1e-9);
        assertEquals(List.of(), file.m_notes);
    }

    @Test
    void scansThatAreNoSpectraAreLeftOutAndTold() {
        final var file = ReadFile.of("#S 1\n#L energy  i0  it\n" + SampleScan.rows(COUNTS) + "#S 2\n#L theta  i0  it\n"
            + "10 5 5\n11 5 5\n12 5 6\n");
        assertEquals(1, file.m_spectra.size());
        assertTrue(file.m_notes.get(0).startsWith("1 of 2 scans were left out (first: scan 2: "),
            file.m_notes::toString);
    }

    @Test
    void columnsDeclaredOneByOneWithTheEvaluatedAbsorption() {
        assertReads("! \n! Comment \n%c \n Name: cu from 8850 \n! 8850 3 1 0 0\n! Data \n%d \n Col 1 CU_1  FLOAT \n"
            + " Col 2 CU_1  FLOAT \n Col 3 CU_1_HHENERGY  FLOAT \n Col 4 CU_1_C1  FLOAT \n"
            + SampleScan.rows("%1$.3f %2$.6f %1$.1f %3$.3f%n"), "energy: column 1 'CU_1' in eV; mu: column 2 'CU_1'",
                1);
    }

    @Test
    void describedColumnsOfWhichTheFirstIsAnIndex() {
        assertTransmission("## mda2ascii output\n# Column Descriptions:\n#    1  [     Index      ]\n"
            + "#    2  [1-D Positioner 1]  A:SP, Mono setpoint, TABLE, eV, A:SP, Mono setpoint, eV\n"
            + "#    3  [1-D Detector   1]  A:S2, I0, \n#    4  [1-D Detector   2]  A:S3, It, \n\n# 1-D Scan Values\n"
            + SampleScan.rows("%6$d\t%1$.3f\t%3$.4f\t%4$.4f%n"),
            "energy: column 2 'Mono setpoint (eV)' in eV; mu: ln('I0' / 'It')");
    }

    @Test
    void keysAndValuesAboveLabelsSeparatedByTabs() {
        assertTransmission("# Run Number:\t1\n# Lattice Spacing:\t1.9202\n# Encoder\tEnergy\tI0\tIt\n"
            + SampleScan.rows("-12%6$d\t%1$.3f\t%3$.4f\t%4$.4f%n"),
                "energy: column 2 'Energy' in eV; mu: ln('I0' / 'It')");
        assertTransmission("#Date\t2006\nComment\tfoil\nEnergy\tI0\tI1\n"
            + SampleScan.rows("%1$.3f\t%3$.4f\t%4$.4f\t\t\t%n"),
            "energy: column 1 'Energy' in eV; mu: ln('I0' / 'I1')");
    }

    @Test
    void fluorescenceIsSummedOverTheElementsAndCorrectedForDeadTime() {
        final var labels = "#XDI/1.1 Epics StepScan File / 2.0\n# Column.1: Energy eV || a\n"
            + "# Column.2: I0 counts || b\n"
            + "# Column.3: Ni_Ka_mca1 counts || c\n# Column.4: Ni_Ka_mca2 counts || d\n"
            + "# Column.5: OutputCounts_mca1 counts || e\n# Column.6: Clock_mca1 counts\n";
        final var rows = "%1$.3f %3$.4f %5$.5f %5$.5f 5 6 1.25 1.25%n";
        assertReads(labels + "# Column.7: DTFactor_mca1\n# Column.8: DTFactor_mca2\n#-----\n" + SampleScan.rows(rows),
            "energy: column 1 'Energy' in eV; mu: ('Ni_Ka_mca1' + 'Ni_Ka_mca2'), each times its factor for dead time "
                + "('DTFactor_mca1'...), / 'I0'", 0.05);
        assertReads(labels + "# Column.7: a_time\n# Column.8: b_time\n#-----\n" + SampleScan.rows(rows),
            "energy: column 1 'Energy' in eV; mu: ('Ni_Ka_mca1' + 'Ni_Ka_mca2') / 'I0'", 0.04);
    }

    @Test
    void transmissionWithoutAnEdgeGivesWayToFluorescence() {
        assertReads("# energy i0 it if\n" + SampleScan.rows("%1$.3f %3$.4f 7.0%6$03d %5$.6f%n"),
            "energy: column 1 'energy' in eV; mu: 'if' / 'i0'", 0.02);
    }

    @Test
    void aReadyAbsorptionIsTakenBeforeCounts() {
        for (final var label : List.of("mu", "xmu", "norm", "mu(E)", "abs", "ln(i0/it)", "\u03bct")) {
            assertReads("# energy i0 it " + label + "\n" + SampleScan.rows("%1$.3f %4$.4f %3$.4f %2$.7f%n"),
                "energy: column 1 'energy' in eV; mu: column 4 '" + label + "'", 1);
        }
    }

    @Test
    void anglesTimesModesAndDarkCountsOf9809() {
        final var rows = new StringBuilder();
        for (int i = 0; i < SampleScan.POINTS; i++) {
            final double angle = Math.toDegrees(Math.asin(12398.419843320026 / (2 * 3.13551 * SampleScan.energyEv(i))));
            rows.append(String.format(Locale.ROOT, " %.5f %.7f 2.00 %.4f %.4f%n", angle + 0.0001, angle,
                SampleScan.incident(i) + 2 * 500, SampleScan.transmitted(i) + 2 * 300));
        }
        final var head = "  9809     KEK-PF   BL9A\na.dat 05.05.22 13:13\nfoil\nRing :  2.5 GeV  371.3 mA\n"
            + "Mono :   Si(111)       D=  3.13551 A    Initial angle= 12.71850 deg\n"
            + "BL9A     Transmission( 2)   Points= 60\n"
            + "Block      Init-Eng    final-Eng     Step/eV     Time/s       Num\n"
            + "    1    8300.00    8360.00    2.00    2.00    30\n"
            + "    2    8360.00    8420.00    2.00    2.00    30\nOrtec(-1) NDCH = 3\n"
            + "  Angle(c)  Angle(o)    time/s         2         3\n      Mode         0         0         1         2\n"
            + "    Offset         0         0   500.000   300.000\n";
        assertTransmission(head + rows + "\u001a", "energy: column 2 'Angle(o)' in degrees, d = 3.13551 angstrom; mu: "
            + "ln('I0' / 'It')");
        assertTrue(ReadFile.of(head.replace("  2\n    Offset", "  3\n    Offset") + rows).first().columns()
            .endsWith("mu: 'If1' / 'I0'"));
    }

    @Test
    void programTextAndNumberOfPointsOfLure() {
        assertTransmission(" 1PL 2/ 0/  .01; 24; 7; 21; 22;HeN in I0;$39;\n 60 \n"
            + SampleScan.rows(" %1$.2f  %3$.3f  %4$.3f %n"),
            "energy: column 1 'energy' in eV; mu: ln('I0' / 'I1')");
    }

    @Test
    void decimalCommasSeparatedByBlanks() {
        assertReads(SampleScan.rows("%1$.5f %2$.9f%n").replace('.', ','), "energy: column 1 in eV; mu: column 2", 1);
    }

    @Test
    void lineEndsOfTheOldMacintosh() {
        assertReads("E mu\r" + SampleScan.rows("%7$.6f %2$.7f%n").replace("\n", "\r"),
            "energy: column 1 'E' in keV (told by the values); mu: column 2 'mu'", 1);
    }

    @Test
    void labelsAboveALineOfUnitsAndFewerLabelsThanColumns() {
        assertTransmission("Energy\tI0\tIt\nkeV\ta.u.\ta.u.\n" + SampleScan.rows("%7$.6f\t%3$.4f\t%4$.4f%n"),
            "energy: column 1 'Energy (keV)' in keV; mu: ln('I0' / 'It')");
        assertTransmission("# more columns than labels\n#------\n# energy i0 i1 \n"
            + SampleScan.rows("%1$.3f %3$.4f %4$.4f 5 6 7%n"),
            "energy: column 1 'energy' in eV; mu: ln('i0' / 'i1')");
    }

    @Test
    void severalSpectraOnOneAxis() {
        final var file = ReadFile.of("# Larix export\n# saved now\n# energy, merge, Ref merge\n"
            + SampleScan.rows("%1$.3f, %2$.6f, %2$.6f%n"));
        assertEquals(List.of("merge", "Ref merge"), file.m_spectra.stream().map(SpectrumRecord::name).toList());
        assertEquals("energy: column 1 'energy' in eV; mu: column 3 'Ref merge'", file.m_spectra.get(1).columns());
        assertTrue(file.m_spectra.get(0).spectrum().grid() == file.m_spectra.get(1).spectrum().grid()
            || file.m_spectra.get(0).spectrum().grid().equals(file.m_spectra.get(1).spectrum().grid()));
    }

    @Test
    void spectraBesideEachOtherMayBeCalledAsCountersOrByNumbers() {
        for (final var names : List.of("scan 1,scan 2,scan 3", "100,200,300", "mu_1,mu_2,mu_3", "std_FeO,Pt,scapolite")) {
            final var file = ReadFile.of("energy," + names + "\n" + SampleScan.rows("%1$.3f,%2$.6f,%2$.6f,%2$.5f%n"));
            assertEquals(List.of(names.split(",")), file.m_spectra.stream().map(SpectrumRecord::name).toList());
        }
    }

    @Test
    void pairsOfColumnsWithNamesAboveAndEmptyCellsAtTheEnd() {
        final var file = ReadFile.of("Some words: of two lines; more.\nmp-1 Ni K-edge\t\tmp-2 Ni K-edge\t\n"
            + "E (eV)\tmu\tE (eV)\tmu\n" + SampleScan.rows("%1$.3f\t%2$.6f\t9%1$.3f\t%2$.6f%n")
            + "8500.0\t1.0\t\t\n8501.0\t1.1\t\t\n");
        assertNull(file.m_refusal);
        assertEquals(List.of("mp-1 Ni K-edge", "mp-2 Ni K-edge"), file.m_spectra.stream().map(SpectrumRecord::name)
            .toList());
        assertEquals(62, file.first().spectrum().size());
        assertEquals(60, file.m_spectra.get(1).spectrum().size());
        assertEquals(98300, file.m_spectra.get(1).spectrum().grid().firstEv(), 0.0);
        assertEquals("Ni", file.first().element());
        assertEquals("K", file.first().edge());
        assertEquals(List.of("In 1 spectrum 2 points without a number were left out."), file.m_notes);
    }

    @Test
    void digitisedCurvesInPairs() {
        final var file = ReadFile.of("Curve A,,Curve B,\nX,Y,X,Y\n" + SampleScan.rows("%1$.3f,%2$.6f,%1$.2f,%2$.5f%n"));
        assertEquals(List.of("Curve A", "Curve B"), file.m_spectra.stream().map(SpectrumRecord::name).toList());
    }

    @Test
    void factsOfTheHeader() {
        final var spectrum = assertReads("#%name: Nickel foil\n#%atom: Ni\n#%edge: K\n#%cols: 60 E XMU\n"
            + "#---\n# energy xmu\n"
            + SampleScan.rows("%1$.3f %2$.7f%n"), "energy: column 1 'energy' in eV; mu: column 2 'xmu'", 1);
        assertEquals("Nickel foil", spectrum.name());
        assertEquals("Ni", spectrum.element());
        assertEquals("K", spectrum.edge());
    }

    @Test
    void pointsWithoutAbsorptionAreLeftOutAndTold() {
        final var text = "XDAC V1.2 Datafile V1\n---\n Energy I0 It\n" + SampleScan.rows(COUNTS);
        final var dark = text.replaceFirst("(8330.000 \\S+) \\S+", "$1 00000.0000");
        final var file = ReadFile.of(dark);
        assertEquals(59, file.energies().length);
        assertEquals(List.of("1 row was left out (line 19: ln('I0' / 'It') is not a finite number)."), file.m_notes);
    }

    @Test
    void counterNamesThatSayNothingAreGuessedAndTold() {
        final var file = ReadFile.of("# energy mcs1 mcs2 mcs3\n" + SampleScan.rows("%1$.3f %3$.4f %4$.4f 5%n"));
        assertEquals("energy: column 1 'energy' in eV; mu: ln('mcs1' / 'mcs2')", file.first().columns());
        assertTrue(file.m_notes.get(0)
            .startsWith("No label says which columns give the absorption; ln('mcs1' / 'mcs2')"));
    }

    @Test
    void countersOfAnInstrumentAreNoSamples() {
        final var file = ReadFile.of("#S 1 a\n#L Pt_No  energy  aem01_ch1  aem01_ch2\n"
            + SampleScan.rows("%6$d %1$.3f %2$.5f %2$.5f%n"));
        assertEquals(1, file.m_spectra.size());
        assertTrue(file.m_notes.get(0).startsWith("No label says which columns give the absorption"));
    }

    @Test
    void labelsInQuotesMayHoldBlanks() {
        assertTransmission("\"Photon Energy\"  \"det I0\"  \"det It\"\n" + SampleScan.rows(COUNTS),
            "energy: column 1 'Photon Energy' in eV; mu: ln('det I0' / 'det It')");
    }

    @Test
    void energiesRelativeToTheEdgeKeepTheirZero() {
        final var rows = IntStream.rangeClosed(0, 300).mapToObj(i -> (i - 100) + " 0." + (1000 + i) + "\n")
            .collect(Collectors.joining());
        assertEquals(301, ReadFile.of("energy mu\n" + rows).energies().length);
        final var fromZero = IntStream.rangeClosed(0, 300).mapToObj(i -> i / 2.0 + " 0." + (1000 + i) + "\n")
            .collect(Collectors.joining());
        assertEquals(301, ReadFile.of("energy mu\n" + fromZero).energies().length);
    }

    @Test
    void rowsThatWereNeverMeasuredAreLeftOutAndTold() {
        final var file = ReadFile.of("# energy i0 it\n" + SampleScan.rows(COUNTS) + "0 0 0\n0 0 0\n");
        assertEquals(60, file.energies().length);
        assertTrue(file.m_notes.get(0).startsWith("2 rows were left out (first: line 62"), file.m_notes::toString);
    }

    @Test
    void aFileOfChiIsRefusedAlsoWhereEnergiesStandAtItsEnd() {
        assertTrue(ReadFile.of("# XDI/1.0 Demeter\n# Element.symbol: Fe\n# Element.edge: K\n# Column.1: k\n"
            + "# Column.2: chi\n# Column.3: energy\n#---\n0.05 0.1 7113\n0.1 0.1 7114\n").m_refusal.contains("chi(k)"));
    }

    @Test
    void tablesOfOtherThingsAreRefused() {
        final var rows = IntStream.range(0, 30).mapToObj(i -> i * 37 % 11 + "," + i * 17 % 7 + "," + i % 3 + "\n")
            .collect(Collectors.joining());
        assertTrue(ReadFile.of("count,gs_energy,size\n" + rows).m_refusal.contains("neither rises nor falls"));
        assertTrue(ReadFile.of("a,b,c\n" + rows).m_refusal.contains("No column looks like energies"));
    }

    @Test
    void whatOnlyLooksLikeASpectrumIsRefused() {
        final var rows = "0.05 1 2 3 4 5 6\n".repeat(3).replaceFirst("0.05", "0.00") + "0.10 1 2 3 4 5 6\n";
        assertTrue(ReadFile.of("title\n---\n"
            + "    k   real[2*phc]   mag[feff]  phase[feff] red factor   lambda  real[p]@#\n"
            + rows).m_refusal.contains("scattering path"));
        assertTrue(ReadFile.of("# k chi mag pha\n0.05 1 2 3\n0.1 1 2 3\n").m_refusal.contains("chi(k)"));
        assertTrue(ReadFile.of("# theta i0 it\n10.1 5 5\n10.2 5 5\n10.3 5 5\n").m_refusal
            .contains("does not state the spacing"));
        assertTrue(ReadFile.of("E0= 7112\n Energy I0 It\n 7100 5 4\n 7101 5.1 4.1\n 7102 5 4\n").m_refusal
            .contains("only 3 measured points"));
        assertTrue(ReadFile.of("time i0 it\n" + SampleScan.rows("%6$d.5 %3$.1f %4$.1f%n")).m_refusal
            .contains("labelled 'time', which is not an energy"));
        assertTrue(ReadFile.of(":run from pixel 0 to 59\n:I0 10\n" + SampleScan.rows("%6$d %2$.5f%n")).m_refusal
            .contains("pixels of a detector"));
    }
}

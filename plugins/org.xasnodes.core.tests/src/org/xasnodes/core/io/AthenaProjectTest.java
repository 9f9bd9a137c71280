package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.testing.SharedFiles;

class AthenaProjectTest {

    private static final String HEADER = "# Athena project file -- Demeter version 0.9.26\n\n";

    private static String group(final String settings, final String x, final String y) {
        return "$old_group = 'abcd';\n@args = ('bkg_e0','7112','titles',['it''s','(a,b);'],'h',{'a' => 1}," + settings
            + ");\n@x = (" + x + ");\n@y = (" + y + ");\n@stddev = ('1','1','1');\n"
            + "[record]   # create object and set arrays in ifeffit\n\n";
    }

    private static String group(final String settings) {
        return group(settings, "'7100','7112.5','7120'", "'0.1','1.5','-1e-05'");
    }

    private static final String END = "@journal = ('a','b');\n@indicator = (0,['','k','2']);\n"
        + "%lcf_data = ();\n1;\n\n# Local Variables:\n# End:\n";

    @Test
    void aGroupIsASpectrumWithItsLabelEdgeEnergyAndColumns() {
        final var file = ReadFile.of(HEADER + group("'label','Fe foil','bkg_eshift',0,'is_nor',0") + END);
        assertNull(file.m_refusal);
        assertEquals(List.of(), file.m_notes);
        assertEquals(1, file.m_spectra.size());
        assertArrayEquals(new double[]{7100, 7112.5, 7120}, file.energies());
        assertArrayEquals(new double[]{0.1, 1.5, -1e-5}, file.intensities());
        assertEquals("Fe foil", file.first().name());
        assertEquals(7112, file.first().e0Ev(), 0.0);
        assertEquals("energy: x; mu: y", file.first().columns());
        assertEquals(0, file.first().spectrum().appliedShiftEv(), 0.0);
        assertEquals(Scale.UNKNOWN, file.first().spectrum().scale());
        assertTrue(file.first().labels().isEmpty());
    }

    @Test
    void theShiftOfTheProjectIsAppliedAndTold() {
        final var file = ReadFile.of(HEADER + group("'label','a','bkg_eshift','5.81162000000022'")
            + group("'label','b','bkg_eshift','0'") + group("'label','c','bkg_eshift','-1.5'") + END);
        assertArrayEquals(new double[]{7100 + 5.81162000000022, 7112.5 + 5.81162000000022, 7120 + 5.81162000000022},
            file.energies(), 0.0);
        assertEquals(5.81162000000022, file.first().spectrum().appliedShiftEv(), 0.0);
        assertEquals("energy: x and the project's shift of 5.8116 eV; mu: y", file.first().columns());
        assertEquals(List.of("Energy shifts that the project states were applied to 2 spectra: -1.5 to 5.8116 eV."),
            file.m_notes);
    }

    @Test
    void normalisedGroupsAreOnTheScaleOfTheEdgeStep() {
        final var file = ReadFile.of(HEADER + group("'is_nor',1") + group("'is_nor','1'") + group("'is_merge','n'")
            + group("'is_merge','e','is_nor','0'") + END);
        assertEquals(List.of(Scale.EDGE_STEP, Scale.EDGE_STEP, Scale.EDGE_STEP, Scale.UNKNOWN),
            file.m_spectra.stream().map(s -> s.spectrum().scale()).toList());
        assertEquals("group 1", file.first().name());
    }

    @ParameterizedTest
    @CsvSource({"Fe,K,7112,Fe,K", "fe,k,7130.5,Fe,K", "H,K,7112,,", "Be,K,7112,,", "Fe,K,7200,,", "Fe,K,0,,",
        "Nothing,K,7112,,", "Fe,far,7112,,", "Ce,L2,6164,Ce,L2"})
    void elementAndEdgeAreBelievedWhereTheEdgeEnergyAgrees(final String z, final String stated, final String e0Ev,
        final String element, final String edge) {
        final var file = ReadFile.of(HEADER + group("'bkg_z','" + z + "','fft_edge','" + stated + "','bkg_e0','" + e0Ev
            + "'", "'6100','7000','7300'", "'0','1','1'") + END);
        assertEquals(element, file.first().element());
        assertEquals(edge, file.first().edge());
    }

    @Test
    void anL2EdgeIsNotBelievedWhereAKEdgeIsNear() { // Athena takes phosphorus for yttrium
        final var file = ReadFile.of(HEADER + group("'bkg_z','Y','fft_edge','L2','bkg_e0','2152'", "'2100','2200'",
            "'0','1'") + END);
        assertEquals(2152, file.first().e0Ev(), 0.0);
        assertNull(file.first().element());
    }

    @Test
    void groupsThatAreNoSpectraAreSkippedWithOneNote() {
        final var file = ReadFile.of(HEADER + group("'label','k','is_chi',1") + group("'is_xmudat','1'")
            + group("'is_bkg',1") + group("'is_rsp',1") + group("'is_pixel',1") + group("'is_diff',1")
            + group("'label','good','is_chi','0'") + group("'label','empty'", "", "") + END);
        assertEquals(List.of("good"), file.m_spectra.stream().map(SpectrumRecord::name).toList());
        assertEquals(List.of("7 groups were skipped, as they hold no mu(E) (first: 'k' holds chi(k))."), file.m_notes);
        assertTrue(ReadFile.of(HEADER + group("'label','k','is_chi',1") + END).m_refusal
            .contains("none of its groups is a spectrum ('k' holds chi(k))"));
        assertTrue(ReadFile.of(HEADER + END).m_refusal.contains("holds no groups"));
    }

    @Test
    void quotesEscapesAndBracketsInTextsAreUnderstood() {
        final var file = ReadFile.of(HEADER + group("'label','it\\'s (a), b = \"c\"; \\\\ \\n'")
            + group("\"label\",\"\\x{e34}\\xe9 \\\"q\\\" \\$5 \\t(\"") + group("'label',undef,'x',-1.5e3")
            + group("'label','caf\u00e9'") + END);
        assertEquals(List.of("it's (a), b = \"c\"; \\ \\n", "\u0e34\u00e9 \"q\" $5 \t(", "group 3", "caf\u00e9"),
            file.m_spectra.stream().map(SpectrumRecord::name).toList());
        final var latin = HEADER + group("'label','caf\u00e9'") + END;
        assertEquals("caf\u00e9", ReadFile.of(latin.getBytes(StandardCharsets.ISO_8859_1), null).first().name());
    }

    @Test
    void programsInAProjectAreNotRun() {
        final var file = ReadFile.of(HEADER + "system('touch /tmp/never');\n$x = `ls`;\nBEGIN { unlink 'a'; }\n"
            + group("'label','a'") + "@journal = system(\"hephaestus\");\n@x = map { $_ * 2 } (1,2,3);\n1;\n");
        assertNull(file.m_refusal);
        assertEquals(List.of("a"), file.m_spectra.stream().map(SpectrumRecord::name).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsDoNotMatter(final String end) throws IOException {
        final var text = (HEADER + group("'label','a'") + group("'label','b'") + END).replace("\n", end);
        assertEquals(2, ReadFile.of(text).m_spectra.size());
        assertEquals(2, ReadFile.of(ReadFile.gzip(text.getBytes(StandardCharsets.UTF_8)), null).m_spectra.size());
    }

    @Test
    void everyCutOfAProjectKeepsTheGroupsBeforeIt() {
        final var one = HEADER + group("'label','a'");
        final var text = one + group("'label','b'");
        for (int length = one.length() + 1; length < text.length() - 60; length++) {
            final var file = ReadFile.of(text.substring(0, length));
            assertEquals(1, file.m_spectra.size(), "cut at " + length);
            assertTrue(length < one.length() + 12 || file.m_refusal != null && file.m_refusal.contains("cut off"),
                "cut at " + length);
        }
    }

    @Test
    void groupsWithFaultsBecomeProblemsOfTheirOwn() {
        final var file = ReadFile.of(HEADER + group("'label','short'", "'1','2','3'", "'1','2'")
            + group("'label','nan'", "'1','2','3'", "'1','nan','2'") + group("'label','word'", "'1','two'", "'1','2'")
            + group("'label','point'", "'1','1'", "'1','2'") + group("'label','good','bkg_eshift','much'") + END);
        assertEquals(5, file.m_spectra.size());
        assertEquals("Group 'short': There are 2 intensities for 3 energies.", file.first().problem());
        assertTrue(file.m_spectra.get(1).problem().contains("The intensity at 2.0 eV is not a finite number."));
        assertTrue(file.m_spectra.get(2).problem().contains("Energy number 2 is not a finite number."));
        assertTrue(file.m_spectra.get(3).problem().contains("at least 2 different energies"));
        assertNull(file.m_spectra.get(4).problem());
    }

    @Test
    void jsonProjectsAreReadInTheOrderTheyAreShown() {
        final var group = "{\"args\":{\"label\":\"%s\",\"bkg_eshift\":\"2\",\"bkg_e0\":7112,\"titles\":[\"a\"],"
            + "\"is_nor\":\"%s\"},\"x\":[\"7100\",\"7112.5\",7120],\"y\":[\"0.1\",\"1.5\",\"2e-1\"],\"stddev\":[null]}";
        final var text = "{\"_____emacs_mode\": \"-*- mode: json -*-\",\n\"_____header1\": \"# Athena project file\",\n"
            + "\"aaaa\": " + String.format(group, "second", "1") + ",\n\"bbbb\": " + String.format(group, "first", "0")
            + ",\n\"_____journal\": [],\n\"_____order\": [\"bbbb\",\"aaaa\"]\n}\n";
        final var file = ReadFile.of(text);
        assertNull(file.m_refusal);
        assertEquals(List.of("first", "second"), file.m_spectra.stream().map(SpectrumRecord::name).toList());
        assertArrayEquals(new double[]{7102, 7114.5, 7122}, file.energies());
        assertArrayEquals(new double[]{0.1, 1.5, 0.2}, file.intensities());
        assertEquals(2, file.first().spectrum().appliedShiftEv(), 0.0);
        assertEquals(Scale.EDGE_STEP, file.m_spectra.get(1).spectrum().scale());
        assertTrue(ReadFile.of(text.substring(0, text.length() - 4)).m_refusal.contains("cut off"));
    }

    @ParameterizedTest
    @CsvSource({"FeDem,5,0,5.8116", "danger,1,1.9953,1.9953", "sf6,3,0,16", "FeFoil_QXAFS_Compare,4,0,0",
        "ESRF_Athena0920,2,0,0", "Vglasses,28,0,0", "AsKa,13,0,0"})
    void realProjects(final String name, final int count, final double lowestEv, final double highestEv) {
        final var file =
            ReadFile.of(SpectrumSource.of(SharedFiles.shared("corpus/athena-prj/" + name + ".prj")), null, 1);
        assertNull(file.m_refusal);
        assertEquals(count, file.m_spectra.size());
        final var shifts = file.m_spectra.stream().mapToDouble(s -> s.spectrum().appliedShiftEv()).summaryStatistics();
        assertEquals(lowestEv, shifts.getMin(), 1e-4);
        assertEquals(highestEv, shifts.getMax(), 1e-4);
    }
}

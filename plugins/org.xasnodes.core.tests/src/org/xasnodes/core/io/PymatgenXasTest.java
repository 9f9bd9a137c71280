package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xasnodes.core.testing.SharedFiles;

class PymatgenXasTest {

    private static final String ARRAYS = "\"x\": [7713.2, 7714, 7715.5], \"y\": [0.1, 0.5, 1e0]";

    private static final String SPECTRUM = "{" + ARRAYS + ", \"absorbing_element\": {\"@module\": "
        + "\"pymatgen.core.periodic_table\", \"@class\": \"Element\", \"element\": \"Co\"}, \"structure\": {\"x\": [1]"
        + ", \"y\": [2], \"sites\": [{\"xyz\": [0, 0, 0]}]}, \"edge\": \"K\", \"spectrum_type\": \"XANES\", "
        + "\"absorbing_index\": 8}";

    @Test
    void aSpectrumHasItsElementEdgeAndOtherValues() {
        final var file = ReadFile.of(SPECTRUM);
        assertNull(file.m_refusal);
        assertEquals(1, file.m_spectra.size());
        assertArrayEquals(new double[]{7713.2, 7714, 7715.5}, file.energies());
        assertArrayEquals(new double[]{0.1, 0.5, 1}, file.intensities());
        assertEquals("Co", file.first().element());
        assertEquals("K", file.first().edge());
        assertEquals(Map.of("spectrum_type", "XANES", "absorbing_index", 8L), file.first().labels());
        assertNull(file.first().name());
    }

    @Test
    void theElementMayBeAText() {
        final var file = ReadFile.of("{\"@class\": \"XAS\", \"edge\": \"L3\", \"absorbing_element\": \"Zn\", "
            + ARRAYS + "}");
        assertEquals("Zn", file.first().element());
        assertEquals("L3", file.first().edge());
        assertTrue(file.first().labels().isEmpty());
        assertNull(ReadFile.of("{\"edge\": \"far\", \"absorbing_element\": 3, " + ARRAYS + "}").first().element());
    }

    @Test
    void listsAndDocumentsOfTheMaterialsProjectHoldManySpectra() {
        final var list = ReadFile.of("[" + SPECTRUM + ",\n" + SPECTRUM + "]");
        assertEquals(2, list.m_spectra.size());
        final var document = "{\"spectrum\": " + SPECTRUM + ", \"material_id\": \"mp-%d\", \"weight\": 0.5, "
            + "\"tags\": [\"a\"], \"nothing\": null, \"good\": true}";
        final var served = ReadFile.of("{\"data\": [" + String.format(document, 22526) + ","
            + String.format(document, 2) + "], \"meta\": {\"total_doc\": 2}}");
        assertNull(served.m_refusal);
        assertEquals(List.of("mp-22526", "mp-2"), served.m_spectra.stream().map(SpectrumRecord::name).toList());
        assertEquals("Co", served.first().element());
        final var labels = served.first().labels();
        assertEquals(0.5, labels.get("weight"));
        assertEquals(true, labels.get("good"));
        assertTrue(labels.containsKey("nothing"));
        assertEquals("XANES", labels.get("spectrum_type"));
        final var lines = ReadFile.of(SPECTRUM + "\n" + SPECTRUM + "\n" + SPECTRUM + "\n");
        assertEquals(3, lines.m_spectra.size());
    }

    @Test
    void aSpectrumWithFaultsIsAProblemOfItsOwn() {
        final var file = ReadFile.of("[{\"absorbing_element\":\"Co\",\"x\":[1,2,3],\"y\":[1,2]},"
            + "{\"x\":[1,\"b\"],\"y\":[1,2]},{\"x\":[1,2],\"y\":[NaN,2]},{\"x\":[2,1,2],\"y\":[1,2,3]}]");
        assertEquals(4, file.m_spectra.size());
        assertEquals("Spectrum number 1: There are 2 intensities for 3 energies.", file.first().problem());
        assertTrue(file.m_spectra.get(1).problem().contains("Energy number 2 is not a finite number"));
        assertTrue(file.m_spectra.get(2).problem().contains("intensity at 1.0 eV"));
        assertArrayEquals(new double[]{2, 2}, file.m_spectra.get(3).spectrum().intensities());
        assertEquals(2, file.m_notes.size());
    }

    @Test
    void cutOrWrongFilesAreRefused() {
        for (int length = SPECTRUM.indexOf("}"); length < SPECTRUM.length(); length++) {
            final var file = ReadFile.of(SPECTRUM.substring(0, length));
            assertTrue(file.m_refusal.contains("is cut off"), file.m_refusal);
            assertTrue(file.m_spectra.isEmpty());
        }
        assertTrue(ReadFile.of("{\"absorbing_element\":\"Co\",\"a\":{\"x\":[1,2]},\"b\":{\"y\":[1,2]}}").m_refusal
            .contains("No object in it holds both"));
    }

    @Test
    void aTableOfPandasWithSuchColumnsStaysATable() {
        final var file = ReadFile.of("{\"x\":{\"0\":[1,2],\"1\":[1,2]},\"y\":{\"0\":[5,6],\"1\":[7,8]},"
            + "\"absorbing_element\":{\"0\":\"Co\",\"1\":\"Ni\"}}");
        assertEquals(List.of("Co", "Ni"), file.m_spectra.stream().map(SpectrumRecord::element).toList());
    }

    @ParameterizedTest
    @CsvSource({"LiCoO2_k,Co,K,7713.228", "site1_k,Co,K,7712.692", "ZnO_l3,Zn,L3,1018.238"})
    void realFiles(final String name, final String element, final String edge, final double firstEv) {
        final var file = ReadFile
            .of(SpectrumSource.of(SharedFiles.shared("corpus/json/pymatgen_" + name + "_xanes.json")), null, 1);
        assertNull(file.m_refusal);
        assertEquals(element, file.first().element());
        assertEquals(edge, file.first().edge());
        assertEquals(firstEv, file.energies()[0], 0.0);
        assertEquals(100, file.intensities().length);
    }
}

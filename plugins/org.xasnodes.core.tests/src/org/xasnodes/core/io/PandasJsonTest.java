package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.spectrum.EnergyGrid;

class PandasJsonTest {

    private static final EnergyGrid GRID = EnergyGrid.of(8330, 8331, 8332);

    private static final String ENERGY = "'Energy':{'7':[1,2,3],'3':[1,2,3]}";

    private static final String INTENSITY = "'mu':{'7':[0.1,0.2,0.3],'3':[4,5,6]}";

    /** With ' for ", to be readable. */
    private static ReadFile read(final String json, final EnergyGrid grid) {
        return ReadFile.of(json.replace('\'', '"'), grid);
    }

    private static ReadFile read(final String json) {
        return read(json, null);
    }

    @Test
    void readsEnergiesIntensitiesAndLabelsWithTheirTypes() {
        final var file = read("{" + ENERGY + ",'q':{'7':2,'3':3},'bond':{'7':2.0,'3':null},'ok':{'7':true,'3':false},"
            + "'formula':{'7':'NiO','3':'12'}," + INTENSITY + "}");
        assertEquals(2, file.m_spectra.size());
        assertEquals(List.of(), file.m_notes);
        assertEquals("7", file.first().name());
        assertArrayEquals(new double[]{1, 2, 3}, file.energies());
        assertArrayEquals(new double[]{0.1, 0.2, 0.3}, file.intensities());
        assertEquals("{q=2, bond=2.0, ok=true, formula=NiO}", file.first().labels().toString());
        final var second = file.m_spectra.get(1);
        assertEquals("{q=3, bond=null, ok=false, formula=12}", second.labels().toString());
        assertEquals("12", second.labels().get("formula"));
        assertSame(file.first().spectrum().grid(), second.spectrum().grid());
    }

    @Test
    void rowsComeInTheOrderOfTheIndexWhateverTheOrderOfColumns() {
        for (final var json : new String[]{"{'mp':{'7':'a','3':'b'}," + INTENSITY + "," + ENERGY + "}",
            "{" + INTENSITY + "," + ENERGY + ",'mp':{'7':'a','3':'b'}}",
            "{" + INTENSITY + "," + ENERGY + ",'mp':{'3':'b','7':'a'}}"}) {
            final var file = read(json);
            assertEquals(List.of("7", "3"), file.m_spectra.stream().map(SpectrumRecord::name).toList());
            assertEquals("a", file.first().labels().get("mp"));
            assertArrayEquals(new double[]{0.1, 0.2, 0.3}, file.intensities());
        }
    }

    @Test
    void aLabelThatIsAnIdIsTheName() {
        final var file = read("{" + ENERGY + "," + INTENSITY + ",'Material_ID':{'7':'mp-1','3':null}}");
        assertEquals(List.of("mp-1", "3"), file.m_spectra.stream().map(SpectrumRecord::name).toList());
        assertEquals("mp-1", file.first().labels().get("Material_ID"));
    }

    @Test
    void intensitiesWithoutEnergiesNeedTheGridOfTheSettings() {
        final var file = read("{" + INTENSITY + "}", GRID);
        assertSame(GRID, file.first().spectrum().grid());
        assertEquals(1, file.m_notes.size());
        assertTrue(read("{" + INTENSITY + "}").m_refusal
            .contains("Set the grid for files without energies in the reader's settings"));
        final var refusal = read("{" + INTENSITY + "}", EnergyGrid.of(1, 2, 3, 4, 5)).m_refusal;
        assertTrue(refusal.contains("holds 3 intensities") && refusal.contains("has 5 points"), refusal);
    }

    @Test
    void energiesInTheFileCountMoreThanTheGridOfTheSettings() {
        assertArrayEquals(new double[]{1, 2, 3}, read("{" + ENERGY + "," + INTENSITY + "}", GRID).energies());
    }

    @Test
    void otherArraysAreSkippedAndNamed() {
        final var file = read("{'cdf':{'7':[1,[2,{}]],'3':[]}," + INTENSITY + ",'cwt':{'7':[1],'3':[2]}," + ENERGY
            + "}");
        assertEquals(2, file.m_spectra.size());
        assertEquals("{}", file.first().labels().toString());
        assertEquals(List.of("Array columns cdf, cwt were skipped."), file.m_notes);
    }

    /** By the code of its structure the sites of a compound are found, as in the computed set of arXiv 2310.07049. */
    @Test
    void nestedValuesBecomeCodesThatAgreeWhereTheValuesDo() {
        final var sites = "{'energy':{'0':[1,2],'1':[1,2],'2':[1,2],'3':[1,2]},"
            + "'mu':{'0':[1,2],'1':[1,2],'2':[1,2],'3':[1,2]},"
            + "'structure':{'0':{'a':[{'b':1}],'c':'Ni'},'1':{'a':[{'b':1.0}],'c':'Ni'},'2':{'a':[{'b':1}],'c':'Ni'},"
            + "'3':null},'site':{'0':0,'1':0,'2':1,'3':0}}";
        final var file = read(sites);
        final var codes = file.m_spectra.stream().map(s -> (String)s.labels().get("structure")).toList();
        assertTrue(codes.get(0).matches("[0-9a-f]{16}"), codes.get(0));
        assertEquals(codes.get(0), codes.get(2));
        assertNotEquals(codes.get(0), codes.get(1));
        assertNull(codes.get(3));
        assertEquals(1L, file.m_spectra.get(2).labels().get("site"));
        assertEquals(List.of("Nested values of structure were replaced by codes; equal values have equal codes."),
            file.m_notes);
    }

    /** What stands where in the value counts, not its letters alone. */
    @Test
    void nestedValuesOfTheSameLettersHaveDifferentCodes() {
        final var codes = new HashSet<Object>();
        for (final var value : List.of("{'a':'bc'}", "{'ab':'c'}", "{'a':{'b':'c'}}", "{'a':['b','c']}", "{'a':1}",
            "{'a':'1'}", "{}", "{'a':{}}", "{'a':[]}", "{'a':null}")) {
            final var file = read("{'mu':{'0':[1,2]},'energy':{'0':[1,2]},'s':{'0':" + value + "}}");
            codes.add(file.first().labels().get("s"));
        }
        assertEquals(10, codes.size());
    }

    @Test
    void theBetterNameWinsWhereSeveralColumnsCouldBeMeant() {
        final var file = read("{'y':{'7':[9,9,9],'3':[9,9,9]},'intensity':{'7':[1,2,3],'3':[1,2,3]}," + INTENSITY + ","
            + ENERGY + "}");
        assertArrayEquals(new double[]{1, 2, 3}, file.intensities());
        assertEquals(List.of("Array columns y, mu were skipped."), file.m_notes);
    }

    @Test
    void scalarsInAColumnNamedEnergyAreALabel() {
        final var file = read("{'energy':{'7':-5.5,'3':-6},'x':{'7':[1,2,3],'3':[1,2,3]}," + INTENSITY + "}");
        assertEquals(-5.5, file.first().labels().get("energy"));
        assertArrayEquals(new double[]{1, 2, 3}, file.energies());
    }

    @Test
    void kevInTheColumnsNameIsConverted() {
        final var file = read("{'Energy (keV)':{'0':[8.330,8.3315]},'mu':{'0':[1,2]}}");
        assertArrayEquals(new double[]{8330, 8331.5}, file.energies(), 1e-9);
        assertEquals("The energy unit keV was taken from the column name 'Energy (keV)' and converted to eV.",
            file.m_notes.get(0));
    }

    @Test
    void oneBadRowDoesNotSpoilTheOthers() {
        final var file = read("{'energy':{'a':[1,2],'b':[1,2],'c':[1,2],'d':[1],'e':[1,2],'f':[1,2],'g':[1,NaN]},"
            + "'mu':{'a':[1,2],'b':[1,null],'c':[1,2,3],'d':[1],'e':null,'g':[1,2],'h':[1,2],'i':[1,1e400]},"
            + "'q':{'a':1,'e':5}}");
        final var problems =
            file.m_spectra.stream().collect(Collectors.toMap(SpectrumRecord::name, r -> String.valueOf(r.problem())));
        assertEquals(9, problems.size());
        assertEquals("null", problems.get("a"));
        assertEquals("Row 'b': in column 'mu' value number 2 is not a finite number.", problems.get("b"));
        assertEquals("Row 'c': there are 3 intensities for 2 energies.", problems.get("c"));
        assertTrue(problems.get("d").contains("at least 2 different energies"));
        assertEquals("Row 'e': there are no intensities.", problems.get("e"));
        assertEquals("Row 'f': there are no intensities.", problems.get("f"));
        assertEquals("Row 'g': in column 'energy' value number 2 is not a finite number.", problems.get("g"));
        assertEquals("Row 'h': there are no energies.", problems.get("h"));
        assertEquals("Row 'i': in column 'mu' value number 2 is not a finite number.", problems.get("i"));
        assertEquals(5L, file.m_spectra.get(4).labels().get("q"));
        assertNull(file.m_spectra.get(1).labels().get("q"));
    }

    @Test
    void sortingAndAveragingIsToldOnceForAllRows() {
        final var file = read("{'energy':{'a':[1,2],'b':[2,1],'c':[3,2,2]},'mu':{'a':[1,2],'b':[1,2],'c':[1,2,4]}}");
        assertArrayEquals(new double[]{3, 1}, file.m_spectra.get(2).spectrum().intensities());
        assertEquals(List.of("In 2 spectra energies did not ascend and were sorted (first: row 'b').",
            "In 1 spectrum 1 repeated energy was averaged (first: row 'c')."), file.m_notes);
    }

    @Test
    void brokenFilesAreRefusedByPlace() {
        final var cut = read("{" + ENERGY + ",'mu':{'7':[1,2,3],'3':[4,").m_refusal;
        assertTrue(cut.contains("end too early, line 1, column") && cut.contains("cut off"), cut);
        for (final var json : new String[]{"{" + INTENSITY, "{'structure':{'7':{'a':[", "{'mu':{'7':[1,2"}) {
            assertTrue(read(json, GRID).m_refusal.contains("cut off"), json);
        }
        final var wrong = read("{'mu':\n{'7':[1,,2]}}").m_refusal;
        assertTrue(wrong.contains("wrong, line 2, column"), wrong);
        assertTrue(read("{'mu':{'7':[1,2],'7':[1,2]}}").m_refusal.contains("Row '7' stands twice in column 'mu'"));
        assertTrue(read("{'mu':{'7':[1,2]},'mu':{'7':[1,2]}}").m_refusal.contains("There are two columns 'mu'"));
        assertTrue(read("{'mu':{'7':[1,2]},'version':1}").m_refusal.contains("'version' is not a column of rows"));
    }

    @Test
    void deepNestingIsRefused() {
        final var refusal = read("{'mu':{'7':" + "[".repeat(100_000) + "]".repeat(100_000) + "}}", GRID).m_refusal;
        assertTrue(refusal.contains("nested too deeply"), refusal);
    }

    @Test
    void tablesWithoutSpectraAreRefused() {
        assertTrue(read("{'q':{'7':1}}").m_refusal.contains("No column holds arrays of intensities"));
        assertTrue(read("{'cdf':{'7':[1]},'cwt':{'7':[1]}}").m_refusal.contains("Arrays were found in cdf, cwt."));
        assertTrue(read("{'mu':{}}").m_refusal.contains("no rows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{'mu':[1,2]}]", "{'columns':['mu'],'data':[[1]]}", "{}", "{'mu':1}",
        "{'x':[1,2],'y':[3,4]}"})
    void otherJsonIsRefusedAsSuch(final String json) {
        assertTrue(read(json).m_refusal.contains("not a table of columns as pandas"));
    }

    @Test
    void tooLargeATableIsRefusedBeforeTheMemoryIsFull() throws IOException {
        final var json = "{\"mu\":{\"a\":[" + "1,".repeat(200_000) + "1]}}";
        final var file = ReadFile.with(new PandasJson(1 << 20), json.getBytes(StandardCharsets.UTF_8), 1);
        assertTrue(file.m_refusal.contains("too large for the memory (more than 1 MB)"), file.m_refusal);
    }

    @Test
    void manyRowsKeepTheirOrder() {
        final int rows = 50_000;
        final var json = "{'mu':{" + IntStream.range(0, rows).mapToObj(i -> "'" + i + "':[" + i + ",1,2]")
            .collect(Collectors.joining(",")) + "}}";
        final var file = read(json, GRID);
        assertEquals(rows, file.m_spectra.size());
        for (int i = 0; i < rows; i++) {
            assertEquals(i, file.m_spectra.get(i).spectrum().intensity(0), 0.0);
            assertEquals(Integer.toString(i), file.m_spectra.get(i).name());
        }
    }
}

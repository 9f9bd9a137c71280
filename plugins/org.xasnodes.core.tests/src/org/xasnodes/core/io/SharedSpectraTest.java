package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xasnodes.core.io.LabelColumns.Type;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.testing.SharedFiles;

/** Real files, which lie beside the project and are not part of it. */
class SharedSpectraTest {

    private static final EnergyGrid GRID = EnergyGrid.linear(8330, 8370, 100);

    private static ReadFile read(final String file, final EnergyGrid grid) {
        return ReadFile.of(SpectrumSource.of(SharedFiles.shared(file)), grid, 2);
    }

    private static LabelColumns labels(final ReadFile file) {
        final var columns = new LabelColumns();
        file.m_spectra.forEach(spectrum -> columns.add(spectrum.labels()));
        return columns;
    }

    private static List<Type> types(final LabelColumns columns) {
        return java.util.stream.IntStream.range(0, columns.names().size()).mapToObj(columns::type)
            .collect(Collectors.toList());
    }

    @Test
    void sixteenMeasuredSpectraOfNmcNeedTheGridAndHaveVoltagesWithMissingOnes() {
        final var file = read("data/nmc_exp_xas.json", GRID);
        assertEquals(16, file.m_spectra.size());
        assertTrue(file.m_spectra.stream().allMatch(s -> s.spectrum().grid() == GRID));
        assertEquals(0.0051109158, file.first().spectrum().intensity(0), 0.0);
        assertEquals("0", file.first().name());
        assertEquals("Array columns cdf, peak_feat, cwt were skipped.", file.m_notes.get(1));
        final var columns = labels(file);
        assertEquals(List.of("voltage", "composition"), columns.names());
        assertEquals(List.of(Type.DOUBLE, Type.STRING), types(columns));
        assertNull(columns.value(0, 0));
        assertEquals("NMC622", columns.value(0, 1));
        assertTrue(read("data/nmc_exp_xas.json", null).m_refusal.contains("Set the grid for files without energies"));
        assertTrue(read("data/nmc_exp_xas.json", EnergyGrid.linear(8330, 8370, 101)).m_refusal
            .contains("holds 100 intensities per spectrum without energies, but the grid for files without energies "
                + "has 101"));
    }

    @Test
    void copperSpectraOfPandasHaveTheirOwnEnergiesAndLabels() {
        final var file = read("labelled/cu-k-feff-omnixas/cu_k_pandas_columns_450.json", GRID);
        assertEquals(450, file.m_spectra.size());
        assertEquals(List.of(), file.m_notes);
        assertTrue(file.m_spectra.stream().allMatch(s -> s.spectrum().size() == 173));
        assertEquals(8983.66, file.first().spectrum().grid().firstEv(), 0.0);
        assertEquals(0.052826, file.first().spectrum().intensity(0), 0.0);
        assertEquals("mp-779257", file.first().name());
        final var columns = labels(file);
        assertEquals(List.of("absorbing_atom_idx", "bond_length", "coordination_number", "composition", "material_id",
            "oxidation_state"), columns.names());
        assertEquals(List.of(Type.INTEGER, Type.DOUBLE, Type.INTEGER, Type.STRING, Type.STRING, Type.INTEGER),
            types(columns));
    }

    @ParameterizedTest
    @CsvSource({"cu_k_oxstate_wide.csv,2687,mp-1008867_001,0.050831",
        "cu_k_all_wide.csv.gz,5299,mp-1005792_008,0.045813"})
    void copperSpectraInWideTablesShareOneGrid(final String name, final int count, final String first,
        final double intensity) {
        final var file = read("labelled/cu-k-feff-omnixas/" + name, null);
        assertEquals(count, file.m_spectra.size());
        assertEquals(List.of(), file.m_notes);
        assertEquals(first, file.first().name());
        assertEquals(intensity, file.first().spectrum().intensity(0), 0.0);
        final var grid = file.first().spectrum().grid();
        assertEquals(133, grid.size());
        assertEquals(9050, grid.lastEv(), 0.0);
        assertTrue(file.m_spectra.stream().allMatch(s -> s.spectrum().grid() == grid));
        assertEquals(List.of(Type.STRING, Type.STRING, Type.INTEGER, Type.INTEGER, Type.DOUBLE, Type.INTEGER),
            types(labels(file)));
    }

    @Test
    void syntheticSpectraInNumberedColumnsTakeTheGrid() {
        final var file = read("data/synth2831.csv.gz", GRID);
        assertEquals(2831, file.m_spectra.size());
        assertTrue(file.m_spectra.stream().allMatch(s -> s.spectrum().grid() == GRID));
        assertEquals(0.0000155037, file.first().spectrum().intensity(0), 0.0);
        assertEquals(List.of("id", "oxidation_state", "bond_length"), labels(file).names());
        assertTrue(read("data/synth2831.csv.gz", null).m_refusal.contains("100 columns, 'i0' to 'i99'"));
    }

    @ParameterizedTest
    @CsvSource({"data/CORE_DIELECTRIC_IMAG.dat,1000,7383.385,1", "corpus/csv-2col/mpxas_CrO.tsv,200,5992.76,0",
        "corpus/csv-2col/as_lineAs2O3_scan009.mda.csv,121,11850,1",
        "corpus/theory/lightshow-2col/anatase_exp.txt,161,4965.49,1",
        "corpus/theory/fdmnes/chemgraph_run_0_conv.txt,811,-20,1",
        "corpus/beamline-ascii/soleil-lucia_S_XANES_SB19.csv,120,2459.18,0",
        "corpus/beamline-ascii/demeter_cus2_cufoil_rt.txt,725,8679.01,1",
        "corpus/beamline-ascii/demeter_PhotonFactory_Pd_foil_ref.txt,481,23843,0"})
    void textOfTwoColumns(final String name, final int points, final double firstEv, final int notes) {
        final var file = read(name, null);
        assertNull(file.m_refusal);
        assertEquals(points, file.energies().length);
        assertEquals(firstEv, file.energies()[0], 0.006);
        assertEquals(notes, file.m_notes.size(), file.m_notes::toString);
    }

    @Test
    void nineteenReferencesOfCopperBesideEachOtherShareOneGrid() {
        final var file = read("labelled/cu-k-measured-refs/cu-ref-mix.res", null);
        assertEquals(19, file.m_spectra.size());
        assertEquals(List.of(), file.m_notes);
        final var grid = file.first().spectrum().grid();
        assertEquals(1250, grid.size());
        assertTrue(file.m_spectra.stream().allMatch(s -> s.spectrum().grid().equals(grid)));
        assertEquals("cu-foil_ave1", file.first().name());
        assertEquals("mix2", file.m_spectra.get(18).name());
        assertEquals(0.00064, file.first().spectrum().intensity(0), 0.0);
        assertEquals("energy: column 1 'E' in eV; mu: column 20 'mix2'", file.m_spectra.get(18).columns());
    }

    @Test
    void sixtyFiveMineralsOfTheAdvancedLightSourceAreAllRead() throws IOException {
        try (var files = Files.list(SharedFiles.shared("labelled/fe-k-als-minerals/originals"))) {
            final var paths = files.filter(path -> path.toString().endsWith(".e")).toList();
            assertEquals(65, paths.size());
            for (final var path : paths) {
                final var file = ReadFile.of(SpectrumSource.of(path), null, 1);
                assertNull(file.m_refusal);
                assertEquals(1, file.m_spectra.size());
                assertTrue(file.energies()[0] > 6800 && file.energies()[file.energies().length - 1] > 7300,
                    path::toString);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"beamline-ascii/larchdata_fe.060|energy: column 1 'Energy' in eV; mu: "
        + "ln('I0' / 'It')", "beamline-ascii/larch_SSRL1_2006.dat|energy: column 3 'Achieved Energy' in eV; mu: "
        + "ln('I0' / 'I1')", "beamline-ascii/larch_APS12BM_2019.dat|energy: column 1 'Energy (keV)' in keV; mu: "
        + "column 8 'mu01'", "beamline-ascii/larch_ESRF_SNBL_2013.dat|energy: column 16 'ZapEnergy' in keV (told by "
        + "the values); mu: ln('Mon' / 'Ion1')", "beamline-ascii/larch_APS20ID_2018.dat|energy: column 1 'Mono Energy "
        + "(alt) *' in eV; mu: 'XMAP4:AsKa_Sum' / 'PreKB-I0'", "beamline-ascii/larch_SSRLmicro_2008.dat|energy: column 2 "
        + "'Requested Energy' in eV; mu: ('SCA1.1' + 'SCA1.2' + 'SCA1.3' + ... + 'SCA1.32') / 'I0'",
        "beamline-ascii/parseq_Cu_rt1.fio|energy: column 1 'CU_RT_00001R1' in eV; mu: column 2 'CU_RT_00001R1'",
        "beamline-ascii/parseq_CE0074.DAT|energy: column 1 'energy' in eV; mu: ln('I0' / 'I1')",
        "xdi/spec-good/cu_metal_rt.xdi|energy: column 1 'energy' in eV; mu: column 4 'mutrans'",
        "xdi/beamline/larch_v_foil.xdi|energy: column 1 'energy' in eV; mu: ln('i0' / 'i1')"})
    void columnsAreFoundAndTold(final String name, final String columns) {
        assertEquals(columns, read("corpus/" + name, null).first().columns());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"corpus/theory/feff-other/feff0001.dat|scattering path",
        "corpus/beamline-ascii/demeter_SSRLB_IN_540_001.003|binary",
        "corpus/beamline-ascii/demeter_cus2_cu_08|only counts the pixels",
        "labelled/mdr-oxide-valence-features/TrainData_for_Oxide_Valence_006.csv|neither rises nor falls",
        "labelled/cu-k-measured-refs/labels.csv|No column looks like energies",
        "labelled/xasdatalibrary-oxidation/labels.csv|No table of numbers",
        "data/split2831.json|not a table of columns"})
    void whatIsNoSpectrumIsRefusedWithTheReason(final String name, final String reason) {
        final var file = read(name, GRID);
        assertTrue(file.m_refusal != null && file.m_refusal.contains(reason), file.m_refusal);
        assertEquals(0, file.m_spectra.size());
    }
}

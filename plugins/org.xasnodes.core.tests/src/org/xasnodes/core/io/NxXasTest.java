package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.testing.SharedFiles;
import org.xasnodes.core.util.ProgressMonitor;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

class NxXasTest {

    private static final double[] EV = {7100, 7112.5, 7120};

    private static final double[] MU = {0.1, 1.5, 1};

    @TempDir
    private Path m_folder;

    private byte[] file(final Consumer<WritableHdfFile> writer) throws IOException {
        final var path = m_folder.resolve("test.h5");
        try (var file = HdfFile.write(path)) {
            writer.accept(file);
        }
        return Files.readAllBytes(path);
    }

    private static WritableGroup entry(final WritableGroup parent, final String name, final Object energy,
        final Object intensity) {
        final var entry = parent.putGroup(name);
        entry.putAttribute("NX_class", "NXentry");
        entry.putDataset("definition", "NXxas");
        entry.putDataset("energy", energy);
        entry.putDataset("intensity", intensity);
        return entry;
    }

    @Test
    void everyEntryIsASpectrumWithElementEdgeAndMode() throws IOException {
        final var bytes = file(root -> {
            final var tenth = entry(root, "scan10", EV, MU);
            tenth.putGroup("mode").putDataset("name", "transmission");
            final var second = entry(root, "scan2", new float[]{7100, 7101}, new int[]{3, 4});
            second.putDataset("title", "iron foil");
            second.putGroup("element").putDataset("symbol", "Fe");
            second.putGroup("edge").putDataset("name", "K");
            second.putDataset("mode", "fluorescence");
            second.putGroup("sample").putDataset("name", "foil 5 um");
            root.putGroup("instrument").putDataset("energy", EV);
        });
        final var file = ReadFile.of(bytes, null);
        assertNull(file.m_refusal);
        assertEquals(List.of(), file.m_notes);
        assertEquals(List.of("scan2", "scan10"), file.m_spectra.stream().map(SpectrumRecord::name).toList());
        assertArrayEquals(new double[]{7100, 7101}, file.energies());
        assertArrayEquals(new double[]{3, 4}, file.intensities());
        assertEquals("Fe", file.first().element());
        assertEquals("K", file.first().edge());
        assertEquals(Map.of("title", "iron foil", "mode", "fluorescence", "sample", "foil 5 um"),
            file.first().labels());
        final var other = file.m_spectra.get(1);
        assertArrayEquals(MU, other.spectrum().intensities());
        assertNull(other.element());
        assertEquals(Map.of("mode", "transmission"), other.labels());
        assertEquals("energy: 'scan10/energy' in a unit that is not stated; mu: 'scan10/intensity'", other.columns());
        assertEquals(3, ReadFile.of(ReadFile.gzip(bytes), null).m_spectra.get(1).spectrum().size());
    }

    @Test
    void theUnitIsTakenFromAttributesElseFromTheSizeOfEnergies() throws IOException {
        final var kev = new double[]{7.1, 7.1125, 7.12};
        final var bytes = file(root -> {
            final var stated = root.putGroup("a");
            stated.putDataset("energy", kev).putAttribute("units", "keV");
            stated.putDataset("intensity", MU).putAttribute("long_name", "Normalized mu(E)");
            final var labelled = root.putGroup("b");
            labelled.putDataset("energy", kev).putAttribute("long_name", "Energy (keV)");
            labelled.putDataset("intensity", new double[]{1, 15, 10}).putAttribute("long_name", "Normalized mu(E)");
            entry(root, "c", kev, MU);
            final var low = root.putGroup("d");
            low.putDataset("energy", new double[]{52, 55, 60}).putAttribute("units", "eV");
            low.putDataset("intensity", MU);
            entry(root, "e", new double[]{-20, 0, 50}, MU);
        });
        final var file = ReadFile.of(bytes, null);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(EV, file.m_spectra.get(i).spectrum().grid().toArray(), 1e-9);
        }
        assertEquals(52, file.m_spectra.get(3).spectrum().grid().firstEv(), 0.0);
        assertEquals(-20, file.m_spectra.get(4).spectrum().grid().firstEv(), 0.0);
        assertEquals(Scale.EDGE_STEP, file.first().spectrum().scale());
        assertEquals(Scale.UNKNOWN, file.m_spectra.get(1).spectrum().scale());
        assertEquals(List.of("Energies without a unit were taken as keV in 1 spectrum, as they are small, and "
            + "converted to eV."), file.m_notes);
    }

    @Test
    void entriesMayStandInEntriesButAPlotIsNoSecondSpectrum() throws IOException {
        final var bytes = file(root -> {
            final var outer = entry(root, "1.1", EV, MU);
            entry(outer, "fluo10", EV, MU);
            entry(outer, "fluo2", EV, MU).putAttribute("NX_class", "NXsubentry");
            final var plot = outer.putGroup("plot");
            plot.putAttribute("NX_class", "NXdata");
            plot.putDataset("energy", EV);
            plot.putDataset("intensity", MU);
            entry(root.putGroup("collection"), "x", EV, MU);
        });
        assertEquals(List.of("1.1", "1.1/fluo2", "1.1/fluo10", "collection/x"),
            ReadFile.of(bytes, null).m_spectra.stream().map(SpectrumRecord::name).toList());
    }

    @Test
    void spectraWithFaultsAreProblemsOfTheirOwn() throws IOException {
        final var bytes = file(root -> {
            entry(root, "a", EV, new double[]{1, 2});
            entry(root, "b", EV, new double[]{1, Double.NaN, 2});
            entry(root, "c", EV, new String[]{"1", "2", "3"});
            entry(root, "d", new double[]{3, 1, 2}, MU);
        });
        final var file = ReadFile.of(bytes, null);
        assertEquals("Group 'a': There are 2 intensities for 3 energies.", file.first().problem());
        assertTrue(file.m_spectra.get(1).problem().contains("The intensity at 7112.5 eV is not a finite number."));
        assertTrue(file.m_spectra.get(2).problem().contains("'intensity' does not hold numbers."));
        assertNull(file.m_spectra.get(3).problem());
    }

    @Test
    void aFewPointsThatAreNotFiniteAreLeftOutAndTold() throws IOException {
        final var energies = IntStream.range(0, 20).mapToDouble(i -> 7100 + i).toArray();
        final var intensities = IntStream.range(0, 20).mapToDouble(i -> Math.log(i)).toArray();
        final var file = ReadFile.of(file(root -> entry(root, "a", energies, intensities)), null);
        assertEquals(19, file.energies().length);
        assertEquals(7101, file.energies()[0], 0.0);
        assertEquals(List.of("1 point was left out of 1 spectrum, as energy or intensity is not a finite number "
            + "(first: 'a')."), file.m_notes);
    }

    @Test
    void imagesAndOtherFilesAreRefused() throws IOException {
        assertTrue(ReadFile.of(file(root -> {
            final var stack = root.putGroup("entry1").putGroup("Counter0");
            stack.putDataset("data", new double[2][3][4]);
            stack.putDataset("energy", new double[]{700, 701});
        }), null).m_refusal.contains("It holds images ('entry1/Counter0/data' of 2 x 3 x 4)"));
        assertTrue(ReadFile.of(file(root -> root.putGroup("a").putDataset("energy", EV)), null).m_refusal
            .contains("No group in this HDF5 file holds energies and intensities"));
    }

    @Test
    void aFileTooLargeForMemoryIsRefused() throws IOException {
        final var bytes = file(root -> entry(root, "a", new double[200_000], new double[200_000]));
        final var file = ReadFile.with(new NxXas(1 << 20), bytes, 1);
        assertTrue(file.m_refusal.contains("an HDF5 file of more than 1 MB"), file.m_refusal);
    }

    @Test
    void cutFilesAreRefused() throws IOException {
        final var bytes = file(root -> entry(root, "a", EV, MU));
        for (int length = 8; length < bytes.length - 200; length += 7) {
            final var file = ReadFile.of(Arrays.copyOf(bytes, length), null);
            assertTrue(file.m_refusal != null || file.m_spectra.size() == 1, "cut at " + length);
        }
        assertTrue(ReadFile.of(Arrays.copyOf(bytes, 60), null).m_refusal.contains("damaged"));
    }

    @Test
    void readingCanBeCancelled() throws IOException {
        final var bytes = file(root -> entry(root, "a", EV, MU));
        final ProgressMonitor late = (fraction, message) -> {
            if (fraction == 1) {
                throw new CancellationException();
            }
        };
        assertThrows(CancellationException.class, () -> SpectrumFiles.read(ReadFile.source(bytes),
            new ReaderOptions(null, 1), new ReadFile(), late));
    }

    @Test
    void aRealFileOfTenEntries() {
        final var file = ReadFile
            .of(SpectrumSource.of(SharedFiles.shared("corpus/nexus-hdf5/nxxas_generic.h5")), null, 1);
        assertNull(file.m_refusal);
        assertEquals(List.of("dataset02", "dataset03", "dataset04", "dataset07", "dataset08", "dataset09", "dataset10",
            "dataset12", "dataset15", "dataset16"), file.m_spectra.stream().map(SpectrumRecord::name).toList());
        assertEquals("Fe", file.first().element());
        assertEquals(6962, file.energies()[0], 0.0);
        assertNull(file.m_spectra.get(4).element());
    }
}

package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.io.ColumnChoice.Mu;
import org.xasnodes.core.io.ColumnChoice.Unit;
import org.xasnodes.core.util.ProgressMonitor;

class ColumnChoiceTest {

    private static final String TEXT = "# energy i0 it if other\n"
        + SampleScan.rows("%1$.3f %3$.4f %4$.4f %5$.5f %6$d%n");

    private static ReadFile read(final String text, final ColumnChoice choice) throws IOException {
        final var file = new ReadFile();
        try {
            SpectrumFiles.read(ReadFile.source(text.getBytes(StandardCharsets.UTF_8)), new ReaderOptions(null, 1,
                choice),
                file, ProgressMonitor.NONE);
        } catch (final SpectrumFileException e) {
            file.m_refusal = e.getMessage();
        }
        return file;
    }

    private static String columns(final ColumnChoice choice) throws IOException {
        return read(TEXT, choice).first().columns();
    }

    @Test
    void theUsersChoiceOverrulesTheReader() throws IOException {
        assertEquals("energy: column 1 'energy' in eV; mu: ln('i0' / 'it')", columns(ColumnChoice.AUTO));
        assertEquals("energy: column 1 'energy' in eV; mu: 'if' / 'i0'",
            columns(ColumnChoice.AUTO.fluorescence("2", "IF")));
        assertEquals("energy: column 1 'energy' in eV; mu: ('it' + 'if') / 'i0'",
            columns(ColumnChoice.AUTO.fluorescence("i0", "it", "4")));
        assertEquals("energy: column 1 'energy' in eV; mu: ln('it' / 'i0')",
            columns(ColumnChoice.AUTO.transmission("it", "i0")));
        final var several = read(TEXT, ColumnChoice.AUTO.asItIs("it", "5"));
        assertEquals(List.of("it", "other"), several.m_spectra.stream().map(SpectrumRecord::name).toList());
        final var other = read(TEXT, ColumnChoice.AUTO.energy("5", Unit.KEV).asItIs("3"));
        assertEquals("energy: column 5 'other' in keV; mu: column 3 'it'", other.first().columns());
        assertEquals(60_000, other.first().spectrum().grid().lastEv(), 0.0);
    }

    @Test
    void anglesTakeTheSpacingOfTheUser() throws IOException {
        final var text = "th i0 it\n" + SampleScan.rows("%6$d %3$.4f %4$.4f%n");
        final var file = read(text, ColumnChoice.AUTO.angle(null, 3.1356));
        assertEquals(60, file.energies().length);
        assertEquals(12398.419843320026 / (2 * 3.1356 * Math.sin(Math.toRadians(60))), file.energies()[0], 1e-9);
        assertTrue(read(text, ColumnChoice.AUTO.angle("th", Double.NaN)).m_refusal.contains("spacing"));
    }

    @Test
    void aColumnThatIsNotThereIsRefusedWithThoseThatAre() throws IOException {
        for (final var wanted : List.of("mu", "6", "0", "99999999")) {
            assertTrue(read(TEXT, ColumnChoice.AUTO.asItIs(wanted)).m_refusal
                .contains("It has no column '" + wanted
                    + "'. Its columns are 1 'energy', 2 'i0', 3 'it', 4 'if', 5 'other'."));
        }
    }

    @Test
    void aChoiceThatMakesNoSenseIsRefused() {
        assertThrows(IllegalArgumentException.class,
            () -> new ColumnChoice(null, Mu.TRANSMISSION, List.of("1", "2"), "3", Unit.AUTO, Double.NaN));
        assertThrows(IllegalArgumentException.class,
            () -> new ColumnChoice(null, Mu.TRANSMISSION, List.of("1"), null, Unit.AUTO, Double.NaN));
        assertThrows(IllegalArgumentException.class,
            () -> new ColumnChoice(null, Mu.AS_IT_IS, List.of(), null, Unit.AUTO, Double.NaN));
        assertThrows(IllegalArgumentException.class,
            () -> new ColumnChoice(" ", Mu.AUTO, List.of(), null, Unit.AUTO, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> ColumnChoice.AUTO.angle("1", -3));
        assertThrows(IllegalArgumentException.class, () -> new ReaderOptions(null, 1, null));
    }
}

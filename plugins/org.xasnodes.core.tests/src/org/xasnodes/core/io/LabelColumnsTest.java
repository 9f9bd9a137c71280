package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.io.LabelColumns.Type;

class LabelColumnsTest {

    private static LabelColumns column(final Object... values) {
        final var columns = new LabelColumns();
        for (final var value : values) {
            columns.add(Collections.singletonMap("c", value));
        }
        return columns;
    }

    private static LabelColumns written(final String... texts) {
        final var columns = new LabelColumns();
        for (final var text : texts) {
            columns.add(new TextLabels(List.of("c"), new String[]{text}, (byte)'.'));
        }
        return columns;
    }

    private static void assertColumn(final Type type, final LabelColumns columns, final Object... values) {
        assertEquals(type, columns.type(0));
        final var actual = new ArrayList<Object>();
        for (int row = 0; row < columns.rows(); row++) {
            actual.add(columns.value(row, 0));
        }
        assertEquals(Arrays.asList(values), actual);
    }

    @Test
    void namesComeInOrderOfFirstAppearanceAndAbsentValuesAreMissing() {
        final var columns = new LabelColumns();
        final var first = new LinkedHashMap<String, Object>();
        first.put("b", 1L);
        first.put("a", "x");
        columns.add(first);
        columns.add(Map.of());
        columns.add(Map.of("c", true, "a", "y"));
        assertEquals(List.of("b", "a", "c"), columns.names());
        assertEquals(3, columns.rows());
        assertEquals(1L, columns.value(0, 0));
        assertNull(columns.value(2, 0));
        assertNull(columns.value(1, 1));
        assertEquals("y", columns.value(2, 1));
        assertNull(columns.value(0, 2));
        assertEquals(true, columns.value(2, 2));
    }

    @Test
    void typesAreTheNarrowestThatHoldAllValues() {
        assertColumn(Type.INTEGER, column(1L, null, 3L), 1L, null, 3L);
        assertColumn(Type.DOUBLE, column(1.5, 2.0), 1.5, 2.0);
        assertColumn(Type.DOUBLE, column(1L, 2.5), 1.0, 2.5);
        assertColumn(Type.BOOLEAN, column(true, null, false), true, null, false);
        assertColumn(Type.STRING, column("a", 1L), "a", "1");
        assertColumn(Type.STRING, column(true, 1L), "true", "1");
        assertColumn(Type.STRING, column(true, "x", 2.5), "true", "x", "2.5");
        assertColumn(Type.STRING, column(null, null), null, null);
    }

    @Test
    void wordsForMissingAreMissingAmongNumbers() {
        assertColumn(Type.DOUBLE, column("N/A", 4.2, "NA", "NaN", "nan", "null", "None", "-", "", 1L), null, 4.2, null,
            null, null, null, null, null, null, 1.0);
        assertColumn(Type.INTEGER, column("N/A", 4L), null, 4L);
        assertColumn(Type.BOOLEAN, column("-", true), null, true);
    }

    @Test
    void wordsForMissingStayTextAmongTexts() {
        assertColumn(Type.STRING, column("N/A", "Ni foil", "", "-"), "N/A", "Ni foil", null, "-");
        assertColumn(Type.STRING, column("N/A", "NA"), "N/A", "NA");
        assertColumn(Type.STRING, column("N/A", 4L, "unknown"), "N/A", "4", "unknown");
    }

    @Test
    void textsOfATableGetTheirTypesFromWhatIsWritten() {
        assertColumn(Type.INTEGER, written("1", "-2", "007", ""), 1L, -2L, 7L, null);
        assertColumn(Type.DOUBLE, written("1", "2.50", "1e3", "N/A"), 1.0, 2.5, 1000.0, null);
        assertColumn(Type.BOOLEAN, written("True", "false", ""), true, false, null);
        assertColumn(Type.STRING, written("12345678901234567890", "1"), "12345678901234567890", "1");
        assertColumn(Type.STRING, written("1e400", "1d", "0x10"), "1e400", "1d", "0x10");
    }

    @Test
    void numbersInAColumnOfTextsStayAsTheyWereWritten() {
        assertColumn(Type.STRING, written("1.50", "007", "Ni", "TRUE", "1E5"), "1.50", "007", "Ni", "TRUE", "1E5");
    }

    @Test
    void textsOfJsonAreNotTakenForNumbers() {
        assertColumn(Type.STRING, column("1", "2"), "1", "2");
    }

    @Test
    void equalTextsAreHeldOnce() {
        final var columns = column(new String("NMC622"), new String("NMC622"));
        assertSame(columns.value(0, 0), columns.value(1, 0));
    }

    @Test
    void refusesOtherClassesAndRowsThatAreNotThere() {
        assertThrows(IllegalArgumentException.class, () -> column(List.of()));
        assertThrows(IndexOutOfBoundsException.class, () -> column(1L).value(1, 0));
    }

    @Test
    void labelsOfATextTableAreAMap() {
        final var labels =
            new TextLabels(List.of("id", "q", "n"), new String[]{"mp-1", "", "2.50"}, (byte)'.');
        assertEquals(Arrays.asList("mp-1", null, 2.5), new ArrayList<>(labels.values()));
        assertEquals(List.of("id", "q", "n"), new ArrayList<>(labels.keySet()));
        assertEquals(2.5, labels.get("n"));
        assertNull(labels.get("x"));
        assertEquals(true, labels.containsKey("q"));
        assertEquals("2.50", labels.text("n"));
        assertEquals(1.25, new TextLabels(List.of("x"), new String[]{"1,25"}, (byte)',').get("x"));
    }
}

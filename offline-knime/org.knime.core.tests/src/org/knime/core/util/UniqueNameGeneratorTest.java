package org.knime.core.util;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.Recorded;
import org.knime.core.data.def.IntCell;

/** Names are made unique as recorded. */
class UniqueNameGeneratorTest {

    private static final Pattern LINE =
        Pattern.compile("existing \\{(.*)\\} newName\\(\"(.*)\"\\) = \"(.*)\", again = \"(.*)\", again = \"(.*)\"");

    static Stream<String> recordedNames() {
        return Recorded.text("unique-names.txt").lines().filter(l -> l.startsWith("existing"));
    }

    @ParameterizedTest
    @MethodSource("recordedNames")
    void newNamesAreAsRecorded(final String line) {
        final Matcher recorded = LINE.matcher(line);
        recorded.matches();
        final Set<String> taken = recorded.group(1).isEmpty() ? Set.of() : Set.of(recorded.group(1).split(","));
        final UniqueNameGenerator generator = new UniqueNameGenerator(taken);
        for (int i = 3; i <= recorded.groupCount(); i++) {
            assertEquals(recorded.group(i), generator.newName(recorded.group(2)));
        }
    }

    @Test
    void theOtherRecordedLinesHold() {
        final String recorded = Recorded.text("unique-names.txt");
        final UniqueNameGenerator generator = new UniqueNameGenerator((Set<String>)null);
        final DataTableSpec spec =
            new DataTableSpec(new String[]{"s", "d"}, new DataType[]{IntCell.TYPE, IntCell.TYPE});
        assertEquals(recorded.lines().filter(l -> !l.startsWith("existing")).toList(),
            Arrays.asList("newName(null): " + Recorded.attempt(() -> generator.newName(null)),
                "newName(\"\"): " + Recorded.attempt(() -> "[" + generator.newName("") + "]"),
                "DataTableSpec.getUniqueColumnName(spec{s,d}, \"s\") = "
                    + DataTableSpec.getUniqueColumnName(spec, "s")));
    }

    @Test
    void aTablesColumnNamesAreTaken() {
        final DataTableSpec spec = new DataTableSpec(new String[]{"a"}, new DataType[]{IntCell.TYPE});
        assertEquals("a (#1)", new UniqueNameGenerator(spec).newColumn("a", IntCell.TYPE).getName());
        assertThrows(NullPointerException.class, () -> new UniqueNameGenerator(new HashSet<>()).newName(null));
    }
}

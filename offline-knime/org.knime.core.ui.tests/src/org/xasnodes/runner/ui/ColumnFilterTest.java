package org.xasnodes.runner.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.StringFilter;

/** Column filters pick what was recorded on KNIME: columns a, b, c were there when the user chose, now a, c, NEW are. */
final class ColumnFilterTest {

    private static final DataTableSpec LATER = new DataTableSpec(new String[]{"a", "c", "NEW"},
        new DataType[]{StringCell.TYPE, IntCell.TYPE, DoubleCell.TYPE});

    private static final List<DataColumnSpec> COLUMNS = LATER.stream().toList();

    static final class Parameters implements NodeParameters {

        ColumnFilter m_f = new ColumnFilter();
    }

    @Test
    void columnsPickedByHand() throws IOException {
        for (final boolean unknown : new boolean[]{false, true}) {
            final ColumnFilter filter = new ColumnFilter(new String[]{"b", "c"});
            final ColumnFilter used = unknown ? filter.withIncludeUnknownColumns() : filter.withExcludeUnknownColumns();
            assertRecorded("ColumnFilter selected {b,c}, includeUnknown=" + unknown
                + ", manuallyDeselected empty: filter = ok -> " + Arrays.toString(used.filter(COLUMNS))
                + ", getMissingSelected = ok -> " + Arrays.toString(used.getMissingSelected(COLUMNS))
                + ", filterFromFullSpec = ok -> " + Arrays.toString(used.filterFromFullSpec(LATER)));
        }
        assertRecorded("new ColumnFilter(List<DataColumnSpec> a,c).filter = "
            + Arrays.toString(new ColumnFilter(COLUMNS.subList(0, 2)).filter(COLUMNS)));
        assertRecorded("new ColumnFilter().filter = " + Arrays.toString(new ColumnFilter().filter(COLUMNS)));
        assertRecorded("new ColumnFilter().withIncludeUnknownColumns().filter = "
            + Arrays.toString(new ColumnFilter().withIncludeUnknownColumns().filter(COLUMNS)));
        assertRecorded("order: selected {c,a}: filter = "
            + Arrays.toString(new ColumnFilter(new String[]{"c", "a"}).filter(COLUMNS)));
    }

    @Test
    void columnsPickedByHandAndLoaded() throws Exception {
        for (final boolean unknown : new boolean[]{false, true}) {
            for (final String selected : new String[]{"b,c", ""}) {
                final Parameters saved = new Parameters();
                saved.m_f = new ColumnFilter(selected.isEmpty() ? new String[0] : selected.split(","));
                final NodeSettings settings = save(saved);
                final NodeSettings manual = settings.getNodeSettings("f").getNodeSettings("manualFilter");
                manual.addStringArray("manuallyDeselected", "a");
                manual.addBoolean("includeUnknownColumns", unknown);
                final ColumnFilter loaded = new ParametersClass<>(Parameters.class).load(settings).m_f;
                assertRecorded("loaded: selected {" + selected + "}, manuallyDeselected {a}, includeUnknown=" + unknown
                    + ": filter = " + Arrays.toString(loaded.filter(COLUMNS)) + ", getMissingSelected = "
                    + Arrays.toString(loaded.getMissingSelected(COLUMNS)));
            }
        }
    }

    @Test
    void columnsPickedByPatternOrType() throws Exception {
        int cases = 0;
        for (final String line : Traces.read("column-filter.txt").lines().filter(l -> l.startsWith("mode ")).toList()) {
            final String[] words = line.split(" ");
            final NodeSettings settings = save(new Parameters());
            final NodeSettings filter = settings.getNodeSettings("f");
            filter.addString("mode", words[1]);
            final boolean caseSensitive = "true:".equals(words[5]);
            filter.getNodeSettings("patternFilter").addString("pattern", words[3]);
            filter.getNodeSettings("patternFilter").addBoolean("isCaseSensitive", caseSensitive);
            filter.getNodeSettings("typeFilter").addStringArray("selectedTypes", words[3]);
            final ColumnFilter loaded = new ParametersClass<>(Parameters.class).load(settings).m_f;
            assertEquals(line.replaceFirst(".*filter = ok -> ", ""), Arrays.toString(loaded.filter(COLUMNS)), line);
            cases++;
        }
        assertEquals(23, cases, "recorded cases");
    }

    @Test
    void textsPickedByHandKeepTheirOrder() throws IOException {
        final StringFilter filter = new StringFilter(new String[]{"x", "z"});
        assertRecorded("StringFilter selected {x,z}: filter({z,y,x}) = "
            + Arrays.toString(filter.filter(new String[]{"z", "y", "x"})) + ", filter({y,z}) = "
            + Arrays.toString(filter.filter(new String[]{"y", "z"})));
    }

    private static NodeSettings save(final Parameters parameters) {
        final NodeSettings settings = new NodeSettings("model");
        new ParametersClass<>(Parameters.class).save(parameters, settings);
        return settings;
    }

    private static void assertRecorded(final String line) throws IOException {
        final String recorded = Traces.read("column-filter.txt");
        assertTrue(recorded.contains("\n" + line), () -> "not recorded: " + line + "\nbut:\n" + recorded);
    }
}

package org.xasnodes.runner.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/**
 * The constructors of parameters run when they run in KNIME. Not compared: dialogs (there are none here), flow
 * variables, and how often KNIME makes parameters with the same constructor in a row.
 */
final class ConstructorCallsTest {

    private static final List<String> CALLS = new ArrayList<>();

    private static final PortObjectSpec[] CONNECTED = {new DataTableSpec(new String[]{"a", "x", "y"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE, IntCell.TYPE})};

    private final NodeHandle m_node = TraceNodes.withParameters(LoggingParameters.class);

    /** Writes down which constructor runs and what it sees. */
    static final class LoggingParameters implements NodeParameters {

        String m_column = "field-initializer";

        int m_n = 1;

        LoggingParameters() {
            CALLS.add("TraceParams() no-argument constructor");
        }

        LoggingParameters(final NodeParametersInput in) {
            CALLS.add("TraceParams(NodeParametersInput) inPortTypes="
                + Arrays.stream(in.getInPortTypes()).map(PortType::getName).toList() + " inPortSpecs="
                + Arrays.stream(in.getInPortSpecs())
                    .map(s -> s == null ? "null" : Arrays.toString(((DataTableSpec)s).getColumnNames())).toList()
                + " inTableSpec(0)=" + in.getInTableSpec(0).map(s -> Arrays.toString(s.getColumnNames()))
                + " inTable(0)=" + in.getInTable(0).map(t -> "table of " + t.size() + " rows"));
            m_column = in.getInTableSpec(0)
                .flatMap(s -> ColumnSelectionUtil.getFirstCompatibleColumn(s, DoubleValue.class))
                .map(DataColumnSpec::getName).orElse("none-at-construction");
        }
    }

    @BeforeEach
    void forget() {
        CALLS.clear();
    }

    @Test
    void addingANodeRunsNone() throws IOException {
        assertCalls(1);
    }

    @Test
    void savingAnUnconnectedNodeRunsTheOneWithoutArguments() throws IOException {
        m_node.saveSettings(new NodeSettings("model"));
        assertCalls(2);
        assertCalls(12);
    }

    @Test
    void theFirstConfigureRunsTheOneThatSeesTheInput() throws Exception {
        m_node.configure(CONNECTED);
        assertCalls(4);
        assertColumn("x");
    }

    @Test
    void noLaterConfigureRunsOne() throws Exception {
        m_node.configure(CONNECTED);
        CALLS.clear();
        m_node.configure(CONNECTED);
        m_node.configure(new PortObjectSpec[]{new DataTableSpec(new String[]{"u"}, new DataType[]{DoubleCell.TYPE})});
        assertCalls(8);
        assertCalls(10);
        assertColumn("x");
    }

    @Test
    void loadingRunsTheOneWithoutArguments() throws Exception {
        final NodeSettings saved = new NodeSettings("model");
        m_node.saveSettings(saved);
        CALLS.clear();
        m_node.loadSettings(saved);
        assertCalls(11);
        assertCalls(13);
        assertCalls(17);
    }

    @Test
    void aNodeSavedUnconnectedNeverSeesItsInput() throws Exception {
        final NodeSettings saved = new NodeSettings("model");
        m_node.saveSettings(saved);
        m_node.loadSettings(saved);
        CALLS.clear();
        m_node.configure(CONNECTED);
        assertCalls(14);
        assertColumn("field-initializer");
    }

    @Test
    void defaultsThatTheirOwnValidationRefusesPassTheSecondConfigure() throws Exception {
        assertTrue(Traces.read("invalid-defaults.txt")
            .contains("after connecting: IDLE | message type WARNING | message: The default 666 is not valid."));
        final NodeHandle node = TraceNodes.withParameters(InvalidDefault.class);
        final InvalidSettingsException refused =
            assertThrows(InvalidSettingsException.class, () -> node.configure(CONNECTED));
        assertEquals("The default 666 is not valid.", refused.getMessage());
        assertEquals(CONNECTED[0], node.configure(CONNECTED).specs()[0]);
        final NodeSettings saved = new NodeSettings("model");
        node.saveSettings(saved);
        assertEquals(Traces.linesOf(Traces.read("invalid-defaults.txt"), "model"), Traces.lines(saved));
    }

    static final class InvalidDefault implements NodeParameters {

        int m_count = 666;

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_count == 666) {
                throw new InvalidSettingsException("The default 666 is not valid.");
            }
        }
    }

    private void assertColumn(final String expected) throws InvalidSettingsException {
        final NodeSettings saved = new NodeSettings("model");
        m_node.saveSettings(saved);
        assertEquals(expected, saved.getString("column"));
    }

    private static void assertCalls(final int step) throws IOException {
        assertEquals(recorded(step), withoutRepetition(CALLS), "step " + step);
    }

    private static List<String> recorded(final int step) throws IOException {
        final Matcher matcher = Pattern.compile("(?ms)^" + step + "\\. (.*?)(?=^\\d+\\. |\\z)")
            .matcher(Traces.read("parameters-constructor-calls.txt"));
        assertTrue(matcher.find(), "step " + step);
        assertFalse(matcher.group(1).isBlank());
        return withoutRepetition(matcher.group(1).lines().map(String::trim).filter(l -> l.startsWith("TraceParams"))
            .map(l -> l.replaceFirst(" <- .*", "").replaceFirst(" inTableSpec\\(5\\).*", "")).toList());
    }

    private static List<String> withoutRepetition(final List<String> calls) {
        final List<String> different = new ArrayList<>();
        for (final String call : calls) {
            if (different.isEmpty() || !different.get(different.size() - 1).equals(call)) {
                different.add(call);
            }
        }
        return different;
    }
}

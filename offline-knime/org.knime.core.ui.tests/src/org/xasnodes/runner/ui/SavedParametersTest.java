package org.xasnodes.runner.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.NodeParameters;

/** Parameters are saved in the very lines that KNIME writes. */
final class SavedParametersTest {

    @Test
    void parametersOfANewNodeAreSavedAsInKnime() throws IOException {
        assertSavedAs("all-fields-defaults.xml", new AllParameters());
        assertSavedAs("lenient-defaults.xml", new LenientParameters());
    }

    @Test
    void changedParametersAreSavedAsInKnime() throws IOException {
        final AllParameters parameters = new AllParameters();
        parameters.change();
        assertSavedAs("all-fields-changed.xml", parameters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-fields-defaults.xml", "all-fields-changed.xml"})
    void whatKnimeSavedIsLoadedAndSavedAgainUnchanged(final String trace) throws IOException, InvalidSettingsException {
        final String xml = Traces.read(trace);
        final NodeHandle node = TraceNodes.withParameters(AllParameters.class);
        node.loadSettings(Traces.settings(xml).getNodeSettings("model"));
        final NodeSettings saved = new NodeSettings("model");
        node.saveSettings(saved);
        assertEquals(Traces.linesOf(xml, "model"), Traces.lines(saved));
    }

    @Test
    void aNodeThatWasNeverConnectedSavesItsDefaults() throws IOException {
        final NodeSettings saved = new NodeSettings("model");
        TraceNodes.withParameters(AllParameters.class).saveSettings(saved);
        assertEquals(Traces.linesOf(Traces.read("all-fields-defaults.xml"), "model"), Traces.lines(saved));
    }

    private static void assertSavedAs(final String trace, final NodeParameters parameters) throws IOException {
        final List<String> recorded = Traces.linesOf(Traces.read(trace), "model");
        assertFalse(recorded.isEmpty(), "nothing recorded in " + trace);
        final NodeSettings saved = new NodeSettings("model");
        new ParametersClass<>(parameters.getClass()).save(parameters, saved);
        assertEquals(recorded, Traces.lines(saved));
    }
}

package org.xasnodes.runner.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xasnodes.runner.WorkflowFiles.config;
import static org.xasnodes.runner.WorkflowFiles.entry;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.runner.WorkflowFiles;

/** A setting of the command line reaches the node with the type the file gives it. */
final class SettingOverrideTest {

    private static final String LOCATION = entry("location_present", "xboolean", "true")
        + entry("file_system_type", "xstring", "RELATIVE")
        + entry("file_system_specifier", "xstring", "knime.workflow.data") + entry("path", "xstring", "a.csv");

    private static final String MODEL = entry("points", "xint", "100") + entry("first", "xdouble", "8330.0")
        + entry("strict", "xboolean", "false") + entry("label", "xstring", "x")
        + config("source", entry("filterMode", "xstring", "FILE") + config("path", LOCATION));

    @TempDir
    Path m_temp;

    private Workflow m_workflow;

    @BeforeEach
    void readWorkflow() throws IOException, WorkflowException {
        m_workflow = WorkflowReader.read(new WorkflowFiles(m_temp).node(1, "Spectrum Reader", "a.Reader", MODEL)
            .node(2, "Twin", "a.Twin", MODEL).node(3, "Twin", "a.Twin", MODEL).metanode(4, "Meta").write());
    }

    private SettingsTree model(final int index) {
        return m_workflow.nodes().get(index).settings().orElseThrow().config("model").orElseThrow();
    }

    private void set(final String argument) throws WorkflowException {
        SettingOverride.parse(argument).applyTo(m_workflow, Path.of("/caller"));
    }

    private String refusal(final String argument) {
        return assertThrows(WorkflowException.class, () -> set(argument)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Spectrum Reader/points=7", "Spectrum Reader/model/points=7", "#1/points=7",
        "#1/model/points=7"})
    void aNodeIsNamedOrNumberedAndModelMayBeLeftOut(final String argument) throws WorkflowException {
        set(argument);
        assertEquals(7, model(0).number("points"));
        assertEquals(100, model(1).number("points"));
    }

    @ParameterizedTest
    @CsvSource({"points,-3,xint", "first,8.3e3,xdouble", "first,NaN,xdouble", "strict,true,xboolean",
        "label,8330,xstring", "label,'',xstring", "label,a=b/c,xstring"})
    void theTypeStays(final String key, final String value, final String type) throws Exception {
        set("#1/" + key + "=" + value);
        final SettingsTree.Entry entry = model(0).entry(key).orElseThrow();
        assertEquals(type, entry.type());
        assertEquals(value, entry.text());
        assertTrue(model(0).toNodeSettings().containsKey(key));
    }

    @ParameterizedTest
    @CsvSource({"points,1.5,a whole number", "points,4294967296,a whole number", "first,wide,a number",
        "strict,yes,true or false"})
    void aValueOfAnotherTypeIsRefused(final String key, final String value, final String wanted) {
        assertEquals("The setting 'model/" + key + "' takes " + wanted + ", not '" + value + "'.",
            refusal("#1/" + key + "=" + value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"source/path", "model/source", "source"})
    void aFileBecomesALocalLocationAsKnimeSavesIt(final String path) throws Exception {
        set("Spectrum Reader/" + path + "=sub/../my file.json");
        final SettingsTree location = model(0).requiredConfig("source").requiredConfig("path");
        assertEquals("true", location.text("location_present"));
        assertEquals("LOCAL", location.text("file_system_type"));
        assertEquals(Path.of("/caller/my file.json").toString(), location.text("path"));
        assertFalse(location.keys().contains("file_system_specifier"));
        assertEquals("FILE", model(0).requiredConfig("source").text("filterMode"));
    }

    @Test
    void anAbsoluteFileStays() throws WorkflowException {
        set("#1/source/path=/data/a.csv");
        assertEquals(Path.of("/data/a.csv").toString(),
            model(0).requiredConfig("source").requiredConfig("path").text("path"));
    }

    @Test
    void theModeBesideAFileIsASettingOfItsOwn() throws WorkflowException {
        set("#1/source/filterMode=FOLDER");
        assertEquals("FOLDER", model(0).requiredConfig("source").text("filterMode"));
    }

    @Test
    void unusualCharactersReachTheNode() throws Exception {
        set("#1/label=50%%00037\n\u20ac \u304b <&\">");
        assertEquals("50%%00037\n\u20ac \u304b <&\">", model(0).toNodeSettings().getString("label"));
    }

    @Test
    void anUnknownNodeIsAnsweredWithThoseThatAreThere() {
        final String message = refusal("Reader/points=1");
        assertTrue(message.contains("There are: #1 Spectrum Reader, #2 Twin, #3 Twin, #4 Meta"), message);
    }

    @Test
    void aNameOfTwoNodesIsAnsweredWithTheirNumbers() {
        final String message = refusal("Twin/points=1");
        assertTrue(message.contains("#2 Twin, #3 Twin"), message);
    }

    @Test
    void anUnknownSettingIsAnsweredWithThoseThatAreThere() {
        final String message = refusal("#1/source/file=1");
        assertTrue(message.contains("no setting 'model/source/file'"), message);
        assertTrue(message.contains("In 'model/source' there is: filterMode, path/"), message);
    }

    @Test
    void aSettingBelowAValueIsUnknown() {
        final String message = refusal("#1/points/more=1");
        assertTrue(message.contains("no setting 'model/points'") && message.contains("points, first"), message);
    }

    @Test
    void aMetanodeHasNoSettings() {
        assertTrue(refusal("Meta/a=1").contains("only KNIME can run it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"points", "points=1", "=1", "a=b/c"})
    void anythingElseIsNoSetting(final String argument) {
        assertThrows(WorkflowException.class, () -> SettingOverride.parse(argument));
    }
}

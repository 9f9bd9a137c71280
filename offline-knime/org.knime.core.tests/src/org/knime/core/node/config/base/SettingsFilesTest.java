package org.knime.core.node.config.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.Recorded;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.xasnodes.runner.kernel.SettingsKernel;

/** Settings files of KNIME are read, and written again byte for byte. */
class SettingsFilesTest {

    private static String xml(final NodeSettingsRO settings) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static NodeSettings read(final String xml) throws IOException {
        return (NodeSettings)NodeSettings
            .loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-fields/settings-changed.xml", "all-fields/settings-defaults.xml",
        "all-fields/settings-unconnected.xml", "source-port-spec.xml"})
    void aRecordedFileIsWrittenAgainAsItWas(final String name) throws IOException {
        try (InputStream in = Recorded.open(name)) {
            assertEquals(Recorded.text(name).stripTrailing(), xml(NodeSettings.loadFromXML(in)).stripTrailing());
        }
    }

    @Test
    void recordedValuesAreReadWithTheirTypes() throws Exception {
        final NodeSettingsRO model;
        try (InputStream in = Recorded.open("all-fields/settings-changed.xml")) {
            model = NodeSettings.loadFromXML(in).getNodeSettings("model");
        }
        assertFalse(model.getBoolean("flag"));
        assertEquals(-4, model.getInt("count"));
        assertEquals(Long.MIN_VALUE, model.getLong("seed"));
        assertTrue(Double.isNaN(model.getDouble("ratio")));
        assertEquals("line1\nline2 <&\"é", model.getString("text"));
        assertNull(model.getNodeSettings("group").getString("text"));
        assertArrayEquals(new String[]{"c", "", null}, model.getStringArray("names"));
        assertNull(model.getStringArray("nullNames"));
    }

    @Test
    void everyKindOfValueSurvivesAFile() throws Exception {
        final NodeSettings settings = new NodeSettings("all <\"& kinds");
        settings.addBoolean("boolean", true);
        settings.addByte("byte", Byte.MIN_VALUE);
        settings.addChar("char", '\u0000');
        settings.addDouble("double", -0.0);
        settings.addFloat("float", Float.NEGATIVE_INFINITY);
        settings.addInt("int", Integer.MIN_VALUE);
        settings.addLong("long", Long.MAX_VALUE);
        settings.addShort("short", (short)-1);
        settings.addString("string", "%%00010 %%% \ud83d\ude00 \t\r\n\u0085\u2028 %% %");
        settings.addString("null", null);
        settings.addDoubleArray("doubles", 1, Double.NaN);
        settings.addDoubleArray("null doubles", (double[])null);
        settings.addBooleanArray("none");
        settings.addNodeSettings("empty");
        assertEquals(settings, read(xml(settings)));
        assertEquals(xml(settings), xml(read(xml(settings))));
    }

    @Test
    void transientStringsAreNotSaved() throws IOException {
        final NodeSettings settings = new NodeSettings("s");
        settings.addTransientString("secret", "x");
        assertEquals("x", settings.getTransientString("secret"));
        assertEquals(new NodeSettings("s"), read(xml(settings)));
    }

    @ParameterizedTest
    @CsvSource({"Int", "Double", "String", "Boolean", "Long", "Float", "Char", "Byte", "Short"})
    void anAbsentKeyAndAnotherTypeAreReportedAlike(final String type) {
        final NodeSettings settings = new NodeSettings("s");
        settings.addNodeSettings("other");
        for (final String key : new String[]{"absent", "other"}) {
            final Throwable thrown = assertThrows(java.lang.reflect.InvocationTargetException.class,
                () -> NodeSettings.class.getMethod("get" + type, String.class).invoke(settings, key)).getCause();
            assertEquals(InvalidSettingsException.class, thrown.getClass());
            assertEquals(type + " for key \"" + key + "\" not found.", thrown.getMessage());
        }
    }

    @Test
    void configsAndArraysAreReportedAsKnimeDoes() {
        final NodeSettings settings = new NodeSettings("s");
        assertEquals("Config for key \"a\" not found.",
            assertThrows(InvalidSettingsException.class, () -> settings.getNodeSettings("a")).getMessage());
        assertEquals("ConfigBase for key \"a\" not found.",
            assertThrows(InvalidSettingsException.class, () -> settings.getStringArray("a")).getMessage());
        assertArrayEquals(new int[]{7}, settings.getIntArray("a", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no xml", "<config key='a'>", "<entry key='a' type='xint' value='1'/>",
        "<config key='a'><entry key='b' type='xint' value='1.5'/></config>",
        "<config key='a'><entry key='b' type='int' value='1'/></config>", "<config key='a'><c/></config>",
        "<config key='a'><entry key='b' value='1'/></config>", "<config/>", "<config key='a'><config/></config>"})
    void aDamagedFileIsAnIOException(final String xml) {
        assertTrue(assertThrows(IOException.class, () -> read(xml)).getMessage().startsWith("Unable to parse xml: "));
    }

    @Test
    void anArraySizeThatIsTooLargeAllocatesNothing() throws Exception {
        final NodeSettings settings = read("<config key='a'><config key='b'>"
            + "<entry key='array-size' type='xint' value='2147483647'/></config></config>");
        assertThrows(InvalidSettingsException.class, () -> settings.getDoubleArray("b"));
    }

    @Test
    void nothingOutsideTheFileIsRead() throws Exception {
        final String xml = "<!DOCTYPE config [<!ENTITY e SYSTEM \"file:///etc/hostname\">"
            + "<!ELEMENT config ANY>]><config key='a'><entry key='b' type='xstring' value='x'/>&e;</config>";
        assertEquals("x", read(xml).getString("b"));
    }

    @Test
    void aValueSetByPathKeepsItsType() throws Exception {
        final NodeSettings settings = new NodeSettings("s");
        settings.addNodeSettings("model").addInt("points", 100);
        SettingsKernel.set(settings, "model/points", "200");
        assertEquals(200, settings.getNodeSettings("model").getInt("points"));
        final String unknown = assertThrows(InvalidSettingsException.class,
            () -> SettingsKernel.set(settings, "model/size", "1")).getMessage();
        assertTrue(unknown.contains("\"size\"") && unknown.contains("[points]"), unknown);
        assertThrows(InvalidSettingsException.class, () -> SettingsKernel.set(settings, "model", "1"));
        final String wrong = assertThrows(InvalidSettingsException.class,
            () -> SettingsKernel.set(settings, "model/points", "many")).getMessage();
        assertTrue(wrong.contains("many") && wrong.contains("points"), wrong);
        assertEquals(200, settings.getNodeSettings("model").getInt("points"));
    }
}

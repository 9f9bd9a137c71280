package org.xasnodes.runner.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** Settings that somebody edited load, or are refused with a message, as recorded on KNIME. */
final class EditedSettingsTest {

    private static final String ENTRY = "<entry key=\"%s\" type=\"%s\" value=\"%s\"/>";

    private static final Map<String, String[]> RETYPED = Map.of( //
        "wrong type: string in int count", new String[]{"count", "xstring", "abc"}, //
        "wrong type: numeric string in int count", new String[]{"count", "xstring", "5"}, //
        "wrong type: xdouble in int count", new String[]{"count", "xdouble", "5.5"}, //
        "wrong type: xint in boolean flag", new String[]{"flag", "xint", "1"}, //
        "wrong type: xint in string text", new String[]{"text", "xint", "1"}, //
        "unparsable xint", new String[]{"count", "xint", "five"}, //
        "unknown enum name", new String[]{"shape", "xstring", "SPIRAL"}, //
        "enum label instead of name", new String[]{"shape", "xstring", "Straight line"}, //
        "enum lower case", new String[]{"shape", "xstring", "line"}, //
        "validate() fails (count=666)", new String[]{"count", "xint", "666"});

    /** A line of the recording. */
    private record Recorded(String kind, boolean strict, boolean ofWorkflow, String result, String states) {
    }

    @Test
    void everyRecordedEditOfSettingsHasTheRecordedResult() throws IOException {
        final List<String> different = new ArrayList<>();
        final List<Recorded> cases = recorded().stream().filter(line -> !line.ofWorkflow()).toList();
        assertEquals(65, cases.size(), "recorded cases");
        for (final Recorded line : cases) {
            final String xml = edit(line);
            final String result = Traces.attempt(() -> {
                node(line).loadSettings(Traces.settings(xml).getNodeSettings("model"));
                return "";
            });
            final String expected = line.result().replaceFirst(" *\\| cause .*", "");
            final boolean same = line.kind().startsWith("unparsable") ? result.startsWith(expected) // says more here
                : normalized(result).equals(expected);
            if (!same) {
                different.add(line + " gave " + result);
            }
        }
        assertEquals(List.of(), different);
    }

    /** The runner shows the message; what is proved here is that the node then has its defaults and can be executed. */
    @Test
    void aNodeWhoseSettingsWereRefusedIsConfiguredWithItsDefaults() throws Exception {
        int refused = 0;
        for (final Recorded line : recorded()) {
            if (line.ofWorkflow() && line.states().contains("Loading model settings failed: ")) {
                final NodeHandle node = node(line);
                final NodeSettings before = new NodeSettings("model");
                node.saveSettings(before);
                final String xml = edit(line);
                final String result = Traces.attempt(() -> {
                    node.loadSettings(Traces.settings(xml).getNodeSettings("model"));
                    return "";
                });
                final String message =
                    line.states().replaceFirst("(?s).*Loading model settings failed: (.*?) \\|\\|.*", "$1");
                assertTrue(result.endsWith(": " + message), () -> result + " instead of " + message);
                assertTrue(line.states().contains("after executeAll: EXECUTED"));
                node.configure(new PortObjectSpec[]{new DataTableSpec()});
                final NodeSettings after = new NodeSettings("model");
                node.saveSettings(after);
                assertEquals(Traces.lines(before), Traces.lines(after));
                refused++;
            }
        }
        assertEquals(44, refused, "recorded cases");
    }

    private static String normalized(final String result) {
        return result.replaceFirst("^ok ->$", "ok").trim();
    }

    private static NodeHandle node(final Recorded line) {
        final Class<? extends NodeParameters> parameters =
            line.strict() ? AllParameters.class : LenientParameters.class;
        return TraceNodes.withParameters(parameters);
    }

    private static List<Recorded> recorded() throws IOException {
        final List<Recorded> lines = new ArrayList<>();
        final Pattern cell = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
        for (final String line : Traces.read("loading-of-edited-settings.csv").lines().skip(1).toList()) {
            final Matcher matcher = cell.matcher(line);
            final List<String> cells = new ArrayList<>();
            while (matcher.find()) {
                cells.add(matcher.group(1).replace("\"\"", "\""));
            }
            lines.add(new Recorded(cells.get(0), "AllFactory".equals(cells.get(1)),
                "loading the workflow".equals(cells.get(3)), cells.get(4), cells.get(5)));
        }
        return lines;
    }

    private static String edit(final Recorded line) throws IOException {
        final String xml = Traces.read(line.strict() ? "all-fields-defaults.xml" : "lenient-defaults.xml");
        final String edited = edit(line, xml);
        assertNotEquals(xml, edited, line.kind());
        return edited;
    }

    private static String edit(final Recorded line, final String xml) {
        final String kind = line.kind();
        if (kind.startsWith("absent key ")) {
            return replace(xml, kind.substring("absent key ".length()), "");
        }
        if ("unknown extra key".equals(kind)) {
            final String start = "<config key=\"model\">";
            return xml.replace(start, start + ENTRY.formatted("unknownKey", "xstring", "left over"));
        }
        if ("null enum".equals(kind)) {
            return replace(xml, "shape", "<entry key=\"shape\" type=\"xstring\" isnull=\"true\" value=\"\"/>");
        }
        if (kind.startsWith("entry instead of config")) {
            final String key = line.strict() ? "group" : "nested";
            return replace(xml, key, ENTRY.formatted(key, "xstring", "x"));
        }
        final String[] change = RETYPED.get(kind);
        return replace(xml, change[0], ENTRY.formatted((Object[])change));
    }

    /** Replaces the first entry or settings of that key within the model. */
    private static String replace(final String xml, final String key, final String replacement) {
        final int model = xml.indexOf("<config key=\"model\">");
        final Matcher whole = Pattern.compile("(?s)<(?:entry|config) key=\"" + key + "\"[^>]*?/>"
            + "|(?<=\\n)( *)<config key=\"" + key + "\">.*?\\n\\1</config>").matcher(xml);
        assertTrue(whole.find(model), key);
        return xml.substring(0, whole.start()) + replacement + xml.substring(whole.end());
    }
}

package org.xasnodes.runner.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

/** Which classes of parameters can be made, saved and loaded, and how: as recorded on KNIME. */
final class ParametersRulesTest {

    /** Types of KNIME's that none of our nodes needs: dates and times, and data types. */
    private static final Set<String> NOT_OFFERED = Set.of("Times", "TypeKind");

    @TestFactory
    List<DynamicTest> everyClassBehavesAsRecorded() throws IOException {
        final Map<String, String> recorded = sections();
        return Arrays.stream(RuleClasses.class.getDeclaredClasses())
            .filter(type -> recorded.containsKey(type.getSimpleName()))
            .map(type -> DynamicTest.dynamicTest(type.getSimpleName(),
                () -> assertEquals(Traces.withoutJdkMessage(recorded.get(type.getSimpleName())),
                    Traces.withoutJdkMessage(behaviour(new ParametersClass<>(type.asSubclass(NodeParameters.class)))))))
            .toList();
    }

    @Test
    void onlyClassesOfTypesThatAreNotOfferedAreLeftOut() throws IOException {
        final Set<String> leftOut = new TreeSet<>(sections().keySet());
        Arrays.stream(RuleClasses.class.getDeclaredClasses()).forEach(type -> leftOut.remove(type.getSimpleName()));
        leftOut.removeIf(name -> name.contains(" ")); // these are the questions of the other tests
        assertEquals(new TreeSet<>(NOT_OFFERED), leftOut);
    }

    @Test
    void anOlderLayoutIsPreferredWhereItIsThere() throws Exception {
        for (final boolean present : new boolean[]{false, true}) {
            final NodeSettings settings = new NodeSettings("model");
            settings.addInt("old_a", 4);
            if (present) {
                settings.addInt("a", 5);
            }
            final var loaded = new ParametersClass<>(RuleClasses.OwnMigration.class).load(settings);
            assertRecorded("OwnMigration loaded from old_a=4" + (present ? " and a=5" : ""),
                "ok -> a=" + loaded.m_a + " b=" + loaded.m_b);
        }
    }

    @Test
    void anOptionalValueOfOlderSettingsIsThereWithoutItsSecondKey() throws IOException {
        final NodeSettings value = new NodeSettings("model");
        value.addDouble("opt", 4.5);
        assertRecorded("Optional<Double> with value key 4.5 and no _is_present key",
            Traces.attempt(() -> new ParametersClass<>(RuleClasses.NullOpt.class).load(value).m_opt));
        final NodeSettings absent = new NodeSettings("model");
        absent.addBoolean("opt_is_present", false);
        assertRecorded("Optional<Double> with _is_present=false and no value key",
            Traces.attempt(() -> new ParametersClass<>(RuleClasses.NullOpt.class).load(absent).m_opt));
    }

    @Test
    void absentFieldsHaveTheirDefaultsButNotThoseOfANestedClass() throws IOException {
        final ParametersClass<LenientParameters> lenient = new ParametersClass<>(LenientParameters.class);
        assertRecorded("@LoadDefaultsForAbsentFields LenientParams from empty settings",
            Traces.attempt(() -> "\n" + saved(lenient, lenient.load(new NodeSettings("model")))));
        final NodeSettings nested = new NodeSettings("model");
        nested.addNodeSettings("nested").addInt("deep", 8);
        assertRecorded("LenientParams, nested config present but its key deepText absent",
            Traces.attempt(() -> lenient.load(nested)));
        final NodeSettings present = new NodeSettings("model");
        present.addBoolean("opt_is_present", true);
        assertRecorded("LenientParams, opt value absent but opt_is_present=true",
            Traces.attempt(() -> lenient.load(present).m_opt));
    }

    static final class TwoWays implements NodeParameters {

        @Persist(configKey = "b")
        @Persistor(RuleClasses.OwnPersistor.OneMore.class)
        int m_a;
    }

    static final class DefaultOfNothing implements NodeParameters {

        @Migrate(loadDefaultIfAbsent = true)
        @Persistor(NoPaths.class)
        int m_a;
    }

    static final class NoPaths implements NodeParametersPersistor<Integer> {

        @Override
        public Integer load(final NodeSettingsRO settings) {
            return 0;
        }

        @Override
        public void save(final Integer param, final NodeSettingsWO settings) {
            // nothing is stored
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[0][];
        }
    }

    @Test
    void contradictingAnnotationsAreRefusedByTheNameOfTheField() {
        for (final Class<? extends NodeParameters> type : List.of(TwoWays.class, DefaultOfNothing.class)) {
            final IllegalStateException refused = assertThrows(IllegalStateException.class,
                () -> new ParametersClass<>(type).load(new NodeSettings("model")));
            assertTrue(refused.getMessage().contains(type.getName() + ".m_a"), refused.getMessage());
        }
    }

    private static <P extends NodeParameters> String behaviour(final ParametersClass<P> type) {
        final StringBuilder text = new StringBuilder();
        final Optional<P> made = Optional.ofNullable(type.createDefault());
        text.append("createSettings(no specs): ok -> ").append(made.isPresent() ? "object" : "null").append('\n');
        text.append("createSettings(specs): ").append(Traces.attempt(() -> guessed(type))).append('\n');
        made.ifPresent(parameters -> {
            final NodeSettings settings = new NodeSettings("model");
            text.append("save: ").append(Traces.attempt(() -> {
                type.save(parameters, settings);
                return "";
            })).append('\n');
            text.append(xml(settings));
            text.append("load back: ").append(Traces.attempt(
                () -> "saved again equal: " + xml(settings).equals(saved(type, type.load(settings))))).append('\n');
        });
        text.append("load from empty: ")
            .append(Traces.attempt(() -> "\n" + saved(type, type.load(new NodeSettings("model"))))).append('\n');
        return text.toString();
    }

    private static <P extends NodeParameters> String guessed(final ParametersClass<P> type) {
        final PortObjectSpec[] specs = {new DataTableSpec()};
        final P parameters = type.create(new ConnectedInput(new Ports(List.of()), specs, new PortObject[1]));
        final boolean compared = parameters != null && type.type().getSimpleName().contains("Ctor");
        return parameters == null ? "null" : compared ? "object saved as " + saved(type, parameters).trim() : "object";
    }

    private static <P extends NodeParameters> String saved(final ParametersClass<P> type, final P parameters) {
        final NodeSettings settings = new NodeSettings("model");
        type.save(parameters, settings);
        return xml(settings);
    }

    private static String xml(final NodeSettings settings) {
        try {
            return Traces.lines(settings).stream().map(line -> line + "\n").collect(Collectors.joining());
        } catch (final IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static void assertRecorded(final String question, final String answer) throws IOException {
        final String lines = answer.lines().map(String::trim).collect(Collectors.joining("\n"));
        assertEquals(sections().get(question).trim(), lines.trim(), question);
    }

    /** Every section without indentation; the recorded classes were nested in another package. */
    private static Map<String, String> sections() throws IOException {
        final Map<String, String> sections = new LinkedHashMap<>();
        for (final String part : ("\n" + Traces.read("parameters-class-rules.txt")).split("\n== ")) {
            final int line = (part + '\n').indexOf('\n');
            final int colon = part.indexOf(": ");
            final int end = colon > 0 && colon < line ? colon : line;
            if (!part.isBlank()) {
                final String body = part.substring(Math.min(end + 1, part.length())).lines().map(String::trim)
                    .filter(l -> !l.isEmpty()).collect(Collectors.joining("\n")) + "\n";
                sections.put(part.substring(0, end),
                    body.replace("org.example.traces.Rules$", RuleClasses.class.getName() + "$")
                        .replace("org.example.traces.AllParams$", AllParameters.class.getName() + "$"));
            }
        }
        return sections;
    }
}

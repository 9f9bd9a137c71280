package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.runner.ui.NodeHandle;

/**
 * Saved workflows hold settings by key: a key, a default or the name of a choice that changes breaks them. The samples
 * were saved with the first release; they are never replaced, only added to.
 */
final class SavedSettingsTest {

    /** What KNIME adds to the key of a setting that may be left open. */
    private static final String IS_PRESENT = "_is_present";

    static Stream<DefaultNodeFactory> factories() {
        return NodeFactories.all().stream();
    }

    private static String sample(final DefaultNodeFactory factory, final String kind) throws IOException {
        return Files.readString(ProjectFiles.sample(NodeFactories.id(factory) + "-" + kind + ".xml"));
    }

    private static NodeSettingsRO parse(final String xml) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String save(final NodeHandle node) throws IOException {
        final var settings = new NodeSettings("model");
        node.saveSettings(settings);
        final var xml = new ByteArrayOutputStream();
        settings.saveToXML(xml);
        return lines(xml.toString(StandardCharsets.UTF_8));
    }

    private static String lines(final String xml) {
        return String.join("\n", xml.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void aNewNodeSavesTheKeysAndDefaultsOfTheSample(final DefaultNodeFactory factory) throws Exception {
        assertEquals(lines(sample(factory, "defaults")), save(NodeHandle.create(factory)));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void aStoredSampleInWhichEverySettingIsChangedLoadsAndSavesAsItWas(final DefaultNodeFactory factory)
        throws Exception {
        final var changed = sample(factory, "changed");
        final var node = NodeHandle.create(factory);
        node.loadSettings(parse(changed));
        assertEquals(lines(changed), save(node));
        final var defaults = lines(sample(factory, "defaults")).lines().toList();
        final var same = lines(changed).lines().filter(l -> l.startsWith("<entry")).filter(defaults::contains).toList();
        // What a choice of columns or a location has inside is KNIME's, so only our own keys must differ.
        assertEquals(List.of(),
            same.stream().filter(l -> !l.matches(".*key=\"(location_present|array-size|isCaseSensitive|"
            + "isInverted|includeUnknownColumns|manuallyDeselected|selectedTypes|pattern|mode|type).*")).toList());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void settingsOfAnOlderVersionThatLackAKeyTakeItsDefault(final DefaultNodeFactory factory) throws Exception {
        final var defaults = lines(sample(factory, "defaults"));
        for (final var key : ownKeys(parse(defaults))) {
            final var older = (NodeSettings)parse(lines(sample(factory, "defaults")));
            if (key.endsWith(IS_PRESENT)) {
                continue; // goes and comes with the number before it
            }
            older.removeConfig(key);
            older.removeConfig(key + IS_PRESENT);
            final var node = NodeHandle.create(factory);
            node.loadSettings(older);
            assertEquals(defaults, save(node), key);
        }
        final var empty = NodeHandle.create(factory);
        empty.loadSettings(new NodeSettings("model"));
        assertEquals(defaults, save(empty));
    }

    private static List<String> ownKeys(final NodeSettingsRO settings) {
        return new ArrayList<>(settings.keySet());
    }

    @Test
    void theReadersFileFilterMayLackKeysToo() throws Exception {
        final var reader = NodeFactories.all().get(0);
        final var defaults = lines(sample(reader, "defaults"));
        for (final var key : List.of("pattern", "hidden")) {
            final var older = (NodeSettings)parse(defaults);
            older.getNodeSettings("source").getNodeSettings("filters").removeConfig(key);
            final var node = NodeHandle.create(reader);
            node.loadSettings(older);
            assertEquals(defaults, save(node), key);
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void keysOfANewerVersionAreIgnored(final DefaultNodeFactory factory) throws Exception {
        final var newer = (NodeSettings)parse(sample(factory, "defaults"));
        newer.addString("inventedLater", "x");
        final var node = NodeHandle.create(factory);
        node.loadSettings(newer);
        assertEquals(lines(sample(factory, "defaults")), save(node));
    }

    @ParameterizedTest
    @CsvSource({"reader, onBadFile, IGNORE, 'SKIP, FAIL'", "resampler, outside, WRAP, 'MISSING, NEAREST'",
        "resampler, output, NOWHERE, 'REPLACE, APPEND'", "resampler, onProblem, '', 'MISSING, FAIL'",
        "cdf, output, MATRIX, 'COLUMNS, VECTOR'", "wavelet, output, MATRIX, 'COLUMNS, VECTOR'",
        "normalizer, method, MEAN, 'NONE, MAXIMUM, AREA, EDGE_STEP'", "shift, source, ROW, 'CONSTANT, COLUMN'",
        "broadening, irregular, IGNORE, 'RESAMPLE, REFUSE'", "averager, grid, FIRST, 'OF_SPECTRA, EQUALLY_SPACED'",
        "shift, output, NOWHERE, 'REPLACE, APPEND'", "averager, outside, WRAP, 'MISSING, NEAREST'",
        "pca, choice, ALL, 'NUMBER, VARIANCE'", "isomap, features/source, ROW, 'FEATURE, NUMBER_COLUMNS, VECTOR_COLUMN'",
        "autoencoder, activation, SIGN, 'TANH, RELU, LOGISTIC'", "apply, output/onProblem, STOP, 'MISSING, FAIL'",
        "benchmark, splitting, RANDOM, 'HOLDOUT, FOLDS, STRATIFIED, GROUPS, COLUMN'",
        "columnstospectrum, energies, GUESS, 'COLUMN_NAMES, EQUALLY_SPACED'"})
    void aChoiceThatDoesNotExistIsRefusedWithThoseThatDo(final String id, final String key, final String value,
        final String possible) throws Exception {
        final var factory = factories().filter(f -> NodeFactories.id(f).equals(id)).findFirst().orElseThrow();
        final var result = NodeRun.of(factory).load(parse(sample(factory, "defaults"))).set(key, value).configure();
        assertEquals("Invalid value '" + value + "'. Possible values: " + possible, result.error());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void aSettingOfTheWrongTypeIsRefusedByItsKey(final DefaultNodeFactory factory) throws Exception {
        for (final var key : ownKeys(parse(sample(factory, "defaults")))) {
            if (key.endsWith(IS_PRESENT)) {
                continue; // KNIME's own, which it reads leniently
            }
            final var damaged = (NodeSettings)parse(sample(factory, "defaults"));
            damaged.removeConfig(key);
            damaged.addByte(key, (byte)1);
            if (damaged.containsKey(key + IS_PRESENT)) {
                damaged.addBoolean(key + IS_PRESENT, true);
            }
            final var node = NodeHandle.create(factory);
            String message = null;
            try {
                node.loadSettings(damaged);
            } catch (final InvalidSettingsException e) {
                message = e.getMessage();
            }
            assertTrue(message != null && message.contains(key), key + ": " + message);
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void aSettingsFileCutAnywhereIsAnErrorAndNeverHalfRead(final DefaultNodeFactory factory) throws Exception {
        final var xml = sample(factory, "changed");
        for (int length = 0; length < xml.lastIndexOf("</config>"); length += 37) {
            final var cut = xml.substring(0, length);
            assertFalse(loads(cut), cut);
        }
    }

    private static boolean loads(final String xml) {
        try {
            return parse(xml) != null;
        } catch (final IOException e) { // NOSONAR: this is what is tested
            return false;
        }
    }
}

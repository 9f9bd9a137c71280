package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.node.DefaultNodeFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xasnodes.runner.kernel.Contributions;
import org.xasnodes.runner.ui.NodeHandle;

/** What saved workflows and KNIME's node repository rely on: names, places, descriptions, icons. */
final class NodeContractTest {

    private static final List<String> EXPECTED = List.of( //
        "/community/xas/io org.xasnodes.nodes.io.reader.SpectrumReaderNodeFactory", //
        "/community/xas/io org.xasnodes.nodes.io.writer.SpectrumWriterNodeFactory", //
        "/community/xas/io org.xasnodes.nodes.io.simulator.XanesSimulatorNodeFactory", //
        "/community/xas/io org.xasnodes.nodes.io.columnstospectrum.ColumnsToSpectrumNodeFactory", //
        "/community/xas/io org.xasnodes.nodes.io.spectrumtocolumns.SpectrumToColumnsNodeFactory", //
        "/community/xas/prepare org.xasnodes.nodes.prepare.shift.EnergyShiftNodeFactory", //
        "/community/xas/prepare org.xasnodes.nodes.prepare.aligner.EnergyAlignerNodeFactory", //
        "/community/xas/prepare org.xasnodes.nodes.prepare.resampler.EnergyResamplerNodeFactory", //
        "/community/xas/prepare org.xasnodes.nodes.prepare.broadening.GaussianBroadeningNodeFactory", //
        "/community/xas/prepare org.xasnodes.nodes.prepare.normalizer.SpectrumNormalizerNodeFactory", //
        "/community/xas/prepare org.xasnodes.nodes.prepare.averager.SpectrumAveragerNodeFactory", //
        "/community/xas/feature org.xasnodes.nodes.feature.intensity.IntensityFeaturesNodeFactory", //
        "/community/xas/feature org.xasnodes.nodes.feature.cdf.CdfFeaturesNodeFactory", //
        "/community/xas/feature org.xasnodes.nodes.feature.peaks.GaussianPeakFeaturesNodeFactory", //
        "/community/xas/feature org.xasnodes.nodes.feature.wavelet.WaveletFeaturesNodeFactory", //
        "/community/xas/reduce org.xasnodes.nodes.reduce.pca.PcaReducerNodeFactory", //
        "/community/xas/reduce org.xasnodes.nodes.reduce.isomap.IsomapReducerNodeFactory", //
        "/community/xas/reduce org.xasnodes.nodes.reduce.autoencoder.AutoencoderReducerNodeFactory", //
        "/community/xas/reduce org.xasnodes.nodes.reduce.apply.ReducerApplyNodeFactory", //
        "/community/xas/analyze org.xasnodes.nodes.analyze.tolerance.ShiftToleranceNodeFactory", //
        "/community/xas/analyze org.xasnodes.nodes.analyze.benchmark.FeatureBenchmarkNodeFactory");

    private static final Set<String> SMALL_WORDS = Set.of("to", "of", "and", "from", "the");

    static Stream<DefaultNodeFactory> factories() {
        return NodeFactories.all().stream();
    }

    private static Document pluginXml() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(ProjectFiles.plugin("plugin.xml").toFile());
    }

    private static List<Element> elements(final Element parent, final String tag) {
        final List<Element> result = new ArrayList<>();
        final var nodes = parent.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            result.add((Element)nodes.item(i));
        }
        return result;
    }

    @Test
    void theFactoriesAndTheirCategoriesAreThoseOfThePlugInsList() throws Exception {
        final var found = elements(pluginXml().getDocumentElement(), "node").stream()
            .map(n -> n.getAttribute("category-path") + " " + n.getAttribute("factory-class")).toList();
        assertEquals(EXPECTED, found);
        assertEquals(EXPECTED.stream().map(e -> e.substring(e.indexOf(' ') + 1)).toList(),
            factories().map(f -> f.getClass().getName()).toList());
    }

    @Test
    void everyCategoryIsDeclaredBelowCommunityAndHasItsIconFile() throws Exception {
        final var categories = elements(pluginXml().getDocumentElement(), "category");
        final var paths = categories.stream().map(c -> c.getAttribute("path") + "/"
            + c.getAttribute("level-id")).toList();
        assertEquals(List.of("/community/xas", "/community/xas/io", "/community/xas/prepare", "/community/xas/feature",
            "/community/xas/reduce", "/community/xas/analyze"), paths);
        for (final var category : categories) {
            assertFalse(category.getAttribute("description").isBlank());
            final var icon = ImageIO.read(ProjectFiles.plugin(category.getAttribute("icon")).toFile());
            assertEquals(List.of(16, 16), List.of(icon.getWidth(), icon.getHeight()));
        }
    }

    @Test
    void everyAfterNamesSomethingOfTheSameCategory() throws Exception {
        final var root = pluginXml().getDocumentElement();
        for (final var node : elements(root, "node")) {
            final var after = node.getAttribute("after");
            assertTrue("_first".equals(after) || elements(root, "node").stream()
                .anyMatch(n -> n.getAttribute("factory-class").equals(after)
                    && n.getAttribute("category-path").equals(node.getAttribute("category-path"))),
                after);
        }
        final var ids = new HashSet<>(Set.of("_first", ""));
        for (final var category : elements(root, "category")) {
            assertTrue(ids.contains(category.getAttribute("after")), category.getAttribute("after"));
            ids.add(category.getAttribute("level-id"));
        }
    }

    @Test
    void theRunningRegistryHoldsTheSameNodes() {
        final var nodes = Contributions.elements("org.knime.workbench.repository.nodes").stream()
            .filter(e -> "org.xasnodes.nodes".equals(e.getContributor().getName())).toList();
        assumeFalse(nodes.isEmpty(), "no plug-in registry: tests do not run in Equinox");
        assertEquals(EXPECTED,
            nodes.stream().map(n -> n.getAttribute("category-path") + " " + n.getAttribute("factory-class")).toList());
        nodes.forEach(n -> assertNotNull(Contributions.create(DefaultNodeFactory.class, n, "factory-class")));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void theNameIsInTitleCaseAndDoesNotSayNode(final DefaultNodeFactory factory) {
        final var name = NodeHandle.create(factory).name();
        assertFalse(name.toLowerCase().contains("node"), name);
        for (final var word : name.split(" ")) {
            assertTrue(SMALL_WORDS.contains(word) || Character.isUpperCase(word.charAt(0)), name);
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void theShortDescriptionIsOneSentenceOf80To100Characters(final DefaultNodeFactory factory) {
        final var description = NodeHandle.create(factory).description();
        final var text = elements(description, "shortDescription").get(0).getTextContent().strip();
        assertTrue(text.length() >= 80 && text.length() <= 100, text.length() + " characters: " + text);
        assertTrue(text.endsWith(".") && text.indexOf('.') == text.length() - 1, text);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void everyPortAndOptionIsDescribed(final DefaultNodeFactory factory) {
        final var description = NodeHandle.create(factory).description();
        final var ports = Stream.of("inPort", "outPort", "dynInPort", "dynOutPort")
            .flatMap(tag -> elements(description, tag).stream()).toList();
        assertFalse(ports.isEmpty());
        for (final var port : ports) {
            assertFalse(port.getAttribute("name").isBlank());
            assertTrue(port.getTextContent().strip().endsWith("."), port.getTextContent());
        }
        final var options = elements(description, "option");
        assertFalse(options.isEmpty());
        final var names = new HashSet<String>();
        for (final var option : options) {
            assertTrue(names.add(option.getAttribute("name")), () -> "twice: " + option.getAttribute("name"));
            assertTrue(Character.isUpperCase(option.getAttribute("name").charAt(0)), option.getAttribute("name"));
            assertFalse(option.getTextContent().isBlank(), () -> "not described: " + option.getAttribute("name"));
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void thereAreKeywordsAndAFullDescription(final DefaultNodeFactory factory) {
        final var description = NodeHandle.create(factory).description();
        assertTrue(elements(description, "keyword").size() >= 3);
        assertTrue(elements(description, "intro").get(0).getTextContent().strip().length() > 200);
        assertTrue(Set.of("Source", "Manipulator", "Learner", "Predictor", "Sink", "Other")
            .contains(description.getAttribute("type")),
            description.getAttribute("type"));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void theIconIsAPngOf16By16Pixels(final DefaultNodeFactory factory) throws Exception {
        final var file = NodeHandle.create(factory).description().getAttribute("icon");
        final var resource = factory.getClass().getResource(file);
        assertNotNull(resource, file);
        try (var stream = ImageIO.createImageInputStream(resource.openStream())) {
            final var reader = ImageIO.getImageReaders(stream).next();
            assertEquals("png", reader.getFormatName());
            reader.setInput(stream);
            assertEquals(List.of(16, 16), List.of(reader.getWidth(0), reader.getHeight(0)));
        }
    }

    @Test
    void portNamesAreKeysOfSavedWorkflows() {
        assertEquals(List.of("[] -> [Spectra]", "[Spectra] -> []", "[] -> [Spectra]", "[Columns] -> [Spectra]",
            "[Spectra] -> [Columns]",
            "[Spectra] -> [Shifted]", "[Spectra, References] -> [Aligned]", "[Spectra] -> [Resampled]", "[Spectra] -> [Broadened]",
            "[Spectra] -> [Normalised]", "[Spectra] -> [Averaged]", "[Spectra] -> [Features]",
            "[Spectra] -> [Features]", "[Spectra] -> [Features]", "[Spectra] -> [Features]",
            "[Features] -> [Reduced, Reducer, Variance, Loadings]", "[Features] -> [Reduced, Reducer, Dimensions]",
            "[Features] -> [Reduced, Reducer, Loss]", "[Reducer, Features] -> [Reduced]", "[Spectra] -> [Tolerance]",
            "[Spectra] -> [Scores, Folds, Predictions]"),
            factories().map(NodeHandle::create)
                .map(h -> h.inputPorts().stream().map(NodeHandle.Port::group).toList() + " -> "
                    + h.outputPorts().stream().map(NodeHandle.Port::group).toList())
                .toList());
    }
}

package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.prepare.EdgeStepOptions;
import org.xasnodes.core.prepare.SpectrumNormalizer;
import org.xasnodes.core.prepare.SpectrumNormalizer.Method;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.io.reader.SpectrumReaderNodeFactory;
import org.xasnodes.nodes.prepare.normalizer.SpectrumNormalizerNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/** Spectrum Normalizer: every method and option as the core computes it, E0 and edge step as columns, bad input. */
final class SpectrumNormalizerTest {

    private static final EnergyGrid SCAN = EnergyGrid.linear(8180, 8780, 301);

    private static NodeRun node(final BufferedDataTable table) {
        return NodeRun.of(new SpectrumNormalizerNodeFactory()).input(table);
    }

    private static NodeRun edgeStep(final BufferedDataTable table) {
        return node(table).set("method", "EDGE_STEP");
    }

    private static NodeRun option(final NodeRun node, final String key, final Object value) {
        return node.set(key, value).set(key + "_is_present", true);
    }

    /** An edge of a given height at 8333 eV on a sloping background. */
    private static Spectrum edge(final double height) {
        final var intensities = new double[SCAN.size()];
        Arrays.setAll(intensities, i -> {
            final var x = SCAN.energyEv(i) - 8333;
            return 3 - 0.001 * x + height * (0.5 + Math.atan(x / 2) / Math.PI) * (1 - 2e-4 * x)
                + 0.3 * height * Math.exp(-(x - 5) * (x - 5) / 8);
        });
        return new Spectrum(SCAN, intensities);
    }

    private static double number(final BufferedDataTable table, final String column, final int row) {
        return ((DoubleValue)Tables.cells(table, column).get(row)).getDoubleValue();
    }

    @Test
    void aNewNodeMakesTheLargestIntensityOne() throws Exception {
        final var result = node(Tables.spectra(Tables.ramp(1, 5, 5), edge(1.5))).run();
        assertEquals(List.of("Id", "Spectrum"), Tables.names(result.ok().getDataTableSpec()));
        final var spectrum = Tables.spectraOf(result.table(), "Spectrum").get(0);
        assertArrayEquals(new double[]{0.2, 0.4, 0.6, 0.8, 1}, spectrum.intensities());
        assertEquals(Scale.MAXIMUM, spectrum.scale());
        assertEquals(1,
            Arrays.stream(Tables.spectraOf(result.table(), "Spectrum").get(1).intensities()).max().orElseThrow());
    }

    @Test
    void theAreaByTrapezoidsBecomesOneAndNoneLeavesAllAsItIs() throws Exception {
        final var input = Tables.spectra(Tables.ramp(1, 5, 5));
        final var area = Tables.spectraOf(node(input).set("method", "AREA").run().ok(), "Spectrum").get(0);
        assertArrayEquals(new double[]{1 / 12.0, 2 / 12.0, 3 / 12.0, 4 / 12.0, 5 / 12.0}, area.intensities(), 1e-16);
        assertEquals(Scale.AREA, area.scale());
        assertEquals(Tables.spectraOf(input, "Spectrum"),
            Tables.spectraOf(node(input).set("method", "NONE").run().ok(), "Spectrum"));
    }

    @Test
    void theEdgeStepComesWithE0AndEdgeStepAsColumns() throws Exception {
        final var spectra = new Spectrum[]{edge(1.5), edge(0.02)};
        final var result = edgeStep(Tables.spectra(spectra)).run();
        assertEquals(List.of("Id", "Spectrum", "E0 eV", "edge step"), Tables.names(result.ok().getDataTableSpec()));
        assertTrue(result.configured().equalStructure(result.table().getDataTableSpec()));
        final var core = new SpectrumNormalizer(Method.EDGE_STEP);
        for (int i = 0; i < 2; i++) {
            final var expected = core.normalize(spectra[i]);
            assertEquals(expected.spectrum(), Tables.spectraOf(result.table(), "Spectrum").get(i));
            assertEquals(expected.edge().orElseThrow().e0Ev(), number(result.table(), "E0 eV", i));
            assertEquals(expected.edge().orElseThrow().edgeStep(), number(result.table(), "edge step", i));
        }
        assertEquals(8333, number(result.table(), "E0 eV", 0), 2);
        assertEquals(1.5, number(result.table(), "edge step", 0), 0.1);
    }

    @Test
    void everyOptionOfTheEdgeStepReachesTheCore() throws Exception {
        final var input = Tables.spectra(edge(1.5));
        final var node = edgeStep(input).set("flatten", false);
        option(node, "e0Ev", 8334.5);
        option(node, "preEdgeFromEv", -140);
        option(node, "preEdgeToEv", -35);
        option(node, "postEdgeFromEv", 60);
        option(node, "postEdgeToEv", 410);
        option(node, "postEdgeDegree", 1);
        final var options = new EdgeStepOptions(OptionalDouble.of(8334.5), OptionalDouble.empty(),
            OptionalDouble.of(-140), OptionalDouble.of(-35), OptionalDouble.of(60), OptionalDouble.of(410), 1, 0,
            OptionalInt.of(1), false);
        final var expected = new SpectrumNormalizer(Method.EDGE_STEP, options).normalize(edge(1.5));
        final var table = node.run().ok();
        assertEquals(expected.spectrum(), Tables.spectraOf(table, "Spectrum").get(0));
        assertEquals(8334.5, number(table, "E0 eV", 0));
        assertEquals(expected.edge().orElseThrow().edgeStep(), number(table, "edge step", 0));
    }

    @ParameterizedTest
    @CsvSource({"flatten,false", "e0Ev,8336", "preEdgeFromEv,-60", "preEdgeToEv,-30", "postEdgeFromEv,150",
        "postEdgeToEv,200", "postEdgeDegree,0"})
    void everyOptionAloneChangesTheResult(final String key, final String value) throws Exception {
        final var input = Tables.spectra(edge(1.5));
        final var plain = Tables.spectraOf(edgeStep(input).run().ok(), "Spectrum").get(0);
        final var node = "flatten".equals(key) ? edgeStep(input).set(key, value) : option(edgeStep(input), key, value);
        final var changed = Tables.spectraOf(node.run().ok(), "Spectrum").get(0);
        assertTrue(Math.abs(plain.intensity(290) - changed.intensity(290)) > 1e-6, key);
        if (!"flatten".equals(key)) {
            final var off = Tables.spectraOf(edgeStep(input).set(key, value).run().ok(), "Spectrum").get(0);
            assertEquals(plain, off, "a number that is switched off has no effect");
        }
    }

    @Test
    void appendedSpectraStandBeforeTheirNumbersAndAllNamesAreUnique() throws Exception {
        final var once = edgeStep(Tables.spectra(edge(1))).set("output", "APPEND").run().ok();
        assertEquals(List.of("Id", "Spectrum", "Normalised", "E0 eV", "edge step"),
            Tables.names(once.getDataTableSpec()));
        assertEquals(edge(1), Tables.spectraOf(once, "Spectrum").get(0));
        final var twice = edgeStep(once).set("output", "APPEND").run().ok();
        assertEquals(List.of("Normalised (#1)", "E0 eV (#1)", "edge step (#1)"),
            Tables.names(twice.getDataTableSpec()).subList(5, 8));
        assertEquals(List.of("Id", "Spectrum", "Normalised", "E0 eV", "edge step", "E0 eV (#1)", "edge step (#1)"),
            Tables.names(edgeStep(once).run().ok().getDataTableSpec()));
        assertEquals("Enter a name for the new column.",
            edgeStep(once).set("output", "APPEND").set("newColumn", "").configure().error());
    }

    @Test
    void theGridOfTheColumnIsKeptByAllMethods() throws Exception {
        final var column = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE);
        column.setProperties(new DataColumnProperties(Map.of("xas.grid", "linear 8180.0 8780.0 301")));
        final var input = Tables.spectraIn(column.createSpec(), edge(1));
        for (final var method : List.of("NONE", "MAXIMUM", "AREA", "EDGE_STEP")) {
            assertEquals("linear 8180.0 8780.0 301", node(input).set("method", method).run().ok().getDataTableSpec()
                .getColumnSpec("Spectrum").getProperties().getProperty("xas.grid"), method);
        }
    }

    private static void assertRefused(final String reason, final NodeRun node) throws Exception {
        final var result = node.run();
        assertEquals("1 of 1 spectra were not normalised: " + reason.substring(0, reason.length() - 1)
            + " (first: 'Row0')", result.warning());
        for (int i = 1; i < result.ok().getDataTableSpec().getNumColumns(); i++) {
            assertEquals(reason, Tables.missing(Tables.rows(result.table()).get(0).getCell(i)));
        }
        assertEquals("Row 'Row0': " + reason, node.set("onProblem", "FAIL").run().error());
    }

    @Test
    void aZeroOrNegativeSpectrumIsRefusedByEveryMethodButNone() throws Exception {
        final var zero = Tables.spectra(new Spectrum(SCAN, new double[301]));
        for (final var method : List.of("MAXIMUM", "AREA", "EDGE_STEP")) {
            assertRefused("All intensities of this spectrum are zero. Check which column was read.",
                node(zero).set("method", method));
        }
        assertEquals(null, node(zero).set("method", "NONE").run().warning());
        final var negative = Tables.spectra(new Spectrum(EnergyGrid.of(1, 2, 3), new double[]{-1, -2, -1}));
        assertRefused("The largest intensity of this spectrum is -1.0, but must be positive to divide by it. Check the "
            + "background subtraction and the sign of the intensities.", node(negative));
        assertRefused("The area of this spectrum is -3.0, but must be positive to divide by it. Check the background "
            + "subtraction and the sign of the intensities.", node(negative).set("method", "AREA"));
    }

    @Test
    void aRangeWithoutPointsIsRefused() throws Exception {
        final var e0 = option(edgeStep(Tables.spectra(edge(1))), "e0Ev", 8333);
        assertRefused("No point of this spectrum below E0 = 8333.0 eV lies in the pre-edge range from -900.00 to "
            + "-800.00 eV "
            + "relative to E0; the scan begins at -153.00 eV. Change the range or E0.",
            option(option(e0, "preEdgeFromEv", -900), "preEdgeToEv", -800));
        assertRefused("No point of this spectrum above E0 = 8333.0 eV lies in the post-edge range from 500.00 to "
            + "600.00 eV "
            + "relative to E0; the scan ends at 447.00 eV. Change the range or E0.",
            option(option(option(edgeStep(Tables.spectra(edge(1))), "e0Ev", 8333), "postEdgeFromEv", 500),
                "postEdgeToEv", 600));
    }

    @Test
    void aScanWithoutAnEdgeOrWithAFallingOneIsRefused() throws Exception {
        final var outside = option(edgeStep(Tables.spectra(edge(1))), "e0Ev", 9000);
        assertRefused("There is no edge in this scan: E0 is given as 9000.0 eV, but the scan goes from 8180.0 to "
            + "8780.0 eV. "
            + "Check E0, or leave it empty to have it found.", outside);
        final var flat = new double[301];
        Arrays.fill(flat, 2);
        assertTrue(edgeStep(Tables.spectra(new Spectrum(SCAN, flat))).run().warning()
            .startsWith("1 of 1 spectra were not normalised: There is no edge in this scan"));
        final var falling = option(edgeStep(Tables.spectra(edge(-1))), "e0Ev", 8333).run();
        assertTrue(falling.warning().contains("The edge step at 8333.0 eV is negative (-"), falling.warning());
        final var few = edgeStep(Tables.spectra(Tables.ramp(1, 2, 4))).run();
        assertTrue(few.warning().contains("An edge step needs at least"), few.warning());
    }

    @Test
    void settingsOutsideTheirRangeAreRefusedBeforeTheNodeRuns() throws Exception {
        final var input = Tables.spectra(edge(1));
        assertEquals("The degree of the post-edge polynomial must be from 0 to 5, but is 9.",
            option(edgeStep(input), "postEdgeDegree", 9).configure().error());
        assertEquals("The edge energy is NaN.", option(edgeStep(input), "e0Ev", "NaN").configure().error());
        assertEquals("The upper end of the pre-edge range is Infinity.",
            option(edgeStep(input), "preEdgeToEv", "Infinity").configure().error());
    }

    @Test
    void aMissingSpectrumHasNoNumbersEither() throws Exception {
        final var result = edgeStep(Tables.spectra(edge(1), null)).run();
        assertEquals("1 of 2 spectra were not normalised: the spectrum is missing (first: 'Row1')", result.warning());
        assertEquals("the spectrum is missing", Tables.missing(Tables.cells(result.ok(), "E0 eV").get(1)));
        assertTrue(number(result.table(), "edge step", 0) > 0);
    }

    @Test
    void aMeasuredFoilGetsE0AndStepOfLarch() throws Exception {
        final var golden = Golden.read(ProjectFiles.shared("golden/larch/prenorm.json")).get("spectra");
        for (final var one : golden) {
            if (one.get("file").asText().endsWith("Fe__Fe_Foil_rt_2016Foils.xdi")) {
                final var file = ProjectFiles.shared("corpus/" + one.get("file").asText());
                final var read = NodeRun.of(new SpectrumReaderNodeFactory()).set("source/path/path", file).run().ok();
                final var table = edgeStep(read).run().ok();
                final var first = Tables.names(table.getDataTableSpec()).contains("E0 eV (#1)")
                    ? "E0 eV (#1)" : "E0 eV";
                assertEquals(one.get("default").get("e0").asDouble(), number(table, first, 0), 1e-6);
                assertEquals(1, number(table, "edge step", 0) / one.get("default").get("edge_step").asDouble(), 1e-8);
                return;
            }
        }
        throw new AssertionError("no such spectrum");
    }
}

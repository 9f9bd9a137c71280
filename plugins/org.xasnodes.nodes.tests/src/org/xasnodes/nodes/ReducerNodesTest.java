package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.feature.cdf.CdfFeaturesNodeFactory;
import org.xasnodes.nodes.feature.intensity.IntensityFeaturesNodeFactory;
import org.xasnodes.nodes.feature.wavelet.WaveletFeaturesNodeFactory;
import org.xasnodes.nodes.port.ReducerPortObject;
import org.xasnodes.nodes.port.ReducerPortObjectSpec;
import org.xasnodes.nodes.reduce.apply.ReducerApplyNodeFactory;
import org.xasnodes.nodes.reduce.autoencoder.AutoencoderReducerNodeFactory;
import org.xasnodes.nodes.reduce.isomap.IsomapReducerNodeFactory;
import org.xasnodes.nodes.reduce.pca.PcaReducerNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The reducer nodes and Reducer Apply: reference values, the table, the port, and every fault a user can make. */
final class ReducerNodesTest {

    /** Of scikit-learn's scores, see golden/README. */
    private static final double PCA_TOLERANCE = 1e-12;

    /** Of scikit-learn's embeddings, whose own eigenvectors are good to about 1e-10. */
    private static final double ISOMAP_TOLERANCE = 1e-8;

    private static final int TRAINING = 300;

    private static final int NEW = 50;

    private static BufferedDataTable synthetic;

    static List<DefaultNodeFactory> reducers() {
        return List.of(new PcaReducerNodeFactory(), new IsomapReducerNodeFactory(), new AutoencoderReducerNodeFactory());
    }

    /** The first spectra of the synthetic set, as intensity features. */
    private static BufferedDataTable synthetic(final int from, final int to) throws Exception {
        if (synthetic == null) {
            synthetic = NodeRun.of(new IntensityFeaturesNodeFactory()).input(Tables.spectra(spectra(TRAINING + NEW))).run().ok();
        }
        return part(synthetic, from, to);
    }

    private static Spectrum[] spectra(final int count) throws IOException {
        final List<Spectrum> spectra = new ArrayList<>();
        try (var in = new BufferedReader(new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(ProjectFiles.golden("synth2831.csv.gz"))), StandardCharsets.UTF_8))) {
            in.readLine();
            for (int i = 0; i < count; i++) {
                spectra.add(new Spectrum(Tables.GRID,
                    Arrays.stream(in.readLine().split(",")).skip(3).mapToDouble(Double::parseDouble).toArray()));
            }
        }
        return spectra.toArray(Spectrum[]::new);
    }

    private static BufferedDataTable part(final BufferedDataTable table, final int from, final int to) {
        return Tables.of(table.getDataTableSpec(), Tables.rows(table).subList(from, to));
    }

    private static BufferedDataTable simulated(final int count) throws Exception {
        return NodeRun.of(new CdfFeaturesNodeFactory()).input(Tables.spectra(Tables.simulated(count))).run().ok();
    }

    private static double[][] reduced(final BufferedDataTable table, final String id, final int dimensions) {
        final var values = new double[(int)table.size()][dimensions];
        for (int d = 0; d < dimensions; d++) {
            final var cells = Tables.cells(table, id + " " + (d + 1));
            for (int r = 0; r < values.length; r++) {
                values[r][d] = cells.get(r) instanceof DoubleValue v ? v.getDoubleValue() : Double.NaN;
            }
        }
        return values;
    }

    /** Each column up to its sign. */
    private static void assertSameUpToSign(final JsonNode expected, final double[][] actual, final double tolerance) {
        assertEquals(expected.size(), actual.length);
        for (int d = 0; d < actual[0].length; d++) {
            final var column = d;
            final var sign = Math.signum(expected.get(0).get(d).doubleValue() * actual[0][d]);
            assertArrayEquals(column(expected, d), Arrays.stream(actual).mapToDouble(row -> sign * row[column]).toArray(),
                tolerance, "column " + d);
        }
    }

    private static double[] column(final JsonNode rows, final int column) {
        final var values = new double[rows.size()];
        Arrays.setAll(values, r -> rows.get(r).get(column).doubleValue());
        return values;
    }

    @Test
    void pcaThroughTheNodesIsThatOfScikitLearn() throws Exception {
        final var golden = Golden.read(ProjectFiles.golden("pca300.json"));
        final var fit = NodeRun.of(new PcaReducerNodeFactory()).input(synthetic(0, TRAINING)).run();
        assertSameUpToSign(golden.get("scores"), reduced(fit.ok(), "pca", 3), PCA_TOLERANCE);
        final var applied = NodeRun.of(new ReducerApplyNodeFactory())
            .input(fit.ok(1), synthetic(TRAINING, TRAINING + NEW)).run().ok();
        assertSameUpToSign(golden.get("scores_new50"), reduced(applied, "pca", 3), PCA_TOLERANCE);
        final var variance = (BufferedDataTable)fit.ok(2);
        assertEquals(100, variance.size());
        final var shares = Tables.cells(variance, "Share of variance");
        for (int c = 0; c < 3; c++) {
            assertEquals(golden.get("explained_variance_ratio").get(c).doubleValue(),
                ((DoubleValue)shares.get(c)).getDoubleValue(), PCA_TOLERANCE);
        }
        assertEquals(List.of("true", "true", "true", "false"), Tables.texts(variance, "Kept").subList(0, 4));
    }

    @Test
    void isomapThroughTheNodesIsThatOfScikitLearn() throws Exception {
        final var golden = Golden.read(ProjectFiles.golden("isomap300.json"));
        final var fit = NodeRun.of(new IsomapReducerNodeFactory()).input(synthetic(0, TRAINING)).run();
        assertSameUpToSign(golden.get("embedding"), reduced(fit.ok(), "isomap", 3), ISOMAP_TOLERANCE);
        assertNull(fit.warning());
        final var applied = NodeRun.of(new ReducerApplyNodeFactory())
            .input(fit.ok(1), synthetic(TRAINING, TRAINING + NEW)).run().ok();
        assertSameUpToSign(golden.get("transform_new"), reduced(applied, "isomap", 3), ISOMAP_TOLERANCE);
        final var dimensions = (BufferedDataTable)fit.ok(2);
        assertEquals(golden.get("reconstruction_error").doubleValue(),
            ((DoubleValue)Tables.cells(dimensions, "Reconstruction error").get(2)).getDoubleValue(), 1e-10);
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void aNewNodeTakesTheLastFeatureAndPutsTheReducedValuesInItsPlace(final DefaultNodeFactory factory) throws Exception {
        final var table = simulated(30);
        final var run = NodeRun.of(factory).input(table).run();
        final var id = ((ReducerPortObject)run.ok(1)).reducer().id();
        assertEquals(List.of("Id", "Spectrum", id + " 1", id + " 2", id + " 3"), Tables.names(run.ok().getDataTableSpec()));
        assertEquals(Tables.keys(table), Tables.keys(run.ok()));
        assertEquals(id, run.ok().getDataTableSpec().getColumnSpec(2).getProperties().getProperty("xas.feature"));
        assertEquals(withoutDomains(run.configured()), withoutDomains(run.ok().getDataTableSpec()));
        final var port = (ReducerPortObject)run.ok(1);
        assertEquals("cdf", port.getSpec().spec().space().feature());
        assertEquals(100, port.getSpec().spec().space().size());
        assertEquals(run.specs()[1], port.getSpec());
    }

    private static DataTableSpec withoutDomains(final DataTableSpec spec) {
        return new DataTableSpec(spec.stream().map(c -> {
            final var creator = new DataColumnSpecCreator(c.getName(), c.getType());
            creator.setProperties(c.getProperties());
            return creator.createSpec();
        }).toArray(DataColumnSpec[]::new));
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void reducerApplyGivesTheTrainingRowsTheSameBits(final DefaultNodeFactory factory) throws Exception {
        final var table = simulated(40);
        final var fit = NodeRun.of(factory).input(table).run();
        final var id = ((ReducerPortObject)fit.ok(1)).reducer().id();
        final var applied = NodeRun.of(new ReducerApplyNodeFactory()).input(fit.ok(1), table).run();
        assertArrayEquals(reduced(fit.ok(), id, 3), reduced(applied.ok(), id, 3));
        assertEquals(Tables.names(fit.ok().getDataTableSpec()), Tables.names(applied.ok().getDataTableSpec()));
        assertEquals(withoutDomains(applied.configured()), withoutDomains(applied.ok().getDataTableSpec()));
        // one row alone is no other row
        final var alone = NodeRun.of(new ReducerApplyNodeFactory()).input(fit.ok(1), part(table, 17, 18)).run().ok();
        assertArrayEquals(reduced(fit.ok(), id, 3)[17], reduced(alone, id, 3)[0]);
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void aVectorColumnGivesTheSameValuesAsNumberColumns(final DefaultNodeFactory factory) throws Exception {
        final var spectra = Tables.spectra(Tables.simulated(30));
        final var vectors = NodeRun.of(new CdfFeaturesNodeFactory()).input(spectra).set("output", "VECTOR").run().ok();
        final var fit = NodeRun.of(factory).input(vectors).run();
        final var id = ((ReducerPortObject)fit.ok(1)).reducer().id();
        assertArrayEquals(reduced(NodeRun.of(factory).input(simulated(30)).run().ok(), id, 3), reduced(fit.ok(), id, 3));
        assertEquals(100, ((ReducerPortObject)fit.ok(1)).getSpec().spec().space().size());
        final var applied = NodeRun.of(new ReducerApplyNodeFactory()).input(fit.ok(1), vectors).run().ok();
        assertArrayEquals(reduced(fit.ok(), id, 3), reduced(applied, id, 3));
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void rowsThatLackAFeatureAreMissingAndToldOfOnce(final DefaultNodeFactory factory) throws Exception {
        final var table = withCell(withCell(simulated(30), 4, 50, new MissingCell("gone")), 7, 2, new DoubleCell(Double.NaN));
        final var run = NodeRun.of(factory).input(table).run();
        final var id = ((ReducerPortObject)run.ok(1)).reducer().id();
        assertEquals("2 of 30 rows were left out: '" + table.getDataTableSpec().getColumnSpec(50).getName()
            + "' is missing (first: 'Row4'); 1 of them for other reasons (first: 'Row7', '"
            + table.getDataTableSpec().getColumnSpec(2).getName() + "' is NaN)", run.warning().lines().findFirst().orElseThrow());
        assertTrue(Tables.cells(run.ok(), id + " 1").get(4).isMissing());
        assertTrue(Tables.cells(run.ok(), id + " 3").get(7).isMissing());
        final var without = new ArrayList<>(Tables.rows(table));
        without.remove(7);
        without.remove(4);
        final var clean = NodeRun.of(factory).input(Tables.of(table.getDataTableSpec(), without)).run().ok();
        assertArrayEquals(reduced(clean, id, 3)[0], reduced(run.ok(), id, 3)[0]);
    }

    private static BufferedDataTable withCell(final BufferedDataTable table, final int row, final int column,
        final DataCell cell) {
        final List<DataRow> rows = new ArrayList<>();
        for (final var old : Tables.rows(table)) {
            final var cells = old.stream().toArray(DataCell[]::new);
            if (rows.size() == row) {
                cells[column] = cell;
            }
            rows.add(new DefaultRow(old.getKey(), cells));
        }
        return Tables.of(table.getDataTableSpec(), rows);
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void onRequestSuchARowFailsTheNode(final DefaultNodeFactory factory) throws Exception {
        final var table = withCell(simulated(30), 4, 50, new MissingCell("gone"));
        final var run = NodeRun.of(factory).input(table).set("output/onProblem", "FAIL").run();
        assertEquals("Row 'Row4': '" + table.getDataTableSpec().getColumnSpec(50).getName() + "' is missing", run.error());
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void aTableWithoutFeaturesSaysWhereTheyComeFrom(final DefaultNodeFactory factory) throws Exception {
        assertEquals("The input table has no features. Make them with CDF Features or another feature node, or choose number "
            + "columns in the dialog.",
            NodeRun.of(factory).input(Tables.spectra(Tables.simulated(5))).savedUnconnected().configure().error());
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void anEmptyTableAndTooFewRowsAreErrors(final DefaultNodeFactory factory) throws Exception {
        assertTrue(NodeRun.of(factory).input(part(simulated(1), 0, 0)).run().error().contains("row"));
        assertTrue(NodeRun.of(factory).input(simulated(1)).run().error().contains("1"));
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void rowsThatAreAllEqualAreAnError(final DefaultNodeFactory factory) throws Exception {
        final var row = Tables.rows(simulated(1)).get(0);
        final List<DataRow> same = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            same.add(new DefaultRow("Row" + i, row.stream().toArray(DataCell[]::new)));
        }
        assertTrue(NodeRun.of(factory).input(Tables.of(simulated(1).getDataTableSpec(), same)).run().error().contains("equal"));
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void ifNoRowCanBeUsedTheErrorSaysWhy(final DefaultNodeFactory factory) throws Exception {
        final var table = withCell(simulated(1), 0, 50, new MissingCell("gone"));
        final var error = NodeRun.of(factory).input(table).run().error();
        assertTrue(error.contains("1 of 1 rows were left out") && error.contains("is missing (first: 'Row0')"), error);
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void moreDimensionsThanFeaturesAreRefusedBeforeTheRun(final DefaultNodeFactory factory) throws Exception {
        final var table = Tables.numbers(new String[]{"a", "b"}, new Double[]{1.0, 2.0}, new Double[]{2.0, 1.0});
        assertEquals("There are 2 features, but 3 dimensions are to be made of them. Enter fewer dimensions, or choose more "
            + "features.", NodeRun.of(factory).input(table).configure().error());
    }

    @Test
    void foreignNumberColumnsCanBeReducedAndTheirLoadingsAreVectors() throws Exception {
        final var table = Tables.numbers(new String[]{"a", "b"}, new Double[]{1.0, 2.0}, new Double[]{2.0, 1.5},
            new Double[]{4.0, 1.0});
        final var run = NodeRun.of(new PcaReducerNodeFactory()).input(table).set("components", 1).run();
        assertEquals(List.of("pca 1"), Tables.names(run.ok().getDataTableSpec()));
        final var loadings = (BufferedDataTable)run.ok(3);
        assertEquals(DoubleVectorCellFactory.TYPE, loadings.getDataTableSpec().getColumnSpec(0).getType());
        assertEquals(run.specs()[3], loadings.getDataTableSpec());
    }

    @Test
    void loadingsAreSpectraWhereTheFeaturesStandForEnergies() throws Exception {
        final var run = NodeRun.of(new PcaReducerNodeFactory()).input(simulated(30)).run();
        final var loadings = (BufferedDataTable)run.ok(3);
        assertEquals(List.of("Loading"), Tables.names(loadings.getDataTableSpec()));
        assertEquals(List.of("pca 1", "pca 2", "pca 3"), Tables.keys(loadings));
        final var first = ((SpectrumValue)Tables.cells(loadings, "Loading").get(0)).spectrum();
        assertEquals(Tables.GRID, first.grid());
        assertEquals(1, Arrays.stream(first.intensities()).map(v -> v * v).sum(), 1e-12);
        assertEquals(run.specs()[3], loadings.getDataTableSpec());
    }

    @ParameterizedTest
    @CsvSource({"COLUMNS, Loading cwt a01", "VECTOR, Loading layer 1"})
    void aWaveletTransformHasALoadingForEachWidth(final String output, final String firstColumn) throws Exception {
        final var table = NodeRun.of(new WaveletFeaturesNodeFactory()).input(Tables.spectra(Tables.simulated(20)))
            .set("output", output).run().ok();
        final var loadings = (BufferedDataTable)NodeRun.of(new PcaReducerNodeFactory()).input(table).run().ok(3);
        assertEquals(10, loadings.getDataTableSpec().getNumColumns());
        assertEquals(firstColumn, loadings.getDataTableSpec().getColumnSpec(0).getName());
    }

    @Test
    void aShareOfTheVarianceSetsTheNumberOfComponents() throws Exception {
        final var run = NodeRun.of(new PcaReducerNodeFactory()).input(synthetic(0, TRAINING)).set("choice", "VARIANCE")
            .set("variancePercent", 90).run();
        assertNull(run.configured(), "unknown before the run");
        assertEquals(0, ((ReducerPortObjectSpec)run.specs()[1]).spec().dimensions());
        final var port = (ReducerPortObject)run.ok(1);
        final var shares = Tables.cells((BufferedDataTable)run.ok(2), "Cumulative share");
        final var kept = port.reducer().dimensions();
        assertTrue(((DoubleValue)shares.get(kept - 1)).getDoubleValue() >= 0.9);
        assertTrue(kept == 1 || ((DoubleValue)shares.get(kept - 2)).getDoubleValue() < 0.9);
        assertEquals(kept, port.getSpec().spec().dimensions());
    }

    @ParameterizedTest
    @CsvSource({"components, 0, The number of components is 0. Enter at least 1.",
        "components, 101, 'There are 100 features, but 101 dimensions are to be made of them. Enter fewer dimensions, or choose "
            + "more features.'"})
    void impossibleNumbersOfComponentsAreRefused(final String key, final int value, final String message) throws Exception {
        assertEquals(message, NodeRun.of(new PcaReducerNodeFactory()).input(simulated(5)).set(key, value).configure().error());
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "100.5", "NaN"})
    void impossibleSharesOfTheVarianceAreRefused(final double percent) throws Exception {
        assertEquals("The share of the variance is " + percent + " %. Enter more than 0 and at most 100 %.",
            NodeRun.of(new PcaReducerNodeFactory()).input(simulated(5)).set("choice", "VARIANCE")
                .set("variancePercent", percent).configure().error());
    }

    @Test
    void aGraphInPiecesIsJoinedWithAWarning() throws Exception {
        final List<Double[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(new Double[]{i % 20 + (i < 20 ? 0 : 1000.0), Math.sin(i), 0.1 * i % 3});
        }
        final var run = NodeRun.of(new IsomapReducerNodeFactory()).set("dimensions", 2)
            .input(Tables.numbers(new String[]{"a", "b", "c"}, rows.toArray(Double[][]::new))).run();
        assertEquals("The graph of neighbours was in 2 pieces, which were joined by the shortest edges between them. Distances "
            + "between the pieces mean little; more neighbours may help.", run.warning());
    }

    @Test
    void fewerRowsThanNeighboursAreAnErrorThatNamesBoth() throws Exception {
        final var error = NodeRun.of(new IsomapReducerNodeFactory()).input(simulated(5)).run().error();
        assertEquals("Each row needs 5 neighbours, so at least 6 rows, but there are 5. Lower the number of neighbours.", error);
    }

    @Test
    void duplicatedRowsAreNeighboursAtNoDistance() throws Exception {
        final var once = Tables.rows(simulated(12));
        final List<DataRow> twice = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            twice.add(new DefaultRow("Row" + i, once.get(i % 12).stream().toArray(DataCell[]::new)));
        }
        final var run = NodeRun.of(new IsomapReducerNodeFactory())
            .input(Tables.of(simulated(1).getDataTableSpec(), twice)).run();
        final var values = reduced(run.ok(), "isomap", 3);
        for (int i = 0; i < 12; i++) {
            assertArrayEquals(values[i], values[12 + i], 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void aConstantColumnDoesNoHarm(final DefaultNodeFactory factory) throws Exception {
        final List<Double[]> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(new Double[]{Math.sin(i), 7.0, Math.cos(0.3 * i), 0.1 * i});
        }
        final var table = Tables.numbers(new String[]{"a", "constant", "c", "d"}, rows.toArray(Double[][]::new));
        final var plain = NodeRun.of(factory).input(table).run();
        final var id = ((ReducerPortObject)plain.ok(1)).reducer().id();
        for (final var row : reduced(plain.ok(), id, 3)) {
            assertTrue(Arrays.stream(row).allMatch(Double::isFinite));
        }
    }

    @Test
    void aConstantColumnDoesNoHarmToStandardisedComponents() throws Exception {
        final var table = Tables.numbers(new String[]{"a", "constant", "c"}, new Double[]{1.0, 7.0, 2.0},
            new Double[]{2.0, 7.0, 1.5}, new Double[]{4.0, 7.0, -1.0});
        final var run = NodeRun.of(new PcaReducerNodeFactory()).input(table).set("components", 2).set("standardise", true).run();
        for (final var row : reduced(run.ok(), "pca", 2)) {
            assertTrue(Arrays.stream(row).allMatch(Double::isFinite));
        }
    }

    @Test
    void aLossThatDoesNotStayFiniteIsAnErrorThatSaysWhatToDo() throws Exception {
        final var error =
            NodeRun.of(new AutoencoderReducerNodeFactory()).input(simulated(20)).set("learningRate", 1e200).run().error();
        assertTrue(error.contains("learning rate"), error);
    }

    @ParameterizedTest
    @CsvSource({"hiddenLayers, '8,,4', The hidden layers are '8,,4'. Enter whole numbers", "hiddenLayers, zwei, 'zwei'",
        "hiddenLayers, 0, '0'", "hiddenLayers, 123456, '123456'", "epochs, 0, The number of epochs must be at least 1",
        "learningRate, -1, The learning rate must be above 0", "dimensions, 0, The number of dimensions must be at least 1"})
    void impossibleNetworksAreRefused(final String key, final String value, final String message) throws Exception {
        final var error = NodeRun.of(new AutoencoderReducerNodeFactory()).input(simulated(5)).set(key, value).configure().error();
        assertTrue(error.contains(message), error);
    }

    @Test
    void withEarlyStoppingTheLossOfValidationRowsStandsInTheTable() throws Exception {
        final var run = NodeRun.of(new AutoencoderReducerNodeFactory()).input(simulated(40)).set("epochs", 20)
            .set("stopEarly", true).set("patience", 100).run();
        final var loss = (BufferedDataTable)run.ok(2);
        assertEquals(20, loss.size());
        assertTrue(Tables.cells(loss, "Validation loss").stream().noneMatch(DataCell::isMissing));
        final var without = NodeRun.of(new AutoencoderReducerNodeFactory()).input(simulated(40)).set("epochs", 20).run();
        assertTrue(Tables.cells((BufferedDataTable)without.ok(2), "Validation loss").stream().allMatch(DataCell::isMissing));
    }

    @Test
    void theReconstructionErrorIsSmallForTrainingRowsAndLargeForOthers() throws Exception {
        final var fit = NodeRun.of(new PcaReducerNodeFactory()).input(simulated(40)).run();
        final var strange = NodeRun.of(new CdfFeaturesNodeFactory())
            .input(Tables.spectra(Tables.ramp(8330, 8370, 100), Tables.simulated(Tables.GRID, 3))).run().ok();
        final var run = NodeRun.of(new ReducerApplyNodeFactory()).input(fit.ok(1), strange).set("reconstructionError", true).run();
        final var errors = Tables.cells(run.ok(), "reconstruction error").stream()
            .mapToDouble(c -> ((DoubleValue)c).getDoubleValue()).toArray();
        assertTrue(errors[0] > 10 * errors[1], Arrays.toString(errors));
        assertEquals(withoutDomains(run.configured()), withoutDomains(run.ok().getDataTableSpec()));
    }

    @Test
    void isomapHasNoReconstructionError() throws Exception {
        final var fit = NodeRun.of(new IsomapReducerNodeFactory()).input(simulated(20)).run();
        assertEquals("Isomap has no way back from reduced values to features, so it has no reconstruction error. Switch that "
            + "option off, or use PCA Reducer or Autoencoder Reducer.",
            NodeRun.of(new ReducerApplyNodeFactory()).input(fit.ok(1), simulated(3)).set("reconstructionError", true).configure()
                .error());
    }

    @Test
    void otherColumnsAreRefusedByName() throws Exception {
        final var fit = NodeRun.of(new PcaReducerNodeFactory()).input(simulated(20)).run();
        final var other = NodeRun.of(new CdfFeaturesNodeFactory())
            .input(Tables.spectra(Tables.simulated(EnergyGrid.linear(8331, 8370, 100), 0))).run().ok();
        final var error = NodeRun.of(new ReducerApplyNodeFactory()).input(fit.ok(1), other).configure().error();
        assertTrue(error.startsWith("The reducer was fitted on 100 number columns, of which "), error);
        assertTrue(error.contains(" are not in the input table: 'cdf 8330.00 eV', 'cdf 8330.40 eV', "), error);
        assertTrue(error.endsWith("Energy Resampler, and make the same features ('cdf')."), error);
    }

    @Test
    void columnsOfTheSameNameThatStandForOtherEnergiesAreRefused() throws Exception {
        final var fit = NodeRun.of(new PcaReducerNodeFactory()).input(simulated(20)).run();
        final var other = NodeRun.of(new CdfFeaturesNodeFactory())
            .input(Tables.spectra(Tables.simulated(EnergyGrid.linear(8330.00001, 8370.00001, 100), 0))).run().ok();
        assertEquals("The column 'cdf 8330.00 eV' stands for 8330.00001 eV, but the reducer was fitted on 8330.0 eV. Bring the "
            + "spectra to the grid of the training data with Energy Resampler, and make the same features ('cdf').",
            NodeRun.of(new ReducerApplyNodeFactory()).input(fit.ok(1), other).configure().error());
    }

    @Test
    void vectorsOfAnotherGridAreRefused() throws Exception {
        final var cdf = new CdfFeaturesNodeFactory();
        final var vectors = NodeRun.of(cdf).input(Tables.spectra(Tables.simulated(20))).set("output", "VECTOR").run().ok();
        final var fit = NodeRun.of(new PcaReducerNodeFactory()).input(vectors).run();
        final var other = NodeRun.of(cdf).input(Tables.spectra(Tables.simulated(EnergyGrid.linear(8331, 8370, 90), 0)))
            .set("output", "VECTOR").run().ok();
        assertEquals("The reducer was fitted on features of spectra with 100 points from 8330.0 to 8370.0 eV, but those of "
            + "'cdf' have 90 points from 8331.0 to 8370.0 eV. Bring the spectra to the grid of the training data with Energy "
            + "Resampler, and make the same features ('cdf').",
            NodeRun.of(new ReducerApplyNodeFactory()).input(fit.ok(1), other).configure().error());
        final var without = Tables.spectra(Tables.simulated(3));
        assertTrue(NodeRun.of(new ReducerApplyNodeFactory()).input(fit.ok(1), without).configure().error()
            .startsWith("The reducer was fitted on the vector column 'cdf', which is not in the input table."));
    }

    @Test
    void aVectorOfAnotherLengthIsAProblemOfItsRow() throws Exception {
        final var spec = new DataTableSpec(Tables.column("v", DoubleVectorCellFactory.TYPE));
        final List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            final var vector = new double[i == 3 ? 5 : 4];
            Arrays.setAll(vector, k -> Math.sin(k * k + rows.size()));
            rows.add(new DefaultRow("Row" + i, new DataCell[]{(DataCell)DoubleVectorCellFactory.createCell(vector)}));
        }
        final var run = NodeRun.of(new PcaReducerNodeFactory()).input(Tables.of(spec, rows)).run();
        assertEquals("1 of 6 rows were left out: the vector has 5 numbers instead of 4 (first: 'Row3')", run.warning());
    }

    @Test
    void aFeatureThatIsGoneIsNamedWithAnother() throws Exception {
        assertEquals("The input table no longer has columns of the feature 'cwt'. Choose another one in the dialog, for example "
            + "'cdf'.", NodeRun.of(new PcaReducerNodeFactory()).input(simulated(5)).set("features/feature", "cwt").configure()
                .error());
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void theColumnsCanBeKept(final DefaultNodeFactory factory) throws Exception {
        final var run = NodeRun.of(factory).input(simulated(20)).set("output/removeColumns", false).run();
        assertEquals(2 + 100 + 3, run.ok().getDataTableSpec().getNumColumns());
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void theViewShowsTheRowsAndTheFit(final DefaultNodeFactory factory) throws Exception {
        final var run = NodeRun.of(factory).input(simulated(20));
        final var data = new ObjectMapper()
            .readTree(run.handle().initialViewData(run.run().executed().internal()).orElseThrow());
        final var pictures = data.at("/result/pictures");
        assertTrue(pictures.size() >= 2, data.toString());
        for (final var picture : pictures) {
            assertTrue(picture.get("svg").textValue().contains("</svg>"), picture.get("title").textValue());
        }
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void theViewOfReducerApplyShowsTheNewRows(final DefaultNodeFactory factory) throws Exception {
        final var fit = NodeRun.of(factory).input(simulated(20)).run();
        final var run = NodeRun.of(new ReducerApplyNodeFactory()).input(fit.ok(1), simulated(7));
        final var pictures = new ObjectMapper()
            .readTree(run.handle().initialViewData(run.run().executed().internal()).orElseThrow()).at("/result/pictures");
        assertEquals(1, pictures.size());
        assertTrue(pictures.get(0).get("svg").textValue().contains(": 7 rows"), pictures.toString());
    }

    @ParameterizedTest
    @MethodSource("reducers")
    void cancellingStopsTheNode(final DefaultNodeFactory factory) throws Exception {
        final var run = NodeRun.of(factory).input(simulated(200));
        run.onProgress(p -> run.cancel());
        assertTrue(run.run().canceled());
    }
}

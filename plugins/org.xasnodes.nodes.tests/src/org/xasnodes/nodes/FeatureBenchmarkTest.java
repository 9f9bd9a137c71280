package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.analyze.benchmark.FeatureBenchmarkNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Feature Benchmark on simulated spectra: columns Spectrum, Length (number), Formula, State (class). */
final class FeatureBenchmarkTest {

    private static final String[] SLOW = {"peaks", "wavelet", "isomap", "autoencoder", "boosting", "forest",
        "perceptron"};

    private static DataTableSpec spec() {
        return new DataTableSpec(Tables.column("Spectrum", SpectrumCell.TYPE), Tables.column("Length", DoubleCell.TYPE),
            Tables.column("Formula", StringCell.TYPE), Tables.column("State", StringCell.TYPE));
    }

    private static DataRow row(final int index, final Spectrum spectrum, final DataCell length, final String state) {
        return new DefaultRow("Row" + index, spectrum == null ? DataType.getMissingCell() : new SpectrumCell(spectrum),
            length,
            new StringCell("formula " + index / 3), state == null ? DataType.getMissingCell() : new StringCell(state));
    }

    private static List<DataRow> rows(final int count) {
        final var simulator = new XanesSimulator(Tables.GRID, 1, 0.002);
        final List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final var simulated = simulator.simulate(i);
            rows.add(row(i, simulated.spectrum(), new DoubleCell(simulated.bondLengthAngstrom()),
                "Ni" + simulated.oxidationState() + "+"));
        }
        return rows;
    }

    private static BufferedDataTable table(final int count) {
        return Tables.of(spec(), rows(count));
    }

    private static NodeRun run(final BufferedDataTable table) {
        return NodeRun.of(new FeatureBenchmarkNodeFactory()).input(table);
    }

    /** Intensity and CDF, none and PCA, dummy and ridge. */
    private static NodeRun quick(final BufferedDataTable table) {
        final var run = run(table);
        for (final var key : SLOW) {
            run.set(key, false);
        }
        return run;
    }

    private static BufferedDataTable port(final NodeRun.Result result, final int port) {
        return (BufferedDataTable)result.ok(port);
    }

    private static List<String> columns(final DataTableSpec spec) {
        return spec.stream().map(c -> c.getName() + " " + c.getType()).toList();
    }

    @Test
    void runsWithGuessedDefaults() throws Exception {
        final var result = run(table(30)).set("folds", 2).run();
        final var scores = port(result, 0);
        assertEquals(80, scores.size());
        assertEquals("intensity, none, dummy", Tables.keys(scores).get(0));
        assertEquals("cwt, ae, perceptron", Tables.keys(scores).get(79));
        assertNull(result.warning());
        assertEquals(160, port(result, 1).size());
        assertEquals(Tables.keys(table(30)).stream().sorted().toList(),
            Tables.keys(port(result, 2)).stream().sorted().toList());
        assertEquals(84, port(result, 2).getDataTableSpec().getNumColumns());
        assertTrue(Tables.texts(scores, "accuracy (test)").stream().allMatch(a -> Double.parseDouble(a) <= 1));
        for (int i = 0; i < 3; i++) {
            assertEquals(columns((DataTableSpec)result.specs()[i]), columns(port(result, i).getDataTableSpec()));
        }
    }

    @Test
    void scoresAreThoseOfThePredictions() throws Exception {
        final var result = quick(table(60)).set("splitting", "HOLDOUT").run();
        final var truth = Tables.texts(port(result, 2), "State");
        final var predicted = Tables.texts(port(result, 2), "cdf, none, ridge");
        assertEquals(12, truth.size());
        var right = 0.0;
        for (int i = 0; i < 12; i++) {
            right += truth.get(i).equals(predicted.get(i)) ? 1 : 0;
        }
        final var index = Tables.keys(port(result, 0)).indexOf("cdf, none, ridge");
        assertEquals(right / 12, Double.parseDouble(Tables.texts(port(result, 0), "accuracy (test)").get(index)),
            1e-15);
        assertTrue(right > 6);
    }

    @Test
    void numbersArePredictedWithTheirOwnScores() throws Exception {
        final var result = quick(table(60)).set("targetColumn", "Length").run();
        final var names = Tables.names(port(result, 0).getDataTableSpec());
        assertTrue(names.containsAll(List.of("RMSE (train)", "RMSE (test)", "RMSE (test, low)", "MAE (test)",
            "R2 (test)")));
        assertFalse(names.contains("accuracy (test)"));
        final var r2 = Tables.texts(port(result, 0), "R2 (test)");
        assertTrue(Double.parseDouble(r2.get(1)) > 0.8, r2.toString());
        assertEquals(DoubleCell.TYPE, port(result, 2).getDataTableSpec().getColumnSpec("cdf, pca, ridge").getType());
    }

    @Test
    void groupsAreTestedAsAWhole() throws Exception {
        final var result = quick(table(45)).set("splitting", "GROUPS").set("groupColumn", "Formula").run();
        final var folds = new HashMap<String, String>();
        final var keys = Tables.keys(port(result, 2));
        final var ofRow = Tables.texts(port(result, 2), "Fold");
        for (int i = 0; i < keys.size(); i++) {
            final var group = "formula " + Integer.parseInt(keys.get(i).substring(3)) / 3;
            final var fold = ofRow.get(i);
            assertEquals(fold, folds.computeIfAbsent(group, g -> fold));
        }
        assertEquals(5, new HashSet<>(folds.values()).size());
    }

    @Test
    void eachRepeatHasItsRowsInThePredictions() throws Exception {
        final var result = quick(table(20)).set("repeats", 2).set("folds", 2).run();
        final var keys = Tables.keys(port(result, 2));
        assertEquals(40, keys.size());
        assertTrue(keys.contains("Row7") && keys.contains("Row7 (2)"));
        assertEquals("4", Tables.texts(port(result, 0), "Folds").get(0));
    }

    @Test
    void aColumnMaySayWhatIsTested() throws Exception {
        final var rows = new ArrayList<DataRow>();
        for (final var row : rows(20)) {
            rows.add(new DefaultRow(row.getKey(), row.getCell(0), row.getCell(1),
                new StringCell(rows.size() < 15 ? "train" : "test"), row.getCell(3)));
        }
        final var result = quick(Tables.of(spec(), rows)).set("splitting", "COLUMN").set("foldColumn", "Formula").run();
        assertEquals(List.of("Row15", "Row16", "Row17", "Row18", "Row19"), Tables.keys(port(result, 2)));
    }

    @Test
    void modelsOfAllSpectraAreTestedOnMeasuredOnes() throws Exception {
        final var result = quick(table(40)).optional("Measured", table(10)).run();
        final var measured = Tables.texts(port(result, 0), "accuracy (measured)");
        assertEquals("1.0", measured.get(1), "ridge knows the spectra that it was trained on");
        assertEquals(50, port(result, 2).size());
        assertEquals("Row0 (2)", Tables.keys(port(result, 2)).get(40));
        assertEquals("measured", Tables.texts(port(result, 2), "Tested").get(40));
        assertEquals(8 * 6, port(result, 1).size());
        assertEquals(columns(result.configured()), columns(port(result, 0).getDataTableSpec()));
    }

    @Test
    void shiftedCopiesChangeTheModelsAndNotTheTestSpectra() throws Exception {
        final var without = quick(table(40)).set("targetColumn", "Length").run();
        final var with = quick(table(40)).set("targetColumn", "Length").set("copies", 3).run();
        assertEquals(Tables.keys(port(without, 2)), Tables.keys(port(with, 2)));
        assertEquals(Tables.texts(port(without, 2), "cdf, pca, dummy"), Tables.texts(port(with, 2), "cdf, pca, dummy"));
        assertNotEquals(Tables.texts(port(without, 2), "cdf, pca, ridge"),
            Tables.texts(port(with, 2), "cdf, pca, ridge"));
    }

    @Test
    void theSameSeedGivesTheSameTables() throws Exception {
        final var once = quick(table(40)).set("forest", true).run();
        final var again = quick(table(40)).set("forest", true).run();
        assertEquals(Tables.rows(port(once, 2)).toString(), Tables.rows(port(again, 2)).toString());
        assertEquals(Tables.texts(port(once, 0), "accuracy (test)"), Tables.texts(port(again, 0), "accuracy (test)"));
    }

    @Test
    void rowsWithoutSpectrumOrTargetAreLeftOut() throws Exception {
        final var rows = rows(30);
        rows.set(3, row(3, null, new DoubleCell(2), "Ni2+"));
        rows.set(5, row(5, Tables.simulated(Tables.GRID, 5), new DoubleCell(2), null));
        final var result = quick(Tables.of(spec(), rows)).run();
        assertEquals(28, port(result, 2).size());
        assertEquals("2 of 30 spectra were left out: the spectrum is missing (first: 'Row3'); 1 of them for other "
            + "reasons (first: 'Row5', the target is missing)", result.warning());
    }

    @Test
    void aSpectrumWithoutAFeatureIsMissingThereOnly() throws Exception {
        final var rows = rows(30);
        rows.set(4, row(4, new Spectrum(Tables.GRID, new double[100]), new DoubleCell(2), "Ni2+"));
        final var result = quick(Tables.of(spec(), rows)).run();
        final var position = Tables.keys(port(result, 2)).indexOf("Row4");
        assertTrue(Tables.cells(port(result, 2), "cdf, none, ridge").get(position).isMissing());
        assertFalse(Tables.cells(port(result, 2), "intensity, none, ridge").get(position).isMissing());
        assertTrue(result.warning().startsWith("4 of 8 combinations lack scores or spectra (first: cdf, none, dummy: "
            + "1 of 30 spectra are left out. The first: The intensities add up to 0.0"), result.warning());
    }

    @Test
    void aCombinationThatFailsHasMissingScoresAndAReason() throws Exception {
        final var result = quick(table(8)).set("isomap", true).set("folds", 2).run();
        final var scores = port(result, 0);
        final var failed = Tables.keys(scores).indexOf("cdf, isomap, ridge");
        assertTrue(Tables.cells(scores, "accuracy (test)").get(failed).isMissing());
        assertTrue(Tables.texts(scores, "Note").get(failed).contains("at least 6 rows"),
            Tables.texts(scores, "Note").get(failed));
        assertEquals("0", Tables.texts(scores, "Folds").get(failed));
        assertFalse(Tables.cells(scores,
            "accuracy (test)").get(Tables.keys(scores).indexOf("cdf, pca, ridge")).isMissing());
        assertTrue(result.warning().startsWith("4 of 12 combinations lack scores or spectra (first: intensity, "
            + "isomap, dummy: "), result.warning());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { //
        "targetColumn|Gone|The target column 'Gone' is not in the table.",
        "targetColumn|Spectrum|The target column 'Spectrum' holds",
        "spectrumColumn|Length|The column 'Length' holds",
        "splitting|GROUPS|No group column is chosen.", "splitting|COLUMN|No fold column is chosen.",
        "folds|1|The number of folds must be at least 2, not 1.", "repeats|0|The number of repeats must be at least 1",
        "testShare|1|The share of test spectra must be above 0 and below 1", "dimensions|0|The number of dimensions",
        "copies|-1|The number of shifted copies", "shiftRangeEv|-1|The largest shift"})
    void settingsThatCannotBeAreRefusedBeforeTheRun(final String key, final String value, final String message)
        throws Exception {
        final var error = quick(table(6)).set(key, value).configure().error();
        assertTrue(error != null && error.startsWith(message), error);
    }

    @Test
    void nothingToCompareIsRefusedBeforeTheRun() throws Exception {
        assertEquals("No feature is chosen. Choose at least one in the dialog.",
            quick(table(6)).set("intensity", false).set("cdf", false).configure().error());
        assertEquals("No model is chosen. Choose at least one in the dialog.",
            quick(table(6)).set("dummy", false).set("ridge", false).configure().error());
        assertTrue(quick(table(6)).set("noReducer", false).set("pca", false).configure().error()
            .startsWith("No reducer"));
        assertTrue(quick(table(6)).set("targetColumn", "Length").set("splitting", "STRATIFIED").configure().error()
            .startsWith("Folds with equal classes need classes, but the target 'Length' holds numbers."));
    }

    @Test
    void aTargetOfOneClassIsRefusedBeforeTheRun() throws Exception {
        final var rows = new ArrayList<DataRow>();
        rows(6).forEach(r -> rows.add(row(rows.size(), Tables.simulated(Tables.GRID, 0), new DoubleCell(1), "Ni2+")));
        final var error = quick(Tables.of(spec(), rows)).configure().error();
        assertTrue(error.startsWith("All spectra have the same class, 'Ni2+', in the target column 'State'."), error);
    }

    @Test
    void spectraThatCannotBeDividedAreRefusedBeforeAnyModel() throws Exception {
        final var rows = rows(12);
        rows.set(0, row(0, Tables.simulated(Tables.GRID, 0), new DoubleCell(2), "Ni9+"));
        assertTrue(quick(Tables.of(spec(), rows)).set("splitting", "STRATIFIED").set("folds", 2).run().error()
            .startsWith("Class 'Ni9+' has 1 rows, fewer than the 2 folds."));
        assertTrue(quick(table(12)).set("splitting", "GROUPS").set("groupColumn", "Formula").run().error()
            .startsWith("There are 4 groups, fewer than the 5 folds"));
        assertTrue(quick(table(3)).run().error().startsWith("There are 3 rows, fewer than the 5 folds"));
    }

    @Test
    void spectraOnDifferentGridsAreRefused() throws Exception {
        final var rows = rows(12);
        rows.set(7, row(7, Tables.simulated(EnergyGrid.linear(8330, 8370, 50), 7), new DoubleCell(2), "Ni2+"));
        final var error = quick(Tables.of(spec(), rows)).run().error();
        assertTrue(error.startsWith("Row 'Row7': the spectrum has the energy grid"), error);
        assertTrue(quick(table(12)).optional("Measured", Tables.of(spec(), rows.subList(7, 8))).run().error()
            .contains("connect the training spectra to its reference port"));
    }

    @Test
    void measuredSpectraNeedTheSameTarget() throws Exception {
        final var none = Tables.of(new DataTableSpec(Tables.column("Spectrum", SpectrumCell.TYPE)), List.of());
        assertEquals("Table 'Measured': The target column 'State' is not in the table. Choose another one in the "
            + "dialog.",
            quick(table(12)).optional("Measured", none).configure().error());
        final var numbers = Tables.of(new DataTableSpec(Tables.column("Spectrum", SpectrumCell.TYPE),
            Tables.column("State", DoubleCell.TYPE)), List.of());
        assertTrue(quick(table(12)).optional("Measured", numbers).configure().error()
            .startsWith("Table 'Measured': the target 'State' holds numbers"));
    }

    @Test
    void aTableWithoutTargetsIsRefused() throws Exception {
        final var rows = new ArrayList<DataRow>();
        rows(4).forEach(r -> rows.add(row(rows.size(), Tables.simulated(Tables.GRID, 0), new DoubleCell(1), null)));
        assertEquals("No spectrum has a target. Check the target column 'State'.", quick(Tables.of(spec(), rows))
            .run().error());
        assertEquals("Table 'Measured': no spectrum has a target. Check its column 'State'.",
            quick(table(12)).optional("Measured", Tables.of(spec(), rows)).run().error());
        assertEquals("There is no spectrum in the input table.", quick(Tables.of(spec(), List.of())).run().error());
    }

    @Test
    void theViewShowsAHeatMapOfEachScore() throws Exception {
        final var run = quick(table(30)).optional("Measured", table(10));
        final var data = new ObjectMapper()
            .readTree(run.handle().initialViewData(run.run().executed().internal()).orElseThrow());
        final var titles = new ArrayList<String>();
        for (final var picture : data.at("/result/pictures")) {
            titles.add(picture.get("title").textValue());
            assertTrue(picture.get("svg").textValue().contains("</svg>"));
        }
        assertEquals(List.of("accuracy", "balanced accuracy", "accuracy on measured spectra",
            "balanced accuracy on measured spectra"), titles);
    }

    @Test
    void cancellingStopsTheNode() throws Exception {
        final var run = run(table(60));
        run.onProgress(p -> {
            if (p > 0.05) {
                run.cancel();
            }
        });
        assertTrue(run.run().canceled());
    }
}

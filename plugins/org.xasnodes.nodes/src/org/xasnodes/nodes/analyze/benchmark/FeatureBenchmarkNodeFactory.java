package org.xasnodes.nodes.analyze.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.benchmark.Benchmark;
import org.xasnodes.benchmark.CellSummary;
import org.xasnodes.benchmark.Metric;
import org.xasnodes.core.evaluate.SplitException;
import org.xasnodes.nodes.util.NodeProgress;
import org.xasnodes.nodes.util.RowFailure;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.view.PictureView;

/** The node Feature Benchmark. */
public final class FeatureBenchmarkNodeFactory extends DefaultNodeFactory {

    private static final double MODELS_SHARE = 0.98;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Feature Benchmark") //
        .icon("benchmark.png") //
        .shortDescription(
            "Compares features, reducers and models on labelled spectra, and tests them on measured ones.") //
        .fullDescription("""
                <p>Which features and which reducer work for a problem? This node tries all chosen combinations of
                features, reducers and models on the same training and test spectra, and gives their scores, the
                predictions for each test spectrum, and heat maps: the tables of Chen et al., <a
                href="https://arxiv.org/abs/2310.07049">Robust machine learning inference from X-ray absorption near
                edge spectra through featurization</a>.</p>
                <p>Reducers, scaling and models are fitted on the training spectra alone. Spectra that belong together,
                for example all sites of one formula, should be tested by group: divided at random, a model can remember
                what it should predict, and the score is too good.</p>
                <p>To see how models trained on computed spectra do on measured ones, add the port <i>Measured</i>
                (three dots on the node) and connect measured spectra with known target, on the grid of the training
                spectra and aligned to them. The models for this are trained on all of the first table.</p>
                <p>Scores are the mean over the folds. The 95 % interval (Student's t) shows the spread between folds;
                since folds share training spectra it is somewhat too narrow. A combination that cannot be computed has
                missing scores and a note that says why; the others go on.</p>
                <p>Gradient boosting and random forest are Weka's, set up like scikit-learn's defaults: 100 trees, all
                features looked at in each split, or the square root of their number for the forest with classes.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("Spectra", g -> g.name("Spectra") //
                .description("Spectra on one energy grid, with a column to predict.").fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Measured", g -> g.name("Measured") //
                .description("Measured spectra on the same grid, with the same target column. Only tested, never trained "
                    + "on; a class that the training spectra lack counts as predicted wrongly.")
                .optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Scores", g -> g.name("Scores") //
                .description("One row per combination of features, reducer and model: scores as means over the folds.")
                .fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Folds", g -> g.name("Folds") //
                .description("One row per combination and fold, and per combination for the measured spectra.")
                .fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Predictions", g -> g.name("Predictions") //
                .description("One row per test spectrum with the prediction of each combination, for KNIME's Scorer.")
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m //
            .parametersClass(FeatureBenchmarkParameters.class) //
            .configure(FeatureBenchmarkNodeFactory::configure) //
            .execute(FeatureBenchmarkNodeFactory::execute)) //
        .addView(v -> PictureView.of(v, "Heat maps of the scores: training in the upper, test in the lower triangles.",
            BenchmarkPictures::of)) //
        .nodeType(NodeType.Learner) //
        .keywords("XANES", "XAS", "cross validation", "comparison", "random forest", "gradient boosting", "ridge",
            "multi-layer perceptron", "transfer");

    /** Called by KNIME. */
    public FeatureBenchmarkNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final FeatureBenchmarkParameters parameters = input.getParameters();
        parameters.validate();
        final var specs = input.getInTableSpecs();
        final var columns = LabelColumns.of(specs[0], parameters);
        if (specs.length > 1 && specs[1] != null) {
            columns.measured(specs[1], parameters);
        }
        final var metrics = Metric.of(columns.areClasses());
        output.setOutSpecs(ScoreTable.spec(metrics, specs.length > 1), FoldTable.spec(metrics),
            PredictionTable.spec(specs[0].getColumnSpec(columns.target()), columns.areClasses(), parameters.options()));
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final FeatureBenchmarkParameters parameters = input.getParameters();
        final var tables = input.getInTables();
        final var exec = input.getExecutionContext();
        final var problems = new RowProblems("spectra were left out");
        try {
            final var benchmark = BenchmarkInput.of(tables, parameters, exec, problems);
            final var results = Benchmark.run(benchmark.data(), benchmark.splits(), parameters.options(),
                new NodeProgress(exec.createSubProgress(MODELS_SHARE)));
            final var metrics = Metric.of(benchmark.data().areClasses());
            final var summaries = CellSummary.of(results, metrics);
            final var scores = ScoreTable.make(summaries, metrics, tables.length > 1, exec);
            final var spec = tables[0].getDataTableSpec();
            output.setOutData(scores, FoldTable.make(results, metrics, exec),
                PredictionTable.make(benchmark, results,
                PredictionTable.spec(spec.getColumnSpec(parameters.m_targetColumn),
                    benchmark.data().areClasses(), parameters.options()), exec));
            output.setInternalData(scores);
            final var rows = Stream.of(tables).mapToLong(BufferedDataTable::size).sum();
            final var warning = Stream.of(problems.warning(rows), notes(summaries)).flatMap(Optional::stream)
                .collect(Collectors.joining(". "));
            if (!warning.isEmpty()) {
                output.setWarningMessage(warning);
            }
        } catch (final InvalidSettingsException | SplitException | RowFailure e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        } catch (final CancellationException e) {
            throw NodeProgress.canceled(e);
        }
    }

    /** Notes of the combinations that have no score somewhere, or where spectra have no such feature. */
    private static Optional<String> notes(final List<CellSummary> summaries) {
        final var noted = summaries.stream().filter(s -> !s.note().isEmpty()).toList();
        return noted.isEmpty() ? Optional.empty()
            : Optional.of(noted.size() + " of " + summaries.size() + " combinations lack scores or spectra (first: "
                + ScoreTable.name(noted.get(0)) + ": " + noted.get(0).note() + ")");
    }
}

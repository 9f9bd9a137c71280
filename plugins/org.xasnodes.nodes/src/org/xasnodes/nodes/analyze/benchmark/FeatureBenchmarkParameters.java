package org.xasnodes.nodes.analyze.benchmark;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.xasnodes.benchmark.Augmentation;
import org.xasnodes.benchmark.BenchmarkOptions;
import org.xasnodes.benchmark.FeatureKind;
import org.xasnodes.benchmark.ModelKind;
import org.xasnodes.benchmark.ReducerKind;
import org.xasnodes.nodes.util.GridSettings;
import org.xasnodes.nodes.util.SpectrumColumns;

/** Settings of Feature Benchmark. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class FeatureBenchmarkParameters implements NodeParameters {

    /** How rows are divided into training and test rows. The names are settings: never rename them. */
    enum Splitting {
        @Label(value = "Holdout", description = "A random share of the spectra is put aside for testing.")
        HOLDOUT, //
        @Label(value = "Folds",
            description = "The spectra are dealt at random into folds, and each fold is tested once.")
        FOLDS, //
        @Label(value = "Folds with equal classes",
            description = "As folds, with the same share of each class in every fold.")
        STRATIFIED, //
        @Label(value = "Folds by group",
            description = "Whole groups are dealt into folds, so that spectra of one formula or structure are never "
                + "both trained on and tested. Without that, a score can be far too good.")
        GROUPS, //
        @Label(value = "By a column",
            description = "A column says 'train' or 'test', or names the fold of each spectrum.")
        COLUMN
    }

    @Section(title = "Testing")
    interface TestingSection {
    }

    @Section(title = "Features")
    @After(TestingSection.class)
    interface FeatureSection {
    }

    @Section(title = "Reducers")
    @After(FeatureSection.class)
    interface ReducerSection {
    }

    @Section(title = "Models")
    @After(ReducerSection.class)
    interface ModelSection {
    }

    @Section(title = "Shifted copies",
        description = "Copies of the training spectra, shifted in energy at random, can teach models to overlook a "
            + "shift.")
    @Advanced
    @After(ModelSection.class)
    interface AugmentationSection {
    }

    interface SplittingRef extends ParameterReference<Splitting> {
    }

    static final class IsHoldout implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SplittingRef.class).isOneOf(Splitting.HOLDOUT);
        }
    }

    static final class HasFolds implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SplittingRef.class).isOneOf(Splitting.FOLDS, Splitting.STRATIFIED, Splitting.GROUPS);
        }
    }

    static final class IsByGroup implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SplittingRef.class).isOneOf(Splitting.GROUPS);
        }
    }

    static final class IsByColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SplittingRef.class).isOneOf(Splitting.COLUMN);
        }
    }

    static final class IsRandom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SplittingRef.class).isOneOf(Splitting.HOLDOUT, Splitting.FOLDS, Splitting.STRATIFIED,
                Splitting.GROUPS);
        }
    }

    /** Texts and numbers. */
    static final class TextsAndNumbers extends CompatibleColumnsProvider {
        TextsAndNumbers() {
            super(List.of(StringValue.class, DoubleValue.class));
        }
    }

    @Widget(title = "Spectrum column",
        description = "The column with the spectra. All of them must have one energy grid.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "Target column",
        description = "What the models predict: a text column holds classes, a number column numbers. Use KNIME's Number "
            + "to String to make classes of numbers.")
    @ChoicesProvider(TextsAndNumbers.class)
    String m_targetColumn;

    @Widget(title = "Training and test spectra", description = "How the spectra are divided.")
    @ValueReference(SplittingRef.class)
    @Layout(TestingSection.class)
    Splitting m_splitting = Splitting.FOLDS;

    @Widget(title = "Share of test spectra",
        description = "The part of the spectra that is tested, above 0 and below 1.")
    @Effect(predicate = IsHoldout.class, type = Effect.EffectType.SHOW)
    @Layout(TestingSection.class)
    double m_testShare = 0.2;

    @Widget(title = "Number of folds", description = "Each fold is tested once, by models trained on all the others.")
    @NumberInputWidget(minValidation = GridSettings.AtLeastTwo.class)
    @Effect(predicate = HasFolds.class, type = Effect.EffectType.SHOW)
    @Layout(TestingSection.class)
    int m_folds = 5;

    @Widget(title = "Group column",
        description = "What belongs together, for example the formula or the structure of each spectrum.")
    @ChoicesProvider(TextsAndNumbers.class)
    @Effect(predicate = IsByGroup.class, type = Effect.EffectType.SHOW)
    @Layout(TestingSection.class)
    String m_groupColumn;

    @Widget(title = "Fold column", description = "'train' or 'test', or the name of the fold of each spectrum.")
    @ChoicesProvider(TextsAndNumbers.class)
    @Effect(predicate = IsByColumn.class, type = Effect.EffectType.SHOW)
    @Layout(TestingSection.class)
    String m_foldColumn;

    @Widget(title = "Repeats", description = "How often the spectra are divided anew.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsRandom.class, type = Effect.EffectType.SHOW)
    @Layout(TestingSection.class)
    int m_repeats = 1;

    @Widget(title = "Seed",
        description = "Decides about all random numbers. The same seed gives the same results, on any number of "
            + "processors.")
    @Layout(TestingSection.class)
    long m_seed = 1;

    @Widget(title = "Intensity", description = "The intensities themselves.")
    @Layout(FeatureSection.class)
    boolean m_intensity = true;

    @Widget(title = "CDF", description = "The cumulative distribution, as CDF Features makes it.")
    @Layout(FeatureSection.class)
    boolean m_cdf = true;

    @Widget(title = "Gaussian peaks",
        description = "The parameters of 20 peaks, as Gaussian Peak Features makes them. The grid needs enough points. Before a "
            + "reducer each is divided by its standard deviation in the training spectra, since they have different units.")
    @Layout(FeatureSection.class)
    boolean m_peaks = true;

    @Widget(title = "Wavelet transform",
        description = "The continuous wavelet transform at widths 1 to 10, as Wavelet Features makes it. Ten numbers a "
            + "point, so models take ten times as long.")
    @Layout(FeatureSection.class)
    boolean m_wavelet = true;

    @Widget(title = "No reducer", description = "Models see all features.")
    @Layout(ReducerSection.class)
    boolean m_noReducer = true;

    @Widget(title = "PCA", description = "Principal components, as PCA Reducer makes them.")
    @Layout(ReducerSection.class)
    boolean m_pca = true;

    @Widget(title = "Isomap", description = "Isometric mapping, as Isomap Reducer makes it.")
    @Layout(ReducerSection.class)
    boolean m_isomap = true;

    @Widget(title = "Autoencoder", description = "The middle layer of a network, as Autoencoder Reducer makes it.")
    @Layout(ReducerSection.class)
    boolean m_autoencoder = true;

    @Widget(title = "Dimensions", description = "How many numbers a reducer makes of the features of a spectrum.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(ReducerSection.class)
    int m_dimensions = 3;

    @Widget(title = "Dummy",
        description = "Always says the most frequent class, or the mean. A model must be better than that.")
    @Layout(ModelSection.class)
    boolean m_dummy = true;

    @Widget(title = "Ridge",
        description = "Linear regression with a penalty on large weights; classes one against the rest.")
    @Layout(ModelSection.class)
    boolean m_ridge = true;

    @Widget(title = "Gradient boosting", description = "100 rounds of trees of depth 3, learning rate 0.1.")
    @Layout(ModelSection.class)
    boolean m_boosting = true;

    @Widget(title = "Random forest", description = "100 trees; nodes of fewer than 10 spectra are not split.")
    @Layout(ModelSection.class)
    boolean m_forest = true;

    @Widget(title = "Multi-layer perceptron", description = "A neural network with one hidden layer of 64 units.")
    @Layout(ModelSection.class)
    boolean m_perceptron = true;

    @Widget(title = "Copies of each spectrum",
        description = "How many shifted copies of each training spectrum the models learn from too. Test spectra are "
            + "never shifted.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(AugmentationSection.class)
    int m_copies;

    @Widget(title = "Largest shift (eV)", description = "Each copy is shifted by a random energy of at most this size.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(AugmentationSection.class)
    double m_shiftRangeEv = 1;

    FeatureBenchmarkParameters() {
    }

    FeatureBenchmarkParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
        m_targetColumn = input.getInTableSpec(0).map(spec -> {
            final var columns = ColumnSelectionUtil.getCompatibleColumns(spec, StringValue.class);
            final var numbers = ColumnSelectionUtil.getCompatibleColumns(spec, DoubleValue.class);
            final var chosen = columns.isEmpty() ? numbers : columns; // labels stand last
            return chosen.isEmpty() ? null : chosen.get(chosen.size() - 1).getName();
        }).orElse(null);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        require(m_testShare > 0 && m_testShare < 1, "The share of test spectra must be above 0 and below 1, not "
            + m_testShare);
        require(m_folds >= 2, "The number of folds must be at least 2, not " + m_folds);
        require(m_repeats >= 1, "The number of repeats must be at least 1, not " + m_repeats);
        require(m_dimensions >= 1, "The number of dimensions must be at least 1, not " + m_dimensions);
        require(m_copies >= 0, "The number of shifted copies must be at least 0, not " + m_copies);
        require(m_shiftRangeEv >= 0 && m_shiftRangeEv < Double.POSITIVE_INFINITY,
            "The largest shift must be at least 0 eV, not " + m_shiftRangeEv);
    }

    private static void require(final boolean condition, final String message) throws InvalidSettingsException {
        if (!condition) {
            throw new InvalidSettingsException(message + ".");
        }
    }

    private static <T> List<T> chosen(final T[] all, final boolean... chosen) {
        final var result = new ArrayList<T>();
        for (int i = 0; i < all.length; i++) {
            if (chosen[i]) {
                result.add(all[i]);
            }
        }
        return result;
    }

    private List<FeatureKind> features() {
        return chosen(FeatureKind.values(), m_intensity, m_cdf, m_peaks, m_wavelet);
    }

    private List<ReducerKind> reducers() {
        return chosen(ReducerKind.values(), m_noReducer, m_pca, m_isomap, m_autoencoder);
    }

    private List<ModelKind> models() {
        return chosen(ModelKind.values(), m_dummy, m_ridge, m_boosting, m_forest, m_perceptron);
    }

    /** @throws InvalidSettingsException if there is nothing to compare */
    BenchmarkOptions options() throws InvalidSettingsException {
        require(!features().isEmpty(), "No feature is chosen. Choose at least one in the dialog");
        require(!reducers().isEmpty(), "No reducer is chosen. Choose at least one in the dialog, or 'No reducer'");
        require(!models().isEmpty(), "No model is chosen. Choose at least one in the dialog");
        return new BenchmarkOptions(features(), reducers(), m_dimensions, models(),
            new Augmentation(m_shiftRangeEv, m_copies),
            m_seed, Runtime.getRuntime().availableProcessors());
    }
}

package org.xasnodes.nodes.reduce.autoencoder;

import java.util.ArrayList;
import java.util.List;

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
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.xasnodes.core.network.Activation;
import org.xasnodes.core.network.TrainingOptions;
import org.xasnodes.core.reduce.AutoencoderOptions;
import org.xasnodes.nodes.reduce.FeatureParameters;
import org.xasnodes.nodes.reduce.ReducedOutputParameters;

/** Settings of Autoencoder Reducer. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class AutoencoderReducerParameters implements NodeParameters {

    /** What a unit makes of its sum. The names are settings: never rename them. */
    enum Function {
        @Label(value = "Hyperbolic tangent", description = "Smooth, from -1 to 1. The paper's choice.")
        TANH(Activation.TANH), //
        @Label(value = "Rectified linear", description = "0 below 0, the sum itself above.")
        RELU(Activation.RELU), //
        @Label(value = "Logistic", description = "Smooth, from 0 to 1.")
        LOGISTIC(Activation.LOGISTIC);

        final Activation m_core;

        Function(final Activation core) {
            m_core = core;
        }
    }

    @Section(title = "Features")
    interface FeatureSection {
    }

    @Section(title = "Network")
    @After(FeatureSection.class)
    interface NetworkSection {
    }

    @Section(title = "Training")
    @After(NetworkSection.class)
    interface TrainingSection {
    }

    @Section(title = "Output")
    @After(TrainingSection.class)
    interface OutputSection {
    }

    interface EarlyStoppingRef extends ParameterReference<Boolean> {
    }

    static final class IsEarlyStopping implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(EarlyStoppingRef.class).isTrue();
        }
    }

    private static final int MAX_UNITS = 10_000;

    @Layout(FeatureSection.class)
    FeatureParameters m_features = new FeatureParameters();

    @Widget(title = "Dimensions",
        description = "The number of values that a row becomes: the units of the narrow layer in the middle.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(NetworkSection.class)
    int m_dimensions = 3;

    @Widget(title = "Hidden layers",
        description = "The numbers of units of the layers between the features and the narrow layer, with commas between "
            + "them, for example '64, 16'. The way back has the same layers in reverse order.")
    @TextInputWidget
    @Layout(NetworkSection.class)
    String m_hiddenLayers = "32";

    @Widget(title = "Activation", description = "What a unit of the hidden layers makes of the sum of its inputs; the reduced values and the last layer are plain "
            + "sums.")
    @Advanced
    @Layout(NetworkSection.class)
    Function m_activation = Function.TANH;

    @Widget(title = "Epochs", description = "How often all rows are gone through.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(TrainingSection.class)
    int m_epochs = 300;

    @Widget(title = "Batch size", description = "After how many rows the weights are changed.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    @Layout(TrainingSection.class)
    int m_batchSize = 200;

    @Widget(title = "Learning rate",
        description = "The size of the first steps of the method Adam; it falls to 0 until the last epoch. Lower it if the "
            + "loss jumps.")
    @Advanced
    @Layout(TrainingSection.class)
    double m_learningRate = 0.005;

    @Widget(title = "Stop early",
        description = "Whether some rows are kept from training to tell when more training no longer helps; the network of "
            + "the best epoch is used.")
    @ValueReference(EarlyStoppingRef.class)
    @Layout(TrainingSection.class)
    boolean m_stopEarly;

    @Widget(title = "Validation share (%)", description = "The share of the rows that is kept from training.")
    @Effect(predicate = IsEarlyStopping.class, type = Effect.EffectType.SHOW)
    @Layout(TrainingSection.class)
    double m_validationPercent = 10;

    @Widget(title = "Patience", description = "Training stops after so many epochs without improvement.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsEarlyStopping.class, type = Effect.EffectType.SHOW)
    @Layout(TrainingSection.class)
    int m_patience = 20;

    @Widget(title = "Seed",
        description = "Decides the first weights, the order of the rows and which are kept for validation. The same seed "
            + "gives the same numbers; another gives others of much the same worth.")
    @Layout(TrainingSection.class)
    long m_seed = 1;

    @Layout(OutputSection.class)
    ReducedOutputParameters m_output = new ReducedOutputParameters();

    AutoencoderReducerParameters() {
    }

    AutoencoderReducerParameters(final NodeParametersInput input) {
        m_features = new FeatureParameters(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        coreOptions();
    }

    AutoencoderOptions coreOptions() throws InvalidSettingsException {
        if (m_stopEarly && !(m_validationPercent > 0 && m_validationPercent < 100)) {
            throw new InvalidSettingsException("The validation share is " + m_validationPercent
                + " %. Enter more than 0 and less than 100 %.");
        }
        try {
            final var training = TrainingOptions.DEFAULTS.withMaxEpochs(m_epochs).withBatchSize(m_batchSize)
                .withLearningRate(m_learningRate).withSeed(m_seed);
            return new AutoencoderOptions(m_dimensions, hiddenLayers(), m_activation.m_core,
                m_stopEarly ? training.withEarlyStopping(m_validationPercent / 100, m_patience) : training);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private List<Integer> hiddenLayers() throws InvalidSettingsException {
        final List<Integer> units = new ArrayList<>();
        if (m_hiddenLayers == null || m_hiddenLayers.isBlank()) {
            return units;
        }
        for (final var text : m_hiddenLayers.split(",", -1)) {
            final var number = text.strip();
            if (!number.matches("\\d{1,5}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > MAX_UNITS) {
                throw new InvalidSettingsException("The hidden layers are '" + m_hiddenLayers + "'. Enter whole numbers from 1 "
                    + "to " + MAX_UNITS + " with commas between them, for example '64, 16'.");
            }
            units.add(Integer.parseInt(number));
        }
        return units;
    }
}

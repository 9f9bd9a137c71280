package org.xasnodes.nodes.reduce.pca;

import org.knime.core.node.InvalidSettingsException;
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
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.xasnodes.nodes.reduce.FeatureParameters;
import org.xasnodes.nodes.reduce.ReducedOutputParameters;

/** Settings of PCA Reducer. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class PcaReducerParameters implements NodeParameters {

    /** What sets the number of components. The names are settings: never rename them. */
    enum Choice {
        @Label(value = "Number", description = "As many components as given.")
        NUMBER, //
        @Label(value = "Share of the variance",
            description = "As many components as are needed to keep the given share of the variance of all rows.")
        VARIANCE
    }

    @Section(title = "Features")
    interface FeatureSection {
    }

    @Section(title = "Components")
    @After(FeatureSection.class)
    interface ComponentSection {
    }

    @Section(title = "Output")
    @After(ComponentSection.class)
    interface OutputSection {
    }

    interface ChoiceRef extends ParameterReference<Choice> {
    }

    static final class IsNumber implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ChoiceRef.class).isOneOf(Choice.NUMBER);
        }
    }

    @Layout(FeatureSection.class)
    FeatureParameters m_features = new FeatureParameters();

    @Widget(title = "Components by", description = "What sets the number of components.")
    @ValueSwitchWidget
    @ValueReference(ChoiceRef.class)
    @Layout(ComponentSection.class)
    Choice m_choice = Choice.NUMBER;

    @Widget(title = "Number of components", description = "The number of values that a row becomes.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsNumber.class, type = Effect.EffectType.SHOW)
    @Layout(ComponentSection.class)
    int m_components = 3;

    @Widget(title = "Share of the variance (%)",
        description = "The components together keep at least this share of the variance; above 0, at most 100.")
    @Effect(predicate = IsNumber.class, type = Effect.EffectType.HIDE)
    @Layout(ComponentSection.class)
    double m_variancePercent = 99;

    @Widget(title = "Standardise",
        description = "Whether each feature is divided by its standard deviation first. Right for features in different "
            + "units, such as centres and heights of peaks; for intensities it blows up the noise where spectra do not differ.")
    @Layout(ComponentSection.class)
    boolean m_standardise;

    @Layout(OutputSection.class)
    ReducedOutputParameters m_output = new ReducedOutputParameters();

    PcaReducerParameters() {
    }

    PcaReducerParameters(final NodeParametersInput input) {
        m_features = new FeatureParameters(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_choice == Choice.NUMBER && m_components < 1) {
            throw new InvalidSettingsException("The number of components is " + m_components + ". Enter at least 1.");
        }
        if (m_choice == Choice.VARIANCE && !(m_variancePercent > 0 && m_variancePercent <= 100)) {
            throw new InvalidSettingsException("The share of the variance is " + m_variancePercent
                + " %. Enter more than 0 and at most 100 %.");
        }
    }
}

package org.xasnodes.nodes.prepare.normalizer;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.xasnodes.core.prepare.EdgeStepOptions;
import org.xasnodes.core.prepare.SpectrumNormalizer;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.SpectrumColumns;
import org.xasnodes.nodes.util.SpectrumOutput;

/** Settings of Spectrum Normalizer. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class SpectrumNormalizerParameters implements NodeParameters {

    /** What becomes 1. */
    enum Method {
        @Label(value = "None", description = "The intensities stay as they are.")
        NONE(SpectrumNormalizer.Method.NONE), //
        @Label(value = "Maximum", description = "The largest intensity becomes 1, as Chen et al. do.")
        MAXIMUM(SpectrumNormalizer.Method.MAXIMUM), //
        @Label(value = "Area", description = "The integral over the energy becomes 1.")
        AREA(SpectrumNormalizer.Method.AREA), //
        @Label(value = "Edge step",
            description = "A line through the pre-edge is taken away and the edge step, measured with a polynomial through the "
                + "post-edge, becomes 1, as Larch and Athena do.")
        EDGE_STEP(SpectrumNormalizer.Method.EDGE_STEP);

        final SpectrumNormalizer.Method m_core;

        Method(final SpectrumNormalizer.Method core) {
            m_core = core;
        }
    }

    @Section(title = "Edge step",
        description = "All energies but E0 are relative to E0. What is not set is chosen for each spectrum, as Larch does.")
    @Effect(predicate = IsEdgeStep.class, type = Effect.EffectType.SHOW)
    interface EdgeSection {
    }

    @Section(title = "Output")
    @After(EdgeSection.class)
    interface OutputSection {
    }

    interface MethodRef extends ParameterReference<Method> {
    }

    static final class IsEdgeStep implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodRef.class).isOneOf(Method.EDGE_STEP);
        }
    }

    @Widget(title = "Spectrum column", description = "The column with the spectra to normalise.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "Normalise to", description = "What becomes 1.")
    @ValueReference(MethodRef.class)
    Method m_method = Method.MAXIMUM;

    @Widget(title = "Flatten", description = "Whether the curvature of the post-edge is taken out above E0 too.")
    @Layout(EdgeSection.class)
    boolean m_flatten = true;

    @Widget(title = "E0 (eV)", description = "The edge energy. If not set it is found where the absorption rises most.")
    @Layout(EdgeSection.class)
    Optional<Double> m_e0Ev = Optional.empty();

    @Widget(title = "Pre-edge from (eV)", description = "Lower end of the pre-edge range, relative to E0, for example -100.")
    @Layout(EdgeSection.class)
    Optional<Double> m_preEdgeFromEv = Optional.empty();

    @Widget(title = "Pre-edge to (eV)", description = "Upper end of the pre-edge range, relative to E0, for example -30.")
    @Layout(EdgeSection.class)
    Optional<Double> m_preEdgeToEv = Optional.empty();

    @Widget(title = "Post-edge from (eV)", description = "Lower end of the post-edge range, relative to E0, for example 25.")
    @Layout(EdgeSection.class)
    Optional<Double> m_postEdgeFromEv = Optional.empty();

    @Widget(title = "Post-edge to (eV)", description = "Upper end of the post-edge range, relative to E0, for example 300.")
    @Layout(EdgeSection.class)
    Optional<Double> m_postEdgeToEv = Optional.empty();

    @Widget(title = "Degree of the post-edge polynomial",
        description = "0 to 5. If not set it is 2, or less for a short post-edge.")
    @Layout(EdgeSection.class)
    @Advanced
    Optional<Integer> m_postEdgeDegree = Optional.empty();

    @Widget(title = "Normalised spectra", description = "Where the normalised spectra stand in the output table.")
    @ValueReference(SpectrumOutput.Ref.class)
    @Layout(OutputSection.class)
    SpectrumOutput m_output = SpectrumOutput.REPLACE;

    @Widget(title = "New column name", description = "The name of the appended column.")
    @TextInputWidget
    @Effect(predicate = SpectrumOutput.IsAppend.class, type = Effect.EffectType.SHOW)
    @Layout(OutputSection.class)
    String m_newColumn = "Normalised";

    @Widget(title = "If a spectrum cannot be normalised",
        description = "What to do with a spectrum without an edge, without points in the pre-edge or post-edge range, or of "
            + "zeros only.")
    @Advanced
    @Layout(OutputSection.class)
    OnProblem m_onProblem = OnProblem.MISSING;

    SpectrumNormalizerParameters() {
    }

    SpectrumNormalizerParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        normalizer();
        m_output.requireName(m_newColumn);
    }

    SpectrumNormalizer normalizer() throws InvalidSettingsException {
        try {
            return new SpectrumNormalizer(m_method.m_core,
                new EdgeStepOptions(number(m_e0Ev), OptionalDouble.empty(), number(m_preEdgeFromEv), number(m_preEdgeToEv),
                    number(m_postEdgeFromEv), number(m_postEdgeToEv), EdgeStepOptions.DEFAULTS.preEdgeDegree(),
                    EdgeStepOptions.DEFAULTS.victoreen(),
                    m_postEdgeDegree.map(OptionalInt::of).orElse(OptionalInt.empty()), m_flatten));
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private static OptionalDouble number(final Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}

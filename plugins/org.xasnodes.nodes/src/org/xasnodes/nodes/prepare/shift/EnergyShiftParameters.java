package org.xasnodes.nodes.prepare.shift;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.SpectrumColumns;
import org.xasnodes.nodes.util.SpectrumOutput;

/** Settings of Energy Shift. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class EnergyShiftParameters implements NodeParameters {

    /** Where the shift comes from. */
    enum Source {
        @Label(value = "Constant", description = "The same shift for all spectra.")
        CONSTANT, //
        @Label(value = "Column", description = "Each spectrum is shifted by the number in a column of its row.")
        COLUMN;
    }

    interface SourceRef extends ParameterReference<Source> {
    }

    static final class IsConstant implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceRef.class).isOneOf(Source.CONSTANT);
        }
    }

    static final class IsColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceRef.class).isOneOf(Source.COLUMN);
        }
    }

    static final class Numbers extends DoubleColumnsProvider {
    }

    @Widget(title = "Spectrum column", description = "The column with the spectra to shift.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "Shift by", description = "Where the shift comes from.")
    @ValueReference(SourceRef.class)
    Source m_source = Source.CONSTANT;

    @Widget(title = "Shift (eV)", description = "Added to all energies; a negative shift moves the spectra to lower energies.")
    @Effect(predicate = IsConstant.class, type = Effect.EffectType.SHOW)
    double m_shiftEv;

    @Widget(title = "Shift column", description = "The number column with the shift of each spectrum, in eV.")
    @ChoicesProvider(Numbers.class)
    @Effect(predicate = IsColumn.class, type = Effect.EffectType.SHOW)
    String m_shiftColumn;

    @Widget(title = "Shifted spectra", description = "Where the shifted spectra stand in the output table.")
    @ValueReference(SpectrumOutput.Ref.class)
    SpectrumOutput m_output = SpectrumOutput.REPLACE;

    @Widget(title = "New column name", description = "The name of the appended column.")
    @TextInputWidget
    @Effect(predicate = SpectrumOutput.IsAppend.class, type = Effect.EffectType.SHOW)
    String m_newColumn = "Shifted";

    @Widget(title = "If a spectrum cannot be shifted",
        description = "What to do with a row whose shift, or whose spectrum, is missing.")
    @Advanced
    OnProblem m_onProblem = OnProblem.MISSING;

    EnergyShiftParameters() {
    }

    EnergyShiftParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!Double.isFinite(m_shiftEv)) {
            throw new InvalidSettingsException("The shift must be a number, not " + m_shiftEv + ".");
        }
        m_output.requireName(m_newColumn);
    }
}

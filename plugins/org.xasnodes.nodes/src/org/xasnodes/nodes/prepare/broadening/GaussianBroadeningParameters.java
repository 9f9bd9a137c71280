package org.xasnodes.nodes.prepare.broadening;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.xasnodes.core.prepare.GaussianBroadening;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.SpectrumColumns;
import org.xasnodes.nodes.util.SpectrumOutput;

/** Settings of Gaussian Broadening. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class GaussianBroadeningParameters implements NodeParameters {

    /** What to do with unequal steps. */
    enum Irregular {
        @Label(value = "Broaden on equal steps",
            description = "The spectrum is broadened on a grid of equal steps over its range and brought back to its own "
                + "energies.")
        RESAMPLE(GaussianBroadening.Irregular.RESAMPLE), //
        @Label(value = "Refuse", description = "A spectrum with unequal steps is not processed.")
        REFUSE(GaussianBroadening.Irregular.REFUSE);

        final GaussianBroadening.Irregular m_core;

        Irregular(final GaussianBroadening.Irregular core) {
            m_core = core;
        }
    }

    @Widget(title = "Spectrum column", description = "The column with the spectra to broaden.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "Full width at half maximum (eV)",
        description = "The width of the Gaussian. The default, about 2.99 eV (a standard deviation of 1.27 eV), is the one that "
            + "Chen et al. use for computed nickel K-edge spectra.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_fwhmEv = 2.9906214571893055;

    @Widget(title = "Spectra with unequal steps", description = "What to do where the energies are not equally spaced.")
    Irregular m_irregular = Irregular.RESAMPLE;

    @Widget(title = "Broadened spectra", description = "Where the broadened spectra stand in the output table.")
    @ValueReference(SpectrumOutput.Ref.class)
    SpectrumOutput m_output = SpectrumOutput.REPLACE;

    @Widget(title = "New column name", description = "The name of the appended column.")
    @TextInputWidget
    @Effect(predicate = SpectrumOutput.IsAppend.class, type = Effect.EffectType.SHOW)
    String m_newColumn = "Broadened";

    @Widget(title = "If a spectrum cannot be broadened",
        description = "What to do with a spectrum whose steps are wider than the Gaussian, or unequal where that is refused.")
    @Advanced
    OnProblem m_onProblem = OnProblem.MISSING;

    GaussianBroadeningParameters() {
    }

    GaussianBroadeningParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        broadening();
        m_output.requireName(m_newColumn);
    }

    GaussianBroadening broadening() throws InvalidSettingsException {
        try {
            return new GaussianBroadening(m_fwhmEv, m_irregular.m_core);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}

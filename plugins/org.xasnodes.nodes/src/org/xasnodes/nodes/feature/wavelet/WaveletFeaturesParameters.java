package org.xasnodes.nodes.feature.wavelet;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.xasnodes.core.feature.WaveletFeatures;
import org.xasnodes.nodes.feature.FeatureOutput;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.SpectrumColumns;

/** Settings of Wavelet Features. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class WaveletFeaturesParameters implements NodeParameters {

    @Widget(title = "Spectrum column", description = "The column with the spectra.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "Widths",
        description = "The widths of the wavelet in steps of the energy grid, separated by commas; a range is written like "
            + "'1-10'. Small widths see narrow lines, large ones broad bands.")
    @TextInputWidget
    String m_widths = "1-10";

    @Widget(title = "Output", description = "How the features stand in the output table. A vector column is named 'cwt'.")
    FeatureOutput m_output = FeatureOutput.COLUMNS;

    @Widget(title = "If a spectrum cannot be processed",
        description = "What to do with a spectrum that cannot be transformed.")
    @Advanced
    OnProblem m_onProblem = OnProblem.MISSING;

    WaveletFeaturesParameters() {
    }

    WaveletFeaturesParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        features();
    }

    WaveletFeatures features() throws InvalidSettingsException {
        return new WaveletWidths(m_widths).features();
    }
}

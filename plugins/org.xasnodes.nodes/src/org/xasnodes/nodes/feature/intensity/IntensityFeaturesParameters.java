package org.xasnodes.nodes.feature.intensity;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.xasnodes.nodes.feature.FeatureOutput;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.SpectrumColumns;

/** Settings of Intensity Features. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class IntensityFeaturesParameters implements NodeParameters {

    @Widget(title = "Spectrum column", description = "The column with the spectra.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "Output", description = "How the features stand in the output table. A vector column is named 'intensity'.")
    FeatureOutput m_output = FeatureOutput.COLUMNS;

    @Widget(title = "If a spectrum cannot be processed",
        description = "What to do with a row whose spectrum is missing.")
    @Advanced
    OnProblem m_onProblem = OnProblem.MISSING;

    IntensityFeaturesParameters() {
    }

    IntensityFeaturesParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
    }
}

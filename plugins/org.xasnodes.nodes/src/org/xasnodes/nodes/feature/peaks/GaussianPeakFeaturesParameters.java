package org.xasnodes.nodes.feature.peaks;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.xasnodes.core.feature.peaks.PeakOptions;
import org.xasnodes.nodes.feature.FeatureOutput;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.SpectrumColumns;

/** Settings of Gaussian Peak Features. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class GaussianPeakFeaturesParameters implements NodeParameters {

    @Widget(title = "Spectrum column", description = "The column with the spectra.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "Number of peaks",
        description = "How many Gaussians are fitted; each has its own part of the energy range, all of the same number of points.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_peaks = PeakOptions.DEFAULTS.peaks();

    @Widget(title = "Width at the start (eV)", description = "The full width at half maximum that each peak starts with.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Advanced
    double m_startFwhmEv = PeakOptions.DEFAULTS.startFwhmEv();

    @Widget(title = "Largest width (eV)", description = "The full width at half maximum that no peak exceeds.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Advanced
    double m_maxFwhmEv = PeakOptions.DEFAULTS.maxFwhmEv();

    @Widget(title = "Pull towards the start",
        description = "How strongly the peaks are held where they start. A weaker pull fits closer, but then a little noise moves "
            + "the peaks more.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Advanced
    double m_pull = PeakOptions.DEFAULTS.pull();

    @Widget(title = "Append fitted curve and residual",
        description = "Whether to append the fitted curve and the residual (spectrum minus fit) as spectra, and the root mean "
            + "square of the residual, so that one can see what was fitted.")
    boolean m_appendFit;

    @Widget(title = "Output", description = "How the features stand in the output table. A vector column is named 'peak'.")
    FeatureOutput m_output = FeatureOutput.COLUMNS;

    @Widget(title = "If a spectrum cannot be processed",
        description = "What to do with a spectrum that cannot be fitted.")
    @Advanced
    OnProblem m_onProblem = OnProblem.MISSING;

    GaussianPeakFeaturesParameters() {
    }

    GaussianPeakFeaturesParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        options();
    }

    PeakOptions options() throws InvalidSettingsException {
        try {
            final var defaults = PeakOptions.DEFAULTS;
            return new PeakOptions(m_peaks, m_startFwhmEv, m_maxFwhmEv, m_pull, defaults.centerScaleEv(),
                defaults.heightScale(), defaults.fwhmScaleEv(), defaults.tolerance(), defaults.maxSteps());
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}

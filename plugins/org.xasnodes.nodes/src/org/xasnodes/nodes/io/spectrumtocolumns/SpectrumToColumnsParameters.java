package org.xasnodes.nodes.io.spectrumtocolumns;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.xasnodes.nodes.util.SpectrumColumns;

/** Settings of Spectrum to Columns. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class SpectrumToColumnsParameters implements NodeParameters {

    @Widget(title = "Spectrum column", description = "The column with the spectra.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "Remove the spectrum column",
        description = "Whether the output table leaves out the spectra themselves.")
    boolean m_removeSpectrum = true;

    SpectrumToColumnsParameters() {
    }

    SpectrumToColumnsParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
    }
}

package org.xasnodes.nodes.prepare.resampler;

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
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.xasnodes.core.prepare.Resampler;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.nodes.util.GridSettings;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.SpectrumColumns;
import org.xasnodes.nodes.util.SpectrumOutput;

/** Settings of Energy Resampler. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class EnergyResamplerParameters implements NodeParameters {

    /** Energies outside a spectrum. */
    enum Outside {
        @Label(value = "Missing value",
            description = "A spectrum that does not cover the whole grid gives a missing value; nothing is made up.")
        MISSING(Resampler.Outside.MISSING), //
        @Label(value = "Nearest value",
            description = "The first or last intensity of the spectrum is repeated where the grid reaches beyond it.")
        NEAREST(Resampler.Outside.NEAREST);

        final Resampler.Outside m_core;

        Outside(final Resampler.Outside core) {
            m_core = core;
        }
    }

    @Section(title = "Energy grid")
    interface GridSection {
    }

    @Section(title = "Output")
    @After(GridSection.class)
    interface OutputSection {
    }

    @Widget(title = "Spectrum column", description = "The column with the spectra to bring to one grid.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "First energy (eV)",
        description = "The lowest energy of the grid. 0 for both first and last energy means that no grid is chosen yet. Not "
            + "used while a reference table is connected: its grid is used then.")
    @Layout(GridSection.class)
    double m_firstEnergyEv;

    @Widget(title = "Last energy (eV)", description = "The highest energy of the grid.")
    @Layout(GridSection.class)
    double m_lastEnergyEv;

    @Widget(title = "Number of points",
        description = "The number of equally spaced energies, the first and the last included.")
    @NumberInputWidget(minValidation = GridSettings.AtLeastTwo.class)
    @Layout(GridSection.class)
    int m_points = 100;

    @Widget(title = "Outside a spectrum", description = "What to do where the grid reaches beyond a spectrum.")
    @Layout(GridSection.class)
    Outside m_outside = Outside.MISSING;

    @Widget(title = "Resampled spectra", description = "Where the resampled spectra stand in the output table.")
    @ValueReference(SpectrumOutput.Ref.class)
    @Layout(OutputSection.class)
    SpectrumOutput m_output = SpectrumOutput.REPLACE;

    @Widget(title = "New column name", description = "The name of the appended column.")
    @TextInputWidget
    @Effect(predicate = SpectrumOutput.IsAppend.class, type = Effect.EffectType.SHOW)
    @Layout(OutputSection.class)
    String m_newColumn = "Resampled";

    @Widget(title = "If a spectrum cannot be resampled",
        description = "What to do with a spectrum that does not cover the grid, or not any part of it.")
    @Advanced
    @Layout(OutputSection.class)
    OnProblem m_onProblem = OnProblem.MISSING;

    EnergyResamplerParameters() {
    }

    EnergyResamplerParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
        GridGuess.guess(input, m_spectrumColumn).ifPresent(grid -> {
            m_firstEnergyEv = grid.firstEv();
            m_lastEnergyEv = grid.lastEv();
            m_points = grid.size();
        });
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (isGridSet()) {
            grid();
        }
        m_output.requireName(m_newColumn);
    }

    boolean isGridSet() {
        return m_firstEnergyEv != 0 || m_lastEnergyEv != 0;
    }

    EnergyGrid grid() throws InvalidSettingsException {
        return GridSettings.linear(m_firstEnergyEv, m_lastEnergyEv, m_points);
    }
}

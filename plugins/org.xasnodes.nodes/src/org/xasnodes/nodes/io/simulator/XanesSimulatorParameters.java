package org.xasnodes.nodes.io.simulator;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.nodes.util.GridSettings;

/** Settings of XANES Simulator. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class XanesSimulatorParameters implements NodeParameters {

    @Section(title = "Spectra")
    interface SpectraSection {
    }

    @Section(title = "Energy grid")
    @After(SpectraSection.class)
    interface GridSection {
    }

    @Widget(title = "Number of spectra", description = "How many spectra to simulate.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(SpectraSection.class)
    int m_spectra = 600;

    @Widget(title = "Noise",
        description = "Standard deviation of the noise, as a share of the edge step. 0 gives smooth spectra.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(SpectraSection.class)
    double m_noise = 0.002;

    @Widget(title = "Seed", description = "The same seed gives the same spectra, on every machine.")
    @Layout(SpectraSection.class)
    long m_seed = 1;

    @Widget(title = "First energy (eV)", description = "The lowest energy. The nickel K edge is near 8340 eV.")
    @Layout(GridSection.class)
    double m_firstEnergyEv = 8330;

    @Widget(title = "Last energy (eV)", description = "The highest energy.")
    @Layout(GridSection.class)
    double m_lastEnergyEv = 8370;

    @Widget(title = "Number of points", description = "The number of equally spaced energies of each spectrum.")
    @NumberInputWidget(minValidation = GridSettings.AtLeastTwo.class)
    @Layout(GridSection.class)
    int m_points = 100;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_spectra < 1) {
            throw new InvalidSettingsException("The number of spectra must be at least 1, not " + m_spectra + ".");
        }
        simulator();
    }

    XanesSimulator simulator() throws InvalidSettingsException {
        final var grid = GridSettings.linear(m_firstEnergyEv, m_lastEnergyEv, m_points);
        try {
            return new XanesSimulator(grid, m_seed, m_noise);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}

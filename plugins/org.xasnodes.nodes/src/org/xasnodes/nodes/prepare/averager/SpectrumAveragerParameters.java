package org.xasnodes.nodes.prepare.averager;

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
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.util.AllColumnsProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.xasnodes.core.prepare.Resampler;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.nodes.util.GridSettings;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.SpectrumColumns;

/** Settings of Spectrum Averager. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class SpectrumAveragerParameters implements NodeParameters {

    /** The grid of the averages. */
    enum Grid {
        @Label(value = "That of the spectra", description = "All spectra of a group must have one grid.")
        OF_SPECTRA, //
        @Label(value = "Equally spaced", description = "Every spectrum is brought to the grid given here first.")
        EQUALLY_SPACED;
    }

    /** Energies outside a spectrum. */
    enum Outside {
        @Label(value = "Missing value", description = "A group with a spectrum that does not cover the grid gives no average.")
        MISSING(Resampler.Outside.MISSING), //
        @Label(value = "Nearest value", description = "The first or last intensity of the spectrum is repeated.")
        NEAREST(Resampler.Outside.NEAREST);

        final Resampler.Outside m_core;

        Outside(final Resampler.Outside core) {
            m_core = core;
        }
    }

    @Section(title = "Energy grid")
    interface GridSection {
    }

    @Section(title = "Groups")
    @After(GridSection.class)
    interface GroupSection {
    }

    interface GridRef extends ParameterReference<Grid> {
    }

    static final class IsEquallySpaced implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GridRef.class).isOneOf(Grid.EQUALLY_SPACED);
        }
    }

    static final class AllColumns extends AllColumnsProvider {
    }

    static final class Numbers extends DoubleColumnsProvider {
    }

    @Widget(title = "Spectrum column", description = "The column with the spectra to average.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "Energy grid of the averages", description = "The energies of the averaged spectra.")
    @ValueReference(GridRef.class)
    @Layout(GridSection.class)
    Grid m_grid = Grid.OF_SPECTRA;

    @Widget(title = "First energy (eV)", description = "The lowest energy of the grid.")
    @Effect(predicate = IsEquallySpaced.class, type = Effect.EffectType.SHOW)
    @Layout(GridSection.class)
    double m_firstEnergyEv = 8330;

    @Widget(title = "Last energy (eV)", description = "The highest energy of the grid.")
    @Effect(predicate = IsEquallySpaced.class, type = Effect.EffectType.SHOW)
    @Layout(GridSection.class)
    double m_lastEnergyEv = 8370;

    @Widget(title = "Number of points", description = "The number of equally spaced energies.")
    @NumberInputWidget(minValidation = GridSettings.AtLeastTwo.class)
    @Effect(predicate = IsEquallySpaced.class, type = Effect.EffectType.SHOW)
    @Layout(GridSection.class)
    int m_points = 100;

    @Widget(title = "Outside a spectrum", description = "What to do where the grid reaches beyond a spectrum.")
    @Effect(predicate = IsEquallySpaced.class, type = Effect.EffectType.SHOW)
    @Layout(GridSection.class)
    Outside m_outside = Outside.MISSING;

    @Widget(title = "Group by",
        description = "Rows that agree in all of these columns are averaged, for example the formula of a compound for the "
            + "spectra of its sites. If none is chosen, all rows are one group.")
    @ColumnFilterWidget(choicesProvider = AllColumns.class)
    @Layout(GroupSection.class)
    ColumnFilter m_groupColumns = new ColumnFilter();

    @Widget(title = "Weights",
        description = "A number column with the weight of each spectrum, for example how often its site occurs. If none is "
            + "chosen, all spectra weigh the same.")
    @ChoicesProvider(Numbers.class)
    @Layout(GroupSection.class)
    String m_weightColumn;

    @Widget(title = "If a row cannot be averaged",
        description = "What to do with a row whose spectrum or weight is missing, or whose weight is negative: leave it out "
            + "with a warning, or fail. So too with a group that has no average: it becomes a missing spectrum, or the node "
            + "fails.")
    @Advanced
    @Layout(GroupSection.class)
    OnProblem m_onProblem = OnProblem.MISSING;

    SpectrumAveragerParameters() {
    }

    SpectrumAveragerParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        grid();
    }

    /** @return the grid of the averages, <code>null</code> if it is that of the spectra */
    EnergyGrid grid() throws InvalidSettingsException {
        return m_grid == Grid.OF_SPECTRA ? null : GridSettings.linear(m_firstEnergyEv, m_lastEnergyEv, m_points);
    }
}

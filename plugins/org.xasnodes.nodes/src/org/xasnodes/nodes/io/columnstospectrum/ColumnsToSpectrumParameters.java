package org.xasnodes.nodes.io.columnstospectrum;

import java.util.List;
import java.util.regex.Pattern;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
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
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.xasnodes.nodes.util.GridSettings;

/** Settings of Columns to Spectrum. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class ColumnsToSpectrumParameters implements NodeParameters {

    /** Where the energies come from. */
    enum Energies {
        @Label(value = "Column names",
            description = "The number in each column's name is its energy in eV, as in '8330.0' or '8330.0 eV'.")
        COLUMN_NAMES, //
        @Label(value = "Equally spaced",
            description = "The columns stand, in their order, for equally spaced energies between two given ones.")
        EQUALLY_SPACED;
    }

    interface EnergiesRef extends ParameterReference<Energies> {
    }

    static final class IsEquallySpaced implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(EnergiesRef.class).isOneOf(Energies.EQUALLY_SPACED);
        }
    }

    static final class Numbers extends DoubleColumnsProvider {
    }

    /** A name that is nothing but an energy: such columns are intensities even where other numbers stand beside them. */
    private static final Pattern ONLY_ENERGY = Pattern.compile("[-+]?[\\d.]+(?:[eE][-+]?\\d+)?(?:\\s*eV)?");

    @Widget(title = "Intensity columns", description = "The number columns that hold the intensities of a spectrum.")
    @ColumnFilterWidget(choicesProvider = Numbers.class)
    ColumnFilter m_intensityColumns = new ColumnFilter();

    @Widget(title = "Energies", description = "Where the energy of each column comes from.")
    @ValueReference(EnergiesRef.class)
    Energies m_energies = Energies.COLUMN_NAMES;

    @Widget(title = "First energy (eV)", description = "The energy of the first chosen column.")
    @Effect(predicate = IsEquallySpaced.class, type = Effect.EffectType.SHOW)
    double m_firstEnergyEv = 8330;

    @Widget(title = "Last energy (eV)", description = "The energy of the last chosen column.")
    @Effect(predicate = IsEquallySpaced.class, type = Effect.EffectType.SHOW)
    double m_lastEnergyEv = 8370;

    @Widget(title = "New column name", description = "The name of the new column of spectra.")
    @TextInputWidget
    String m_newColumn = "Spectrum";

    @Widget(title = "Remove the intensity columns",
        description = "Whether the output table leaves out the columns the spectra were made of.")
    @Advanced
    boolean m_removeColumns = true;

    ColumnsToSpectrumParameters() {
    }

    ColumnsToSpectrumParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(spec -> m_intensityColumns = new ColumnFilter(guess(spec)));
    }

    /** Columns named by nothing but an energy; if there are none, those whose name holds one. */
    static List<DataColumnSpec> guess(final DataTableSpec spec) {
        final var candidates = spec.stream().filter(ColumnEnergies::hasEnergy).toList();
        final var plain = candidates.stream().filter(c -> ONLY_ENERGY.matcher(c.getName().strip()).matches()).toList();
        return plain.isEmpty() ? candidates : plain;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_newColumn == null || m_newColumn.isBlank()) {
            throw new InvalidSettingsException("Enter a name for the new column.");
        }
        if (m_energies == Energies.EQUALLY_SPACED) {
            GridSettings.linear(m_firstEnergyEv, m_lastEnergyEv, 2);
        }
    }

    ColumnEnergies columnEnergies(final DataTableSpec spec) throws InvalidSettingsException {
        requirePresent(m_intensityColumns.getMissingSelectedFromFullSpec(spec));
        var names = m_intensityColumns.filterFromFullSpec(spec);
        for (final var name : names) {
            requireNumbers(spec.getColumnSpec(name));
        }
        if (names.length == 0) {
            // A node that was saved before it was connected has chosen nothing.
            names = guess(spec).stream().map(DataColumnSpec::getName).toArray(String[]::new);
        }
        return m_energies == Energies.COLUMN_NAMES ? ColumnEnergies.fromColumns(spec, names)
            : ColumnEnergies.equallySpaced(spec, names, m_firstEnergyEv, m_lastEnergyEv);
    }

    /** A spectrum that silently lacks points, or has others at its energies, would be a wrong spectrum. */
    private static void requirePresent(final String[] gone) throws InvalidSettingsException {
        if (gone.length > 0) {
            throw new InvalidSettingsException((gone.length == 1 ? "The intensity column '" + gone[0] + "' is"
                : gone.length + " intensity columns are") + " no longer in the input table"
                + (gone.length == 1 ? "" : ", for example '" + gone[0] + "'") + ". Choose the columns again in the dialog.");
        }
    }

    private static void requireNumbers(final DataColumnSpec column) throws InvalidSettingsException {
        if (!column.getType().isCompatible(DoubleValue.class)) {
            throw new InvalidSettingsException("The intensity column '" + column.getName() + "' holds "
                + column.getType().getName() + ", not numbers. Choose the columns again in the dialog.");
        }
    }
}

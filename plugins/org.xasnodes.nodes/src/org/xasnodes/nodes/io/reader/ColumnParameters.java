package org.xasnodes.nodes.io.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.xasnodes.core.io.ColumnChoice;

/** Which columns of a column file are energy and absorption. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class ColumnParameters implements NodeParameters {

    /** How the absorption is made. */
    enum Absorption {
        @Label(value = "Automatic", description = "Labels and values tell.")
        AUTO(ColumnChoice.Mu.AUTO), //
        @Label(value = "Columns as they are", description = "Each chosen column is a spectrum.")
        AS_IT_IS(ColumnChoice.Mu.AS_IT_IS), //
        @Label(value = "Transmission", description = "The logarithm of incident over transmitted intensity.")
        TRANSMISSION(ColumnChoice.Mu.TRANSMISSION), //
        @Label(value = "Fluorescence", description = "The sum of the chosen columns over the incident intensity.")
        FLUORESCENCE(ColumnChoice.Mu.FLUORESCENCE);

        final ColumnChoice.Mu m_core;

        Absorption(final ColumnChoice.Mu core) {
            m_core = core;
        }
    }

    /** What the energy column holds. */
    enum Unit {
        @Label(value = "Automatic", description = "Labels and values tell.")
        AUTO(ColumnChoice.Unit.AUTO), //
        @Label(value = "eV", description = "Energies in eV.")
        EV(ColumnChoice.Unit.EV), //
        @Label(value = "keV", description = "Energies in keV.")
        KEV(ColumnChoice.Unit.KEV), //
        @Label(value = "Degrees", description = "Bragg angles of the monochromator.")
        DEGREES(ColumnChoice.Unit.DEGREES);

        final ColumnChoice.Unit m_core;

        Unit(final ColumnChoice.Unit core) {
            m_core = core;
        }
    }

    interface AbsorptionRef extends ParameterReference<Absorption> {
    }

    interface UnitRef extends ParameterReference<Unit> {
    }

    static final class IsChosen implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AbsorptionRef.class).isOneOf(Absorption.AS_IT_IS, Absorption.TRANSMISSION,
                Absorption.FLUORESCENCE);
        }
    }

    static final class IsRatio implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AbsorptionRef.class).isOneOf(Absorption.TRANSMISSION, Absorption.FLUORESCENCE);
        }
    }

    static final class IsDegrees implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(UnitRef.class).isOneOf(Unit.DEGREES);
        }
    }

    @Widget(title = "Energy column", description = "Number, counted from 1, or label of the column with the energies. Empty: "
        + "it is found by label and values.")
    @TextInputWidget
    String m_energyColumn = "";

    @Widget(title = "Unit of the energy column", description = "What the numbers in the energy column are.")
    @ValueReference(UnitRef.class)
    Unit m_unit = Unit.AUTO;

    @Widget(title = "Spacing of the monochromator's planes (angstrom)",
        description = "Turns angles into energies: 3.1356 for Si(111). If not set, the file must state it.")
    @Effect(predicate = IsDegrees.class, type = Effect.EffectType.SHOW)
    Optional<Double> m_dSpacingAngstrom = Optional.empty();

    @Widget(title = "Absorption", description = "How the absorption is made of columns.")
    @ValueReference(AbsorptionRef.class)
    Absorption m_absorption = Absorption.AUTO;

    @Widget(title = "Columns", description = "Numbers, counted from 1, or labels, separated by commas: the absorption as it is, "
        + "the incident intensity for transmission, or the fluorescence counts.")
    @TextInputWidget
    @Effect(predicate = IsChosen.class, type = Effect.EffectType.SHOW)
    String m_columns = "";

    @Widget(title = "Second column of the ratio",
        description = "Number or label: the transmitted intensity for transmission, the incident one for fluorescence.")
    @TextInputWidget
    @Effect(predicate = IsRatio.class, type = Effect.EffectType.SHOW)
    String m_secondColumn = "";

    @Override
    public void validate() throws InvalidSettingsException {
        choice();
    }

    ColumnChoice choice() throws InvalidSettingsException {
        final var chosen = m_absorption != Absorption.AUTO;
        final var ratio = m_absorption == Absorption.TRANSMISSION || m_absorption == Absorption.FLUORESCENCE;
        final List<String> columns = chosen ? Arrays.stream(text(m_columns).split(",")).map(String::strip)
            .filter(c -> !c.isEmpty()).toList() : List.of();
        try {
            return new ColumnChoice(emptyToNull(m_energyColumn), m_absorption.m_core, columns,
                ratio ? emptyToNull(m_secondColumn) : null, m_unit.m_core,
                m_unit == Unit.DEGREES ? m_dSpacingAngstrom.orElse(Double.NaN) : Double.NaN);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException("Columns of text files: " + e.getMessage(), e);
        }
    }

    private static String text(final String text) {
        return text == null ? "" : text.strip();
    }

    private static String emptyToNull(final String text) {
        return text(text).isEmpty() ? null : text(text);
    }
}

package org.xasnodes.nodes.prepare.aligner;

import org.knime.core.data.DataValue;
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
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.xasnodes.core.align.AlignMethod;
import org.xasnodes.core.align.AlignOptions;
import org.xasnodes.core.align.EnergyWindow;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.SpectrumColumns;
import org.xasnodes.nodes.util.SpectrumOutput;

/** Settings of Energy Aligner. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class EnergyAlignerParameters implements NodeParameters {

    /** Which reference a spectrum is aligned to. */
    enum References {
        @Label(value = "One, or the mean of all",
            description = "All spectra are aligned to the same reference: the one in the reference table, or the mean of all "
                + "spectra there.")
        MEAN, //
        @Label(value = "One for each group",
            description = "A spectrum is aligned to the reference whose group is its own; to the mean of several such.")
        GROUP, //
        @Label(value = "Best match",
            description = "Each spectrum is aligned to all references, and the one with the highest score is taken.")
        BEST;
    }

    /** How the shift is found. */
    enum Method {
        @Label(value = "Correlation of intensities",
            description = "The shift with the highest Pearson correlation of spectrum and reference. The most exact where "
                + "both are of the same kind.")
        INTENSITY(AlignMethod.INTENSITY), //
        @Label(value = "Correlation of first derivatives",
            description = "The same with the slopes, smoothed as much as the noise asks for. Backgrounds matter less, the "
                + "edge more.")
        DERIVATIVE(AlignMethod.DERIVATIVE), //
        @Label(value = "Correlation of cumulative distributions",
            description = "The same with the cumulative sums. Shapes matter less, a wrong background more.")
        CDF(AlignMethod.CDF), //
        @Label(value = "Edge energy E0", description = "Equal E0, the steepest point, as Larch finds it: a point of the scan.")
        E0(AlignMethod.E0), //
        @Label(value = "Half of the edge step",
            description = "Equal energies at which a normalised spectrum rises through 0.5. A spectrum that is not normalised "
                + "to its edge step is, for this only.")
        HALF_STEP(AlignMethod.HALF_STEP), //
        @Label(value = "White line",
            description = "Equal energies of the largest intensity, between the points by a parabola.")
        WHITE_LINE(AlignMethod.WHITE_LINE), //
        @Label(value = "Mean energy",
            description = "Equal mean energies of the cumulative distributions in the energies that both have.")
        CDF_MEAN(AlignMethod.CDF_MEAN), //
        @Label(value = "Column", description = "The shift is the number in a column; the reference gives the scores only.")
        COLUMN(AlignMethod.INTENSITY);

        final AlignMethod m_core;

        Method(final AlignMethod core) {
            m_core = core;
        }
    }

    /** Which energies of the reference count. */
    enum Window {
        @Label(value = "Around the edge", description = "From below to above the edge energy E0 of the reference.")
        EDGE, //
        @Label(value = "From one energy to another", description = "Between two energies of the reference.")
        RANGE, //
        @Label(value = "All", description = "All energies of the reference.")
        ALL;
    }

    @Section(title = "Shift")
    interface ShiftSection {
    }

    @Section(title = "Energies that count")
    @After(ShiftSection.class)
    interface WindowSection {
    }

    @Section(title = "Output")
    @After(WindowSection.class)
    interface OutputSection {
    }

    interface ReferencesRef extends ParameterReference<References> {
    }

    interface MethodRef extends ParameterReference<Method> {
    }

    interface WindowRef extends ParameterReference<Window> {
    }

    static final class IsGroup implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ReferencesRef.class).isOneOf(References.GROUP);
        }
    }

    static final class IsColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodRef.class).isOneOf(Method.COLUMN);
        }
    }

    static final class IsEdge implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(WindowRef.class).isOneOf(Window.EDGE);
        }
    }

    static final class IsRange implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(WindowRef.class).isOneOf(Window.RANGE);
        }
    }

    static final class Numbers extends DoubleColumnsProvider {
    }

    static final class Groups extends CompatibleColumnsProvider {
        Groups() {
            super(DataValue.class);
        }
    }

    static final class ReferenceGroups extends CompatibleColumnsProvider {
        ReferenceGroups() {
            super(DataValue.class);
        }

        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }

    static final class ReferenceSpectra extends CompatibleColumnsProvider {
        ReferenceSpectra() {
            super(SpectrumValue.class);
        }

        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }

    @Widget(title = "Spectrum column", description = "The column with the spectra to align.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "Reference column", description = "The column of the reference table with the reference spectra.")
    @ChoicesProvider(ReferenceSpectra.class)
    String m_referenceColumn;

    @Widget(title = "Reference", description = "Which of the references a spectrum is aligned to.")
    @ValueReference(ReferencesRef.class)
    References m_references = References.MEAN;

    @Widget(title = "Group column", description = "The column with the group of each spectrum, for example its element.")
    @ChoicesProvider(Groups.class)
    @Effect(predicate = IsGroup.class, type = Effect.EffectType.SHOW)
    String m_groupColumn;

    @Widget(title = "Group column of the references",
        description = "The column of the reference table with the group of each reference.")
    @ChoicesProvider(ReferenceGroups.class)
    @Effect(predicate = IsGroup.class, type = Effect.EffectType.SHOW)
    String m_referenceGroupColumn;

    @Widget(title = "Align by", description = "How the shift is found.")
    @ValueReference(MethodRef.class)
    @Layout(ShiftSection.class)
    Method m_method = Method.INTENSITY;

    @Widget(title = "Shift column",
        description = "The number column with the shift of each spectrum from its original energies, in eV.")
    @ChoicesProvider(Numbers.class)
    @Effect(predicate = IsColumn.class, type = Effect.EffectType.SHOW)
    @Layout(ShiftSection.class)
    String m_shiftColumn;

    @Widget(title = "Lowest shift (eV)",
        description = "The lowest shift that is tried. It counts from the original energies of a spectrum, whatever shift was "
            + "applied to it before.")
    @Effect(predicate = IsColumn.class, type = Effect.EffectType.HIDE)
    @Layout(ShiftSection.class)
    double m_minShiftEv = AlignOptions.DEFAULTS.minShiftEv();

    @Widget(title = "Highest shift (eV)", description = "The highest shift that is tried.")
    @Effect(predicate = IsColumn.class, type = Effect.EffectType.HIDE)
    @Layout(ShiftSection.class)
    double m_maxShiftEv = AlignOptions.DEFAULTS.maxShiftEv();

    @Widget(title = "Step (eV)",
        description = "The step in which shifts are tried first; the best are then refined. It should be narrower than the "
            + "narrowest feature of the spectra. A shift whose uncertainty is larger is flagged.")
    @Advanced
    @Layout(ShiftSection.class)
    double m_stepEv = AlignOptions.DEFAULTS.stepEv();

    @Widget(title = "Least overlap (%)",
        description = "How much of spectrum or reference, whichever has the narrower range, must meet the other at a shift that "
            + "is tried. Of a small overlap two spectra may look alike by chance.")
    @Advanced
    @Layout(ShiftSection.class)
    double m_leastOverlap = 100 * AlignOptions.DEFAULTS.minOverlap();

    @Widget(title = "Energies",
        description = "Which energies of the reference count for correlations, the mean energy and the scores. E0, half of the "
            + "edge step and the white line are looked for in whole spectra.")
    @ValueReference(WindowRef.class)
    @Layout(WindowSection.class)
    Window m_window = Window.EDGE;

    @Widget(title = "Below the edge (eV)", description = "Where the energies that count begin, below E0 of the reference.")
    @Effect(predicate = IsEdge.class, type = Effect.EffectType.SHOW)
    @Layout(WindowSection.class)
    double m_belowEdgeEv = -AlignOptions.DEFAULTS.window().fromEv().orElseThrow();

    @Widget(title = "Above the edge (eV)", description = "Where the energies that count end, above E0 of the reference.")
    @Effect(predicate = IsEdge.class, type = Effect.EffectType.SHOW)
    @Layout(WindowSection.class)
    double m_aboveEdgeEv = AlignOptions.DEFAULTS.window().toEv().orElseThrow();

    @Widget(title = "First energy (eV)", description = "The lowest energy of the reference that counts.")
    @Effect(predicate = IsRange.class, type = Effect.EffectType.SHOW)
    @Layout(WindowSection.class)
    double m_firstEnergyEv = 8330;

    @Widget(title = "Last energy (eV)", description = "The highest energy of the reference that counts.")
    @Effect(predicate = IsRange.class, type = Effect.EffectType.SHOW)
    @Layout(WindowSection.class)
    double m_lastEnergyEv = 8370;

    @Widget(title = "Aligned spectra", description = "Where the aligned spectra stand in the output table.")
    @ValueReference(SpectrumOutput.Ref.class)
    @Layout(OutputSection.class)
    SpectrumOutput m_output = SpectrumOutput.APPEND;

    @Widget(title = "New column name", description = "The name of the appended column.")
    @TextInputWidget
    @Effect(predicate = SpectrumOutput.IsAppend.class, type = Effect.EffectType.SHOW)
    @Layout(OutputSection.class)
    String m_newColumn = "Aligned";

    @Widget(title = "If a spectrum cannot be aligned",
        description = "What to do with a spectrum that is flat or missing, has no reference, does not overlap it, or lacks what "
            + "it is to be aligned by.")
    @Advanced
    @Layout(OutputSection.class)
    OnProblem m_onProblem = OnProblem.MISSING;

    EnergyAlignerParameters() {
    }

    EnergyAlignerParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
        m_referenceColumn = input.getInTableSpec(1).flatMap(SpectrumColumns::guess).orElse(null);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        m_output.requireName(m_newColumn);
        options();
    }

    AlignOptions options() throws InvalidSettingsException {
        try {
            return new AlignOptions(m_method.m_core, m_minShiftEv, m_maxShiftEv, m_stepEv, window(), m_leastOverlap / 100);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private EnergyWindow window() {
        return switch (m_window) {
            case EDGE -> EnergyWindow.aroundEdge(-m_belowEdgeEv, m_aboveEdgeEv);
            case RANGE -> EnergyWindow.between(m_firstEnergyEv, m_lastEnergyEv);
            case ALL -> EnergyWindow.ALL;
        };
    }
}

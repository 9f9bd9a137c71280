package org.xasnodes.nodes.io.reader;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.MultiFileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.MultiFileSelectionMode;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.MultiFileSelectionWidget;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
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
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.nodes.util.GridSettings;

/** Settings of Spectrum Reader. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class SpectrumReaderParameters implements NodeParameters {

    /** What to do with a file that cannot be read. */
    enum OnBadFile {
        @Label(value = "Skip", description = "The other files are read, and a warning says how many were skipped and why.")
        SKIP, //
        @Label(value = "Fail", description = "The node stops at the first such file with an error that says why.")
        FAIL;
    }

    @Section(title = "Files")
    interface FilesSection {
    }

    @Section(title = "Columns of text files",
        description = "Which columns of a file with columns (text, XDI) are energy and absorption. They are found by their labels "
            + "and values, and the column 'Columns' of the output says which; here they can be overruled.")
    @After(GridSection.class)
    @Advanced
    interface ColumnsSection {
    }

    @Section(title = "Files without energies",
        description = "Some data sets hold intensities only. They are refused unless their energies are given here.")
    @After(FilesSection.class)
    interface GridSection {
    }

    interface UseGridRef extends ParameterReference<Boolean> {
    }

    static final class UsesGrid implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(UseGridRef.class).isTrue();
        }
    }

    @Widget(title = "Source", description = "One file, or all files of a folder whose name fits a pattern. The format of each "
        + "file is recognised by its content, not by its name.")
    @MultiFileSelectionWidget({MultiFileSelectionMode.FILE, MultiFileSelectionMode.FILES_IN_FOLDERS})
    @Layout(FilesSection.class)
    MultiFileSelection<SpectrumFileFilter> m_source =
        new MultiFileSelection<>(MultiFileSelectionMode.FILE, new SpectrumFileFilter());

    @Widget(title = "If a file cannot be read",
        description = "What to do with a file that is damaged, empty or holds no spectra.")
    @Layout(FilesSection.class)
    OnBadFile m_onBadFile = OnBadFile.SKIP;

    @Widget(title = "Use this energy grid for files without energies",
        description = "Gives energies to data sets that hold intensities only, such as a table of columns i0 to i99. Other files "
            + "keep their own energies.")
    @ValueReference(UseGridRef.class)
    @Layout(GridSection.class)
    boolean m_useGrid;

    @Widget(title = "First energy (eV)", description = "The energy of the first intensity.")
    @Effect(predicate = UsesGrid.class, type = Effect.EffectType.SHOW)
    @Layout(GridSection.class)
    double m_firstEnergyEv = 8330;

    @Widget(title = "Last energy (eV)", description = "The energy of the last intensity.")
    @Effect(predicate = UsesGrid.class, type = Effect.EffectType.SHOW)
    @Layout(GridSection.class)
    double m_lastEnergyEv = 8370;

    @Widget(title = "Number of points",
        description = "The number of equally spaced energies; it must be the number of intensities of each spectrum.")
    @NumberInputWidget(minValidation = GridSettings.AtLeastTwo.class)
    @Effect(predicate = UsesGrid.class, type = Effect.EffectType.SHOW)
    @Layout(GridSection.class)
    int m_points = 100;

    @Layout(ColumnsSection.class)
    ColumnParameters m_columns = new ColumnParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        m_columns.validate();
        grid();
    }

    /** @return the grid for files without energies, <code>null</code> if there is none */
    EnergyGrid grid() throws InvalidSettingsException {
        if (!m_useGrid) {
            return null;
        }
        return GridSettings.linear(m_firstEnergyEv, m_lastEnergyEv, m_points);
    }
}

package org.xasnodes.nodes.io.writer;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelectionWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSystemOption;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.SingleFileSelectionMode;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.WithFileSystem;
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
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.util.SpectrumColumns;

/** Settings of Spectrum Writer. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class SpectrumWriterParameters implements NodeParameters {

    /** The files that are written. */
    enum Format {
        @Label(value = "XDI",
            description = "One text file for each spectrum in the XAS Data Interchange format, which programs for "
                + "X-ray absorption read. The files are named by the row keys.")
        XDI, //
        @Label(value = "CSV, a row per spectrum",
            description = "One table with a row for each spectrum and a column for each energy, named by the energy "
                + "in eV. All spectra must have one energy grid.")
        CSV_WIDE, //
        @Label(value = "CSV, a row per point",
            description = "One table with the columns row, energy and intensity and a row for each point of each "
                + "spectrum. The spectra may have different energy grids.")
        CSV_LONG;
    }

    /** What happens to files that exist. */
    enum IfExists {
        @Label(value = "Fail", description = "The node stops with an error and changes nothing.")
        FAIL, //
        @Label(value = "Overwrite", description = "The files are replaced, once all new ones are complete. Other files "
            + "of the folder stay as they are.")
        OVERWRITE;
    }

    @Section(title = "Target")
    interface TargetSection {
    }

    @Section(title = "Labels")
    @After(TargetSection.class)
    interface LabelSection {
    }

    interface FormatRef extends ParameterReference<Format> {
    }

    static final class IsXdi implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FormatRef.class).isOneOf(Format.XDI);
        }
    }

    /** Everything but spectra. */
    static final class LabelColumns implements FilteredInputTableColumnsProvider {
        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return isLabel(column);
        }
    }

    @Widget(title = "Spectrum column", description = "The column with the spectra to write.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "Format", description = "What is written.")
    @ValueReference(FormatRef.class)
    @Layout(TargetSection.class)
    Format m_format = Format.XDI;

    @Widget(title = "Folder", description = "The folder for the XDI files.")
    @FileSelectionWidget(SingleFileSelectionMode.FOLDER)
    @FileWriterWidget
    @WithFileSystem({FileSystemOption.LOCAL, FileSystemOption.SPACE, FileSystemOption.EMBEDDED})
    @Effect(predicate = IsXdi.class, type = Effect.EffectType.SHOW)
    @Layout(TargetSection.class)
    FileSelection m_folder = new FileSelection();

    @Widget(title = "File", description = "The CSV file.")
    @FileSelectionWidget(SingleFileSelectionMode.FILE)
    @FileWriterWidget(fileExtension = "csv")
    @WithFileSystem({FileSystemOption.LOCAL, FileSystemOption.SPACE, FileSystemOption.EMBEDDED})
    @Effect(predicate = IsXdi.class, type = Effect.EffectType.HIDE)
    @Layout(TargetSection.class)
    FileSelection m_file = new FileSelection();

    @Widget(title = "Create missing folders",
        description = "Whether folders of the target that do not exist are created; otherwise they are an error.")
    @Layout(TargetSection.class)
    boolean m_createFolders = true;

    @Widget(title = "If a file exists", description = "What to do if a file to be written is there already.")
    @Layout(TargetSection.class)
    IfExists m_ifExists = IfExists.FAIL;

    @Widget(title = "Label columns",
        description = "The columns that are written beside the spectra, by default all that hold no spectra.")
    @ColumnFilterWidget(choicesProvider = LabelColumns.class)
    @Layout(LabelSection.class)
    ColumnFilter m_labelColumns = new ColumnFilter().withIncludeUnknownColumns();

    SpectrumWriterParameters() {
    }

    SpectrumWriterParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
    }

    static boolean isLabel(final DataColumnSpec column) {
        return !column.getType().isCompatible(SpectrumValue.class);
    }

    /** @return the names of the chosen label columns, in the order of the table */
    String[] labelColumns(final DataTableSpec spec) {
        return m_labelColumns.filter(spec.stream().filter(SpectrumWriterParameters::isLabel).toList());
    }
}

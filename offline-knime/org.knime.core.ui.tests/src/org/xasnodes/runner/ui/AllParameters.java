package org.xasnodes.runner.ui;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileChooserFilters;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.MultiFileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.MultiFileSelectionMode;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.MultiFileSelectionWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.StringFilter;

/** A field of every common kind; the names, defaults and changed values are those that were recorded. */
final class AllParameters implements NodeParameters {

    enum Shape {
        @Label(value = "Sine wave", description = "up and down")
        SINE, @Label("Straight line")
        LINE
    }

    static final class Group implements WidgetGroup, Persistable {

        @Widget(title = "G1", description = "g1")
        double m_inner = 1.5;

        @Widget(title = "G2", description = "g2")
        String m_text = "in group";
    }

    static final class Elem implements NodeParameters {

        @Widget(title = "E1", description = "e1")
        String m_name = "e";

        @Widget(title = "E2", description = "e2")
        int m_num = 1;

        Elem() {
        }

        Elem(final String name, final int number) {
            m_name = name;
            m_num = number;
        }
    }

    static final class Filters implements FileChooserFilters {

        @Widget(title = "Hidden", description = "h")
        boolean m_hidden = false;

        @Widget(title = "Ext", description = "x")
        String[] m_extensions = {"csv", "txt"};

        @Override
        public boolean passesFilter(final Path root, final Path path, final BasicFileAttributes attrs) {
            return true;
        }

        @Override
        public boolean followSymlinks() {
            return false;
        }
    }

    @Widget(title = "Boolean", description = "d")
    boolean m_flag = true;

    int m_count = 3;

    long m_seed = 12345678901L;

    double m_ratio = 0.25;

    String m_text = "hello";

    String m_nullText;

    @Widget(title = "Enum", description = "The shape.")
    Shape m_shape = Shape.SINE;

    Group m_group = new Group();

    @Widget(title = "Elements", description = "Some.")
    Elem[] m_elems = {new Elem("first", 1), new Elem("second", 2)};

    Elem[] m_noElems = {};

    Optional<Double> m_optDouble = Optional.empty();

    Optional<Double> m_optDoubleSet = Optional.of(2.5);

    Optional<String> m_optString = Optional.empty();

    Optional<Integer> m_optIntSet = Optional.of(7);

    String[] m_names = {"a", "b"};

    String[] m_noNames = {};

    String[] m_nullNames;

    ColumnFilter m_columns = new ColumnFilter();

    ColumnFilter m_columnsSel = new ColumnFilter(new String[]{"a", "x"}).withIncludeUnknownColumns();

    StringFilter m_strings = new StringFilter(new String[]{"s1"});

    FileSelection m_file = new FileSelection();

    @Widget(title = "Files", description = "f")
    @MultiFileSelectionWidget(MultiFileSelectionMode.FILE)
    MultiFileSelection<Filters> m_files = new MultiFileSelection<>(MultiFileSelectionMode.FILE, new Filters());

    String m_column;

    @Persist(configKey = "other_key")
    int m_renamed = 11;

    @Persist(configKey = "hidden_key", hidden = true)
    int m_hidden = 12;

    @Migrate(loadDefaultIfAbsent = true)
    int m_migrated = 42;

    @Migrate(loadDefaultIfAbsent = true)
    Shape m_migratedShape = Shape.LINE;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_count == 666) {
            throw new InvalidSettingsException("The count must not be 666.");
        }
    }

    void change() {
        m_flag = false;
        m_count = -4;
        m_seed = Long.MIN_VALUE;
        m_ratio = Double.NaN;
        m_text = "line1\nline2 <&\"\u00e9";
        m_nullText = "";
        m_shape = Shape.LINE;
        m_group.m_inner = Double.POSITIVE_INFINITY;
        m_group.m_text = null;
        m_elems = new Elem[]{new Elem("only", 9)};
        m_noElems = null;
        m_optDouble = Optional.of(-0.0);
        m_optDoubleSet = Optional.empty();
        m_optString = Optional.of("set");
        m_optIntSet = Optional.empty();
        m_names = new String[]{"c", "", null};
        m_noNames = new String[]{"z"};
        m_columns = new ColumnFilter(new String[]{"q"});
        m_columnsSel = new ColumnFilter().withIncludeUnknownColumns();
        m_strings = new StringFilter(new String[]{"s2", "s3"});
        m_column = "x";
        m_renamed = 21;
        m_hidden = 22;
        m_migrated = 43;
        m_migratedShape = Shape.SINE;
    }
}

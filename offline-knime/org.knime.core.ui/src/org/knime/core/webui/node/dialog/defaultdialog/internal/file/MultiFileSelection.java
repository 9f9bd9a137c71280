package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.util.Objects;

import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persistable;

/**
 * One or several files or folders.
 *
 * @param <F> the parameters of the filter that applies within a folder
 */
public final class MultiFileSelection<F extends FileChooserFilters> implements Persistable, WidgetGroup {

    /** What is picked. */
    @Widget(title = "Mode", description = "Whether one or several files are picked, and how.")
    public MultiFileSelectionMode m_filterMode = MultiFileSelectionMode.FILE; // NOSONAR public in KNIME

    /** The file, or the folder in which the files are. */
    @Widget(title = "Source", description = "The path of the file or folder.")
    public FSLocation m_path; // NOSONAR public in KNIME

    /** Whether folders within the folder are searched, too. */
    @Widget(title = "Include Subfolders", description = "Whether folders within the folder are searched, too.")
    public boolean m_includeSubfolders; // NOSONAR public in KNIME

    /** Which files of the folder are picked. */
    public F m_filters; // NOSONAR public in KNIME

    /**
     * @param filterMode what is picked
     * @param filters which files of a folder are picked
     * @param path the file or folder
     */
    public MultiFileSelection(final MultiFileSelectionMode filterMode, final F filters, final FSLocation path) {
        m_filterMode = filterMode;
        m_filters = Objects.requireNonNull(filters, "Filters must not be null");
        m_path = Objects.requireNonNull(path, "Path must not be null");
    }

    /**
     * Nothing yet, on the local file system.
     *
     * @param filterMode what is picked
     * @param filters which files of a folder are picked
     */
    public MultiFileSelection(final MultiFileSelectionMode filterMode, final F filters) {
        this(filterMode, filters, new FSLocation(FSCategory.LOCAL, ""));
    }

    /** For loading. */
    MultiFileSelection() {
    }
}

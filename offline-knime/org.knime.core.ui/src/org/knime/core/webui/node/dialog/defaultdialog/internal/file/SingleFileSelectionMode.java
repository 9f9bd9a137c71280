package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

/** What a {@link FileSelection} may point at. */
public enum SingleFileSelectionMode {
    /** a file */
    FILE,
    /** a folder */
    FOLDER,
    /** a file or a folder */
    FILE_OR_FOLDER,
    /** a workflow */
    WORKFLOW
}

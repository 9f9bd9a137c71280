package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

/** A place where the file chooser looks. */
public enum FileSystemOption {
    /** the computer the workflow runs on */
    LOCAL,
    /** the space that holds the workflow */
    SPACE,
    /** the data area of the workflow */
    EMBEDDED,
    /** an address that is typed */
    CUSTOM_URL,
    /** the file system at an input port */
    CONNECTED
}

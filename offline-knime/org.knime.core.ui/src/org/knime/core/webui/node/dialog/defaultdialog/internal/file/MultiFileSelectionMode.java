package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

/** What a {@link MultiFileSelection} stands for. */
public enum MultiFileSelectionMode {
    /** one file */
    FILE("File", "Select a single file.", false, false),
    /** one folder */
    FOLDER("Folder", "Select a single folder.", false, false),
    /** the files in a folder */
    FILES_IN_FOLDERS("Files in folders", "Select the files of a folder that pass the filters.", true, false),
    /** the folders in a folder */
    FOLDERS("Folders", "Select the folders of a folder that pass the filters.", false, true),
    /** the files and folders in a folder */
    FILES_AND_FOLDERS("Files and folders", "Select the files and folders of a folder that pass the filters.", true,
        true),
    /** one workflow */
    WORKFLOW("Workflow", "Select a single workflow.", false, false);

    private final String m_title;

    private final String m_description;

    private final boolean m_files;

    private final boolean m_folders;

    MultiFileSelectionMode(final String title, final String description, final boolean files, final boolean folders) {
        m_title = title;
        m_description = description;
        m_files = files;
        m_folders = folders;
    }

    /** @return whether it stands for several files */
    public boolean includesFiles() {
        return m_files;
    }

    /** @return whether it stands for several folders */
    public boolean includesFolders() {
        return m_folders;
    }

    /** @throws IllegalStateException where it stands for a single thing */
    public void assertMultiSelection() {
        if (!m_files && !m_folders) {
            throw new IllegalStateException("The selection mode " + this + " does not support multi-selection.");
        }
    }

    /** @return the name for the user */
    public String getTitle() {
        return m_title;
    }

    /** @return an explanation for the user */
    public String getDescription() {
        return m_description;
    }
}

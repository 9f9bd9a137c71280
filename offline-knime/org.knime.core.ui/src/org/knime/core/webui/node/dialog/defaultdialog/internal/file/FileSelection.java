package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.util.Objects;

import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.persistence.Persistable;

/** One file or folder; its key in settings is {@code path}. */
public final class FileSelection implements Persistable {

    /** Where it is. */
    public FSLocation m_path;

    /** Nothing yet, on the local file system. */
    public FileSelection() {
        this(new FSLocation(FSCategory.LOCAL, ""));
    }

    /** @param fsLocation where it is */
    public FileSelection(final FSLocation fsLocation) {
        m_path = fsLocation;
    }

    /** @return where it is */
    public FSLocation getFSLocation() {
        return m_path;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FileSelection other && Objects.equals(m_path, other.m_path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_path);
    }
}

package org.knime.filehandling.core.connections;

import java.util.Objects;
import java.util.Optional;

/** A category and, where it needs one, a specifier. */
public class DefaultFSLocationSpec implements FSLocationSpec {

    private final String m_category;

    private final String m_specifier;

    /**
     * @param fsCategory the category
     * @param fileSystemSpecifier what names the file system within it, or {@code null}
     */
    public DefaultFSLocationSpec(final FSCategory fsCategory, final String fileSystemSpecifier) {
        m_category = fsCategory.toString();
        m_specifier = fileSystemSpecifier;
    }

    /** @param fsCategory the category, of which there is only one file system */
    public DefaultFSLocationSpec(final FSCategory fsCategory) {
        this(fsCategory, null);
    }

    @Override
    public String getFileSystemCategory() {
        return m_category;
    }

    @Override
    public Optional<String> getFileSystemSpecifier() {
        return Optional.ofNullable(m_specifier);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj != null && obj.getClass() == getClass() && ((DefaultFSLocationSpec)obj).m_category.equals(m_category)
            && Objects.equals(((DefaultFSLocationSpec)obj).m_specifier, m_specifier);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_category, m_specifier);
    }

    @Override
    public String toString() {
        return m_specifier == null ? "(" + m_category + ")" : "(" + m_category + ", " + m_specifier + ")";
    }
}

package org.knime.filehandling.core.connections;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** Where a file or folder is: a file system and a path in it. Immutable. */
public final class FSLocation implements FSLocationSpec, Serializable {

    private static final long serialVersionUID = 1;

    /** No location. */
    public static final FSLocation NULL = new FSLocation();

    private final String m_category;

    private final String m_specifier;

    private final String m_path;

    private FSLocation() {
        m_category = null;
        m_specifier = null;
        m_path = null;
    }

    /**
     * @param fsCategory the category of the file system
     * @param path the path in it
     */
    public FSLocation(final FSCategory fsCategory, final String path) {
        this(fsCategory.toString(), null, path);
    }

    /**
     * @param fsCategory the name of the category of the file system
     * @param path the path in it
     * @throws IllegalArgumentException if one is {@code null}
     */
    public FSLocation(final String fsCategory, final String path) {
        this(fsCategory, null, path);
    }

    /**
     * @param fsCategory the category of the file system
     * @param fsSpecifier what names the file system within the category, or {@code null}
     * @param path the path in it
     */
    public FSLocation(final FSCategory fsCategory, final String fsSpecifier, final String path) {
        this(fsCategory.toString(), fsSpecifier, path);
    }

    /**
     * @param fsCategory the name of the category of the file system
     * @param fsSpecifier what names the file system within the category, or {@code null}
     * @param path the path in it
     * @throws IllegalArgumentException if the category or the path is {@code null}
     */
    public FSLocation(final String fsCategory, final String fsSpecifier, final String path) {
        m_category = notNull(fsCategory, "The file system category must not be null.");
        m_specifier = fsSpecifier;
        m_path = notNull(path, "The path must not be null.");
    }

    private static String notNull(final String value, final String message) {
        if (value == null) {
            throw new IllegalArgumentException(message);
        }
        return value;
    }

    /** @return the path in the file system */
    public String getPath() {
        return m_path;
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
        if (this == obj) {
            return true;
        }
        return obj instanceof FSLocation other && identity().equals(other.identity());
    }

    @Override
    public int hashCode() {
        return identity().hashCode();
    }

    /** The same file chosen by hand and through a connected file system is the same location; a time-out is no part. */
    private Identity identity() {
        final FSCategory connected = FSCategory.CONNECTED;
        return switch (getFSCategory()) {
            case LOCAL -> new Identity(connected, "local", m_path);
            case RELATIVE -> new Identity(connected,
                RelativeTo.fromSettingsValue(getFileSystemSpecifier().orElseThrow(IllegalStateException::new)).typeId(),
                m_path);
            case MOUNTPOINT -> new Identity(connected, "knime-mountpoint:" + getFileSystemSpecifier(), m_path);
            case CUSTOM_URL -> new Identity(FSCategory.CUSTOM_URL, "0", m_path);
            default -> new Identity(getFSCategory(), m_specifier, m_path);
        };
    }

    @Override
    public String toString() {
        if (m_category == null) {
            return "NULL";
        }
        return m_specifier == null ? "(" + m_category + ", " + m_path + ")"
            : "(" + m_category + ", " + m_specifier + ", " + m_path + ")";
    }

    private record Identity(FSCategory category, String specifier, String path) {
        @Override
        public boolean equals(final Object obj) {
            return obj instanceof Identity other && category == other.category
                && Objects.equals(specifier, other.specifier) && path.equals(other.path);
        }

        @Override
        public int hashCode() {
            return Objects.hash(category.name(), specifier, path);
        }
    }
}

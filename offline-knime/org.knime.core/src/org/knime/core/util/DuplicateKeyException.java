package org.knime.core.util;

/** Two rows of a table have the same key. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String m_key;

    public DuplicateKeyException(final String message, final String key) {
        super(message);
        m_key = key;
    }

    public DuplicateKeyException(final DuplicateKeyException cause) {
        super(cause.getMessage(), cause);
        m_key = cause.m_key;
    }

    /** @return the key, or null if unknown */
    public String getKey() {
        return m_key;
    }
}

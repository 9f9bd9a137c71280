package org.knime.core.data;

/** The name of a row, unique in its table. */
public final class RowKey {

    private final String m_key;

    public RowKey(final String key) {
        if (key == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        m_key = key;
    }

    /**
     * @param index number of the row, from 0
     * @return the key KNIME gives that row, such as <code>Row0</code>
     */
    public static RowKey createRowKey(final long index) {
        return new RowKey("Row" + index);
    }

    public static RowKey createRowKey(final int index) {
        return createRowKey((long)index);
    }

    public String getString() {
        return m_key;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RowKey && ((RowKey)other).m_key.equals(m_key);
    }

    @Override
    public int hashCode() {
        return m_key.hashCode();
    }

    @Override
    public String toString() {
        return m_key;
    }
}

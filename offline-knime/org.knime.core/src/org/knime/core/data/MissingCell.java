package org.knime.core.data;

/** A missing cell; the reason it carries takes no part in equality. */
public final class MissingCell extends DataCell implements MissingValue {

    private static final long serialVersionUID = 1;

    static final MissingCell INSTANCE = new MissingCell(null);

    private final String m_error;

    public MissingCell(final String error) {
        m_error = error;
    }

    @Override
    public String getError() {
        return m_error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return true;
    }

    @Override
    public int hashCode() {
        return MissingCell.class.getName().hashCode();
    }

    @Override
    public String toString() {
        return "?";
    }
}

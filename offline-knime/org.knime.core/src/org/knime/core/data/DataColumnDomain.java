package org.knime.core.data;

import java.util.Objects;
import java.util.Set;

/** What is known about the values of a column: bounds and possible values, each null if unknown. */
public final class DataColumnDomain {

    private final DataCell m_lowerBound;

    private final DataCell m_upperBound;

    private final Set<DataCell> m_values;

    DataColumnDomain(final DataCell lowerBound, final DataCell upperBound, final Set<DataCell> values) {
        m_lowerBound = lowerBound;
        m_upperBound = upperBound;
        m_values = values;
    }

    public Set<DataCell> getValues() {
        return m_values;
    }

    public boolean hasValues() {
        return m_values != null;
    }

    public DataCell getLowerBound() {
        return m_lowerBound;
    }

    public boolean hasLowerBound() {
        return m_lowerBound != null;
    }

    public DataCell getUpperBound() {
        return m_upperBound;
    }

    public boolean hasUpperBound() {
        return m_upperBound != null;
    }

    public boolean hasBounds() {
        return hasLowerBound() && hasUpperBound();
    }

    @Override
    public boolean equals(final Object other) {
        if (!(other instanceof DataColumnDomain)) {
            return false;
        }
        final DataColumnDomain domain = (DataColumnDomain)other;
        return Objects.equals(m_lowerBound, domain.m_lowerBound) && Objects.equals(m_upperBound, domain.m_upperBound)
            && Objects.equals(m_values, domain.m_values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_lowerBound, m_upperBound, m_values);
    }

    @Override
    public String toString() {
        return "lower=" + m_lowerBound + ",upper=" + m_upperBound + ",values=" + m_values;
    }
}

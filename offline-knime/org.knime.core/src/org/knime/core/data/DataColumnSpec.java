package org.knime.core.data;

import java.util.List;
import java.util.Objects;

/** Name, type, domain and properties of a column. */
public final class DataColumnSpec {

    private final String m_name;

    private final DataType m_type;

    private final List<String> m_elementNames;

    private final DataColumnDomain m_domain;

    private final DataColumnProperties m_properties;

    DataColumnSpec(final String name, final DataType type, final List<String> elementNames,
        final DataColumnDomain domain, final DataColumnProperties properties) {
        m_name = name;
        m_type = type;
        m_elementNames = elementNames;
        m_domain = domain;
        m_properties = properties;
    }

    public String getName() {
        return m_name;
    }

    public DataType getType() {
        return m_type;
    }

    /** @return names of the positions of a vector or list, or none */
    public List<String> getElementNames() {
        return m_elementNames;
    }

    public DataColumnDomain getDomain() {
        return m_domain;
    }

    public DataColumnProperties getProperties() {
        return m_properties;
    }

    public boolean equalStructure(final DataColumnSpec other) {
        return other != null && m_name.equals(other.m_name) && m_type.equals(other.m_type);
    }

    /**
     * @param other another column
     * @return whether the names are equal and the other's type can hold these cells
     */
    public boolean isCompatibleWith(final DataColumnSpec other) {
        return other != null && m_name.equals(other.m_name) && other.m_type.isASuperTypeOf(m_type);
    }

    @Override
    public boolean equals(final Object other) {
        if (!(other instanceof DataColumnSpec)) {
            return false;
        }
        final DataColumnSpec spec = (DataColumnSpec)other;
        return equalStructure(spec) && m_domain.equals(spec.m_domain) && m_properties.equals(spec.m_properties)
            && m_elementNames.equals(spec.m_elementNames);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_name, m_type);
    }

    @Override
    public String toString() {
        return m_name + " (" + m_type + ")";
    }
}

package org.knime.core.data;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes column specs; blanks around a name are removed. */
public final class DataColumnSpecCreator {

    private static final AtomicInteger UNNAMED = new AtomicInteger();

    private String m_name;

    private DataType m_type;

    private List<String> m_elementNames = List.of();

    private DataColumnDomain m_domain = new DataColumnDomainCreator().createDomain();

    private DataColumnProperties m_properties = new DataColumnProperties();

    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
    }

    public DataColumnSpecCreator(final DataColumnSpec spec) {
        this(spec.getName(), spec.getType());
        m_elementNames = spec.getElementNames();
        m_domain = spec.getDomain();
        m_properties = spec.getProperties();
    }

    /** @param name of the column; an empty one is replaced by one that says so */
    public void setName(final String name) {
        if (name == null) {
            throw new NullPointerException("Name of DataColumnSpec must not be null!");
        }
        final String trimmed = name.trim();
        m_name = trimmed.isEmpty() ? "<empty_" + UNNAMED.incrementAndGet() + ">" : trimmed;
    }

    public void setType(final DataType type) {
        m_type = Objects.requireNonNull(type, "Type of DataColumnSpec must not be null!");
    }

    public DataType getType() {
        return m_type;
    }

    /** @param domain the domain, null for an empty one */
    public void setDomain(final DataColumnDomain domain) {
        m_domain = domain == null ? new DataColumnDomainCreator().createDomain() : domain;
    }

    /** @param properties the properties, null for none */
    public void setProperties(final DataColumnProperties properties) {
        m_properties = properties == null ? new DataColumnProperties() : properties;
    }

    /** @param elementNames names of the positions of a vector or list, null for none */
    public void setElementNames(final String[] elementNames) {
        m_elementNames = elementNames == null ? List.of() : List.of(elementNames);
    }

    public DataColumnSpec createSpec() {
        return new DataColumnSpec(m_name, m_type, m_elementNames, m_domain, m_properties);
    }
}

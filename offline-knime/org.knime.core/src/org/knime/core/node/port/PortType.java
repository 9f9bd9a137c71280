package org.knime.core.node.port;

/** What a port takes or gives: a class of port objects; made by {@link PortTypeRegistry}. */
public final class PortType {

    public static final int DEFAULT_COLOR = 0xff9b9b9b;

    private final Class<? extends PortObject> m_objectClass;

    private final Class<? extends PortObjectSpec> m_specClass;

    private final boolean m_optional;

    private final String m_name;

    private final int m_color;

    private final boolean m_hidden;

    PortType(final Class<? extends PortObject> objectClass, final Class<? extends PortObjectSpec> specClass,
        final boolean optional, final String name, final int color, final boolean hidden) {
        m_objectClass = objectClass;
        m_specClass = specClass;
        m_optional = optional;
        m_name = name;
        m_color = color;
        m_hidden = hidden;
    }

    PortType asOptional() {
        return new PortType(m_objectClass, m_specClass, true, m_name, m_color, m_hidden);
    }

    public Class<? extends PortObject> getPortObjectClass() {
        return m_objectClass;
    }

    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return m_specClass;
    }

    public boolean isOptional() {
        return m_optional;
    }

    public String getName() {
        return m_name;
    }

    public int getColor() {
        return m_color;
    }

    public boolean isHidden() {
        return m_hidden;
    }

    public boolean acceptsPortObjectClass(final Class<? extends PortObject> objectClass) {
        return m_objectClass.isAssignableFrom(objectClass);
    }

    public boolean acceptsPortObject(final PortObject object) {
        return m_objectClass.isInstance(object);
    }

    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return m_specClass.isInstance(spec);
    }

    public boolean isSuperTypeOf(final PortType other) {
        return m_objectClass.isAssignableFrom(other.m_objectClass);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PortType && ((PortType)other).m_objectClass == m_objectClass
            && ((PortType)other).m_optional == m_optional;
    }

    @Override
    public int hashCode() {
        return m_objectClass.hashCode() ^ Boolean.hashCode(m_optional);
    }

    @Override
    public String toString() {
        return "PortType(" + m_specClass.getSimpleName() + "," + m_objectClass.getSimpleName() + ")";
    }
}

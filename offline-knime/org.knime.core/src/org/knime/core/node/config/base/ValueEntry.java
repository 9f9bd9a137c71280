package org.knime.core.node.config.base;

import java.util.Objects;

/** A leaf of the settings tree: a typed value, null only for strings. */
final class ValueEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    /** The value types a settings file knows, by the names it uses. */
    enum Kind {
            xstring, xint, xdouble, xfloat, xlong, xshort, xbyte, xchar, xboolean, xtransientstring,
            /** kept as the encrypted text; the stand-in has no key to read it */
            xpassword;

        /**
         * @param text the value as a settings file holds it, or null
         * @return the value
         * @throws IllegalArgumentException if the text is no such value
         */
        Object parse(final String text) {
            switch (this) {
                case xint:
                    return Integer.valueOf(text);
                case xdouble:
                    return Double.valueOf(text);
                case xfloat:
                    return Float.valueOf(text);
                case xlong:
                    return Long.valueOf(text);
                case xshort:
                    return Short.valueOf(text);
                case xbyte:
                    return Byte.valueOf(text);
                case xchar:
                    if (text == null || text.length() != 1) {
                        throw new IllegalArgumentException("not one character: " + text);
                    }
                    return text.charAt(0);
                case xboolean:
                    return Boolean.valueOf(text);
                default:
                    return text;
            }
        }
    }

    private final Kind m_kind;

    private final Object m_value;

    ValueEntry(final String key, final Kind kind, final Object value) {
        super(key);
        m_kind = kind;
        m_value = value;
    }

    Kind kind() {
        return m_kind;
    }

    Object value() {
        return m_value;
    }

    @Override
    String typeName() {
        return m_kind.name();
    }

    @Override
    public String toStringValue() {
        return m_value == null ? null : m_value.toString();
    }

    @Override
    boolean sameValue(final AbstractConfigEntry other) {
        return other instanceof ValueEntry && Objects.equals(m_value, ((ValueEntry)other).m_value);
    }
}

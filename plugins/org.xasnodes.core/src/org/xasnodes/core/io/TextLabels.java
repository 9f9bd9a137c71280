package org.xasnodes.core.io;

import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labels from a text table, where a value's type has to be guessed from its text. The map gives the typed values;
 * beside it the text as written is kept where a number would not give it back ("1.50", "007"), for a column that turns
 * out to be text after all.
 */
final class TextLabels extends AbstractMap<String, Object> {

    /** A value whose own text differs from how it was written. */
    record Written(Object value, String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    /** Longer ones might not fit; as decimal numbers they would lose digits. */
    private static final int LONGEST_INTEGER = 19;

    private final List<String> m_names;

    private final Object[] m_values;

    /**
     * Guesses the types.
     *
     * @param names distinct; shared by all rows
     * @param texts one for each name
     * @param decimal decimal point or comma
     */
    TextLabels(final List<String> names, final String[] texts, final byte decimal) {
        m_names = names;
        m_values = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            m_values[i] = typed(texts[i], (char)decimal);
        }
    }

    private static Object typed(final String text, final char decimal) {
        if (text.isEmpty()) {
            return null;
        }
        if ("true".equalsIgnoreCase(text) || "false".equalsIgnoreCase(text)) {
            return written(Boolean.valueOf(text), text);
        }
        final char first = text.charAt(0);
        if (first > '9') {
            return text;
        }
        if (decimal != '.' && text.indexOf('.') >= 0) {
            return text;
        }
        final var ascii = text.replace(decimal, '.').getBytes(StandardCharsets.UTF_8);
        if (NumberParser.isInteger(ascii, 0, ascii.length)) {
            return text.length() < LONGEST_INTEGER ? written(Long.valueOf(text), text) : text;
        }
        final double value = NumberParser.parse(ascii, 0, ascii.length);
        return Double.isFinite(value) ? written(value, text) : text;
    }

    private static Object written(final Object value, final String text) {
        return value.toString().equals(text) ? value : new Written(value, text);
    }

    String name(final int index) {
        return m_names.get(index);
    }

    Object asWritten(final int index) {
        return m_values[index];
    }

    /** @return the text as written, <code>null</code> if it is empty or there is no such label */
    String text(final String name) {
        final int index = m_names.indexOf(name);
        return index < 0 || m_values[index] == null ? null : m_values[index].toString();
    }

    private Object value(final int index) {
        return m_values[index] instanceof Written w ? w.value() : m_values[index];
    }

    @Override
    public int size() {
        return m_values.length;
    }

    @Override
    public Object get(final Object key) {
        final int index = m_names.indexOf(key);
        return index < 0 ? null : value(index);
    }

    @Override
    public boolean containsKey(final Object key) {
        return m_names.contains(key);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Object>> {

        @Override
        public int size() {
            return m_values.length;
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return new Iterator<>() {

                private int m_next;

                @Override
                public boolean hasNext() {
                    return m_next < m_values.length;
                }

                @Override
                public Map.Entry<String, Object> next() {
                    final int index = m_next++;
                    return new SimpleImmutableEntry<>(m_names.get(index), value(index));
                }
            };
        }
    }
}

package org.xasnodes.core.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks through the fields of one record of a separated table (RFC 4180: a field in quotes may hold separators, line
 * breaks and doubled quotes). Works on bytes, so that numbers need not become text first.
 */
final class CsvFields {

    private final byte m_separator;

    private byte[] m_bytes;

    private int m_next;

    private int m_to;

    private boolean m_more;

    private int m_from;

    private int m_end;

    private boolean m_quoted;

    CsvFields(final byte separator) {
        m_separator = separator;
    }

    /** Goes to the start of the record in these bytes, which has no line end. */
    void start(final byte[] bytes, final int from, final int to) {
        m_bytes = bytes;
        m_next = from;
        m_to = to;
        m_more = true;
    }

    /** @return whether there was one more field; it is then the current one */
    boolean next() {
        if (!m_more) {
            return false;
        }
        m_from = m_next;
        m_quoted = m_from < m_to && m_bytes[m_from] == '"';
        int i = m_quoted ? behindQuotes() : m_from;
        while (i < m_to && m_bytes[i] != m_separator) {
            i++;
        }
        m_end = i;
        m_more = i < m_to;
        m_next = i + 1;
        return true;
    }

    private int behindQuotes() {
        int i = m_from + 1;
        while (i < m_to) {
            if (m_bytes[i] != '"') {
                i++;
            } else if (i + 1 < m_to && m_bytes[i + 1] == '"') {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return i;
    }

    /** @return whether the current field holds nothing */
    boolean isEmpty() {
        return m_from == m_end;
    }

    /**
     * @param decimal the decimal point or comma
     * @return the current field as a number, infinite if it is too large, NaN if it is none
     */
    double number(final byte decimal) {
        int from = m_from;
        int to = m_end;
        while (from < to && isSpaceOrQuote(m_bytes[from])) {
            from++;
        }
        while (from < to && isSpaceOrQuote(m_bytes[to - 1])) {
            to--;
        }
        if (decimal == '.') {
            return NumberParser.parse(m_bytes, from, to);
        }
        final var text = new String(m_bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return text.indexOf('.') < 0 ? NumberParser.parse(text.replace((char)decimal, '.')) : Double.NaN;
    }

    private boolean isSpaceOrQuote(final byte value) {
        return value == ' ' || value == '\t' || value == '"' && m_quoted;
    }

    /** @return the current field without quotes and surrounding blanks, from UTF-8, or ISO-8859-1 if it is not UTF-8 */
    String text() {
        final var utf8 = new String(m_bytes, m_from, m_end - m_from, StandardCharsets.UTF_8);
        final var text = utf8.indexOf('\ufffd') < 0 ? utf8
            : new String(m_bytes, m_from, m_end - m_from, StandardCharsets.ISO_8859_1);
        return (m_quoted ? unquoted(text) : text).strip();
    }

    private static String unquoted(final String text) {
        int close = 1;
        while (close < text.length() && (text.charAt(close) != '"' || text.startsWith("\"\"", close))) {
            close += text.charAt(close) == '"' ? 2 : 1;
        }
        final var inside = text.substring(1, Math.min(close, text.length())).replace("\"\"", "\"");
        return close + 1 < text.length() ? inside + text.substring(close + 1) : inside;
    }

    /** @return the number of fields of the record */
    static int count(final byte[] bytes, final int from, final int to, final byte separator) {
        final var fields = new CsvFields(separator);
        fields.start(bytes, from, to);
        int count = 0;
        while (fields.next()) {
            count++;
        }
        return count;
    }

    /** @return all fields of the record as text */
    static List<String> texts(final byte[] bytes, final int from, final int to, final byte separator) {
        final var fields = new CsvFields(separator);
        fields.start(bytes, from, to);
        final var texts = new ArrayList<String>();
        while (fields.next()) {
            texts.add(fields.text());
        }
        return texts;
    }
}

package org.xasnodes.core.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads assignments of lists as Perl programs hold them: <code>@x = ('1','2');</code>. It knows quotes, escapes and
 * nested lists, and runs nothing: whatever is not such an assignment is passed over.
 */
final class PerlText {

    /** What {@link #next} gives for the end of a record. */
    static final String RECORD = "[record]";

    private static final int LONGEST_TEXT = 1 << 20;

    private static final int MOST_VALUES = 300_000;

    private static final int MOST_CHARACTERS = 1 << 26;

    private final InputStream m_in;

    private final byte[] m_buffer = new byte[1 << 16];

    private int m_position;

    private int m_end;

    private int m_line = 1;

    private int m_characters;

    PerlText(final InputStream in) {
        m_in = in;
    }

    /** @return the number of the line that is being read, counted from 1 */
    int line() {
        return m_line;
    }

    /**
     * Goes to the next assignment, or end of a record.
     *
     * @return the variable with its sigil, for example "@x", or {@link #RECORD}; <code>null</code> at the end
     */
    String next() throws IOException {
        while (true) {
            skipBlanks();
            final int first = read();
            if (first < 0) {
                return null;
            }
            if (first == '$' || first == '@' || first == '%') {
                final var name = (char)first + word();
                skipBlanks();
                if (peek() == '=') {
                    read();
                    return name;
                }
            } else if (first == '[' && word().equals("record")) {
                skipLine();
                return RECORD;
            }
            skipLine();
        }
    }

    /**
     * Reads the list, or the one value, that is assigned.
     *
     * @return its values; <code>null</code> for undef and for nested lists; empty if something else is assigned
     * @throws EOFException if the file ends in it
     * @throws DamagedFileException if it is far too long
     */
    List<String> values() throws IOException {
        final var values = new ArrayList<String>();
        m_characters = 0;
        skipBlanks();
        final int first = peek();
        if (first == '(') {
            read();
            while (more(')')) {
                values.add(value());
                if (values.size() > MOST_VALUES || m_characters > MOST_CHARACTERS) {
                    throw new DamagedFileException("The list in line " + m_line + " has more than " + MOST_VALUES
                        + " values, so this is not a project of spectra.", null);
                }
            }
            read();
        } else if (first == '\'' || first == '"') {
            values.add(value());
        }
        skipLine();
        return values;
    }

    /** @return whether another value comes before the closing bracket, at which it stops */
    private boolean more(final char closing) throws IOException {
        while (true) {
            skipBlanks();
            final int next = peek();
            if (next < 0) {
                throw new EOFException();
            }
            if (next == ',' || next == '=' || next == '>') {
                read();
            } else {
                return next != closing;
            }
        }
    }

    private String value() throws IOException {
        final int first = read();
        switch (first) {
            case '\'':
            case '"':
                return decoded(quoted((char)first));
            case '[':
            case '{':
            case '(':
                skipNested();
                return null;
            default:
                final var word = (char)first + word();
                m_characters += word.length();
                return word.equals("undef") ? null : word;
        }
    }

    /** Passes over a nested list, of which the first bracket is read. */
    private void skipNested() throws IOException {
        for (int depth = 1; depth > 0;) {
            final int next = read();
            if (next < 0) {
                throw new EOFException();
            } else if (next == '\'' || next == '"') {
                quoted((char)next);
                m_characters = 0;
            } else if (next == '[' || next == '{' || next == '(') {
                depth++;
            } else if (next == ']' || next == '}' || next == ')') {
                depth--;
            }
        }
    }

    private String quoted(final char quote) throws IOException {
        final var text = new StringBuilder();
        while (true) {
            final int next = read();
            if (next < 0) {
                throw new EOFException();
            }
            if (next == quote) {
                m_characters += text.length();
                return text.toString();
            }
            if (next == '\\') {
                escape(quote, text);
            } else {
                text.append((char)next);
            }
            if (text.length() > LONGEST_TEXT) {
                throw new DamagedFileException("The text that ends in line " + m_line + " is longer than "
                    + LONGEST_TEXT + " characters: a quote is missing. Correct the file.", null);
            }
        }
    }

    private void escape(final char quote, final StringBuilder text) throws IOException {
        final int next = read();
        if (next < 0) {
            throw new EOFException();
        }
        if (quote == '\'') {
            text.append(next == '\'' || next == '\\' ? "" : "\\").append((char)next);
            return;
        }
        switch (next) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'x' -> text.appendCodePoint(codePoint());
            default -> text.append((char)next);
        }
    }

    /** @return the character of <code>{1f60}</code> or of <code>e9</code>; U+FFFD if it is none */
    private int codePoint() throws IOException {
        final boolean braces = peek() == '{';
        if (braces) {
            read();
        }
        int value = 0;
        int digits = 0;
        for (; digits < (braces ? 8 : 2) && Character.digit(peek(), 16) >= 0; digits++) {
            value = value << 4 | Character.digit(read(), 16);
        }
        if (braces && peek() == '}') {
            read();
        }
        return digits > 0 && Character.isValidCodePoint(value) ? value : 0xfffd;
    }

    /** Bytes of UTF-8 stand as they are between quotes; older files have Latin-1. */
    private static String decoded(final String text) {
        if (text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(c -> c > 0xff)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder()
                .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (final CharacterCodingException e) { // NOSONAR: Latin-1
            return text;
        }
    }

    /** @return what stands up to the next blank, comma, bracket, quote or sign; may be empty */
    private String word() throws IOException {
        final var word = new StringBuilder();
        for (int next = peek(); next > ' ' && ",;=()[]{}'\"".indexOf(next) < 0; next = peek()) {
            word.append((char)read());
            if (word.length() > LONGEST_TEXT) {
                throw new DamagedFileException("A word in line " + m_line + " is longer than " + LONGEST_TEXT
                    + " characters, so this is not a project of spectra.", null);
            }
        }
        return word.toString();
    }

    private void skipBlanks() throws IOException {
        while (peek() >= 0 && peek() <= ' ') {
            read();
        }
    }

    private void skipLine() throws IOException {
        for (int next = peek(); next >= 0 && next != '\n' && next != '\r'; next = peek()) {
            read();
        }
    }

    private int peek() throws IOException {
        if (m_position == m_end) {
            m_position = 0;
            m_end = 0;
            final int count = m_in.read(m_buffer);
            if (count <= 0) {
                return -1;
            }
            m_end = count;
        }
        return m_buffer[m_position] & 0xff;
    }

    private int read() throws IOException {
        final int next = peek();
        if (next >= 0) {
            m_position++;
            m_line += next == '\n' ? 1 : 0;
        }
        return next;
    }
}

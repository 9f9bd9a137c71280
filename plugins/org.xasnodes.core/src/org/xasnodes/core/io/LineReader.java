package org.xasnodes.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads text line by line; lines end with CR, LF or CRLF, also mixed. Each byte becomes one character, so that no byte
 * in a comment can be wrong. DOS's end-of-text mark (Ctrl-Z) ends the text.
 */
final class LineReader {

    static final char END_OF_TEXT = 0x1a;

    /** Longer lines are not part of a table of numbers. */
    private static final int LONGEST_LINE = 1 << 20;

    private final InputStream m_in;

    private byte[] m_bytes = new byte[1 << 14];

    private int m_filled;

    /** The first byte behind the line. */
    private int m_next;

    private int m_start;

    private int m_end;

    private boolean m_afterCr;

    private boolean m_ended;

    private int m_number;

    LineReader(final InputStream in) {
        m_in = in;
    }

    /**
     * Goes to the next line.
     *
     * @return whether there is one
     * @throws DamagedFileException if the line is far too long
     */
    boolean advance() throws IOException {
        m_start = m_next;
        if (m_ended && m_start == m_filled) {
            return false;
        }
        m_number++;
        for (int i = m_start;; i++) {
            if (i == m_filled) {
                final int length = i - m_start;
                final boolean more = !m_ended && fill();
                i = m_start + length;
                if (!more) {
                    return last(i);
                }
            }
            final byte value = m_bytes[i];
            if (value == '\n' && m_afterCr && i == m_start) {
                m_start++;
                m_afterCr = false;
            } else if (value == '\n' || value == '\r') {
                m_afterCr = value == '\r';
                m_end = i;
                m_next = i + 1;
                return true;
            } else if (value == END_OF_TEXT) {
                m_filled = i;
                m_ended = true;
                return last(i);
            }
        }
    }

    private boolean last(final int end) {
        m_end = end;
        m_next = end;
        return m_end > m_start;
    }

    /** Moves the unfinished line to the front and reads on behind it. */
    private boolean fill() throws IOException {
        final int length = m_filled - m_start;
        if (length > LONGEST_LINE) {
            throw new DamagedFileException("Line " + m_number + " is longer than " + LONGEST_LINE
                + " characters, so this is not a table of numbers. Remove the line.", null);
        }
        if (m_start > 0) {
            System.arraycopy(m_bytes, m_start, m_bytes, 0, length);
        } else if (length == m_bytes.length) {
            m_bytes = Arrays.copyOf(m_bytes, 2 * length);
        }
        m_start = 0;
        m_filled = length;
        final int count = m_in.read(m_bytes, length, m_bytes.length - length);
        m_ended = count < 0;
        m_filled += Math.max(0, count);
        return !m_ended;
    }

    /** @return the buffer that holds the line until {@link #advance()} is called again */
    byte[] bytes() {
        return m_bytes;
    }

    /** @return where in the buffer the line begins */
    int start() {
        return m_start;
    }

    /** @return where in the buffer the line's end stands */
    int end() {
        return m_end;
    }

    /** @return the line without its end */
    String text() {
        return new String(m_bytes, m_start, m_end - m_start, StandardCharsets.ISO_8859_1);
    }

    /**
     * @return the next line without its end, <code>null</code> behind the last one
     * @throws DamagedFileException if the line is far too long
     */
    String next() throws IOException {
        return advance() ? text() : null;
    }

    /** @return the number of the line last read, counted from 1 */
    int number() {
        return m_number;
    }
}

package org.xasnodes.core.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads text line by line; lines end with CR, LF or CRLF, also mixed. Each byte becomes one character, so that no byte
 * in a comment can be wrong. DOS's end-of-text mark (Ctrl-Z) ends the text.
 */
final class LineReader {

    static final char END_OF_TEXT = 0x1a;

    /** Longer lines are not part of a table with few columns. */
    private static final int LONGEST_LINE = 1 << 20;

    private final InputStream m_in;

    private final ByteArrayOutputStream m_line = new ByteArrayOutputStream(256);

    private int m_pushedBack = -1;

    private int m_number;

    private boolean m_ended;

    LineReader(final InputStream in) {
        m_in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * @return the next line without its end, <code>null</code> behind the last one
     * @throws DamagedFileException if the line is far too long
     */
    String next() throws IOException {
        if (m_ended) {
            return null;
        }
        m_line.reset();
        m_number++;
        while (true) {
            final int value = read();
            if (value < 0 || value == END_OF_TEXT) {
                m_ended = true;
                return m_line.size() == 0 ? null : line();
            }
            if (value == '\n') {
                return line();
            }
            if (value == '\r') {
                final int after = read();
                m_pushedBack = after == '\n' ? -1 : after;
                m_ended = after < 0;
                return line();
            }
            m_line.write(value);
            if (m_line.size() > LONGEST_LINE) {
                throw new DamagedFileException("Line " + m_number + " is longer than " + LONGEST_LINE
                    + " characters, so this is not a table of two columns. Remove the line.", null);
            }
        }
    }

    private int read() throws IOException {
        if (m_pushedBack < 0) {
            return m_in.read();
        }
        final int value = m_pushedBack;
        m_pushedBack = -1;
        return value;
    }

    private String line() {
        return m_line.toString(StandardCharsets.ISO_8859_1);
    }

    /** @return the number of the line last read, counted from 1 */
    int number() {
        return m_number;
    }
}

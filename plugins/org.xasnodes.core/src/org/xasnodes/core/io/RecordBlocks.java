package org.xasnodes.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a separated table into blocks of whole records, which can then be parsed independently of each other. Only line
 * ends outside quotes end a record.
 */
final class RecordBlocks {

    /**
     * Whole records.
     *
     * @param bytes that hold them
     * @param ends for each record the position behind it; its line end is not part of it
     * @param starts for each record the position of its first byte
     * @param lines for each record the number of its first line in the file, counted from 1
     * @param records how many there are; the arrays may be longer
     */
    record Block(byte[] bytes, int[] starts, int[] ends, long[] lines, int records) {
    }

    private final InputStream m_in;

    private final int m_blockSize;

    private final int m_longestRecord;

    private final byte m_separator;

    private final byte m_lineEnd;

    /** The beginning of a record whose end was not in the last block. */
    private byte[] m_rest = {};

    private long m_line = 1;

    private boolean m_ended;

    private IOException m_damage;

    private int[] m_starts;

    private int[] m_ends;

    private long[] m_lines;

    private int m_records;

    private boolean m_openQuotes;

    /**
     * @param in the table
     * @param separator between fields
     * @param lineEnd LF (a CR before it is dropped) or CR
     * @param blockSize bytes in a block; longer records make longer blocks
     * @param longestRecord bytes in a record; longer ones are refused
     */
    RecordBlocks(final InputStream in, final byte separator, final byte lineEnd, final int blockSize,
        final int longestRecord) {
        m_in = in;
        m_separator = separator;
        m_lineEnd = lineEnd;
        m_blockSize = blockSize;
        m_longestRecord = longestRecord;
    }

    /**
     * @return the next block, with at least one record, or <code>null</code> at the end
     * @throws DamagedFileException if there are no more whole records because the file is damaged, or a record is too
     *             long; all whole records before it have been returned
     */
    Block next() throws IOException {
        int capacity = Math.max(m_blockSize, m_rest.length + 1);
        while (!m_ended) {
            final var bytes = Arrays.copyOf(m_rest, capacity);
            final int filled = fill(bytes, m_rest.length);
            final int used = cut(bytes, filled);
            m_rest = Arrays.copyOfRange(bytes, used, filled);
            if (m_records > 0) {
                return new Block(bytes, m_starts, m_ends, m_lines, m_records);
            }
            if (m_rest.length > m_longestRecord) {
                throw tooLong();
            }
            capacity = (int)Math.min(m_longestRecord + 1L, Math.max(2L * m_rest.length, m_blockSize));
        }
        if (m_damage != null) {
            throw m_damage;
        }
        return null;
    }

    /** @return behind the last byte read; what came before damage counts */
    private int fill(final byte[] bytes, final int from) throws IOException {
        int filled = from;
        try {
            while (filled < bytes.length) {
                final int count = m_in.read(bytes, filled, bytes.length - filled);
                if (count < 0) {
                    m_ended = true;
                    return filled;
                }
                filled += count;
            }
        } catch (final DamagedFileException e) {
            m_damage = e;
            m_ended = true;
        }
        return filled;
    }

    private DamagedFileException tooLong() {
        return m_openQuotes ? neverClosed() : new DamagedFileException("Line " + m_line + " is longer than "
            + m_longestRecord + " bytes, too long for a row of a table. Correct it or remove it.", null);
    }

    private DamagedFileException neverClosed() {
        return new DamagedFileException("A quote that opens in line " + m_line
            + " is never closed, so the rows from there on cannot be told apart. Close or remove it.", null);
    }

    /** @return the position behind the last whole record */
    private int cut(final byte[] bytes, final int filled) {
        m_starts = new int[16];
        m_ends = new int[16];
        m_lines = new long[16];
        m_records = 0;
        int start = 0;
        long line = m_line;
        boolean quoted = false;
        for (int i = 0; i < filled; i++) {
            final byte value = bytes[i];
            if (value > '"') {
                continue;
            }
            if (value == '"') {
                if (!quoted) {
                    quoted = i == start || bytes[i - 1] == m_separator;
                } else if (i + 1 < filled && bytes[i + 1] == '"') {
                    i++; // NOSONAR: a doubled quote stands for one
                } else {
                    quoted = false;
                }
            } else if (value == m_lineEnd) {
                line++;
                if (!quoted) {
                    add(bytes, start, i);
                    start = i + 1;
                    m_line = line;
                }
            }
        }
        m_openQuotes = quoted;
        if (m_ended && m_damage == null && quoted) {
            m_damage = neverClosed();
        }
        if (m_ended && m_damage == null && start < filled) {
            add(bytes, start, filled);
            start = filled;
        }
        return start;
    }

    private void add(final byte[] bytes, final int start, final int end) {
        final int to = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        if (m_records == m_starts.length) {
            m_starts = Arrays.copyOf(m_starts, 2 * m_records);
            m_ends = Arrays.copyOf(m_ends, 2 * m_records);
            m_lines = Arrays.copyOf(m_lines, 2 * m_records);
        }
        m_starts[m_records] = start;
        m_ends[m_records] = to;
        m_lines[m_records++] = m_line;
    }
}

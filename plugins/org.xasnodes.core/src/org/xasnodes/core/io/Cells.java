package org.xasnodes.core.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The cells of one line of a table of numbers. One object is filled again and again. */
final class Cells {

    /** How instruments and programs write a number that is none. */
    private static final Set<String> UNDEFINED = Set.of("nan", "+nan", "-nan", "inf", "+inf", "-inf", "infinity",
        "-infinity", "na", "n/a", "null", "none", "1.#qnan", "-1.#ind", "1.#inf", "-1.#inf");

    private final ColumnLayout m_layout;

    private double[] m_values = new double[16];

    private int[] m_starts = new int[16];

    private int[] m_ends = new int[16];

    private byte[] m_bytes;

    private int m_fields;

    private int m_count;

    private int m_numbers;

    private int m_words;

    Cells(final ColumnLayout layout) {
        m_layout = layout;
    }

    /** Takes the line that stands in these bytes, without its end. */
    Cells parse(final byte[] bytes, final int start, final int end) {
        m_bytes = bytes;
        m_fields = 0;
        m_count = 0;
        m_numbers = 0;
        m_words = 0;
        final byte separator = m_layout.separator();
        int from = start;
        int to = end;
        while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == '\t' && separator != '\t')) {
            to--;
        }
        while (from < to && (bytes[from] == ' ' || bytes[from] == '\t' && separator != '\t')) {
            from++;
        }
        while (from < to) {
            int stop = from;
            while (stop < to && !(separator == ' ' ? isBlank(bytes[stop]) : bytes[stop] == separator)) {
                stop++;
            }
            cell(from, stop);
            from = stop + 1;
            while (separator == ' ' && from < to && isBlank(bytes[from])) {
                from++;
            }
        }
        return this;
    }

    private static boolean isBlank(final byte value) {
        return value == ' ' || value == '\t';
    }

    private void cell(final int start, final int stop) {
        int from = start;
        int to = stop;
        while (from < to && (isBlank(m_bytes[from]) || m_bytes[from] == '"')) {
            from++;
        }
        while (from < to && (isBlank(m_bytes[to - 1]) || m_bytes[to - 1] == '"')) {
            to--;
        }
        if (m_fields == m_values.length) {
            m_values = Arrays.copyOf(m_values, 2 * m_fields);
            m_starts = Arrays.copyOf(m_starts, 2 * m_fields);
            m_ends = Arrays.copyOf(m_ends, 2 * m_fields);
        }
        final double value = from == to ? Double.NaN : m_layout.number(m_bytes, from, to);
        m_starts[m_fields] = from;
        m_ends[m_fields] = to;
        m_values[m_fields++] = Double.isFinite(value) ? value : Double.NaN;
        if (from < to) {
            m_count = m_fields;
            if (Double.isFinite(value)) {
                m_numbers++;
            } else if (Double.isNaN(value) && !UNDEFINED.contains(text(m_fields - 1).toLowerCase(Locale.ROOT))) {
                m_words++;
            }
        }
    }

    /** @return the number of cells up to the last one that is not empty */
    int count() {
        return m_count;
    }

    /** @return the number of cells with empty ones at the end */
    int fields() {
        return m_fields;
    }

    /** @return whether there are numbers, perhaps undefined ones, and nothing else */
    boolean isRow() {
        return m_words == 0 && m_numbers > 0;
    }

    /** @return whether this may be a row in which some columns hold texts: dates, states */
    boolean isMixedRow() {
        return m_numbers >= 2 && 2 * m_numbers >= m_count && Double.isFinite(m_values[0]);
    }

    /** @return whether the first cell is a number or an undefined one, as in a row that is damaged further on */
    boolean beginsWithNumber() {
        return m_count > 0 && (Double.isFinite(m_values[0])
            || m_starts[0] < m_ends[0] && UNDEFINED.contains(text(0).toLowerCase(Locale.ROOT)));
    }

    /** @return the number, NaN if there is none or it is not finite */
    double value(final int column) {
        return m_values[column];
    }

    String text(final int column) {
        return new String(m_bytes, m_starts[column], m_ends[column] - m_starts[column], StandardCharsets.ISO_8859_1);
    }
}

package org.xasnodes.core.io;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The rows of a table of numbers. All that have as many cells as most of them are good; a cell without a number is NaN.
 */
final class NumberTable {

    private final ColumnLayout m_layout;

    private double[] m_values = new double[64];

    private int m_filled;

    private int[] m_starts = new int[16];

    private int[] m_lines = new int[16];

    private int[] m_fields = new int[16];

    private int m_rows;

    private int m_columns;

    /** Rows with a cell that is text and not even an undefined number. */
    private final BitSet m_words = new BitSet();

    private boolean m_plain;

    private final BadRows m_bad = new BadRows();

    /** For each column the text of the first cell that is no number, and its line. */
    private String[] m_wrongTexts = {};

    private int[] m_wrongLines = {};

    NumberTable(final ColumnLayout layout) {
        m_layout = layout;
    }

    /** Adds a line that stands where rows stand. */
    void add(final Cells cells, final int line) {
        final int count = cells.count();
        if (m_rows + 1 >= m_starts.length) {
            m_starts = Arrays.copyOf(m_starts, 2 * m_starts.length);
            m_lines = Arrays.copyOf(m_lines, m_starts.length);
            m_fields = Arrays.copyOf(m_fields, m_starts.length);
        }
        if (m_filled + count > m_values.length) {
            m_values = Arrays.copyOf(m_values, Math.max(2 * m_values.length, m_filled + count));
        }
        m_starts[m_rows] = m_filled;
        m_lines[m_rows] = line;
        m_fields[m_rows++] = cells.fields();
        m_words.set(m_rows - 1, !cells.isRow());
        for (int i = 0; i < count; i++) {
            m_values[m_filled++] = cells.value(i);
            if (Double.isNaN(cells.value(i))) {
                wrong(i, cells.text(i), line);
            }
        }
        m_starts[m_rows] = m_filled;
    }

    private void wrong(final int column, final String text, final int line) {
        if (column >= m_wrongTexts.length) {
            m_wrongTexts = Arrays.copyOf(m_wrongTexts, column + 8);
            m_wrongLines = Arrays.copyOf(m_wrongLines, column + 8);
        }
        if (m_wrongTexts[column] == null) {
            m_wrongTexts[column] = Texts.shortened(text);
            m_wrongLines[column] = line;
        }
    }

    /** Ends the table: sorts out the rows that have another number of cells than most. */
    void finish() {
        m_columns = columns(m_rows);
        m_plain = m_words.cardinality() * 10L <= m_rows;
        int good = 0;
        for (int i = 0; i < m_rows; i++) {
            final int count = count(i);
            if (m_plain && m_words.get(i) && count == m_columns) {
                m_bad.add(m_lines[i], wrongCell(m_lines[i]));
            } else if (count == m_columns || m_layout.hasEmptyCells() && count >= 2 && count < m_columns
                && m_fields[i] >= m_columns - 1) {
                m_starts[good] = m_starts[i];
                m_fields[good] = count;
                m_lines[good++] = m_lines[i];
            } else {
                m_bad.add(m_lines[i], count + " columns instead of " + m_columns);
            }
        }
        m_rows = good;
    }

    private String wrongCell(final int line) {
        for (int i = 0; i < m_wrongTexts.length; i++) {
            if (m_wrongLines[i] == line) {
                return "'" + m_wrongTexts[i] + "' is not a finite number";
            }
        }
        return "a cell is not a number";
    }

    private int count(final int row) {
        return m_starts[row + 1] - m_starts[row];
    }

    /** @return how many cells most of the first rows have; more if rows leave cells empty that others have */
    private int columns(final int rows) {
        final var counts = IntStream.range(0, rows).map(this::count).toArray();
        final var sorted = counts.clone();
        Arrays.sort(sorted);
        int best = 0;
        int bestLength = 0;
        int widest = 0;
        for (int i = 0, length = 0; i < rows; i++) {
            length = i > 0 && sorted[i] == sorted[i - 1] ? length + 1 : 1;
            widest = length > 1 ? sorted[i] : widest;
            if (length > bestLength) {
                bestLength = length;
                best = sorted[i];
            }
        }
        if (!m_layout.hasEmptyCells() || widest <= best) {
            return best;
        }
        final int wide = widest;
        return 2 * IntStream.range(0, rows).filter(i -> m_fields[i] >= wide - 1).count() > rows ? wide : best;
    }

    /** @return whether at most a tenth of the rows holds anything but numbers */
    boolean isPlain() {
        return m_plain;
    }

    int rows() {
        return m_rows;
    }

    int columns() {
        return m_columns;
    }

    /** @return the number, NaN if there is none */
    double value(final int row, final int column) {
        return column < m_fields[row] ? m_values[m_starts[row] + column] : Double.NaN;
    }

    void set(final int row, final int column, final double value) {
        m_values[m_starts[row] + column] = value;
    }

    double[] column(final int column) {
        final var values = new double[m_rows];
        for (int i = 0; i < m_rows; i++) {
            values[i] = value(i, column);
        }
        return values;
    }

    /** @return the line of the row, counted from 1 */
    int line(final int row) {
        return m_lines[row];
    }

    /** @return rows that are left out already */
    BadRows bad() {
        return m_bad;
    }

    /** @return the text in this line that is no number, <code>null</code> if it is not known */
    String wrongText(final int column, final int line) {
        return column < m_wrongTexts.length && m_wrongLines[column] == line ? m_wrongTexts[column] : null;
    }

    /** Rows that cannot be used: how many, and where and what the first is. */
    static final class BadRows {

        private int m_count;

        private int m_line;

        private String m_text;

        void add(final int line, final String text) {
            if (m_count++ == 0 || line < m_line) {
                m_line = line;
                m_text = text;
            }
        }

        BadRows copy() {
            final var copy = new BadRows();
            copy.m_count = m_count;
            copy.m_line = m_line;
            copy.m_text = m_text;
            return copy;
        }

        int count() {
            return m_count;
        }

        /** @return for example "first: line 5: 'x' is not a finite number" */
        String first() {
            return (m_count == 1 ? "" : "first: ") + "line " + m_line + ": " + m_text;
        }
    }
}

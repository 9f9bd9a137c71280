package org.xasnodes.core.io;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where the table of numbers stands in a text file, and how its columns are separated; found by looking at the file's
 * beginning. The table is the longest run of rows with equally many numbers, together with all lines before and after
 * it that at least begin with a number.
 *
 * @param layout how a line is split
 * @param columns numbers in a row
 * @param firstLine the line of the first row, counted from 0
 * @param rows how many good rows there are in the beginning of the file
 * @param earlierRows rows of as many numbers that stand above the table, at least two together, parted from it by text
 */
record TextTable(ColumnLayout layout, int columns, int firstLine, int rows, int earlierRows) {

    /** What a line is if it has no number of cells. */
    private static final int COMMENT = 0;

    private static final int TEXT = -1;

    private static final int DAMAGED = -2;

    /**
     * @param head the beginning of a text file
     * @return its table; one of a single row or column too; <code>null</code> if no line consists of numbers
     */
    static TextTable find(final FileHead head) {
        final var lines = new Lines(head);
        final var strict = find(lines, false);
        return strict != null && strict.columns > 1 && strict.rows > 1 ? strict : better(strict, find(lines, true));
    }

    private static TextTable find(final Lines lines, final boolean mixed) {
        TextTable best = null;
        for (final var layout : ColumnLayout.values()) {
            if (layout.isPossible(lines.m_commas, lines.m_semicolons, lines.m_doubleTabs)) {
                best = better(best, find(lines, layout, mixed));
            }
        }
        return best;
    }

    private static TextTable better(final TextTable first, final TextTable other) {
        if (first == null || other == null) {
            return first == null ? other : first;
        }
        final boolean moreColumns = other.columns > 1;
        return (moreColumns == first.columns > 1 ? other.rows > first.rows : moreColumns) ? other : first;
    }

    private static TextTable find(final Lines lines, final ColumnLayout layout, final boolean mixed) {
        final var counts = new int[lines.m_count];
        final var fields = new int[lines.m_count];
        final var cells = new Cells(layout);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = lines.m_comments[i] ? COMMENT
                : kind(cells.parse(lines.m_bytes, lines.m_starts[i], lines.m_ends[i]), mixed);
            fields[i] = lines.m_comments[i] || !layout.hasEmptyCells() ? 0 : cells.fields();
        }
        final int inRun = longestRun(counts);
        if (inRun < 0) {
            return null;
        }
        final int columns = counts[inRun];
        int first = inRun;
        for (int i = inRun - 1; i >= 0 && counts[i] != TEXT; i--) {
            first = counts[i] == COMMENT ? first : i;
        }
        while (columns > 1 && (counts[first] == 1 || counts[first] == COMMENT)) { // the number of points, and the like
            first++;
        }
        return new TextTable(layout, columns, first, rows(counts, fields, first, columns),
            earlier(counts, first, columns));
    }

    private static int kind(final Cells cells, final boolean mixed) {
        if (cells.isRow() || mixed && cells.isMixedRow()) {
            return cells.count();
        }
        return cells.beginsWithNumber() ? DAMAGED : TEXT;
    }

    /** @return a line in the longest run of rows with the same count, -1 if there is none; comments do not end a run */
    private static int longestRun(final int[] counts) {
        int best = -1;
        int bestLength = 0;
        int length = 0;
        int last = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != COMMENT) {
                length = counts[i] < 0 ? 0 : counts[i] == last ? length + 1 : 1;
                last = counts[i];
                if (length > bestLength) {
                    bestLength = length;
                    best = i;
                }
            }
        }
        return best;
    }

    private static int rows(final int[] counts, final int[] fields, final int from, final int columns) {
        return (int)IntStream.range(from, counts.length).filter(i -> counts[i] == columns
            || counts[i] >= 2 && counts[i] < columns && fields[i] >= columns - 1).count();
    }

    private static int earlier(final int[] counts, final int first, final int columns) {
        int rows = 0;
        for (int i = 1; i < first; i++) {
            if (counts[i] == columns && counts[i - 1] == columns) {
                rows += i == 1 || counts[i - 2] != columns ? 2 : 1;
            }
        }
        return rows;
    }

    /** @return whether the line is empty or a comment */
    static boolean isComment(final String line) {
        final var bytes = line.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return isComment(bytes, 0, bytes.length);
    }

    /** @return whether the line is empty or a comment */
    static boolean isComment(final byte[] bytes, final int start, final int end) {
        int i = start;
        while (i < end && bytes[i] >= 0 && bytes[i] <= ' ') {
            i++;
        }
        if (i == end) {
            return true;
        }
        return switch (bytes[i]) {
            case '#', ';', '!', '%', '*' -> true;
            case '/' -> i + 1 < end && bytes[i + 1] == '/';
            default -> false;
        };
    }

    /** Where the lines of a text are, and which separators occur outside comments. */
    private static final class Lines {

        private final byte[] m_bytes;

        private int[] m_starts = new int[512];

        private int[] m_ends = new int[512];

        private boolean[] m_comments;

        private int m_count;

        private boolean m_commas;

        private boolean m_semicolons;

        private boolean m_doubleTabs;

        Lines(final FileHead head) {
            m_bytes = head.bytes();
            int start = 0;
            int end = 0;
            for (; end < m_bytes.length && m_bytes[end] != LineReader.END_OF_TEXT; end++) {
                if (m_bytes[end] == '\n' || m_bytes[end] == '\r') {
                    add(start, end);
                    end += m_bytes[end] == '\r' && end + 1 < m_bytes.length && m_bytes[end + 1] == '\n' ? 1 : 0;
                    start = end + 1;
                }
            }
            if (start < end && (head.complete() || end < m_bytes.length)) { // otherwise the last line is cut off
                add(start, end);
            }
            m_comments = new boolean[m_count];
            for (int i = 0; i < m_count; i++) {
                m_comments[i] = isComment(m_bytes, m_starts[i], m_ends[i]);
                if (!m_comments[i]) {
                    look(m_starts[i], m_ends[i]);
                }
            }
        }

        private void add(final int start, final int end) {
            if (m_count == m_starts.length) {
                m_starts = Arrays.copyOf(m_starts, 2 * m_count);
                m_ends = Arrays.copyOf(m_ends, 2 * m_count);
            }
            m_starts[m_count] = start;
            m_ends[m_count++] = end;
        }

        private void look(final int start, final int end) {
            for (int i = start; i < end; i++) {
                final byte value = m_bytes[i];
                m_commas |= value == ',';
                m_semicolons |= value == ';';
                m_doubleTabs |= value == '\t' && (i == start || m_bytes[i - 1] == '\t');
            }
        }
    }
}

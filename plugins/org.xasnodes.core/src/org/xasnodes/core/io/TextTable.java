package org.xasnodes.core.io;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the table of numbers stands in a text file, and how its columns are separated; found by looking at the file's
 * beginning. The table is the longest run of rows with equally many numbers, together with all lines before and after
 * it that at least begin with a number.
 *
 * @param layout how a line is split
 * @param columns numbers in a row
 * @param firstLine the line of the first row, counted from 0
 * @param rows how many good rows there are in the beginning of the file
 * @param earlierRows rows of as many numbers that stand above the table, parted from it by text
 * @param header the lines above the table that are not empty, without comment marks
 */
record TextTable(Layout layout, int columns, int firstLine, int rows, int earlierRows, List<String> header) {

    /** How numbers stand in a line. */
    enum Layout {
        /** Blanks or tabs, decimal point. */
        BLANKS("[ \t]+", false),
        /** Commas, decimal point. */
        COMMAS("[ \t]*,[ \t]*", false),
        /** Semicolons, decimal point. */
        SEMICOLONS("[ \t]*;[ \t]*", false),
        /** Blanks or tabs, decimal comma. */
        BLANKS_DECIMAL_COMMA("[ \t]+", true),
        /** Semicolons, decimal comma. */
        SEMICOLONS_DECIMAL_COMMA("[ \t]*;[ \t]*", true);

        private final Pattern m_separator;

        private final boolean m_decimalComma;

        Layout(final String separator, final boolean decimalComma) {
            m_separator = Pattern.compile(separator);
            m_decimalComma = decimalComma;
        }

        /** @return the parts of the line, at least one; a separator at the end adds none */
        String[] split(final String line) {
            final var parts = m_separator.split(line.strip());
            return parts.length == 0 ? new String[]{""} : parts;
        }

        /**
         * @return the number, also with Fortran's exponent letter D; infinite if it is too large, NaN if it is none
         */
        double number(final String text) {
            if (m_decimalComma && text.indexOf('.') >= 0) {
                return Double.NaN;
            }
            final var point = m_decimalComma ? text.replace(',', '.') : text;
            return NumberParser.parse(point.replace('D', 'E').replace('d', 'e'));
        }

        /** @return how many numbers the line consists of, 0 if anything else is in it */
        int numbers(final String line) {
            final var parts = split(line);
            for (final var part : parts) {
                if (!Double.isFinite(number(part))) {
                    return 0;
                }
            }
            return parts.length;
        }
    }

    /** What a line is, seen with one layout. */
    private enum Kind {
        ROW, DAMAGED, TEXT, NOTHING
    }

    private static final String[] COMMENT_MARKS = {"#", ";", "!", "%", "*", "//"};

    /**
     * @param head the beginning of a text file
     * @return its table; one of a single row or column too; <code>null</code> if no line consists of numbers
     */
    static TextTable find(final FileHead head) {
        final var lines = lines(head);
        TextTable best = null;
        for (final var layout : Layout.values()) {
            final var table = find(lines, layout);
            if (table != null && (best == null || better(table, best))) {
                best = table;
            }
        }
        return best;
    }

    private static boolean better(final TextTable a, final TextTable b) {
        final boolean moreColumns = a.columns > 1;
        return moreColumns == b.columns > 1 ? a.rows > b.rows : moreColumns;
    }

    private static List<String> lines(final FileHead head) {
        final var text = head.text();
        final int end = text.indexOf(LineReader.END_OF_TEXT);
        final var lines = new ArrayList<>(List.of((end < 0 ? text : text.substring(0, end)).split("\r\n|\r|\n", -1)));
        if (!head.complete()) {
            lines.remove(lines.size() - 1); // cut off
        }
        return lines;
    }

    private static TextTable find(final List<String> lines, final Layout layout) {
        final var counts = new int[lines.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = isComment(lines.get(i)) ? 0 : layout.numbers(lines.get(i));
        }
        final int inRun = longestRun(lines, counts);
        if (inRun < 0) {
            return null;
        }
        final int columns = counts[inRun];
        int first = inRun;
        for (int i = inRun - 1; i >= 0; i--) {
            final var kind = kind(lines.get(i), counts[i], columns, layout);
            if (kind == Kind.TEXT) {
                break;
            }
            first = kind == Kind.NOTHING ? first : i;
        }
        return new TextTable(layout, columns, first, rows(counts, first, counts.length, columns),
            rows(counts, 0, first, columns), header(lines.subList(0, first)));
    }

    /** @return a line in the longest run of rows with the same count, -1 if there is none; comments do not end a run */
    private static int longestRun(final List<String> lines, final int[] counts) {
        int best = -1;
        int bestLength = 0;
        int length = 0;
        int last = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0 && isComment(lines.get(i))) {
                continue;
            }
            length = counts[i] == 0 ? 0 : counts[i] == last ? length + 1 : 1;
            last = counts[i];
            if (length > bestLength) {
                bestLength = length;
                best = i;
            }
        }
        return best;
    }

    private static Kind kind(final String line, final int count, final int columns, final Layout layout) {
        if (isComment(line)) {
            return Kind.NOTHING;
        }
        if (count == columns) {
            return Kind.ROW;
        }
        return Double.isNaN(layout.number(layout.split(line)[0])) ? Kind.TEXT : Kind.DAMAGED;
    }

    private static int rows(final int[] counts, final int from, final int to, final int columns) {
        int rows = 0;
        for (int i = from; i < to; i++) {
            rows += counts[i] == columns ? 1 : 0;
        }
        return rows;
    }

    private static List<String> header(final List<String> lines) {
        final var header = new ArrayList<String>();
        for (final var line : lines) {
            final var text = line.replaceFirst("^\\s*([#;!%*]|//)+", "").strip();
            if (!text.isEmpty()) {
                header.add(text);
            }
        }
        return header;
    }

    /** @return whether the line is empty or a comment */
    static boolean isComment(final String line) {
        final var text = line.strip();
        if (text.isEmpty()) {
            return true;
        }
        for (final var mark : COMMENT_MARKS) {
            if (text.startsWith(mark)) {
                return true;
            }
        }
        return false;
    }
}

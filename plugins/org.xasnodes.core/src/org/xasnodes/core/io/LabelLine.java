package org.xasnodes.core.io;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a line of labels, whatever separates them: by hand, as lines may be long and hold many blanks. */
final class LabelLine {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,]+([eEdD][-+]?\\d+)?");

    private static final char[] SEPARATORS = {'\t', ';', ','};

    private LabelLine() {
    }

    /** @return as many labels as there are columns, <code>null</code> if the line cannot be split so */
    static List<String> split(final String line, final int columns) {
        if (line.length() < columns) {
            return null;
        }
        for (final char separator : SEPARATORS) {
            final var parts = line.indexOf(separator) < 0 ? List.<String>of() : parts(line, separator, columns);
            if (parts.size() == columns) {
                return labels(parts);
            }
        }
        for (int blanks = 2; blanks >= 0; blanks--) {
            final var parts = words(line, Math.max(1, blanks), blanks == 1);
            if (parts.size() == columns) {
                return labels(parts);
            }
        }
        return null;
    }

    /** @return the labels; <code>null</code> if they are rather numbers, unless the first says energy */
    private static List<String> labels(final List<String> parts) {
        final long numbers = parts.stream().filter(part -> NUMBER.matcher(part).matches()).count();
        return NUMBER.matcher(parts.get(0)).matches()
            || 2 * numbers >= parts.size() && ColumnRole.of(parts.get(0)) != ColumnRole.ENERGY ? null : parts;
    }

    /** Empty parts count, but not those at the end that are one too many. */
    private static List<String> parts(final String line, final char separator, final int columns) {
        final var parts = new ArrayList<String>();
        for (int from = 0; from <= line.length();) {
            final int stop = line.indexOf(separator, from);
            final int to = stop < 0 ? line.length() : stop;
            parts.add(unquoted(line.substring(from, to)));
            from = to + 1;
        }
        while (parts.size() > columns && parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        if (parts.size() == columns + 1 && parts.get(0).isEmpty()) {
            parts.remove(0);
        }
        return parts;
    }

    /**
     * @param blanks so many between words at least, or a tab
     * @param units whether a unit in brackets belongs to the word before
     */
    private static List<String> words(final String line, final int blanks, final boolean units) {
        final var words = new ArrayList<String>();
        int start = -1;
        int end = -1;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            final char c = line.charAt(i);
            if (!quoted && Character.isWhitespace(c)) {
                continue;
            }
            final int gap = end < 0 ? 0 : i - end;
            if (start >= 0 && !quoted && (gap >= blanks || gap > 0 && line.charAt(end) == '\t')
                && !(units && "([/".indexOf(c) >= 0)) {
                words.add(unquoted(line.substring(start, end)));
                start = -1;
            }
            start = start < 0 ? i : start;
            quoted ^= c == '"';
            end = i + 1;
        }
        if (start >= 0) {
            words.add(unquoted(line.substring(start, end)));
        }
        return words;
    }

    /** @return the text without blanks and quotes around it */
    static String unquoted(final String text) {
        final var plain = text.strip();
        if (plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"")) {
            return plain.substring(1, plain.length() - 1).strip();
        }
        return plain.equals("\"") ? "" : plain;
    }
}

package org.xasnodes.core.io;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Fields of a table of comma-separated values. */
final class CsvText {

    private CsvText() {
    }

    /**
     * Appends a field. It is put into quotes where it would otherwise end early, lose blanks at its ends, or look like
     * a missing one.
     *
     * @param text the line
     * @param field any text
     */
    static void add(final StringBuilder text, final String field) {
        if (isPlain(field)) {
            text.append(field);
            return;
        }
        // No text file holds a zero character; readers take such a file for a binary one.
        text.append('"').append(field.replace("\"", "\"\"").replace('\0', ' ')).append('"');
    }

    private static boolean isPlain(final String field) {
        if (field.isEmpty() || field.charAt(0) <= ' ' || field.charAt(field.length() - 1) <= ' ') {
            return false;
        }
        for (int i = 0; i < field.length(); i++) {
            final var c = field.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\0') {
                return false;
            }
        }
        return true;
    }

    /** Makes names of columns: on one line, distinct, and none that looks like an energy or like several columns. */
    static final class Names {

        private static final Pattern NUMBER =
            Pattern.compile("\\s*[-+]?[\\d.,]+(e[-+]?\\d+)?\\s*(ev)?\\s*", Pattern.CASE_INSENSITIVE);

        private final Set<String> m_used = new HashSet<>();

        /**
         * @param wanted any text
         * @return a name like it that was not given before, whatever the case
         */
        String next(final String wanted) {
            final var line = SafeNames.oneLine(wanted).replace(';', ',');
            final var base = line.isEmpty() ? "label" : NUMBER.matcher(line).matches() ? line + " (label)" : line;
            var name = base;
            for (int i = 2; !m_used.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = base + " (" + i + ")";
            }
            return name;
        }
    }
}

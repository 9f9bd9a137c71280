package org.xasnodes.core.io;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels that a header declares one by one: "Column.1: energy eV" of XDI, " Col 1 NAME FLOAT" of .fio, "# 1) Mono
 * Energy" of LabVIEW, "# 2 [1-D Positioner 1] ..." of mda2ascii.
 *
 * @param labels <code>null</code> for columns without
 * @param units <code>null</code> for columns without
 * @param named whether columns may be named after samples, as in XDI
 */
record DeclaredLabels(List<String> labels, List<String> units, boolean named) {

    private static final List<Pattern> DECLARATIONS = List.of(
        Pattern.compile("[\\s#;!%*]*(?i:col(?:umn)?)[ ._#]*(\\d{1,5})\\s*[:=.)]?\\s+(\\S.*?)(?:\\s+(?:FLOAT|DOUBLE|"
            + "INTEGER|STRING|BOOLEAN))?\\s*"),
        Pattern.compile("[\\s#;!%*]*(\\d{1,5})\\s*[):]\\s+(\\S.*?)\\s*"),
        Pattern.compile("[\\s#;!%*]*(\\d{1,5})\\s+(\\[.*)"));

    /** Positioner or detector of mda2ascii: name of the variable, description, ..., unit. */
    private static final Pattern MDA = Pattern.compile("\\[(.*?)\\]\\s*(.*)");

    /** The next column's declaration in the same line. */
    private static final Pattern BESIDE = Pattern.compile("\\s{2,}(?=\\d{1,5}\\)\\s)");

    /** A label and its unit, as XDI declares them. */
    private static final Pattern UNIT_BEHIND = Pattern.compile("(\\S+)\\s+((?i)k?ev|degrees?|deg|counts?|cps|seconds?|"
        + "s|[num]?A|[num]?V|a\\.?u\\.?|arb\\S*)");

    private static final int LONGEST_DECLARATION = 500;

    /**
     * @return the labels that are declared one by one, <code>null</code> if too few are
     */
    static DeclaredLabels of(final List<String> header, final int columns) {
        for (final var pattern : DECLARATIONS) {
            final var labels = new String[columns];
            final var units = new String[columns];
            int count = 0;
            for (final var line : header) {
                if (line.length() < LONGEST_DECLARATION && mayDeclare(line)) {
                    for (final var part : BESIDE.split(line)) {
                        count += declare(pattern.matcher(part), labels, units);
                    }
                }
            }
            final boolean enough = pattern == DECLARATIONS.get(0) ? 2 * count >= columns
                : count >= 2 && 2 * count > columns;
            if (enough && labels[0] != null) {
                return new DeclaredLabels(Arrays.asList(labels), Arrays.asList(units), pattern == DECLARATIONS.get(0));
            }
        }
        return null;
    }

    private static int declare(final Matcher declaration, final String[] labels, final String[] units) {
        final int column = declaration.matches() ? Integer.parseInt(declaration.group(1)) - 1 : -1;
        if (column < 0 || column >= labels.length) {
            return 0;
        }
        final boolean first = labels[column] == null;
        final var text = declaration(declaration.group(2));
        final var unit = UNIT_BEHIND.matcher(text);
        labels[column] = unit.matches() ? unit.group(1) : text;
        units[column] = unit.matches() ? unit.group(2) : null;
        return first ? 1 : 0;
    }

    private static boolean mayDeclare(final String line) {
        for (int i = 0; i < line.length(); i++) {
            final char c = line.charAt(i);
            if (c > ' ' && "#;!%*".indexOf(c) < 0) {
                return c >= '0' && c <= '9' || c == 'C' || c == 'c';
            }
        }
        return false;
    }

    private static String declaration(final String text) {
        final var mda = MDA.matcher(text);
        if (!mda.matches()) {
            return text.split("\\|\\|", 2)[0].strip();
        }
        final var parts = mda.group(2).split(",", -1);
        if (parts.length < 2) {
            return (parts[0].isBlank() ? mda.group(1) : parts[0]).strip();
        }
        final var name = (parts[1].isBlank() ? parts[0] : parts[1]).strip();
        final boolean ev = Arrays.stream(parts).anyMatch(part -> "eV".equals(part.strip()));
        return ev && mda.group(1).contains("Positioner") ? name + " (eV)" : name;
    }
}

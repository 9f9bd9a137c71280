package org.xasnodes.core.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The header of files of Photon Factory, SPring-8 and AichiSR, whose first line begins with 9809: Bragg angles, one
 * column per counter, for each counter its mode (1 incident, 2 transmitted, 3 fluorescence) and its dark counts per
 * second. The modes were told from files, as no description was found.
 */
final class Kek9809 {

    private static final Pattern FIRST_LINE = Pattern.compile("\\s*9809\\s.*");

    private static final Pattern SPACING = Pattern.compile("(?i)mono\\s*:.*\\bD\\s*=\\s*(\\d+\\.?\\d*).*");

    private static final int ANGLE = 1;

    private static final int TIME = 2;

    private static final int FIRST_COUNTER = 3;

    private Kek9809() {
    }

    static boolean is(final List<String> header) {
        return !header.isEmpty() && FIRST_LINE.matcher(header.get(0)).matches();
    }

    /**
     * @param header the lines above the table
     * @param table angle as set, angle as read, time, counters; dark counts are subtracted here
     * @return what the columns are
     */
    static ColumnHeader read(final List<String> header, final NumberTable table) {
        final double[] modes = numbers(header, "mode", table.columns());
        final double[] offsets = numbers(header, "offset", table.columns());
        final var labels = new ArrayList<String>(List.of("Angle(c)", "Angle(o)", "time/s"));
        int fluorescence = 0;
        for (int i = FIRST_COUNTER; i < table.columns(); i++) {
            switch ((int)modes[i]) {
                case 1 -> labels.add("I0");
                case 2 -> labels.add("It");
                case 3 -> labels.add("If" + ++fluorescence);
                default -> labels.add(null);
            }
            subtract(table, i, offsets[i]);
        }
        final var facts = HeaderFacts.of(header);
        double spacing = facts.dSpacingAngstrom();
        for (final var line : header) {
            final var matcher = SPACING.matcher(line);
            spacing = matcher.matches() ? NumberParser.parse(matcher.group(1)) : spacing;
        }
        return new ColumnHeader(new ColumnNames(labels.subList(0, Math.min(labels.size(), table.columns())), List.of()),
            List.of(), ANGLE < table.columns() ? ANGLE : -1, -1, new HeaderFacts(facts.name(), facts.element(),
                facts.edge(), facts.e0Ev(), spacing, null, false), true, true);
    }

    private static void subtract(final NumberTable table, final int column, final double offset) {
        for (int row = 0; offset != 0 && row < table.rows(); row++) {
            table.set(row, column, table.value(row, column) - offset * table.value(row, TIME));
        }
    }

    /** @return the numbers behind a word, those of the last columns at the end; 0 for columns without */
    private static double[] numbers(final List<String> header, final String word, final int columns) {
        final var numbers = new double[columns];
        for (final var line : header) {
            final var parts = line.strip().split("\\s+");
            if (word.equalsIgnoreCase(parts[0]) && parts.length > 1 && parts.length <= columns + 1) {
                final var values = Arrays.stream(parts, 1, parts.length).mapToDouble(NumberParser::parse).toArray();
                if (Arrays.stream(values).allMatch(Double::isFinite)) {
                    System.arraycopy(values, 0, numbers, columns - values.length, values.length);
                }
            }
        }
        return numbers;
    }
}

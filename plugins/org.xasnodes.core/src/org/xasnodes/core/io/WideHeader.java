package org.xasnodes.core.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The header of a table with one spectrum per row: which columns hold intensities, and at which energies, and which
 * hold labels. Columns named with a number are energies; a run of numbered columns (i0, i1, ...) holds intensities of
 * unknown energies.
 *
 * @param separator between fields
 * @param decimal decimal point or comma
 * @param lineEnd LF or CR
 * @param line the header's line, counted from 1
 * @param names of all columns, labels made distinct
 * @param slots for each column: the index of its intensity in a row, or {@link #LABEL}, or {@link #SKIPPED}
 * @param energiesEv of the intensities in the order of the columns, <code>null</code> if the file does not say
 * @param skippedRuns prefixes of numbered columns that are neither
 */
record WideHeader(byte separator, byte decimal, byte lineEnd, long line, List<String> names, int[] slots,
    double[] energiesEv, List<String> skippedRuns) {

    static final int LABEL = -1;

    static final int SKIPPED = -2;

    private static final Pattern ENERGY = Pattern
        .compile("(?:e_)?([-+]?(?:\\d+[.,]?\\d*|[.,]\\d+)(?:[eE][-+]?\\d+)?)(\\s*eV)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENERGY_COLUMN =
        Pattern.compile("#? *(e|energy|energies)( *[(\\[_/ ] *k?ev *[)\\]]?)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");

    /** With fewer it may as well be a table of two or three columns that are named by numbers. */
    private static final int FEWEST_ENERGIES = 3;

    private static final int FEWEST_NUMBERED = 10;

    private static final int MOST_COMMENT_LINES = 1000;

    private static final Set<String> INTENSITY_PREFIXES =
        Set.of("", "i", "int", "intensity", "intensities", "mu", "xmu", "y", "absorption", "absorbance", "spectrum");

    /**
     * @param head the beginning of a file
     * @return its header, <code>null</code> if this is no such table
     */
    static WideHeader find(final FileHead head) {
        final byte lineEnd = (byte)(head.contains('\n') || !head.contains('\r') ? '\n' : '\r');
        for (final char separator : new char[]{'\t', ';', ',', ' '}) {
            final var header = find(head, separator, lineEnd);
            if (header != null) {
                return header;
            }
        }
        return null;
    }

    private static WideHeader find(final FileHead head, final char separator, final byte lineEnd) {
        final var block = firstBlock(head, (byte)separator, lineEnd);
        final int records = block == null ? 0 : block.records() - (head.complete() ? 0 : 1);
        for (int i = 0; i < Math.min(records, MOST_COMMENT_LINES); i++) {
            final var names = CsvFields.texts(block.bytes(), block.starts()[i], block.ends()[i], (byte)separator);
            final var header = names.size() < FEWEST_ENERGIES ? null
                : parse(names, separator, lineEnd, block.lines()[i]);
            if (separator == ' ' && !names.isEmpty() && !names.get(0).startsWith("e_")) {
                return null; // blanks may separate anything
            }
            if (header != null && (isAlike(block, i, header) || header.isPlain())) {
                return header;
            }
            if (!TextTable.isComment(names.get(0))) {
                return null;
            }
        }
        return null;
    }

    /** @return whether a row below has as many fields as the header */
    private static boolean isAlike(final RecordBlocks.Block block, final int row, final WideHeader header) {
        for (int i = row + 1; i < Math.min(block.records(), row + MOST_COMMENT_LINES); i++) {
            final int fields =
                CsvFields.count(block.bytes(), block.starts()[i], block.ends()[i], header.separator);
            if (fields == header.slots.length || fields == header.slots.length + 1) {
                return true;
            }
        }
        return false;
    }

    /** @return whether this is a header even if no row fits it: mostly energies, and neither comment nor JSON */
    private boolean isPlain() {
        return 2 * points() >= slots.length && isAscending() && !TextTable.isComment(names.get(0))
            && !names.get(0).matches("[\\[{].*");
    }

    private boolean isAscending() {
        return energiesEv == null
            || IntStream.range(1, energiesEv.length).allMatch(i -> energiesEv[i] > energiesEv[i - 1]);
    }

    private static RecordBlocks.Block firstBlock(final FileHead head, final byte separator, final byte lineEnd) {
        final int all = head.bytes().length + 1;
        try {
            return new RecordBlocks(new ByteArrayInputStream(head.bytes()), separator, lineEnd, all, all).next();
        } catch (final IOException e) { // NOSONAR: without a whole record it is no table
            return null;
        }
    }

    private static WideHeader parse(final List<String> names, final char separator, final byte lineEnd,
        final long line) {
        final boolean comma = separator != ',' && names.stream().anyMatch(WideHeader::hasDecimalComma);
        final byte decimal = (byte)(comma ? ',' : '.');
        final var slots = new int[names.size()];
        final var energies = new ArrayList<Double>();
        for (int i = 0; i < slots.length; i++) {
            final double energyEv = energyEv(names.get(i), decimal);
            slots[i] = Double.isFinite(energyEv) ? energies.size() : LABEL;
            if (slots[i] != LABEL) {
                energies.add(energyEv);
            }
        }
        final var runs = runs(names);
        final boolean energiesKnown = energies.size() >= FEWEST_ENERGIES
            && !isCounting(names, slots, energies) && isTable(names, energies);
        if (energiesKnown) {
            return new WideHeader((byte)separator, decimal, lineEnd, line, distinct(names), slots,
                energies.stream().mapToDouble(Double::doubleValue).toArray(), List.of());
        }
        if (ColumnRole.of(names.get(0)) == ColumnRole.ENERGY) { // a scan with many counters
            return null;
        }
        final var prefix = intensityRun(runs);
        return prefix == null ? null
            : numbered(new WideHeader((byte)separator, decimal, lineEnd, line, names, slots, null, List.of()), runs,
                prefix);
    }

    private static boolean hasDecimalComma(final String name) {
        return name.indexOf(',') >= 0 && ENERGY.matcher(name).matches();
    }

    private static double energyEv(final String name, final byte decimal) {
        final Matcher matcher = ENERGY.matcher(name);
        if (!matcher.matches() || name.indexOf(decimal == '.' ? ',' : '.') >= 0) {
            return Double.NaN;
        }
        return NumberParser.parse(matcher.group(1).replace(',', '.'));
    }

    /** @return whether the columns named by numbers count from 0 or 1, without a unit, as no energies do */
    private static boolean isCounting(final List<String> names, final int[] slots, final List<Double> energies) {
        return energies.get(0) <= 1
            && IntStream.range(0, energies.size()).allMatch(i -> energies.get(i) == energies.get(0) + i)
            && IntStream.range(0, slots.length).allMatch(i -> slots[i] == LABEL || names.get(i).matches("\\d+"));
    }

    /**
     * Energies beside a column of energies are something else (scan numbers, temperatures): one spectrum per column.
     * Without label columns the first line may be a row of numbers: it is a header only if it looks like a scan.
     */
    private static boolean isTable(final List<String> names, final List<Double> energies) {
        if (energies.size() < names.size()) {
            return !ENERGY_COLUMN.matcher(names.get(0)).matches();
        }
        return (energies.size() >= FEWEST_NUMBERED || names.get(0).startsWith("e_"))
            && IntStream.range(1, energies.size()).allMatch(i -> energies.get(i) > energies.get(i - 1));
    }

    /** @return prefix to columns of all runs of columns named prefix + 0, 1, 2 ... or 1, 2, 3 ... */
    private static Map<String, List<Integer>> runs(final List<String> names) {
        final var runs = new LinkedHashMap<String, List<Integer>>();
        final var broken = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            final var matcher = NUMBERED.matcher(names.get(i));
            if (matcher.matches()) {
                final var columns = runs.computeIfAbsent(matcher.group(1), p -> new ArrayList<>());
                final int number = Integer.parseInt(matcher.group(2));
                final int expected = columns.isEmpty() ? Math.min(1, number) : number(names.get(last(columns))) + 1;
                if (number == expected) {
                    columns.add(i);
                } else {
                    broken.add(matcher.group(1));
                }
            }
        }
        runs.keySet().removeAll(broken);
        runs.values().removeIf(columns -> columns.size() < FEWEST_NUMBERED);
        return runs;
    }

    private static int last(final List<Integer> columns) {
        return columns.get(columns.size() - 1);
    }

    private static int number(final String name) {
        final var matcher = NUMBERED.matcher(name);
        return matcher.matches() ? Integer.parseInt(matcher.group(2)) : -1;
    }

    private static String intensityRun(final Map<String, List<Integer>> runs) {
        for (final var prefix : runs.keySet()) {
            if (INTENSITY_PREFIXES.contains(prefix.toLowerCase(Locale.ROOT).replaceAll("[ _.\\-\\[(]+$", ""))) {
                return prefix;
            }
        }
        return runs.size() == 1 ? runs.keySet().iterator().next() : null;
    }

    private static WideHeader numbered(final WideHeader header, final Map<String, List<Integer>> runs,
        final String prefix) {
        final var slots = new int[header.slots.length];
        Arrays.fill(slots, LABEL);
        final var skipped = new ArrayList<String>();
        runs.forEach((name, columns) -> {
            for (int k = 0; k < columns.size(); k++) {
                slots[columns.get(k)] = name.equals(prefix) ? k : SKIPPED;
            }
            if (!name.equals(prefix)) {
                skipped.add(header.names.get(columns.get(0)) + " to " + header.names.get(last(columns)));
            }
        });
        return new WideHeader(header.separator, header.decimal, header.lineEnd, header.line, distinct(header.names),
            slots, null, skipped);
    }

    /** @return the names, with a number behind repeated ones and a name for nameless columns */
    private static List<String> distinct(final List<String> names) {
        final var used = new HashSet<String>();
        final var distinct = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            final var base = names.get(i).isEmpty() ? "column " + (i + 1) : names.get(i);
            var name = base;
            for (int k = 2; !used.add(name); k++) {
                name = base + " (" + k + ")";
            }
            distinct.add(name);
        }
        return List.copyOf(distinct);
    }

    /** @return the number of intensities in a row */
    int points() {
        return (int)Arrays.stream(slots).filter(slot -> slot >= 0).count();
    }

    /** @return the names of the label columns */
    List<String> labelNames() {
        return IntStream.range(0, slots.length).filter(i -> slots[i] == LABEL).mapToObj(names::get).toList();
    }
}

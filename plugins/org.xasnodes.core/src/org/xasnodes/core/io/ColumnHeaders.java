package org.xasnodes.core.io;

import java.util.List;
import java.util.stream.IntStream;

/** Reads the text above a table. */
final class ColumnHeaders {

    private ColumnHeaders() {
    }

    /**
     * @param scan a table with its header
     * @param fileHeader what stands above the first table of the file
     * @return what the header says; where a later scan has no header of its own, what the file's says
     */
    static ColumnHeader of(final Scan scan, final List<String> fileHeader) {
        final var lines = scan.header();
        final var table = scan.numbers();
        if (Kek9809.is(lines)) {
            return Kek9809.read(lines, table);
        }
        final var own = HeaderFacts.of(lines);
        final var facts = scan.header() == fileHeader ? own : own.orElse(HeaderFacts.of(fileHeader));
        if (isLure(lines, table)) {
            final var names = new ColumnNames(List.of("energy", "I0", "I1"), List.of());
            return new ColumnHeader(names, List.of(), 0, -1, facts, true, true);
        }
        final var found = new ColumnLabels(lines, table.columns());
        final var names = found.find();
        final boolean fio = lines.stream().anyMatch(line -> "%d".equals(line.strip())) && names.hasLabels();
        final boolean evaluated = fio && table.columns() > 2 && names.text(0).equals(names.text(1));
        return new ColumnHeader(names, found.groupNames(), fio ? 0 : -1, evaluated ? 1 : -1, facts,
            found.isInstrument(),
            lines.stream().anyMatch(line -> "data:".equalsIgnoreCase(line.strip())));
    }

    /** LURE: a line of the program's settings, a line with the number of points, then energy, I0 and I1. */
    private static boolean isLure(final List<String> header, final NumberTable table) {
        return table.columns() == 3 && header.size() >= 2
            && header.get(header.size() - 1).strip().equals(String.valueOf(table.rows() + table.bad().count()))
            && IntStream.range(0, header.size() - 1).noneMatch(i -> header.get(i).startsWith("#"));
    }
}

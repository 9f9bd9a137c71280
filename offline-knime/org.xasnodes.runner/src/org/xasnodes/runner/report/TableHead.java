package org.xasnodes.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** The first rows and columns of a table, aligned. */
final class TableHead {

    private static final int ROWS = 5;

    private static final int FIRST_COLUMNS = 4;

    private static final int LAST_COLUMNS = 3;

    private static final int WIDTH = 34;

    private static final String INDENT = "     ";

    private TableHead() {
    }

    /**
     * @param name of the port
     * @param table what came out there
     * @return lines for the user
     */
    static List<String> of(final String name, final BufferedDataTable table) {
        final DataTableSpec spec = table.getDataTableSpec();
        final int[] columns = columns(spec.getNumColumns());
        final List<String[]> cells = new ArrayList<>();
        final boolean[] isRight = new boolean[columns.length + 1];
        cells.add(header(spec, columns));
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext() && cells.size() <= ROWS) {
                cells.add(row(rows.next(), columns, isRight));
            }
        }
        final List<String> lines = new ArrayList<>();
        lines.add("   " + name + ": " + count(table.size(), "row") + ", " + count(spec.getNumColumns(), "column"));
        if (table.size() > 0) {
            lines.addAll(aligned(cells, isRight));
            if (table.size() > ROWS) {
                lines.add(INDENT + "...");
            }
        }
        return lines;
    }

    private static String count(final long number, final String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    /** @return the columns to show; -1 stands for those left out in the middle */
    private static int[] columns(final int all) {
        if (all <= FIRST_COLUMNS + LAST_COLUMNS) {
            return IntStream.range(0, all).toArray();
        }
        return IntStream.concat(IntStream.concat(IntStream.range(0, FIRST_COLUMNS), IntStream.of(-1)),
            IntStream.range(all - LAST_COLUMNS, all)).toArray();
    }

    private static String[] header(final DataTableSpec spec, final int[] columns) {
        final String[] names = new String[columns.length + 1];
        names[0] = "RowID";
        for (int i = 0; i < columns.length; i++) {
            names[i + 1] = columns[i] < 0 ? "..." : cut(spec.getColumnSpec(columns[i]).getName());
        }
        return names;
    }

    private static String cut(final String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 3) + "...";
    }

    private static String[] row(final DataRow row, final int[] columns, final boolean[] isRight) {
        final String[] texts = new String[columns.length + 1];
        texts[0] = cut(row.getKey().getString());
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] < 0) {
                texts[i + 1] = "...";
            } else {
                final DataCell cell = row.getCell(columns[i]);
                texts[i + 1] = Cells.brief(cell, WIDTH);
                isRight[i + 1] |= Cells.isNumber(cell);
            }
        }
        return texts;
    }

    private static List<String> aligned(final List<String[]> cells, final boolean[] isRight) {
        final int[] widths = new int[isRight.length];
        for (final String[] row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        final List<String> lines = new ArrayList<>();
        for (final String[] row : cells) {
            final StringBuilder line = new StringBuilder(INDENT);
            for (int i = 0; i < widths.length; i++) {
                final String blanks = " ".repeat(widths[i] - row[i].length());
                line.append(isRight[i] ? blanks + row[i] : row[i] + blanks).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}

package org.knime.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Texts recorded on a real KNIME, and the same way of printing, so that both can be compared. */
public final class Recorded {

    private static final int SHOWN_ROWS = 20;

    private static final int SHOWN_VALUES = 8;

    /** Something that may fail. */
    @FunctionalInterface
    public interface Action {
        Object run() throws Exception;
    }

    private Recorded() {
    }

    public static InputStream open(final String name) {
        return Recorded.class.getResourceAsStream("/traces/" + name);
    }

    public static String text(final String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return by title, the text between a line <code>== title</code> and the next such line */
    public static Map<String, String> sections(final String name) {
        final Map<String, String> result = new LinkedHashMap<>();
        for (final String part : text(name).split("(?m)^== ")) {
            if (part.isEmpty()) {
                continue;
            }
            final int end = part.indexOf('\n');
            result.put(part.substring(0, end), part.substring(end + 1));
        }
        return result;
    }

    public static String attempt(final Action action) {
        try {
            final Object result = action.run();
            return "ok" + (result == null ? "" : " -> " + result);
        } catch (final Exception e) {
            return "THROWS " + print(e);
        }
    }

    private static String print(final Throwable e) {
        return e.getClass().getName() + ": " + e.getMessage()
            + (e.getCause() == null ? "" : "  | cause " + print(e.getCause()));
    }

    public static String print(final BufferedDataTable table) {
        final StringBuilder result = new StringBuilder("size " + table.size() + "\n" + print(table.getDataTableSpec()));
        try (CloseableRowIterator rows = table.iterator()) {
            for (int i = 0; rows.hasNext() && i < SHOWN_ROWS; i++) {
                final DataRow row = rows.next();
                result.append("  row ").append(row.getKey()).append(": ")
                    .append(row.stream().map(Recorded::print).collect(Collectors.joining(" | "))).append("\n");
            }
        }
        return result.toString();
    }

    private static String print(final DataCell cell) {
        return cell + (cell.isMissing() ? "[missing, error=" + ((MissingValue)cell).getError() + "]" : "") + "{"
            + cell.getClass().getSimpleName() + "}";
    }

    public static String print(final DataTableSpec spec) {
        final StringBuilder result = new StringBuilder("  spec name=" + spec.getName() + "\n");
        for (final DataColumnSpec column : spec) {
            final DataColumnDomain domain = column.getDomain();
            result.append("  column ").append(column.getName()).append(" type=").append(column.getType())
                .append(" values=").append(domain.hasValues() ? print(domain.getValues()) : "none").append(" lower=")
                .append(domain.getLowerBound()).append(" upper=").append(domain.getUpperBound()).append(" props=")
                .append(properties(column)).append("\n");
        }
        return result.toString();
    }

    private static String print(final java.util.Set<DataCell> values) {
        final boolean cut = values.size() > SHOWN_VALUES;
        return values.size() + ":" + values.stream().limit(SHOWN_VALUES).toList() + (cut ? "..." : "");
    }

    private static Map<String, String> properties(final DataColumnSpec column) {
        final Map<String, String> result = new TreeMap<>();
        for (final String key : Collections.list(column.getProperties().properties())) {
            result.put(key, column.getProperties().getProperty(key));
        }
        return result;
    }
}

package org.xasnodes.nodes.util;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.knime.core.data.RowKey;

/**
 * Collects the rows that could not be processed and makes one warning of them. Rows may come from several threads in any
 * order; the warning is the same for all orders.
 */
public final class RowProblems {

    /** Rows whose reasons are the same but for the numbers in them, such as lines or the ranges of spectra. */
    private static final class Group {
        private long m_count;

        private String m_firstReason;

        private long m_firstRow = Long.MAX_VALUE;

        private String m_firstKey;
    }

    private final String m_what;

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?");

    private final Map<String, Group> m_groups = new HashMap<>();

    /**
     * @param what what happened to the rows, in the plural, for example "spectra were not resampled"
     */
    public RowProblems(final String what) {
        m_what = what;
    }

    /**
     * @param row the row's number
     * @param key the row's key
     * @param reason why it could not be processed
     */
    public synchronized void add(final long row, final RowKey key, final String reason) {
        final var group = m_groups.computeIfAbsent(NUMBER.matcher(reason).replaceAll("#"), r -> new Group());
        group.m_count++;
        if (row < group.m_firstRow) {
            group.m_firstRow = row;
            group.m_firstKey = key.getString();
            group.m_firstReason = reason;
        }
    }

    /**
     * @param rows the number of all rows
     * @return for example "12 of 2,831 spectra were skipped: the grid is not covered (first: 'Row7')"; empty if there was
     *         no problem
     */
    public synchronized Optional<String> warning(final long rows) {
        if (m_groups.isEmpty()) {
            return Optional.empty();
        }
        final var count = m_groups.values().stream().mapToLong(g -> g.m_count).sum();
        final var groups = m_groups.values().stream().sorted(Comparator.comparingLong(g -> g.m_firstRow)).limit(2).toList();
        final var first = groups.get(0);
        final var text = String.format(Locale.ROOT, "%,d of %,d %s: %s (first: '%s')", count, rows, m_what,
            withoutStop(first.m_firstReason), first.m_firstKey);
        // Said here, since a missing cell's own text is lost in KNIME's columnar tables.
        return Optional.of(groups.size() == 1 ? text
            : text + String.format(Locale.ROOT, "; %,d of them for other reasons (first: '%s', %s)", count - first.m_count,
                groups.get(1).m_firstKey, withoutStop(groups.get(1).m_firstReason)));
    }

    private static String withoutStop(final String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}

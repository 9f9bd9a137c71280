package org.xasnodes.nodes.util;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

import org.knime.core.data.RowKey;

/**
 * Collects the rows that could not be processed and makes one warning of them. Rows may come from several threads in any
 * order; the warning is the same for all orders.
 */
public final class RowProblems {

    private static final class Group {
        private long m_count;

        private long m_firstRow = Long.MAX_VALUE;

        private String m_firstKey;
    }

    private final String m_what;

    private final TreeMap<String, Group> m_reasons = new TreeMap<>();

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
        final var group = m_reasons.computeIfAbsent(reason, r -> new Group());
        group.m_count++;
        if (row < group.m_firstRow) {
            group.m_firstRow = row;
            group.m_firstKey = key.getString();
        }
    }

    /**
     * @param rows the number of all rows
     * @return for example "12 of 2,831 spectra were skipped: the grid is not covered (first: 'Row7')"; empty if there was
     *         no problem
     */
    public synchronized Optional<String> warning(final long rows) {
        if (m_reasons.isEmpty()) {
            return Optional.empty();
        }
        final var count = m_reasons.values().stream().mapToLong(g -> g.m_count).sum();
        final var groups = m_reasons.entrySet().stream()
            .sorted(Comparator.comparingLong(e -> e.getValue().m_firstRow)).limit(2).toList();
        final var first = groups.get(0).getValue();
        final var text = String.format(Locale.ROOT, "%,d of %,d %s: %s (first: '%s')", count, rows, m_what,
            withoutStop(groups.get(0).getKey()), first.m_firstKey);
        // Said here, since a missing cell's own text is lost in KNIME's columnar tables.
        return Optional.of(groups.size() == 1 ? text
            : text + String.format(Locale.ROOT, "; %,d of them for other reasons (first: '%s', %s)", count - first.m_count,
                groups.get(1).getValue().m_firstKey, withoutStop(groups.get(1).getKey())));
    }

    private static String withoutStop(final String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}

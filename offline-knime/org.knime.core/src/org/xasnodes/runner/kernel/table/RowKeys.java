package org.xasnodes.runner.kernel.table;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.RowKey;

/** The keys of a table's rows, in order. */
final class RowKeys {

    private final List<RowKey> m_keys = new ArrayList<>();

    void add(final RowKey key) {
        m_keys.add(key);
    }

    RowKey get(final long row) {
        return m_keys.get(Math.toIntExact(row));
    }

    long size() {
        return m_keys.size();
    }
}

package org.xasnodes.runner.kernel.table;

import java.util.HashSet;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.util.DuplicateKeyException;

/**
 * Takes the rows of a new table. As in KNIME, whose row backend checks in the background, a bad row does not fail at
 * once: its fault shows at a later row or when the table is closed.
 */
public final class TableWriter {

    /** A fault shows when this many rows have been added since the last such moment. */
    private static final int ROWS_BETWEEN_FAULTS = 10_000;

    private final DataTableSpec m_spec;

    private final CellBlock m_block;

    private final CellChecks m_checks;

    private final DomainCollector[] m_domains;

    private final RowKeys m_keys = new RowKeys();

    private Set<RowKey> m_seen = new HashSet<>();

    private RuntimeException m_fault;

    private long m_added;

    public TableWriter(final DataTableSpec spec, final boolean initDomain) {
        m_spec = spec;
        m_block = new CellBlock(spec);
        m_checks = new CellChecks(spec, m_block);
        m_domains = collectors(spec, initDomain);
    }

    static DomainCollector[] collectors(final DataTableSpec spec, final boolean initDomain) {
        return spec.stream().map(c -> new DomainCollector(c, initDomain)).toArray(DomainCollector[]::new);
    }

    static DataColumnSpec withDomain(final DataColumnSpec column, final DomainCollector domain) {
        final DataColumnSpecCreator result = new DataColumnSpecCreator(column);
        result.setDomain(domain.result());
        return result.createSpec();
    }

    public DataTableSpec spec() {
        return m_spec;
    }

    public long size() {
        return m_added;
    }

    public void add(final DataRow row) {
        m_added++;
        if (m_fault == null) {
            try {
                store(row);
            } catch (DataContainerException | DuplicateKeyException e) {
                m_fault = e;
            }
        }
        if (m_added % ROWS_BETWEEN_FAULTS == 0) {
            throwFault();
        }
    }

    private void store(final DataRow row) {
        if (row.getNumCells() != m_domains.length) {
            throw m_checks.wrongCount(row);
        }
        final RowKey key = row.getKey();
        final long index = m_keys.size();
        m_block.reserve(index + 1);
        for (int i = 0; i < m_domains.length; i++) {
            final DataCell cell = row.getCell(i);
            m_checks.write(index, key, i, cell, m_domains);
        }
        if (!m_seen.add(key)) {
            throw new DuplicateKeyException("Encountered duplicate row ID \"" + key + "\"", key.getString());
        }
        m_keys.add(key);
    }

    private void throwFault() {
        if (m_fault instanceof DuplicateKeyException) {
            throw new DuplicateKeyException((DuplicateKeyException)m_fault);
        }
        if (m_fault != null) {
            throw m_fault;
        }
    }

    /**
     * The new table has the name of the spec, but, as with KNIME's row backend, not its table properties.
     *
     * @return the table
     * @throws DataContainerException if a row had too few, too many or wrong cells
     * @throws DuplicateKeyException if two rows had the same key
     */
    public StoredTable close() {
        m_seen = null;
        throwFault();
        final StoredTable.Column[] columns = new StoredTable.Column[m_domains.length];
        final DataColumnSpec[] specs = new DataColumnSpec[columns.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new StoredTable.Column(m_block, i);
            specs[i] = withDomain(m_spec.getColumnSpec(i), m_domains[i]);
        }
        return new StoredTable(new DataTableSpec(m_spec.getName(), specs), m_keys, columns);
    }
}

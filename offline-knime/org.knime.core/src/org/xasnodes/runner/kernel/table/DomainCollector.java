package org.xasnodes.runner.kernel.table;

import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.def.DoubleCell;

/**
 * Collects the domain of one column: bounds of bounded values without NaN, possible values of nominal ones up to 60,
 * in the order they are met. One collector per part of the rows, merged in row order.
 */
final class DomainCollector {

    private static final int MAX_VALUES = 60;

    private final DataColumnSpec m_column;

    private final boolean m_bounded;

    private final boolean m_nominal;

    private final DataValueComparator m_order;

    private DataCell m_lower;

    private DataCell m_upper;

    /** The bounds as doubles, for columns of double cells only; NaN before the first value. */
    private double m_min = Double.NaN;

    private double m_max = Double.NaN;

    private Set<DataCell> m_values;

    /**
     * @param column the column
     * @param initial whether to start with the domain the column has already
     */
    DomainCollector(final DataColumnSpec column, final boolean initial) {
        m_column = column;
        m_bounded = column.getType().isCompatible(BoundedValue.class);
        m_nominal = column.getType().isCompatible(NominalValue.class);
        m_order = column.getType().getComparator();
        final DataColumnDomain domain = column.getDomain();
        if (m_nominal) {
            m_values = new LinkedHashSet<>();
        }
        if (initial) {
            m_lower = domain.getLowerBound();
            m_upper = domain.getUpperBound();
            if (domain.hasValues()) {
                m_values = new LinkedHashSet<>(domain.getValues());
            }
        }
    }

    /** @return a collector for another part of the rows, to be merged into this one */
    DomainCollector part() {
        return new DomainCollector(m_column, false);
    }

    /** The value of a double cell in a column of double cells, which is bounded. */
    void addDouble(final double value) {
        if (value > m_min && value < m_max || Double.isNaN(value)) {
            return;
        }
        if (Double.isNaN(m_min) || Double.compare(value, m_min) < 0) {
            m_min = value;
        }
        if (Double.isNaN(m_max) || Double.compare(value, m_max) > 0) {
            m_max = value;
        }
    }

    void add(final DataCell cell) {
        if (cell.isMissing()) {
            return;
        }
        if (m_nominal && m_values != null && m_values.add(cell) && m_values.size() > MAX_VALUES) {
            m_values = null;
        }
        if (m_bounded && !(cell instanceof DoubleValue && Double.isNaN(((DoubleValue)cell).getDoubleValue()))) {
            include(cell, cell);
        }
    }

    private void include(final DataCell lower, final DataCell upper) {
        if (lower != null && (m_lower == null || m_order.compare(lower, m_lower) < 0)) {
            m_lower = lower;
        }
        if (upper != null && (m_upper == null || m_order.compare(upper, m_upper) > 0)) {
            m_upper = upper;
        }
    }

    private void takeDoubles() {
        if (!Double.isNaN(m_min)) {
            include(new DoubleCell(m_min), new DoubleCell(m_max));
            m_min = Double.NaN;
            m_max = Double.NaN;
        }
    }

    void merge(final DomainCollector later) {
        later.takeDoubles();
        include(later.m_lower, later.m_upper);
        if (!m_nominal || m_values == null) {
            return;
        }
        if (later.m_values != null) {
            m_values.addAll(later.m_values);
        }
        if (later.m_values == null || m_values.size() > MAX_VALUES) {
            m_values = null;
        }
    }

    DataColumnDomain result() {
        takeDoubles();
        return new DataColumnDomainCreator(m_values, m_lower, m_upper).createDomain();
    }
}

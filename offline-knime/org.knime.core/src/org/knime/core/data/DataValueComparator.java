package org.knime.core.data;

import java.util.Comparator;

/** Orders cells: missing ones first, then by value. */
public abstract class DataValueComparator implements Comparator<DataCell> {

    protected DataValueComparator() {
    }

    @Override
    public final int compare(final DataCell first, final DataCell second) {
        if (first.isMissing() || second.isMissing()) {
            return Boolean.compare(second.isMissing(), first.isMissing());
        }
        return compareDataValues(first, second);
    }

    protected abstract int compareDataValues(DataValue first, DataValue second);
}

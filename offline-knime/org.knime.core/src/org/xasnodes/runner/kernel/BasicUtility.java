package org.xasnodes.runner.kernel;

import java.util.Comparator;

import org.knime.core.data.DataValue;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.ExtensibleUtilityFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;

/** Name and order of a value interface of the stand-in. */
public final class BasicUtility extends ExtensibleUtilityFactory {

    private final String m_name;

    private final String m_legacyName;

    private final DataValueComparator m_comparator;

    /**
     * @param valueClass the value interface
     * @param name its name
     * @param legacyName its name before KNIME 5
     * @param order how to order values, null if they have no order
     */
    public BasicUtility(final Class<? extends DataValue> valueClass, final String name, final String legacyName,
        final Comparator<DataValue> order) {
        super(valueClass);
        m_name = name;
        m_legacyName = legacyName;
        m_comparator = order == null ? null : comparing(order);
    }

    public static DataValueComparator comparing(final Comparator<DataValue> order) {
        return new DataValueComparator() {
            @Override
            protected int compareDataValues(final DataValue first, final DataValue second) {
                return order.compare(first, second);
            }
        };
    }

    /**
     * Element by element; a vector that is the beginning of the other comes first.
     *
     * @param first a vector
     * @param second a vector
     * @return negative, 0 or positive
     */
    public static int compareVectors(final DoubleVectorValue first, final DoubleVectorValue second) {
        for (int i = 0; i < Math.min(first.getLength(), second.getLength()); i++) {
            final int order = Double.compare(first.getValue(i), second.getValue(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.getLength(), second.getLength());
    }

    @Override
    public String getName() {
        return m_name;
    }

    @Override
    protected String[] getLegacyNames() {
        return new String[]{m_legacyName};
    }

    @Override
    protected DataValueComparator getComparator() {
        return m_comparator;
    }

    @Override
    public String getGroupName() {
        return "Basic";
    }
}

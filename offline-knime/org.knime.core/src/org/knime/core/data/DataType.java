package org.knime.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.swing.Icon;

import org.knime.core.data.DataValue.UtilityFactory;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.data.renderer.DefaultDataValueRenderer;
import org.xasnodes.runner.kernel.BasicUtility;
import org.xasnodes.runner.kernel.Contributions;

/**
 * The type of a column: the value interfaces its cells implement, the first of them preferred, and for a collection the
 * type of its elements. A type that no single cell class stands for, made as common super type, is "non-native".
 */
public final class DataType {

    private static final DataValueComparator BY_TEXT =
        BasicUtility.comparing((a, b) -> a.toString().compareTo(b.toString()));

    private static final Map<List<Object>, DataType> TYPES = new ConcurrentHashMap<>();

    private final Class<? extends DataCell> m_cellClass;

    private final List<Class<? extends DataValue>> m_valueClasses;

    private final DataType m_elementType;

    private final Map<DataType, Boolean> m_superTypeOf = new ConcurrentHashMap<>();

    private DataType(final Class<? extends DataCell> cellClass, final Set<Class<? extends DataValue>> valueClasses,
        final DataType elementType) {
        m_cellClass = cellClass;
        m_valueClasses = List.copyOf(valueClasses);
        m_elementType = elementType;
    }

    public static DataType getType(final Class<? extends DataCell> cellClass) {
        return getType(Objects.requireNonNull(cellClass, "Class must not be null."), null);
    }

    /**
     * @param cellClass class of the cells
     * @param elementType type of the elements if it is a class of collections, else null
     * @return the type
     */
    public static DataType getType(final Class<? extends DataCell> cellClass, final DataType elementType) {
        Objects.requireNonNull(cellClass, "Cell class must not be null.");
        return TYPES.computeIfAbsent(Arrays.asList(cellClass, elementType), k -> {
            final Set<Class<? extends DataValue>> values = new LinkedHashSet<>();
            collectValues(cellClass, values);
            return new DataType(cellClass, values, elementType);
        });
    }

    private static void collectValues(final Class<?> from, final Set<Class<? extends DataValue>> values) {
        for (final Class<?> candidate : from.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(candidate)) {
                values.add(candidate.asSubclass(DataValue.class));
            }
            collectValues(candidate, values);
        }
        if (from.getSuperclass() != null) {
            collectValues(from.getSuperclass(), values);
        }
    }

    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    /**
     * @param valueClass a value interface
     * @return its constant <code>UTILITY</code>, or that of {@link DataValue} if it has none
     */
    public static UtilityFactory getUtilityFor(final Class<? extends DataValue> valueClass) {
        try {
            final Object utility = valueClass.getField("UTILITY").get(null);
            return utility instanceof UtilityFactory ? (UtilityFactory)utility : DataValue.UTILITY;
        } catch (NoSuchFieldException | IllegalAccessException e) {
            return DataValue.UTILITY;
        }
    }

    /**
     * @param <T> class of the cells
     * @param cellClass class of the cells
     * @return the serializer registered for it, or null
     */
    public static <T extends DataCell> DataCellSerializer<T> getCellSerializer(final Class<T> cellClass) {
        return Contributions.serializer(cellClass).orElse(null);
    }

    /**
     * @param first a type
     * @param second a type
     * @return one of them if it can hold the cells of both, else the type of what their values have in common
     */
    public static DataType getCommonSuperType(final DataType first, final DataType second) {
        if (first == null || second == null) {
            throw new NullPointerException("Cannot build super type of a null type");
        }
        if (first.isMissingValueType()) {
            return second;
        }
        if (second.isMissingValueType() || first.isASuperTypeOf(second)) {
            return first;
        }
        if (second.isASuperTypeOf(first)) {
            return second;
        }
        final Set<Class<? extends DataValue>> common = new LinkedHashSet<>(first.m_valueClasses);
        common.retainAll(second.m_valueClasses);
        final boolean collections = common.stream().anyMatch(CollectionDataValue.class::isAssignableFrom);
        final DataType elements = collections && first.m_elementType != null && second.m_elementType != null
            ? getCommonSuperType(first.m_elementType, second.m_elementType) : null;
        return new DataType(null, common, elements);
    }

    public boolean isMissingValueType() {
        return m_valueClasses.contains(MissingValue.class);
    }

    public boolean isCollectionType() {
        return isCompatible(CollectionDataValue.class);
    }

    public DataType getCollectionElementType() {
        return m_elementType;
    }

    public List<Class<? extends DataValue>> getValueClasses() {
        return m_valueClasses;
    }

    public Class<? extends DataValue> getPreferredValueClass() {
        return m_valueClasses.get(0);
    }

    /** @return class of the cells, null for a non-native type */
    public Class<? extends DataCell> getCellClass() {
        return m_cellClass;
    }

    /**
     * @param valueClass a value interface
     * @return whether cells of this type can be cast to it, or are always missing
     */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        for (final Class<? extends DataValue> own : m_valueClasses) {
            if (own == MissingValue.class || valueClass.isAssignableFrom(own)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param type another type
     * @return whether a column of this type can hold cells of the other
     */
    public boolean isASuperTypeOf(final DataType type) {
        if (type == null) {
            throw new NullPointerException("Type argument must not be null.");
        }
        if (type == this) {
            return true;
        }
        final Boolean known = m_superTypeOf.get(type);
        if (known != null) {
            return known;
        }
        final boolean result = holds(type);
        m_superTypeOf.put(type, result);
        return result;
    }

    private boolean holds(final DataType type) {
        if (type.isMissingValueType()) {
            return true;
        }
        for (final Class<? extends DataValue> own : m_valueClasses) {
            if (!type.isCompatible(own)
                || own == CollectionDataValue.class && !m_elementType.isASuperTypeOf(type.m_elementType)) {
                return false;
            }
        }
        return true;
    }

    /** @return the comparator of the first value that has one; else cells are ordered by their text */
    public DataValueComparator getComparator() {
        for (final Class<? extends DataValue> own : m_valueClasses) {
            final DataValueComparator comparator = getUtilityFor(own).getComparator();
            if (comparator != null) {
                return comparator;
            }
        }
        return BY_TEXT;
    }

    public Icon getIcon() {
        return getUtilityFor(getPreferredValueClass()).getIcon();
    }

    /** @return renderers of all values of this type, those of the preferred value first; at least one for text */
    public Collection<DataValueRendererFactory> getRendererFactories() {
        final Map<String, DataValueRendererFactory> result = new LinkedHashMap<>();
        for (final Class<? extends DataValue> own : m_valueClasses) {
            final UtilityFactory utility = getUtilityFor(own);
            if (utility instanceof ExtensibleUtilityFactory) {
                for (final DataValueRendererFactory factory : ((ExtensibleUtilityFactory)utility).renderersInOrder()) {
                    result.put(factory.getId(), factory);
                }
            }
        }
        if (result.isEmpty()) {
            final DataValueRendererFactory text = new DefaultDataValueRenderer.Factory();
            result.put(text.getId(), text);
        }
        return new ArrayList<>(result.values());
    }

    /** @return what identifies the type for good: cell class and element type, or the value classes */
    public String getIdentifier() {
        final String own = m_cellClass == null ? m_valueClasses.toString() : m_cellClass.getName();
        return m_elementType == null ? own : own + "<" + m_elementType.getIdentifier() + ">";
    }

    public String getName() {
        return m_cellClass == null ? "?" : name(false);
    }

    public String getLegacyName() {
        return m_cellClass == null ? "?" : name(true);
    }

    private String name(final boolean legacy) {
        final UtilityFactory utility = getUtilityFor(getPreferredValueClass());
        if (!(utility instanceof ExtensibleUtilityFactory)) {
            return m_cellClass.getSimpleName();
        }
        final ExtensibleUtilityFactory named = (ExtensibleUtilityFactory)utility;
        return legacy ? named.getLegacyName() : named.getName();
    }

    private boolean sameValues(final DataType other) {
        return Set.copyOf(m_valueClasses).equals(Set.copyOf(other.m_valueClasses))
            && Objects.equals(m_elementType, other.m_elementType);
    }

    @Override
    public boolean equals(final Object other) {
        return other == this || other instanceof DataType
            && getPreferredValueClass() == ((DataType)other).getPreferredValueClass() && sameValues((DataType)other);
    }

    @Override
    public int hashCode() {
        return Set.copyOf(m_valueClasses).hashCode() + 31 * Objects.hashCode(m_elementType);
    }

    @Override
    public String toString() {
        final String own = m_cellClass == null ? "Non-Native " + m_valueClasses : name(false);
        return m_elementType == null ? own : own + " (Collection of: " + m_elementType + ")";
    }
}

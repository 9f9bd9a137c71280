package org.knime.core.data;

import java.io.Serializable;

import org.knime.core.data.collection.CollectionDataValue;

/** One immutable cell of a table. Two missing cells are equal; other cells only if their classes are the same. */
public abstract class DataCell implements DataValue, Serializable {

    private static final long serialVersionUID = 1;

    private static final ClassValue<DataType> PLAIN_TYPES = new ClassValue<>() {
        @Override
        protected DataType computeValue(final Class<?> cellClass) {
            return DataType.getType(cellClass.asSubclass(DataCell.class));
        }
    };

    public DataCell() {
    }

    public final DataType getType() {
        if (this instanceof CollectionDataValue) {
            return DataType.getType(getClass(), ((CollectionDataValue)this).getElementType());
        }
        return PLAIN_TYPES.get(getClass());
    }

    public boolean isMissing() {
        return false;
    }

    @Override
    public DataCell materializeDataCell() {
        return this;
    }

    @Override
    public final boolean equals(final Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof DataCell)) {
            return false;
        }
        final DataCell cell = (DataCell)other;
        if (isMissing() || cell.isMissing()) {
            return isMissing() && cell.isMissing();
        }
        if (getClass() == cell.getClass()) {
            return equalsDataCell(cell);
        }
        return getType().getPreferredValueClass() == cell.getType().getPreferredValueClass() && equalContent(cell);
    }

    /**
     * @param other a cell of this very class, not missing
     * @return whether the contents are equal
     */
    protected abstract boolean equalsDataCell(DataCell other);

    /**
     * @param other a cell of another class with the same preferred value
     * @return whether the contents are equal; false unless overridden
     */
    protected boolean equalContent(final DataValue other) {
        return false;
    }

    @Override
    public abstract int hashCode();

    @Override
    public abstract String toString();
}

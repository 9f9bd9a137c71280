package org.knime.core.data.vector.doublevector;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.def.DoubleCell;

/** A vector of doubles; {@link DoubleVectorCellFactory} makes them. */
public class DenseDoubleVectorCell extends DataCell implements DoubleVectorValue, CollectionDataValue {

    private static final long serialVersionUID = 1;

    private static final int SHOWN = 3;

    private final double[] m_values;

    DenseDoubleVectorCell(final double[] values) {
        m_values = values;
    }

    @Override
    public int getLength() {
        return m_values.length;
    }

    @Override
    public double getValue(final int index) {
        return m_values[index];
    }

    @Override
    public int size() {
        return m_values.length;
    }

    @Override
    public DataType getElementType() {
        return DoubleCell.TYPE;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return Arrays.stream(m_values).<DataCell> mapToObj(DoubleCell::new).iterator();
    }

    @Override
    public boolean containsBlobWrapperCells() {
        return false;
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return Arrays.equals(m_values, ((DenseDoubleVectorCell)other).m_values);
    }

    @Override
    protected boolean equalContent(final DataValue other) {
        final DoubleVectorValue vector = (DoubleVectorValue)other;
        for (int i = 0; i < m_values.length && m_values.length == vector.getLength(); i++) {
            if (Double.compare(m_values[i], vector.getValue(i)) != 0) {
                return false;
            }
        }
        return m_values.length == vector.getLength();
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_values);
    }

    @Override
    public String toString() {
        final String shown = Arrays.stream(m_values).limit(SHOWN).mapToObj(v -> "\"" + v + "\"")
            .collect(Collectors.joining(", "));
        return m_values.length > SHOWN ? shown + ",  ... <" + (m_values.length - SHOWN) + " more>" : shown;
    }
}

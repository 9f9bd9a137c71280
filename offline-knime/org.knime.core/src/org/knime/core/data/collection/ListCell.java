package org.knime.core.data.collection;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** A cell with a list of cells; {@link CollectionCellFactory} makes them. */
public class ListCell extends DataCell implements ListDataValue {

    private static final long serialVersionUID = 1;

    private final DataCell[] m_cells;

    private final DataType m_elementType;

    ListCell(final Collection<? extends DataCell> cells) {
        m_cells = cells.toArray(new DataCell[0]);
        DataType common = null;
        for (final DataCell cell : m_cells) {
            if (cell == null) {
                throw new NullPointerException("List element must not be null");
            }
            common = common == null ? cell.getType() : DataType.getCommonSuperType(common, cell.getType());
        }
        m_elementType = common == null ? DataType.getMissingCell().getType() : common;
    }

    /**
     * @param elementType type of the elements
     * @return type of lists of them
     */
    public static final DataType getCollectionType(final DataType elementType) {
        return DataType.getType(ListCell.class, elementType);
    }

    @Override
    public DataType getElementType() {
        return m_elementType;
    }

    @Override
    public int size() {
        return m_cells.length;
    }

    @Override
    public DataCell get(final int index) {
        return m_cells[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return List.of(m_cells).iterator();
    }

    @Override
    public boolean containsBlobWrapperCells() {
        return false;
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return List.of(m_cells).equals(List.of(((ListCell)other).m_cells));
    }

    @Override
    public int hashCode() {
        return List.of(m_cells).hashCode();
    }

    @Override
    public String toString() {
        return List.of(m_cells).toString();
    }

    public static final DataCellSerializer<ListCell> getCellSerializer() {
        return new Serializer();
    }

    private static final class Serializer implements DataCellSerializer<ListCell> {
        @Override
        public void serialize(final ListCell cell, final DataCellDataOutput output) throws IOException {
            output.writeInt(cell.m_cells.length);
            for (final DataCell element : cell.m_cells) {
                output.writeDataCell(element);
            }
        }

        @Override
        public ListCell deserialize(final DataCellDataInput input) throws IOException {
            final DataCell[] cells = new DataCell[input.readInt()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = input.readDataCell();
            }
            return new ListCell(List.of(cells));
        }
    }
}

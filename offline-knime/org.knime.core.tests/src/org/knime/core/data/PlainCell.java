package org.knime.core.data;

import java.io.IOException;
import java.util.Arrays;

/** A cell as a plug-in would have it, with a serializer. */
public final class PlainCell extends DataCell implements PlainValue {

    public static final DataType TYPE = DataType.getType(PlainCell.class);

    private static final long serialVersionUID = 1;

    private final double[] m_ys;

    public PlainCell(final double... ys) {
        m_ys = ys;
    }

    @Override
    public double[] ys() {
        return m_ys.clone();
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return Arrays.equals(m_ys, ((PlainCell)other).m_ys);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_ys);
    }

    @Override
    public String toString() {
        return "plain" + Arrays.toString(m_ys);
    }

    /** Writes the length and the values. */
    public static final class Serializer implements DataCellSerializer<PlainCell> {
        @Override
        public void serialize(final PlainCell cell, final DataCellDataOutput output) throws IOException {
            output.writeInt(cell.m_ys.length);
            for (final double y : cell.m_ys) {
                output.writeDouble(y);
            }
        }

        @Override
        public PlainCell deserialize(final DataCellDataInput input) throws IOException {
            final double[] ys = new double[input.readInt()];
            for (int i = 0; i < ys.length; i++) {
                ys[i] = input.readDouble();
            }
            return new PlainCell(ys);
        }
    }
}

package org.knime.core.data.vector.doublevector;

import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;

/** Makes vector cells. */
public class DoubleVectorCellFactory {

    public static final DataType TYPE = DataType.getType(DenseDoubleVectorCell.class, DoubleCell.TYPE);

    public DoubleVectorCellFactory() {
    }

    /**
     * @param <T> class of the cell
     * @param <DoubleVectorValue> not used, part of the signature
     * @param values the values, kept, not copied
     * @return a cell with them
     */
    @SuppressWarnings("unchecked")
    public static <T extends DataCell, DoubleVectorValue> T createCell(final double[] values) {
        return (T)new DenseDoubleVectorCell(Objects.requireNonNull(values));
    }
}

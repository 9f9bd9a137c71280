package org.xasnodes.nodes.reduce.autoencoder;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.core.network.LossHistory;

/** How the loss fell, epoch by epoch. */
final class LossTable {

    static final String EPOCH = "Epoch";

    static final String TRAINING = "Training loss";

    static final String VALIDATION = "Validation loss";

    static final DataTableSpec SPEC = new DataTableSpec( //
        new DataColumnSpecCreator(EPOCH, IntCell.TYPE).createSpec(),
        new DataColumnSpecCreator(TRAINING, DoubleCell.TYPE).createSpec(),
        new DataColumnSpecCreator(VALIDATION, DoubleCell.TYPE).createSpec());

    private LossTable() {
    }

    static BufferedDataTable make(final LossHistory history, final ExecutionContext exec) {
        final var container = exec.createDataContainer(SPEC);
        final var training = history.training();
        final var validation = history.validation();
        for (int e = 0; e < training.length; e++) {
            container.addRowToTable(new DefaultRow("Epoch " + (e + 1), new IntCell(e + 1), new DoubleCell(training[e]),
                Double.isNaN(validation[e]) ? DataType.getMissingCell() : new DoubleCell(validation[e])));
        }
        container.close();
        return container.getTable();
    }
}

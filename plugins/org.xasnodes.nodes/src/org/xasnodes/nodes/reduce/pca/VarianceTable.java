package org.xasnodes.nodes.reduce.pca;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.core.reduce.PrincipalComponents;

/** How much of the variance each component explains, also those not kept. */
final class VarianceTable {

    static final String VARIANCE = "Variance";

    static final String SHARE = "Share of variance";

    static final String CUMULATIVE = "Cumulative share";

    static final String KEPT = "Kept";

    static final DataTableSpec SPEC = new DataTableSpecCreator().addColumns(
        new DataColumnSpecCreator(VARIANCE, DoubleCell.TYPE).createSpec(),
        new DataColumnSpecCreator(SHARE, DoubleCell.TYPE).createSpec(),
        new DataColumnSpecCreator(CUMULATIVE, DoubleCell.TYPE).createSpec(),
        new DataColumnSpecCreator(KEPT, BooleanCell.TYPE).createSpec()).createSpec();

    private VarianceTable() {
    }

    static BufferedDataTable make(final PrincipalComponents pca, final ExecutionContext exec) {
        final var container = exec.createDataContainer(SPEC);
        final var variances = pca.variances();
        final var shares = pca.varianceRatios();
        var sum = 0.0;
        for (int c = 0; c < variances.length; c++) {
            sum += shares[c];
            container.addRowToTable(new DefaultRow(PrincipalComponents.ID + " " + (c + 1), new DoubleCell(variances[c]),
                new DoubleCell(shares[c]), new DoubleCell(sum), BooleanCell.get(c < pca.dimensions())));
        }
        container.close();
        return container.getTable();
    }
}

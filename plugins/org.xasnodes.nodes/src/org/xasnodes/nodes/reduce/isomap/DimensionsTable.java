package org.xasnodes.nodes.reduce.isomap;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.core.reduce.Isomap;

/** What each dimension of an Isomap is worth. */
final class DimensionsTable {

    static final String COUNT = "Dimensions";

    static final String EIGENVALUE = "Eigenvalue";

    static final String ERROR = "Reconstruction error";

    static final DataTableSpec SPEC = new DataTableSpec( //
        new DataColumnSpecCreator(COUNT, IntCell.TYPE).createSpec(),
        new DataColumnSpecCreator(EIGENVALUE, DoubleCell.TYPE).createSpec(),
        new DataColumnSpecCreator(ERROR, DoubleCell.TYPE).createSpec());

    private DimensionsTable() {
    }

    static BufferedDataTable make(final Isomap isomap, final ExecutionContext exec) {
        final var container = exec.createDataContainer(SPEC);
        final var eigenvalues = isomap.eigenvalues();
        final var errors = isomap.errorsByDimensions();
        for (int d = 0; d < eigenvalues.length; d++) {
            container.addRowToTable(new DefaultRow(Isomap.ID + " " + (d + 1), new IntCell(d + 1),
                new DoubleCell(eigenvalues[d]), new DoubleCell(errors[d])));
        }
        container.close();
        return container.getTable();
    }
}

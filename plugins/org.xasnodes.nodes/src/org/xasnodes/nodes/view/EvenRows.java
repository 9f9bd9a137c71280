package org.xasnodes.nodes.view;

import java.util.function.Consumer;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Of too many rows some are drawn: evenly picked, the first and the last among them. */
public final class EvenRows {

    private EvenRows() {
    }

    /**
     * @param table with any number of rows
     * @param max at least 2
     * @param action called for at most so many
     * @return how often it was called
     */
    public static long forEach(final BufferedDataTable table, final int max, final Consumer<DataRow> action) {
        final long size = table.size();
        final long wanted = Math.min(size, max);
        long index = 0;
        long done = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext() && done < wanted) {
                final DataRow row = rows.next();
                if (index++ == (wanted == 1 ? 0 : done * (size - 1) / (wanted - 1))) {
                    done++;
                    action.accept(row);
                }
            }
        }
        return done;
    }
}

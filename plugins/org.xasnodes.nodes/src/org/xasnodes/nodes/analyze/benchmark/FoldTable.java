package org.xasnodes.nodes.analyze.benchmark;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.benchmark.CellResult;
import org.xasnodes.benchmark.Metric;

/** One row for each combination of feature, reducer and model, and each fold. */
final class FoldTable {

    /** What is tested: a fold of the spectra, or the measured ones. */
    static final String TESTED = "Tested";

    private FoldTable() {
    }

    static DataTableSpec spec(final List<Metric> metrics) {
        final var columns = new ArrayList<DataColumnSpec>();
        for (final var name : List.of(ScoreTable.FEATURE, ScoreTable.REDUCER, ScoreTable.MODEL, TESTED)) {
            columns.add(ScoreTable.column(name, StringCell.TYPE));
        }
        for (final var name : List.of("Repeat", "Fold", "Training spectra", "Test spectra")) {
            columns.add(ScoreTable.column(name, IntCell.TYPE));
        }
        for (final var metric : metrics) {
            columns.add(ScoreTable.column(ScoreTable.train(metric), DoubleCell.TYPE));
            columns.add(ScoreTable.column(ScoreTable.test(metric), DoubleCell.TYPE));
        }
        columns.add(ScoreTable.column("Seconds", DoubleCell.TYPE));
        columns.add(ScoreTable.column("Note", StringCell.TYPE));
        return new DataTableSpec("Folds", columns.toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable make(final List<CellResult> results, final List<Metric> metrics,
        final ExecutionContext exec) {
        final var container = exec.createDataContainer(spec(metrics));
        long row = 0;
        for (final var result : results) {
            final var cells = new ArrayList<DataCell>();
            cells.add(new StringCell(result.feature().label()));
            cells.add(new StringCell(result.reducer().label()));
            cells.add(new StringCell(result.model().label()));
            cells.add(new StringCell(tested(result)));
            cells.add(result.isTransfer() ? new MissingCell("no fold") : new IntCell(result.split().repeat()));
            cells.add(result.isTransfer() ? new MissingCell("no fold") : new IntCell(result.split().fold()));
            cells.add(new IntCell(result.split().train().length));
            cells.add(new IntCell(result.split().test().length));
            for (int m = 0; m < metrics.size(); m++) {
                cells.add(result.failed() ? new MissingCell(result.note())
                    : ScoreTable.number(result.train()[m], "no score"));
                cells.add(result.failed() ? new MissingCell(result.note())
                    : ScoreTable.number(result.test()[m], "no score"));
            }
            cells.add(ScoreTable.number(result.seconds(), result.note()));
            cells.add(ScoreTable.text(result.note()));
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(row++), cells.toArray(DataCell[]::new)));
        }
        container.close();
        return container.getTable();
    }

    static String tested(final CellResult result) {
        return result.isTransfer() ? "measured" : "fold";
    }
}

package org.xasnodes.nodes.analyze.benchmark;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.benchmark.CellSummary;
import org.xasnodes.benchmark.Metric;

/** One row for each combination of feature, reducer and model: means over the folds. */
final class ScoreTable {

    static final String FEATURE = "Feature";

    static final String REDUCER = "Reducer";

    static final String MODEL = "Model";

    private ScoreTable() {
    }

    static String train(final Metric metric) {
        return metric.label() + " (train)";
    }

    static String test(final Metric metric) {
        return metric.label() + " (test)";
    }

    static String measured(final Metric metric) {
        return metric.label() + " (measured)";
    }

    static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    static DataTableSpec spec(final List<Metric> metrics, final boolean transfer) {
        final var columns = new ArrayList<DataColumnSpec>();
        for (final var name : List.of(FEATURE, REDUCER, MODEL)) {
            columns.add(column(name, StringCell.TYPE));
        }
        for (final var metric : metrics) {
            columns.add(column(train(metric), DoubleCell.TYPE));
            columns.add(column(test(metric), DoubleCell.TYPE));
            columns.add(column(metric.label() + " (test, low)", DoubleCell.TYPE));
            columns.add(column(metric.label() + " (test, high)", DoubleCell.TYPE));
            if (transfer) {
                columns.add(column(measured(metric), DoubleCell.TYPE));
            }
        }
        columns.add(column("Seconds", DoubleCell.TYPE));
        columns.add(column("Folds", IntCell.TYPE));
        columns.add(column("Note", StringCell.TYPE));
        return new DataTableSpec("Scores", columns.toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable make(final List<CellSummary> summaries, final List<Metric> metrics, final boolean transfer,
        final ExecutionContext exec) {
        final var container = exec.createDataContainer(spec(metrics, transfer));
        for (final var summary : summaries) {
            final var cells = new ArrayList<DataCell>();
            cells.add(new StringCell(summary.feature().label()));
            cells.add(new StringCell(summary.reducer().label()));
            cells.add(new StringCell(summary.model().label()));
            for (int m = 0; m < metrics.size(); m++) {
                final var test = summary.test().get(m);
                cells.add(number(summary.train().get(m).mean(), summary.note()));
                cells.add(number(test.mean(), summary.note()));
                cells.add(number(test.low(), "fewer than two folds"));
                cells.add(number(test.high(), "fewer than two folds"));
                if (transfer) {
                    cells.add(number(summary.transfer()[m], summary.note()));
                }
            }
            cells.add(new DoubleCell(summary.seconds()));
            cells.add(new IntCell(summary.folds()));
            cells.add(text(summary.note()));
            container.addRowToTable(new DefaultRow(name(summary), cells.toArray(DataCell[]::new)));
        }
        container.close();
        return container.getTable();
    }

    /** @return the name of the combination in row keys and column names */
    static String name(final CellSummary summary) {
        return summary.feature().label() + ", " + summary.reducer().label() + ", " + summary.model().label();
    }

    static DataCell number(final double value, final String reason) {
        return Double.isNaN(value) ? new MissingCell(reason) : new DoubleCell(value);
    }

    static DataCell text(final String text) {
        return text.isEmpty() ? DataType.getMissingCell() : new StringCell(text);
    }
}

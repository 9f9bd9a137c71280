package org.xasnodes.nodes.analyze.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.UniqueNameGenerator;
import org.xasnodes.benchmark.BenchmarkOptions;
import org.xasnodes.benchmark.CellResult;
import org.xasnodes.core.evaluate.Split;

/**
 * What each combination of feature, reducer and model predicted for each test spectrum: one row for each spectrum of
 * each split, one column for each combination, for KNIME's own scorers.
 */
final class PredictionTable {

    private PredictionTable() {
    }

    static DataTableSpec spec(final DataColumnSpec target, final boolean areClasses, final BenchmarkOptions options) {
        final var names = new UniqueNameGenerator(Set.of(target.getName()));
        final var columns = new ArrayList<DataColumnSpec>();
        columns.add(ScoreTable.column(target.getName(), target.getType()));
        columns.add(names.newColumn(FoldTable.TESTED, StringCell.TYPE));
        columns.add(names.newColumn("Repeat", IntCell.TYPE));
        columns.add(names.newColumn("Fold", IntCell.TYPE));
        for (final var feature : options.features()) {
            for (final var reducer : options.reducers()) {
                for (final var model : options.models()) {
                    columns.add(names.newColumn(feature.label() + ", " + reducer.label() + ", " + model.label(),
                        areClasses ? StringCell.TYPE : DoubleCell.TYPE));
                }
            }
        }
        return new DataTableSpec("Predictions", columns.toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable make(final BenchmarkInput input, final List<CellResult> results, final DataTableSpec spec,
        final ExecutionContext exec) throws CanceledExecutionException {
        final var container = exec.createDataContainer(spec);
        final var keys = new HashSet<String>();
        final var splits = input.splits();
        for (int s = 0; s < splits.size(); s++) {
            final var ofSplit = new ArrayList<CellResult>();
            for (int i = s; i < results.size(); i += splits.size()) {
                ofSplit.add(results.get(i));
            }
            for (int t = 0; t < splits.get(s).test().length; t++) {
                exec.checkCanceled();
                final var row = splits.get(s).test()[t];
                final var position = t;
                final var cells = new ArrayList<DataCell>(head(input, splits.get(s), row, ofSplit.get(0)));
                ofSplit.forEach(result -> cells.add(prediction(input, result, position)));
                container.addRowToTable(new DefaultRow(unique(input.spectra().key(row).getString(), keys),
                    cells.toArray(DataCell[]::new)));
            }
        }
        container.close();
        return container.getTable();
    }

    private static List<DataCell> head(final BenchmarkInput input, final Split split, final int row,
        final CellResult result) {
        final DataCell none = new MissingCell("no fold");
        final var target = input.spectra().target(row);
        return Arrays.asList(target, new StringCell(FoldTable.tested(result)),
            result.isTransfer() ? none : new IntCell(split.repeat()), result.isTransfer() ? none
            : new IntCell(split.fold()));
    }

    private static DataCell prediction(final BenchmarkInput input, final CellResult result, final int position) {
        if (result.failed() || Double.isNaN(result.predictions()[position])) {
            return new MissingCell(result.note());
        }
        final var prediction = result.predictions()[position];
        return input.data().areClasses() ? new StringCell(input.data().classes().get((int)prediction))
            : new DoubleCell(prediction);
    }

    /** A spectrum has one row for each repeat; measured ones may have the keys of training spectra. */
    private static String unique(final String key, final Set<String> taken) {
        var name = key;
        for (int i = 2; !taken.add(name); i++) {
            name = key + " (" + i + ")";
        }
        return name;
    }
}

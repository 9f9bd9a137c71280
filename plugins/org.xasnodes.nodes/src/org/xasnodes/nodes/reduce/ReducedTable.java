package org.xasnodes.nodes.reduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.UniqueNameGenerator;
import org.xasnodes.core.reduce.Reducer;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.util.NodeProgress;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.RowFailure;
import org.xasnodes.nodes.util.RowProblems;

/** Puts what a reducer makes of each row beside, or in place of, its features. */
public final class ReducedTable {

    /** The column that tells how unlike the training data a row is. */
    public static final String ERROR_COLUMN = "reconstruction error";

    /** Features that are reduced together, 128 MB: an Isomap searches its whole graph once for each such batch. */
    private static final int BATCH_NUMBERS = 1 << 24;

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    /**
     * How the output table looks.
     *
     * @param removesFeatures whether the feature columns are left out
     * @param hasErrors whether a column tells the reconstruction error
     * @param onProblem what to do with rows that lack a feature
     */
    public record Options(boolean removesFeatures, boolean hasErrors, OnProblem onProblem) {
    }

    private final FeatureInput m_input;

    private final Options m_options;

    /**
     * @param input where the features stand
     * @param options how the output table looks
     */
    public ReducedTable(final FeatureInput input, final Options options) {
        m_input = input;
        m_options = options;
    }

    /**
     * @param spec the input table's spec
     * @param id the reducer's method
     * @param dimensions the number of reduced values
     * @return the output table's spec
     */
    public DataTableSpec spec(final DataTableSpec spec, final String id, final int dimensions) {
        return rearranger(spec, id, dimensions, null, Map.of()).createSpec();
    }

    /**
     * @param table the input table
     * @param reducer what reduces its rows
     * @param problems gets the rows that lack a feature
     * @param exec is told how far the work is
     * @return the output table
     * @throws CanceledExecutionException if the user cancelled
     * @throws RowFailure if a row lacks a feature and the settings say that the node shall fail
     */
    public BufferedDataTable make(final BufferedDataTable table, final Reducer reducer, final RowProblems problems,
        final ExecutionContext exec) throws CanceledExecutionException {
        final var values = new double[Math.toIntExact(table.size())][];
        final Map<Long, String> reasons = new HashMap<>();
        final var reduce = exec.createSubProgress(0.8);
        final List<double[]> batch = new ArrayList<>();
        final List<Integer> places = new ArrayList<>();
        final var batchRows = Math.max(1, BATCH_NUMBERS / reducer.inputs());
        try (CloseableRowIterator rows = table.iterator()) {
            for (int i = 0; rows.hasNext(); i++) {
                final var row = rows.next();
                try {
                    batch.add(m_input.read(row));
                    places.add(i);
                } catch (final SpectrumException e) {
                    if (m_options.onProblem == OnProblem.FAIL) {
                        throw new RowFailure(row.getKey(), e.getMessage()); // NOSONAR: the message says it all
                    }
                    problems.add(i, row.getKey(), e.getMessage());
                    reasons.put((long)i, e.getMessage());
                }
                if (batch.size() == batchRows || !rows.hasNext()) {
                    final var part = (double)batch.size() / values.length;
                    reduce(batch, places, reducer, values, new NodeProgress(reduce.createSubProgress(part)));
                }
            }
        } catch (final CancellationException e) {
            throw NodeProgress.canceled(e);
        }
        return exec.createColumnRearrangeTable(table,
            rearranger(table.getDataTableSpec(), reducer.id(), reducer.dimensions(), values, reasons),
            exec.createSubProgress(0.2));
    }

    private void reduce(final List<double[]> batch, final List<Integer> places, final Reducer reducer,
        final double[][] values, final NodeProgress progress) {
        final var rows = batch.toArray(double[][]::new);
        final var reduced = reducer.apply(rows, THREADS, progress);
        final var errors = m_options.hasErrors ? reducer.reconstructionErrors(rows, THREADS, progress) : null;
        for (int r = 0; r < reduced.length; r++) {
            values[places.get(r)] = reduced[r];
            if (errors != null) {
                values[places.get(r)] = Arrays.copyOf(reduced[r], reduced[r].length + 1);
                values[places.get(r)][reduced[r].length] = errors[r];
            }
        }
        batch.clear();
        places.clear();
    }

    private ColumnRearranger rearranger(final DataTableSpec spec, final String id, final int dimensions,
        final double[][] values, final Map<Long, String> reasons) {
        final Set<Integer> removed =
            m_options.removesFeatures ? Arrays.stream(m_input.columns()).boxed().collect(Collectors.toSet()) : Set.of();
        final Set<String> kept = new HashSet<>();
        for (int i = 0; i < spec.getNumColumns(); i++) {
            if (!removed.contains(i)) {
                kept.add(spec.getColumnSpec(i).getName());
            }
        }
        final var unique = new UniqueNameGenerator(kept);
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (int d = 1; d <= dimensions; d++) {
            final var creator = unique.newCreator(id + " " + d, DoubleCell.TYPE);
            GridProperty.setReduced(creator, id, m_input.space().feature());
            columns.add(creator.createSpec());
        }
        if (m_options.hasErrors) {
            columns.add(unique.newColumn(ERROR_COLUMN, DoubleCell.TYPE));
        }
        final var rearranger = new ColumnRearranger(spec);
        rearranger.append(new ReducedCells(values, reasons, columns.toArray(DataColumnSpec[]::new)));
        rearranger.remove(removed.stream().mapToInt(Integer::intValue).toArray());
        return rearranger;
    }

    private static final class ReducedCells extends AbstractCellFactory {

        private final double[][] m_values;

        private final Map<Long, String> m_reasons;

        ReducedCells(final double[][] values, final Map<Long, String> reasons, final DataColumnSpec... columns) {
            super(columns);
            m_values = values;
            m_reasons = reasons;
        }

        @Override
        public DataCell[] getCells(final DataRow row, final long rowIndex) {
            final var cells = new DataCell[getColumnSpecs().length];
            final var values = m_values[(int)rowIndex];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = values == null ? new MissingCell(m_reasons.get(rowIndex)) : new DoubleCell(values[i]);
            }
            return cells;
        }

        /** Not called: KNIME hands over the row's number too. */
        @Override
        public DataCell[] getCells(final DataRow row) {
            return getCells(row, 0);
        }
    }
}

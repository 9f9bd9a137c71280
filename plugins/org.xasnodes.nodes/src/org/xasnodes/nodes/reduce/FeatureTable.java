package org.xasnodes.nodes.reduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.xasnodes.core.reduce.ReductionException;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.RowFailure;
import org.xasnodes.nodes.util.RowProblems;

/** The rows of a table that have all their features, one after the other. */
public final class FeatureTable {

    /** Takes the features of a row. */
    @FunctionalInterface
    public interface Taker {

        /**
         * @param features finite numbers, a new array
         * @throws ReductionException if they cannot be used
         */
        void take(double[] features) throws ReductionException;
    }

    private static final int ROWS_BETWEEN_PROGRESS = 1000;

    private final BufferedDataTable m_table;

    private final FeatureInput m_input;

    private final OnProblem m_onProblem;

    /**
     * @param table the input table
     * @param input where its features stand; the size of vectors may be unknown
     * @param onProblem what to do with rows that lack a feature
     */
    public FeatureTable(final BufferedDataTable table, final FeatureInput input, final OnProblem onProblem) {
        m_table = table;
        m_onProblem = onProblem;
        m_input = input.space().size() > 0 ? input : firstSize(input).map(input::withSize).orElse(input);
    }

    /** @return where the features stand; the size is known if any row has features */
    public FeatureInput input() {
        return m_input;
    }

    private Optional<Integer> firstSize(final FeatureInput input) {
        try (CloseableRowIterator rows = m_table.iterator()) {
            while (rows.hasNext()) {
                try {
                    return Optional.of(input.read(rows.next()).length);
                } catch (final SpectrumException e) { // NOSONAR: counted when the rows are read
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * @param exec is told how far the reading is
     * @param problems gets the rows that lack a feature
     * @param taker gets the other rows in order
     * @throws ReductionException if the taker throws it
     * @throws CanceledExecutionException if the user cancelled
     * @throws RowFailure if a row lacks a feature and the settings say that the node shall fail
     */
    public void forEach(final ExecutionMonitor exec, final RowProblems problems, final Taker taker)
        throws ReductionException, CanceledExecutionException {
        final var size = m_table.size();
        long index = 0;
        try (CloseableRowIterator rows = m_table.iterator()) {
            while (rows.hasNext()) {
                if (index % ROWS_BETWEEN_PROGRESS == 0) {
                    exec.checkCanceled();
                    exec.setProgress((double)index / size, "Reading features");
                }
                final var row = rows.next();
                try {
                    taker.take(m_input.read(row));
                } catch (final SpectrumException e) {
                    if (m_onProblem == OnProblem.FAIL) {
                        throw new RowFailure(row.getKey(), e.getMessage()); // NOSONAR: the message says it all
                    }
                    problems.add(index, row.getKey(), e.getMessage());
                }
                index++;
            }
        }
    }

    /**
     * @param exec is told how far the reading is
     * @param problems gets the rows that lack a feature
     * @return the features of all other rows
     * @throws ReductionException never
     * @throws CanceledExecutionException if the user cancelled
     * @throws RowFailure if a row lacks a feature and the settings say that the node shall fail
     */
    public double[][] toArrays(final ExecutionMonitor exec, final RowProblems problems)
        throws ReductionException, CanceledExecutionException {
        final List<double[]> rows = new ArrayList<>();
        forEach(exec, problems, rows::add);
        return rows.toArray(double[][]::new);
    }
}

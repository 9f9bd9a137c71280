package org.xasnodes.nodes.analyze.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.xasnodes.benchmark.Benchmark;
import org.xasnodes.benchmark.BenchmarkData;
import org.xasnodes.core.evaluate.Split;
import org.xasnodes.core.evaluate.SplitException;
import org.xasnodes.core.evaluate.Splits;
import org.xasnodes.nodes.util.FeatureColumns;
import org.xasnodes.nodes.util.RowProblems;

/**
 * What the benchmark works on.
 *
 * @param spectra the training spectra, then the measured ones
 * @param trainingRows how many training spectra there are
 * @param data the same as numbers
 * @param splits of the training spectra, and the transfer to the measured ones, if there are any
 */
record BenchmarkInput(LabelledSpectra spectra, int trainingRows, BenchmarkData data, List<Split> splits) {

    /**
     * @param tables the training spectra, and maybe the measured ones
     * @param parameters the settings
     * @param exec is asked whether the user has cancelled
     * @param problems where rows are counted that are left out
     * @return the input
     * @throws InvalidSettingsException if the tables do not fit the settings
     * @throws SplitException if the spectra cannot be divided as asked for
     */
    static BenchmarkInput of(final BufferedDataTable[] tables, final FeatureBenchmarkParameters parameters,
        final ExecutionContext exec, final RowProblems problems)
        throws InvalidSettingsException, SplitException, CanceledExecutionException {
        final var columns = LabelColumns.of(tables[0].getDataTableSpec(), parameters);
        final var grid = FeatureColumns.firstGrid(tables[0], columns.spectrum())
            .orElseThrow(() -> new InvalidSettingsException("There is no spectrum in the input table."));
        final var spectra = new LabelledSpectra(grid);
        spectra.add(tables[0], columns, exec, problems);
        final var rows = spectra.size();
        if (rows < 2) {
            throw new InvalidSettingsException((rows == 0 ? "No spectrum has" : "Only one spectrum has")
                + " a target. Check the target column '" + parameters.m_targetColumn + "'.");
        }
        if (tables.length > 1) {
            spectra.add(tables[1], columns.measured(tables[1].getDataTableSpec(), parameters), exec, problems);
            if (spectra.size() == rows) {
                throw new InvalidSettingsException("Table 'Measured': no spectrum has a target. Check its column '"
                    + parameters.m_targetColumn + "'.");
            }
        }
        final var names = columns.areClasses() ? classNames(spectra, rows, parameters) : List.<String> of();
        final var targets = columns.areClasses()
            ? Arrays.stream(spectra.classes(spectra.size())).mapToDouble(names::indexOf).toArray() : spectra.numbers();
        final var splits = new ArrayList<>(splits(spectra, rows, parameters));
        if (tables.length > 1) {
            splits.add(Benchmark.transfer(rows, spectra.size()));
        }
        return new BenchmarkInput(spectra, rows, new BenchmarkData(grid, spectra.intensities(), targets, names),
            splits);
    }

    private static List<String> classNames(final LabelledSpectra spectra, final int rows,
        final FeatureBenchmarkParameters parameters) throws InvalidSettingsException {
        final var ofTraining = Arrays.stream(spectra.classes(rows)).distinct().toList();
        if (ofTraining.size() == 1) {
            throw LabelColumns.oneClass(parameters.m_targetColumn, ofTraining.get(0));
        }
        return Arrays.stream(spectra.classes(spectra.size())).distinct().toList(); // those of training first
    }

    private static List<Split> splits(final LabelledSpectra spectra, final int rows, final FeatureBenchmarkParameters p)
        throws SplitException {
        return switch (p.m_splitting) {
            case HOLDOUT -> Splits.holdout(rows, p.m_testShare, p.m_repeats, p.m_seed);
            case FOLDS -> Splits.kFold(rows, p.m_folds, p.m_repeats, p.m_seed);
            case STRATIFIED -> Splits.stratifiedKFold(spectra.classes(rows), p.m_folds, p.m_repeats, p.m_seed);
            case GROUPS -> Splits.byGroup(spectra.labels(rows), p.m_folds, p.m_repeats, p.m_seed);
            case COLUMN -> Splits.byColumn(spectra.labels(rows));
        };
    }
}

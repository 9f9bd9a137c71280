package org.xasnodes.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.xasnodes.core.evaluate.Split;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * Compares features, reducers and models on the same splits of the same spectra: the tables of Chen et al., "Robust
 * machine learning inference from X-ray absorption near edge spectra through featurization",
 * <a href="https://arxiv.org/abs/2310.07049">arXiv 2310.07049</a>.
 * <p>
 * Whatever is fitted (reducer, scaling, model) is fitted on the training rows of the split alone. A feature is computed
 * once, a reducer fitted once for each feature and split and used by all models. One kind of features is held in memory
 * at a time. Results are the same on any number of threads, but for the seconds.
 */
public final class Benchmark {

    /** In place of the number of the repetition. */
    static final int TRANSFER = 0;

    private Benchmark() {
    }

    /**
     * @param trainingRows how many rows the models are trained on: the first ones of the data
     * @param rows how many rows there are
     * @return the split that trains on all of the first rows and tests on all others, such as measured spectra
     */
    public static Split transfer(final int trainingRows, final int rows) {
        return new Split(TRANSFER, TRANSFER, IntStream.range(0, trainingRows).toArray(),
            IntStream.range(trainingRows, rows).toArray());
    }

    /**
     * @param data the spectra
     * @param splits of their rows, and maybe {@link #transfer}
     * @param options what is compared
     * @param progress is told how far the work is, and asked before each tree, epoch or piece of a reducer's work
     *            whether the user has cancelled
     * @return one result for each feature, reducer, model and split, in this order; a combination that fails has a
     *         result without scores
     * @throws CancellationException if the user cancelled
     */
    public static List<CellResult> run(final BenchmarkData data, final List<Split> splits,
        final BenchmarkOptions options,
        final ProgressMonitor progress) {
        final var studies = options.features().stream().map(f -> new FeatureStudy(f, data, splits, options)).toList();
        final double total = studies.stream().mapToInt(FeatureStudy::columns).sum();
        final var results = new ArrayList<CellResult>();
        var columns = 0;
        for (final var study : studies) { // the work goes about with the number of columns
            final var start = columns / total;
            final var share = study.columns() / total;
            results.addAll(study.run((part, message) -> progress.update(start + share * part, message)));
            columns += study.columns();
        }
        return results;
    }
}

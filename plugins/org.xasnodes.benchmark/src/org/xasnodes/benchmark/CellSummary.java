package org.xasnodes.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

import org.xasnodes.core.evaluate.MeanInterval;

/**
 * The results of one combination of feature, reducer and model over all splits.
 *
 * @param feature what the spectra were turned into
 * @param reducer what made few numbers of it
 * @param model what was trained
 * @param train for each metric its mean over the splits, on training rows
 * @param test for each metric its mean over the splits, on test rows
 * @param transfer for each metric its value in the split of {@link Benchmark#transfer}; NaN without such a split, or if
 *            it failed
 * @param seconds sum over all splits
 * @param folds how many splits have scores; the transfer does not count
 * @param failed how many results have none; the transfer counts
 * @param note the first note of a split, empty if there is none
 */
public record CellSummary(FeatureKind feature, ReducerKind reducer, ModelKind model, List<MeanInterval> train,
    List<MeanInterval> test, double[] transfer, double seconds, int folds, int failed, String note) {

    /**
     * @param results of a benchmark
     * @param metrics the metrics they hold
     * @return one summary for each combination, in the order of the results
     */
    public static List<CellSummary> of(final List<CellResult> results, final List<Metric> metrics) {
        final var combinations = new LinkedHashMap<List<Object>, List<CellResult>>();
        for (final var result : results) {
            combinations.computeIfAbsent(List.of(result.feature(), result.reducer(), result.model()),
                k -> new ArrayList<>())
                .add(result);
        }
        return combinations.values().stream().map(c -> summary(c, metrics)).toList();
    }

    private static CellSummary summary(final Collection<CellResult> results, final List<Metric> metrics) {
        final var train = new ArrayList<MeanInterval>();
        final var test = new ArrayList<MeanInterval>();
        final var transfer = new double[metrics.size()];
        final var first = results.iterator().next();
        final var scored = results.stream().filter(r -> !r.failed()).toList();
        final var folds = scored.stream().filter(r -> !r.isTransfer()).toList();
        for (int m = 0; m < metrics.size(); m++) {
            final var metric = m;
            train.add(metrics.get(m).mean(folds.stream().mapToDouble(r -> r.train()[metric]).toArray()));
            test.add(metrics.get(m).mean(folds.stream().mapToDouble(r -> r.test()[metric]).toArray()));
            transfer[m] = scored.stream().filter(CellResult::isTransfer).mapToDouble(r -> r.test()[metric]).findFirst()
                .orElse(Double.NaN);
        }
        return new CellSummary(first.feature(), first.reducer(), first.model(), train, test, transfer,
            scored.stream().mapToDouble(CellResult::seconds).sum(), folds.size(), results.size() - scored.size(),
            results.stream().map(CellResult::note).filter(n -> !n.isEmpty()).findFirst().orElse(""));
    }
}

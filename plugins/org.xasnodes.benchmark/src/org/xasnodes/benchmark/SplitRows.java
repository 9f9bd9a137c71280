package org.xasnodes.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.xasnodes.core.evaluate.Split;

/**
 * The rows of one split that have features.
 *
 * @param split which rows are on which side
 * @param training the training rows, then their shifted copies
 * @param trainingTargets their targets
 * @param originals how many of the training rows are no copies; these come first
 * @param test the test rows
 * @param testTargets their targets
 * @param testPositions their positions among the test rows of the split
 * @param note which rows of the split have no features and why; empty if all have
 */
record SplitRows(Split split, double[][] training, double[] trainingTargets, int originals, double[][] test,
    double[] testTargets, int[] testPositions, String note) {

    /**
     * @param split a split of the rows of the table
     * @param features of all spectra
     * @param targets of all spectra
     * @return the rows of the split
     * @throws CellException if a side has no row with features
     */
    static SplitRows of(final Split split, final FeatureTable features, final double[] targets) throws CellException {
        final var train = Arrays.stream(split.train()).filter(row -> features.rows()[row] != null).toArray();
        final var testPositions =
            IntStream.range(0, split.test().length).filter(i -> features.rows()[split.test()[i]] != null).toArray();
        final var note = note(split, features);
        if (train.length == 0 || testPositions.length == 0) {
            throw new CellException("No " + (train.length == 0 ? "training" : "test") + " spectrum has these features. "
                + note);
        }
        final var rows = new ArrayList<double[]>();
        final var rowTargets = new ArrayList<Double>();
        for (final var row : train) {
            rows.add(features.rows()[row]);
            rowTargets.add(targets[row]);
        }
        for (final var row : train) {
            for (final var copy : features.copies()[row]) {
                rows.add(copy);
                rowTargets.add(targets[row]);
            }
        }
        final var test = Arrays.stream(testPositions).map(i -> split.test()[i]).toArray();
        return new SplitRows(split, rows.toArray(double[][]::new), rowTargets.stream().mapToDouble(t -> t).toArray(),
            train.length,
            Arrays.stream(test).mapToObj(row -> features.rows()[row]).toArray(double[][]::new),
            Arrays.stream(test).mapToDouble(row -> targets[row]).toArray(), testPositions, note);
    }

    /**
     * @param reducer makes rows of few numbers of rows of features
     * @return the same split with the reduced rows
     */
    SplitRows reduced(final UnaryOperator<double[][]> reducer) {
        return new SplitRows(split, reducer.apply(training), trainingTargets, originals, reducer.apply(test),
            testTargets,
            testPositions, note);
    }

    private static String note(final Split split, final FeatureTable features) {
        final var rows = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test())).sorted();
        final var reasons = rows.mapToObj(row -> features.problems()[row]).filter(Objects::nonNull).toList();
        return reasons.isEmpty() ? ""
            : reasons.size() + " of " + (split.train().length + split.test().length)
                + " spectra are left out. The first: " + reasons.get(0);
    }
}

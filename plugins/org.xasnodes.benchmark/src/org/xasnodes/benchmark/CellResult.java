package org.xasnodes.benchmark;

import org.xasnodes.core.evaluate.Split;

/**
 * What one model made of one split.
 *
 * @param feature what the spectra were turned into
 * @param reducer what made few numbers of it
 * @param model what was trained
 * @param split which rows were on which side
 * @param train the metrics on the training rows (without shifted copies), in the order of {@link Metric#of}; null if
 *            the cell failed
 * @param test the metrics on the test rows; null if the cell failed
 * @param predictions for each test row of the split the predicted class or number, NaN if its features cannot be made;
 *            null if the cell failed
 * @param seconds how long training and predicting took, without features and reducer
 * @param note why the cell failed, or what the user should know; empty if nothing
 */
public record CellResult(FeatureKind feature, ReducerKind reducer, ModelKind model, Split split, double[] train,
    double[] test, double[] predictions, double seconds, String note) {

    /** @return whether there are no scores */
    public boolean failed() {
        return test == null;
    }

    /** @return whether the split is that of {@link Benchmark#transfer} */
    public boolean isTransfer() {
        return split.repeat() == Benchmark.TRANSFER;
    }
}

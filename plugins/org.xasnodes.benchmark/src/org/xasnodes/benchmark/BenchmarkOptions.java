package org.xasnodes.benchmark;

import java.util.List;

/**
 * What is compared.
 *
 * @param features at least one
 * @param reducers at least one
 * @param dimensions how many values a reducer makes of a row, at least 1
 * @param models at least one
 * @param augmentation shifted copies among the training rows
 * @param seed of all random numbers
 * @param threads at most so many are used, at least 1; each needs memory for one reducer or model at a time
 */
public record BenchmarkOptions(List<FeatureKind> features, List<ReducerKind> reducers, int dimensions,
    List<ModelKind> models, Augmentation augmentation, long seed, int threads) {

    /** @throws IllegalArgumentException if a list is empty or a number too small */
    public BenchmarkOptions {
        features = List.copyOf(features);
        reducers = List.copyOf(reducers);
        models = List.copyOf(models);
        if (features.isEmpty() || reducers.isEmpty() || models.isEmpty()) {
            throw new IllegalArgumentException("Choose at least one feature, one reducer (or none) and one model.");
        }
        if (dimensions < 1 || threads < 1) {
            throw new IllegalArgumentException(dimensions + " dimensions and " + threads
                + " threads: both must be at least 1.");
        }
    }
}

package org.xasnodes.benchmark;

import java.util.Arrays;

import org.xasnodes.core.util.ProgressMonitor;

import weka.classifiers.Classifier;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.meta.AdditiveRegression;
import weka.classifiers.meta.LogitBoost;
import weka.classifiers.trees.REPTree;

/**
 * Gradient boosting with Weka, configured like scikit-learn's GradientBoosting: 100 rounds of regression trees of depth
 * 3, rate 0.1, all rows and all features in each round, started from the mean or the shares of the classes.
 * <p>
 * Numbers: {@link AdditiveRegression} fits each tree to the residuals, which is the same algorithm; trees differ only
 * where two splits are equally good (scikit-learn chooses by an improved criterion, "friedman_mse"). Targets are scaled
 * to standard deviation 1, since some of Weka's limits are absolute. Classes: {@link LogitBoost} (J. Friedman, T.
 * Hastie, R. Tibshirani, Annals of Statistics 28, 337, 2000, <a href="https://doi.org/10.1214/aos/1016218223">doi
 * 10.1214/aos/1016218223</a>) fits one tree for each class and round to weighted Newton steps, where scikit-learn fits
 * to the plain gradient and takes the Newton step in the leaves only. Cost O(rounds classes p n log n).
 */
final class BoostingLearner {

    private static final int ROUNDS = 100;

    private static final int DEPTH = 3;

    private static final double RATE = 0.1;

    private BoostingLearner() {
    }

    static Model fit(final TrainingRows training, final long seed, final ProgressMonitor progress) {
        if (training.areClasses()) {
            final var data = new WekaRows(training, training.targets());
            final var boost = new LogitBoost();
            boost.setUseEstimatedPriors(true);
            boost.setShrinkage(RATE);
            boost.setNumIterations(ROUNDS);
            boost.setClassifier(tree());
            boost.setSeed((int)seed);
            grow(boost, data, progress);
            return rows -> data.predictions(boost, rows);
        }
        final var scaling = Scaling.ofColumn(training.targets());
        final var data = new WekaRows(training, Arrays.stream(training.targets()).map(scaling::apply).toArray());
        final var boost = new AdditiveRegression();
        boost.setShrinkage(RATE);
        boost.setNumIterations(ROUNDS);
        boost.setClassifier(tree());
        grow(boost, data, progress);
        return rows -> {
            final var predictions = data.predictions(boost, rows);
            for (int i = 0; i < predictions.length; i++) {
                predictions[i] = scaling.restored(predictions[i]);
            }
            return predictions;
        };
    }

    private static Classifier tree() {
        final var tree = new REPTree();
        tree.setMaxDepth(DEPTH);
        tree.setNoPruning(true);
        tree.setMinNum(1);
        tree.setMinVarianceProp(0);
        return tree;
    }

    private static <T extends Classifier & IterativeClassifier> void grow(final T boost, final WekaRows data,
        final ProgressMonitor progress) {
        WekaRows.run(() -> {
            boost.initializeClassifier(data.training());
            for (int round = 0; round < ROUNDS; round++) {
                progress.update((double)round / ROUNDS, "Gradient boosting");
                if (!boost.next()) {
                    break;
                }
            }
            boost.done();
            return null;
        });
    }
}

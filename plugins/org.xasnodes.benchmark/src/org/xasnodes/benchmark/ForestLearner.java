package org.xasnodes.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.xasnodes.core.util.ProgressMonitor;

import weka.classifiers.Classifier;
import weka.classifiers.trees.RandomForest;
import weka.classifiers.trees.RandomTree;

/**
 * A random forest with Weka: 100 trees, each grown on a bootstrap sample of the rows. Each split looks at the square
 * root of the number of features for classes and at all features for numbers, scikit-learn's defaults, and a node of
 * fewer than 10 rows is not split.
 * <p>
 * Unlike scikit-learn with min_samples_leaf = 5, a leaf of fewer than 5 rows can come about, since Weka limits the node
 * that is split and not the leaves; splits go by the gain of information instead of Gini's index for classes. The class
 * is that of the largest mean share over the trees, as in scikit-learn. Targets that are numbers are scaled to standard
 * deviation 1, since some of Weka's limits are absolute. Cost O(trees f n log(n)^2) for f features a split.
 */
final class ForestLearner {

    private static final int TREES = 100;

    /** Weka grows so many without looking whether the user has cancelled. */
    private static final int TREES_AT_ONCE = 2;

    private static final int LEAF_ROWS = 5;

    private ForestLearner() {
    }

    static Model fit(final TrainingRows training, final long seed, final ProgressMonitor progress) {
        final var scaling = training.areClasses() ? null : Scaling.ofColumn(training.targets());
        final var data = new WekaRows(training, training.areClasses() ? training.targets()
            : Arrays.stream(training.targets()).map(scaling::apply).toArray());
        final var random = new Random(seed);
        final var parts = new ArrayList<Classifier>();
        for (int trees = 0; trees < TREES; trees += TREES_AT_ONCE) {
            progress.update((double)trees / TREES, "Random forest");
            final var forest = forest(training, random.nextInt());
            WekaRows.run(() -> {
                forest.buildClassifier(data.training());
                return null;
            });
            parts.add(forest);
        }
        return training.areClasses() ? rows -> classes(data, parts, rows, training.classes())
            : rows -> means(data, parts, rows, scaling);
    }

    private static RandomForest forest(final TrainingRows training, final int seed) {
        final var forest = new RandomForest();
        forest.setNumIterations(TREES_AT_ONCE);
        forest.setNumFeatures(training.areClasses() ? (int)Math.sqrt(training.features()) : training.features());
        forest.setSeed(seed);
        final var tree = (RandomTree)forest.getClassifier();
        tree.setMinNum(LEAF_ROWS);
        tree.setMinVarianceProp(0);
        return forest;
    }

    private static double[] means(final WekaRows data, final List<Classifier> parts, final double[][] rows,
        final Scaling scaling) {
        final var means = new double[rows.length];
        for (final var part : parts) {
            final var predictions = data.predictions(part, rows);
            for (int i = 0; i < rows.length; i++) {
                means[i] += predictions[i] / parts.size();
            }
        }
        for (int i = 0; i < rows.length; i++) {
            means[i] = scaling.restored(means[i]);
        }
        return means;
    }

    private static double[] classes(final WekaRows data, final List<Classifier> parts, final double[][] rows,
        final int classes) {
        final var predictions = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            final var instance = data.unknown(rows[i]);
            final var shares = new double[classes];
            for (final var part : parts) {
                final var votes = WekaRows.run(() -> part.distributionForInstance(instance));
                for (int c = 0; c < classes; c++) {
                    shares[c] += votes[c];
                }
            }
            for (int c = 1; c < classes; c++) {
                if (shares[c] > shares[(int)predictions[i]]) {
                    predictions[i] = c;
                }
            }
        }
        return predictions;
    }
}

package org.xasnodes.benchmark;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * Linear regression with a penalty on large weights: the <code>w</code>, <code>b</code> that minimise
 * <code>sum (y - x.w - b)^2 + alpha |w|^2</code> with alpha = 1, from the normal equations
 * <code>(X'X + alpha I) w = X'y</code> by Cholesky's decomposition. For classes one such regression for each class with
 * targets +1 (of this class) and -1, and the class with the largest answer, as scikit-learn's RidgeClassifier.
 * <p>
 * Features are scaled to standard deviation 1 first, so that alpha means the same for each of them; scikit-learn's
 * Ridge behind a StandardScaler gives the same numbers. Not Weka's LinearRegression: that one calls the native BLAS of
 * the machine where it finds one, so that results would differ between machines, and has no classes. Cost O(n p^2 +
 * p^3) for n rows of p features.
 */
final class RidgeLearner {

    private static final double ALPHA = 1;

    private RidgeLearner() {
    }

    static Model fit(final TrainingRows training, final ProgressMonitor progress) {
        final var scaling = new Scaling(training.rows());
        final var rows = scaling.apply(training.rows());
        final var features = training.features();
        final var solver = new CholeskyDecomposition(new Array2DRowRealMatrix(penalised(rows, features, progress),
            false),
            Double.POSITIVE_INFINITY, 0).getSolver(); // symmetric by construction
        final var outputs = training.areClasses() ? training.classes() : 1;
        final var rightHand = new double[features][outputs];
        final var offsets = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            final var targets = training.areClasses() ? signs(training.targets(), k) : training.targets();
            for (final var target : targets) {
                offsets[k] += target / targets.length;
            }
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < features; j++) {
                    rightHand[j][k] += rows[i][j] * (targets[i] - offsets[k]);
                }
            }
        }
        final var weights = solver.solve(new Array2DRowRealMatrix(rightHand, false)).transpose().getData();
        return test -> predictions(scaling.apply(test), weights, offsets, training.areClasses());
    }

    /** @return X'X + alpha I */
    private static double[][] penalised(final double[][] rows, final int features, final ProgressMonitor progress) {
        final var matrix = new double[features][features];
        for (int i = 0; i < rows.length; i++) {
            progress.update((double)i / rows.length, "Ridge");
            final var row = rows[i];
            for (int j = 0; j < features; j++) {
                final var sums = matrix[j];
                for (int k = 0; k <= j; k++) {
                    sums[k] += row[j] * row[k];
                }
            }
        }
        for (int j = 0; j < features; j++) {
            for (int k = 0; k < j; k++) {
                matrix[k][j] = matrix[j][k];
            }
            matrix[j][j] += ALPHA;
        }
        return matrix;
    }

    private static double[] signs(final double[] classes, final int positive) {
        final var signs = new double[classes.length];
        for (int i = 0; i < classes.length; i++) {
            signs[i] = classes[i] == positive ? 1 : -1;
        }
        return signs;
    }

    private static double[] predictions(final double[][] rows, final double[][] weights, final double[] offsets,
        final boolean classes) {
        final var predictions = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            var largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < offsets.length; k++) {
                var answer = offsets[k];
                for (int j = 0; j < rows[i].length; j++) {
                    answer += weights[k][j] * rows[i][j];
                }
                if (answer > largest) {
                    largest = answer;
                    predictions[i] = classes ? k : answer;
                }
            }
        }
        return predictions;
    }
}

package org.xasnodes.core.evaluate;

/**
 * How well predictions agree with the truth, defined as in scikit-learn. Pure functions of two arrays of the same
 * length, at least 1.
 */
public final class Scores {

    private Scores() {
    }

    /**
     * @param truth the true classes, as numbers
     * @param predicted the predicted classes
     * @return the part of the rows whose class is right
     */
    public static double accuracy(final double[] truth, final double[] predicted) {
        requireRows(truth, predicted);
        var right = 0;
        for (int i = 0; i < truth.length; i++) {
            right += truth[i] == predicted[i] ? 1 : 0;
        }
        return (double)right / truth.length;
    }

    /**
     * @param truth the true classes, from 0 to classes - 1
     * @param predicted the predicted classes
     * @param classes how many classes there are
     * @return the mean, over the classes that occur in truth, of the part of their rows whose class is right: unlike
     *         {@link #accuracy} it does not praise a model that always says the most frequent class
     */
    public static double balancedAccuracy(final double[] truth, final double[] predicted, final int classes) {
        requireRows(truth, predicted);
        final var rows = new int[classes];
        final var right = new int[classes];
        for (int i = 0; i < truth.length; i++) {
            rows[(int)truth[i]]++;
            right[(int)truth[i]] += truth[i] == predicted[i] ? 1 : 0;
        }
        var sum = 0.0;
        var present = 0;
        for (int c = 0; c < classes; c++) {
            if (rows[c] > 0) {
                sum += (double)right[c] / rows[c];
                present++;
            }
        }
        return sum / present;
    }

    /**
     * @param truth the true values
     * @param predicted the predicted values
     * @return the root of the mean squared difference, in units of the values
     */
    public static double rmse(final double[] truth, final double[] predicted) {
        return Math.sqrt(squares(truth, predicted) / truth.length);
    }

    /**
     * @param truth the true values
     * @param predicted the predicted values
     * @return the mean absolute difference, in units of the values
     */
    public static double meanAbsoluteError(final double[] truth, final double[] predicted) {
        requireRows(truth, predicted);
        var sum = 0.0;
        for (int i = 0; i < truth.length; i++) {
            sum += Math.abs(truth[i] - predicted[i]);
        }
        return sum / truth.length;
    }

    /**
     * The coefficient of determination: 1 is perfect, 0 is as good as the mean of the true values, below is worse.
     *
     * @param truth the true values
     * @param predicted the predicted values
     * @return 1 - sum of squared differences / sum of squared distances of the truth from its mean. If all true values
     *         are equal, 1 where every prediction is right and else 0. NaN for a single row
     */
    public static double r2(final double[] truth, final double[] predicted) {
        final var residual = squares(truth, predicted);
        if (truth.length < 2) {
            return Double.NaN;
        }
        var mean = 0.0;
        for (final var value : truth) {
            mean += value / truth.length;
        }
        var total = 0.0;
        for (final var value : truth) {
            total += (value - mean) * (value - mean);
        }
        if (allEqual(truth)) { // the mean is rounded, so that the total need not be exactly 0
            return residual == 0 ? 1 : 0;
        }
        return 1 - residual / total;
    }

    private static boolean allEqual(final double[] values) {
        for (final var value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private static double squares(final double[] truth, final double[] predicted) {
        requireRows(truth, predicted);
        var sum = 0.0;
        for (int i = 0; i < truth.length; i++) {
            final var difference = truth[i] - predicted[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static void requireRows(final double[] truth, final double[] predicted) {
        if (truth.length == 0 || truth.length != predicted.length) {
            throw new IllegalArgumentException(truth.length + " true values, " + predicted.length + " predictions.");
        }
    }
}

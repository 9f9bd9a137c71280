package org.xasnodes.core.evaluate;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of the scores of several folds and its 95 % confidence interval <code>mean +/- t s / sqrt(n)</code>, with
 * the sample standard deviation s (divided by n - 1) and the 97.5 % quantile t of Student's distribution with n - 1
 * degrees of freedom.
 * <p>
 * The formula takes the scores for independent. Those of folds are not: any two folds share most of their training
 * rows, so the true interval is wider (Y. Bengio, Y. Grandvalet, "No unbiased estimator of the variance of K-fold
 * cross-validation", JMLR 5, 1089, 2004). Read it as the spread between folds, not as a test of significance.
 *
 * @param mean the mean, NaN if there is no score
 * @param low lower end of the interval, NaN with fewer than two scores
 * @param high upper end of the interval, NaN with fewer than two scores
 * @param count how many scores
 */
public record MeanInterval(double mean, double low, double high, int count) {

    private static final double UPPER_QUANTILE = 0.975;

    /**
     * @param scores one score a fold; those that are NaN do not count
     * @return their mean and interval
     */
    public static MeanInterval of(final double... scores) {
        var count = 0;
        var sum = 0.0;
        for (final var score : scores) {
            if (!Double.isNaN(score)) {
                sum += score;
                count++;
            }
        }
        final var mean = sum / count; // NaN for 0 / 0
        if (count < 2) {
            return new MeanInterval(mean, Double.NaN, Double.NaN, count);
        }
        var squares = 0.0;
        for (final var score : scores) {
            squares += Double.isNaN(score) ? 0 : (score - mean) * (score - mean);
        }
        final var half = new TDistribution(count - 1).inverseCumulativeProbability(UPPER_QUANTILE)
            * Math.sqrt(squares / (count - 1) / count);
        return new MeanInterval(mean, mean - half, mean + half, count);
    }

    /**
     * @param least the least value that a score can have
     * @param most the largest
     * @return the same mean, with the interval cut off where no score can be
     */
    public MeanInterval within(final double least, final double most) {
        return new MeanInterval(mean, Math.max(least, low), Math.min(most, high), count);
    }
}

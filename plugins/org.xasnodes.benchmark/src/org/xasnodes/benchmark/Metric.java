package org.xasnodes.benchmark;

import java.util.List;

import org.xasnodes.core.evaluate.MeanInterval;
import org.xasnodes.core.evaluate.Scores;

/** What tells how good predictions are. */
public enum Metric {

    /** @see Scores#accuracy */
    ACCURACY("accuracy", true, 0, 1) {
        @Override
        double of(final double[] truth, final double[] predicted, final int classes) {
            return Scores.accuracy(truth, predicted);
        }
    },

    /** @see Scores#balancedAccuracy */
    BALANCED_ACCURACY("balanced accuracy", true, 0, 1) {
        @Override
        double of(final double[] truth, final double[] predicted, final int classes) {
            return Scores.balancedAccuracy(truth, predicted, classes);
        }
    },

    /** @see Scores#rmse */
    RMSE("RMSE", false, 0, Double.POSITIVE_INFINITY) {
        @Override
        double of(final double[] truth, final double[] predicted, final int classes) {
            return Scores.rmse(truth, predicted);
        }
    },

    /** @see Scores#meanAbsoluteError */
    MAE("MAE", false, 0, Double.POSITIVE_INFINITY) {
        @Override
        double of(final double[] truth, final double[] predicted, final int classes) {
            return Scores.meanAbsoluteError(truth, predicted);
        }
    },

    /** @see Scores#r2 */
    R2("R2", true, Double.NEGATIVE_INFINITY, 1) {
        @Override
        double of(final double[] truth, final double[] predicted, final int classes) {
            return Scores.r2(truth, predicted);
        }
    };

    private static final List<Metric> OF_CLASSES = List.of(ACCURACY, BALANCED_ACCURACY);

    private static final List<Metric> OF_NUMBERS = List.of(RMSE, MAE, R2);

    private final String m_label;

    private final boolean m_moreIsBetter;

    private final double m_least;

    private final double m_most;

    Metric(final String label, final boolean moreIsBetter, final double least, final double most) {
        m_label = label;
        m_moreIsBetter = moreIsBetter;
        m_least = least;
        m_most = most;
    }

    /**
     * @param classes whether the target is a class
     * @return the metrics for such a target
     */
    public static List<Metric> of(final boolean classes) {
        return classes ? OF_CLASSES : OF_NUMBERS;
    }

    /** @return the name in tables and pictures */
    public String label() {
        return m_label;
    }

    /** @return whether a larger value is better than a smaller one */
    public boolean moreIsBetter() {
        return m_moreIsBetter;
    }

    /**
     * @param scores of several folds
     * @return their mean and its interval, which ends where no score can be
     */
    MeanInterval mean(final double[] scores) {
        return MeanInterval.of(scores).within(m_least, m_most);
    }

    abstract double of(double[] truth, double[] predicted, int classes);
}

package org.xasnodes.core.network;

import java.util.Arrays;

/**
 * How training went: losses as {@link Output} defines them, means over rows, without the penalty on the weights.
 * Immutable.
 */
public final class LossHistory {

    private final double[] m_training;

    private final double[] m_validation;

    private final int m_bestEpoch;

    /**
     * @param training the loss of each epoch, each batch's taken before the step that it led to
     * @param validation the loss on the validation rows after each epoch, not-a-number if there are none; as many
     * @param bestEpoch the epoch, from 1, whose weights the network has
     * @throws IllegalArgumentException if these do not fit each other
     */
    public LossHistory(final double[] training, final double[] validation, final int bestEpoch) {
        if (training.length != validation.length || bestEpoch < 1 || bestEpoch > training.length) {
            throw new IllegalArgumentException("Losses of " + training.length + " and " + validation.length
                + " epochs do not fit a best epoch " + bestEpoch + ".");
        }
        m_training = training.clone();
        m_validation = validation.clone();
        m_bestEpoch = bestEpoch;
    }

    /** @return the number of epochs run */
    public int epochs() {
        return m_training.length;
    }

    /** @return the loss of each epoch, each batch's taken before the step that it led to; a copy */
    public double[] training() {
        return m_training.clone();
    }

    /** @return the loss on the validation rows after each epoch, not-a-number if there are none; a copy */
    public double[] validation() {
        return m_validation.clone();
    }

    /** @return the epoch, from 1, whose weights the network has */
    public int bestEpoch() {
        return m_bestEpoch;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof LossHistory history && m_bestEpoch == history.m_bestEpoch
            && Arrays.equals(m_training, history.m_training) && Arrays.equals(m_validation, history.m_validation);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(m_training) + m_bestEpoch;
    }
}

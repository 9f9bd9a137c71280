package org.xasnodes.core.network;

/**
 * How a network is trained: in each epoch all rows come once, in a new random order, in batches, each of which leads
 * to one step of the method Adam.
 *
 * @param maxEpochs the number of epochs, if training does not stop early; from 1 to 1,000,000
 * @param batchSize the number of rows of a batch, at least 1; all rows if there are fewer
 * @param learningRate size of the first steps, above 0: about so much a weight changes in a step. It falls to 0 over
 *            <code>maxEpochs</code> as half a period of a cosine, which ends nearer to the minimum than steady steps do
 * @param alpha weight of the penalty on large weights, at least 0: to the loss of each batch, a sum over its rows,
 *            <code>alpha / 2</code> times the sum of the squares of all weights is added, biases not counted, as
 *            scikit-learn's MLP does
 * @param validationShare the part of the rows, at least 0 and below 1, that is not trained with but tells when to
 *             stop; if above 0, at least one row, and the network gets the weights of the epoch with the least loss
 *             on them
 * @param patience training stops after so many epochs in a row in which the loss was not by more than
 *            <code>tolerance</code> less than the least before: the validation rows' loss, or without them the training
 *            loss; 0: never
 * @param tolerance see there; at least 0
 * @param seed of first weights, validation rows and order of rows
 */
public record TrainingOptions(int maxEpochs, int batchSize, double learningRate, double alpha, double validationShare,
    int patience, double tolerance, long seed) {

    /**
     * 300 epochs, all of them, without validation rows; batches of 200 rows, a learning rate of 0.005 and a penalty of
     * 1e-4.
     */
    public static final TrainingOptions DEFAULTS = new TrainingOptions(300, 200, 0.005, 1e-4, 0, 0, 0, 1);

    private static final int MOST_EPOCHS = 1_000_000;

    /** @throws IllegalArgumentException if a number is outside its range; the message names it */
    public TrainingOptions {
        atLeast("The number of epochs", maxEpochs, 1);
        if (maxEpochs > MOST_EPOCHS) {
            throw new IllegalArgumentException("The number of epochs must be at most " + MOST_EPOCHS + ", not "
                + maxEpochs + ".");
        }
        atLeast("The batch size", batchSize, 1);
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The learning rate must be above 0 and finite, not " + learningRate
                + ".");
        }
        atLeast("The penalty on large weights", alpha, 0);
        if (!(validationShare >= 0 && validationShare < 1)) {
            throw new IllegalArgumentException("The share of validation rows must be at least 0 and below 1, not "
                + validationShare + ".");
        }
        atLeast("The patience", patience, 0);
        atLeast("The tolerance", tolerance, 0);
    }

    /**
     * @param rows the number of rows given
     * @return how many of them are kept for validation
     */
    public int validationRows(final int rows) {
        return validationShare == 0 ? 0 : Math.max(1, (int)Math.round(validationShare * rows));
    }

    /**
     * @param value the number of epochs
     * @return these options with it
     */
    public TrainingOptions withMaxEpochs(final int value) {
        return new TrainingOptions(value, batchSize, learningRate, alpha, validationShare, patience, tolerance, seed);
    }

    /**
     * @param value the number of rows of a batch
     * @return these options with it
     */
    public TrainingOptions withBatchSize(final int value) {
        return new TrainingOptions(maxEpochs, value, learningRate, alpha, validationShare, patience, tolerance, seed);
    }

    /**
     * @param value the learning rate at the start
     * @return these options with it
     */
    public TrainingOptions withLearningRate(final double value) {
        return new TrainingOptions(maxEpochs, batchSize, value, alpha, validationShare, patience, tolerance, seed);
    }

    /**
     * @param share part of the rows
     * @param epochs the patience
     * @return these options with validation rows and early stopping
     */
    public TrainingOptions withEarlyStopping(final double share, final int epochs) {
        return new TrainingOptions(maxEpochs, batchSize, learningRate, alpha, share, epochs, tolerance, seed);
    }

    /**
     * @param value the seed
     * @return these options with it
     */
    public TrainingOptions withSeed(final long value) {
        return new TrainingOptions(maxEpochs, batchSize, learningRate, alpha, validationShare, patience, tolerance,
            value);
    }

    /** A whole number is given without decimals in the message. */
    private static void atLeast(final String what, final int value, final int least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " must be at least " + least + ", not " + value + ".");
        }
    }

    private static void atLeast(final String what, final double value, final int least) {
        if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be finite and at least " + least + ", not " + value + ".");
        }
    }
}

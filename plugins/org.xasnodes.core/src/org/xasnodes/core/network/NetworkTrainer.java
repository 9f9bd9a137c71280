package org.xasnodes.core.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.xasnodes.core.util.ProgressMonitor;
import org.xasnodes.core.util.SplitMix64;

/**
 * Trains a {@link DenseNetwork} by backpropagation and {@link Adam}, from random weights of Glorot and Bengio. Same
 * input and seed, same bits on any number of threads: each batch is cut into slices of a fixed size, and their
 * gradients are added up in order. Differs from scikit-learn's MLP in that the learning rate falls to 0, see {@link
 * TrainingOptions}. Cost O(epochs x rows x weights).
 */
public final class NetworkTrainer {

    private static final int WEIGHTS = 0;

    private static final int VALIDATION = 1;

    private static final int ORDER = 2;

    private final TrainingOptions m_options;

    private final double[][] m_rows;

    private final double[][] m_targets;

    private final Parameters m_parameters;

    private final Adam m_adam;

    /** Numbers of the rows trained with, in the order of the epoch. */
    private final int[] m_training;

    private final int[] m_validation;

    private final int m_batch;

    private final BackwardPass[] m_passes;

    /** The sum of losses of each slice. */
    private final double[] m_losses;

    private NetworkTrainer(final NetworkLayout layout, final double[][] rows, final double[][] targets,
        final TrainingOptions options) {
        m_options = options;
        m_rows = rows;
        m_targets = targets;
        m_parameters = Parameters.glorot(layout, SplitMix64.of(options.seed(), WEIGHTS));
        m_adam = new Adam(layout, m_parameters, options.alpha());
        m_validation = validationRows(rows.length, options);
        m_training = IntStream.range(0, rows.length)
            .filter(i -> Arrays.binarySearch(m_validation, i) < 0).toArray();
        m_batch = Math.min(options.batchSize(), m_training.length);
        final var slices = ForwardPass.slices(m_batch);
        m_passes = new BackwardPass[slices];
        Arrays.setAll(m_passes, i -> new BackwardPass(layout, m_parameters));
        m_losses = new double[slices];
    }

    /**
     * @param layout the layers
     * @param rows inputs, at least one row and one more for each validation row; finite, and best of mean 0 and
     *             standard deviation 1 in each column; left unchanged
     * @param targets for each row the numbers that should come out, or the probabilities of the classes: 1 for the
     *             row's class, 0 for the others; left unchanged
     * @param options how to train
     * @param threads at most so many are used, at least 1; the result does not depend on it
     * @param progress is told of each epoch
     * @return the network and its losses
     * @throws TrainingException if there are too few rows, or the loss is not finite
     * @throws IllegalArgumentException if rows and targets are not as many, or do not fit the layout
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static TrainedNetwork fit(final NetworkLayout layout, final double[][] rows, final double[][] targets,
        final TrainingOptions options, final int threads, final ProgressMonitor progress) throws TrainingException {
        check(layout, rows, targets);
        final var validation = options.validationRows(rows.length);
        if (rows.length - validation < 1) {
            throw new TrainingException("There are no rows to train with: " + rows.length + " rows are given, and "
                + validation + " of them are kept for validation. Give more rows, or switch early stopping off.");
        }
        final var trainer = new NetworkTrainer(layout, rows, targets, options);
        try (var crew = new Crew(Math.min(threads, trainer.m_passes.length))) {
            return trainer.run(crew, progress, layout);
        }
    }

    /** The numbers of the rows kept for validation, in ascending order. */
    static int[] validationRows(final int rows, final TrainingOptions options) {
        final var shuffled = IntStream.range(0, rows).toArray();
        shuffle(shuffled, SplitMix64.of(options.seed(), VALIDATION));
        final var validation = Arrays.copyOf(shuffled, options.validationRows(rows));
        Arrays.sort(validation);
        return validation;
    }

    private static void check(final NetworkLayout layout, final double[][] rows, final double[][] targets) {
        if (rows.length != targets.length) {
            throw new IllegalArgumentException(rows.length + " rows do not fit " + targets.length + " targets.");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != layout.inputs() || targets[i].length != layout.outputs()) {
                throw new IllegalArgumentException("Row " + (i + 1) + " has " + rows[i].length + " inputs and "
                    + targets[i].length + " targets instead of " + layout.inputs() + " and " + layout.outputs() + ".");
            }
        }
    }

    private TrainedNetwork run(final Crew crew, final ProgressMonitor progress, final NetworkLayout layout)
        throws TrainingException {
        final var epochs = m_options.maxEpochs();
        final var training = new double[epochs];
        final var validation = new double[epochs];
        final var random = SplitMix64.of(m_options.seed(), ORDER);
        final var patience = new Patience(m_options.patience(), m_options.tolerance());
        var best = m_parameters;
        var bestEpoch = 0;
        var done = 0;
        progress.update(0, "Training");
        while (done < epochs && !patience.isOver()) {
            training[done] = trainEpoch(crew, random, done);
            validation[done] = validationLoss(crew);
            final var loss = m_validation.length > 0 ? validation[done] : training[done];
            done++;
            checkLoss(training[done - 1] + loss, done);
            if (patience.isLeast(loss) && m_validation.length > 0) {
                best = m_parameters.copy();
                bestEpoch = done;
            }
            progress.update((double)done / epochs, message(done, loss));
        }
        return new TrainedNetwork(new DenseNetwork(layout, best), new LossHistory(Arrays.copyOf(training, done),
            Arrays.copyOf(validation, done), m_validation.length > 0 ? bestEpoch : done));
    }

    private String message(final int epoch, final double loss) {
        return String.format(Locale.ROOT, "Epoch %d of %d, loss %.4g", epoch, m_options.maxEpochs(), loss);
    }

    private void checkLoss(final double loss, final int epoch) throws TrainingException {
        if (!Double.isFinite(loss)) {
            throw new TrainingException("The loss is no longer a finite number after epoch " + epoch + " of "
                + m_options.maxEpochs() + ". Lower the learning rate (now " + m_options.learningRate()
                + ") or check the scale of the features and targets.");
        }
    }

    /** One step for each batch; returns the mean loss of the rows. */
    private double trainEpoch(final Crew crew, final SplitMix64 random, final int epoch) {
        shuffle(m_training, random);
        final var rows = m_training.length;
        var sum = 0.0;
        for (int from = 0; from < rows; from += m_batch) {
            final var to = Math.min(rows, from + m_batch);
            sum += batch(crew, m_training, from, to, true);
            m_adam.step(m_passes, ForwardPass.slices(to - from), to - from,
                rate((epoch + (double)from / rows) / m_options.maxEpochs()));
        }
        return sum / rows;
    }

    /** The sum of the losses of so many rows, if desired with their gradients. */
    private double batch(final Crew crew, final int[] order, final int from, final int to, final boolean gradient) {
        final var slices = ForwardPass.slices(to - from);
        crew.run(slices, slice -> {
            final var first = from + slice * ForwardPass.SLICE;
            final var end = Math.min(to, first + ForwardPass.SLICE);
            m_losses[slice] = gradient ? m_passes[slice].run(m_rows, m_targets, order, first, end)
                : m_passes[slice].loss(m_rows, m_targets, order, first, end);
        });
        var sum = 0.0;
        for (int s = 0; s < slices; s++) {
            sum += m_losses[s];
        }
        return sum;
    }

    /** The learning rate when a part of all epochs is done. */
    private double rate(final double part) {
        return m_options.learningRate() * 0.5 * (1 + StrictMath.cos(Math.PI * part));
    }

    private double validationLoss(final Crew crew) {
        final var rows = m_validation.length;
        if (rows == 0) {
            return Double.NaN;
        }
        var sum = 0.0;
        for (int from = 0; from < rows; from += m_batch) {
            sum += batch(crew, m_validation, from, Math.min(rows, from + m_batch), false);
        }
        return sum / rows;
    }

    /** R. Durstenfeld's shuffle. */
    private static void shuffle(final int[] numbers, final SplitMix64 random) {
        for (int i = numbers.length - 1; i > 0; i--) {
            final var j = random.nextInt(i + 1);
            final var swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
    }
}

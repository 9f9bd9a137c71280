package org.xasnodes.benchmark;

import java.util.List;

import org.xasnodes.core.network.Activation;
import org.xasnodes.core.network.NetworkLayout;
import org.xasnodes.core.network.NetworkTrainer;
import org.xasnodes.core.network.Output;
import org.xasnodes.core.network.TrainingException;
import org.xasnodes.core.network.TrainingOptions;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * A multi-layer perceptron: one hidden layer of units, trained by {@link NetworkTrainer}; classes by cross-entropy,
 * numbers by squared error. Features, and targets that are numbers, are scaled to standard deviation 1 first;
 * scikit-learn's MLPClassifier and MLPRegressor leave that to the user. Cost O(epochs n p units).
 */
final class PerceptronLearner {

    private static final int UNITS = 64;

    private static final TrainingOptions OPTIONS = TrainingOptions.DEFAULTS.withMaxEpochs(100);

    private PerceptronLearner() {
    }

    static Model fit(final TrainingRows training, final long seed, final ProgressMonitor progress)
        throws CellException {
        final var scaling = new Scaling(training.rows());
        final var targetScaling = training.areClasses() ? null : Scaling.ofColumn(training.targets());
        final var outputs = training.areClasses() ? training.classes() : 1;
        final var targets = new double[training.targets().length][outputs];
        for (int i = 0; i < targets.length; i++) {
            if (training.areClasses()) {
                targets[i][(int)training.targets()[i]] = 1;
            } else {
                targets[i][0] = targetScaling.apply(training.targets()[i]);
            }
        }
        final var layout = new NetworkLayout(List.of(training.features(), UNITS, outputs), List.of(Activation.TANH),
            training.areClasses() ? Output.SOFTMAX : Output.IDENTITY);
        try {
            final var network = NetworkTrainer.fit(layout, scaling.apply(training.rows()), targets,
                OPTIONS.withSeed(seed), 1,
                progress).network();
            return rows -> {
                final var predictions = new double[rows.length];
                final var answers = network.predict(scaling.apply(rows), 1, progress);
                for (int i = 0; i < rows.length; i++) {
                    predictions[i] = training.areClasses() ? largest(answers[i])
                        : targetScaling.restored(answers[i][0]);
                }
                return predictions;
            };
        } catch (final TrainingException e) {
            throw new CellException(e.getMessage());
        }
    }

    private static int largest(final double[] values) {
        var largest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}

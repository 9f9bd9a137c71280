package org.xasnodes.benchmark;

import java.util.Arrays;

/**
 * The model that looks at nothing: it predicts the most frequent class of the training rows (the first of several), or
 * their mean. What a real model must beat.
 */
final class DummyLearner {

    private DummyLearner() {
    }

    static Model fit(final TrainingRows training) {
        final var answer = training.areClasses() ? mostFrequent(training)
            : Arrays.stream(training.targets()).average().orElseThrow();
        return rows -> {
            final var predictions = new double[rows.length];
            Arrays.fill(predictions, answer);
            return predictions;
        };
    }

    private static double mostFrequent(final TrainingRows training) {
        final var counts = new int[training.classes()];
        for (final var target : training.targets()) {
            counts[(int)target]++;
        }
        var best = 0;
        for (int c = 1; c < counts.length; c++) {
            if (counts[c] > counts[best]) {
                best = c;
            }
        }
        return best;
    }
}

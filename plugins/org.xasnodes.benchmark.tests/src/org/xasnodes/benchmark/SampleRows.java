package org.xasnodes.benchmark;

import org.xasnodes.core.util.SplitMix64;

/**
 * Made-up rows that a model can learn from: three numbers in [0, 1), the first two of which decide about the target.
 */
final class SampleRows {

    private SampleRows() {
    }

    /**
     * @param rows how many
     * @param classes whether the target is a class (0, 1 or 2) or a number
     * @return the rows
     */
    static TrainingRows of(final int rows, final boolean classes) {
        final var random = new SplitMix64(rows);
        final var features = new double[rows][3];
        final var targets = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < 3; j++) {
                features[i][j] = random.nextDouble();
            }
            final var sum = features[i][0] + 2 * features[i][1];
            targets[i] = classes ? Math.floor(sum) : 8 + 0.01 * sum;
        }
        return new TrainingRows(features, targets, classes ? 3 : 0);
    }
}

package org.xasnodes.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.xasnodes.core.evaluate.Scores;
import org.xasnodes.core.util.ProgressMonitor;

class LearnersTest {

    private static final long SEED = 3;

    private static final TrainingRows TEST_CLASSES = SampleRows.of(401, true);

    private static final TrainingRows TEST_NUMBERS = SampleRows.of(401, false);

    private static double[] predictions(final ModelKind kind, final TrainingRows training, final double[][] rows)
        throws CellException {
        return kind.fit(training, SEED, ProgressMonitor.NONE).predict(rows);
    }

    private static double[][] copy(final double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DUMMY")
    void modelsLearnClasses(final ModelKind kind) throws CellException {
        final var predicted = predictions(kind, SampleRows.of(400, true), TEST_CLASSES.rows());
        // a linear model with one-vs-rest targets cannot find the middle of three classes well
        final var least = kind == ModelKind.RIDGE ? 0.7 : 0.9;
        final var accuracy = Scores.accuracy(TEST_CLASSES.targets(), predicted);
        assertTrue(accuracy > least, kind + ": " + accuracy);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DUMMY")
    void modelsLearnNumbersOfAnyScale(final ModelKind kind) throws CellException {
        final var predicted = predictions(kind, SampleRows.of(400, false), TEST_NUMBERS.rows());
        final var r2 = Scores.r2(TEST_NUMBERS.targets(), predicted);
        assertTrue(r2 > 0.97, kind + ": " + r2);
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesSameBitsAndTrainingRowsStay(final ModelKind kind) throws CellException {
        for (final var classes : new boolean[]{true, false}) {
            final var training = SampleRows.of(100, classes);
            final var rows = copy(training.rows());
            final var targets = training.targets().clone();
            final var first = predictions(kind, training, TEST_CLASSES.rows());
            assertArrayEquals(rows, training.rows());
            assertArrayEquals(targets, training.targets());
            assertArrayEquals(first, predictions(kind, training, TEST_CLASSES.rows()));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DUMMY")
    void askOftenWhetherTheUserHasCancelled(final ModelKind kind) {
        for (final var classes : new boolean[]{true, false}) {
            final var asked = new AtomicInteger();
            assertThrows(CancellationException.class, () -> kind.fit(SampleRows.of(200, classes), SEED,
                (part, message) -> {
                if (asked.incrementAndGet() > 20) {
                    throw new CancellationException();
                }
            }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void copeWithConstantFeaturesAndConstantTargets(final ModelKind kind) throws CellException {
        final var rows = new double[][]{{1, 0.1}, {2, 0.1}, {3, 0.1}, {4, 0.1}};
        final var predicted = predictions(kind, new TrainingRows(rows, new double[]{5, 5, 5, 5}, 0), rows);
        // a network only comes near
        assertArrayEquals(new double[]{5, 5, 5, 5}, predicted, kind == ModelKind.PERCEPTRON ? 0.1 : 1e-9);
    }

    @Test
    void dummySaysTheMostFrequentClassOrTheMean() throws CellException {
        final var rows = new double[4][1];
        assertArrayEquals(new double[]{1, 1, 1, 1},
            predictions(ModelKind.DUMMY, new TrainingRows(rows, new double[]{0, 1, 1, 2}, 3), rows));
        assertArrayEquals(new double[]{2.5, 2.5, 2.5, 2.5},
            predictions(ModelKind.DUMMY, new TrainingRows(rows, new double[]{1, 2, 3, 4}, 0), rows));
    }

    @Test
    void ridgeIsTheFormulaOnScaledFeatures() throws CellException {
        // x scaled: -1.5, -0.5, 0.5, 1.5 over sqrt(1.25); w = x.y / (x.x + 1) = sqrt(1.25) * 4 / 5 on y = x
        final var rows = new double[][]{{0}, {1}, {2}, {3}};
        final var predicted = predictions(ModelKind.RIDGE, new TrainingRows(rows, new double[]{0, 1, 2, 3}, 0), rows);
        assertArrayEquals(new double[]{0.3, 1.1, 1.9, 2.7}, predicted, 1e-15);
    }

    @Test
    void ridgeAgreesWithScikitLearn() throws CellException {
        // make_pipeline(StandardScaler(), Ridge()) and RidgeClassifier(), scikit-learn 1.2.1, of these rows
        final var rows = new double[][]{{1, 2, 0.5}, {2, 1, 0.1}, {4, 3, 0.9}, {3, 5, 0.2}, {6, 4, 0.4}};
        final var numbers = predictions(ModelKind.RIDGE, new TrainingRows(rows, new double[]{1.1, 0.4, 2.5, 1.9, 3.0},
            0), rows);
        assertArrayEquals(new double[]{1.0292870200616138, 0.6279715956331045, 2.5128628198986602, 1.9722751850548357,
            2.7576033793517856}, numbers, 1e-13);
        final var classes = predictions(ModelKind.RIDGE, new TrainingRows(rows, new double[]{0, 0, 1, 2, 1}, 3), rows);
        assertArrayEquals(new double[]{0, 0, 1, 2, 1}, classes);
    }
}

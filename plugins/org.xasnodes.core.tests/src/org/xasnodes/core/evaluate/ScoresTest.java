package org.xasnodes.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScoresTest {

    private static final double[] CLASSES = {0, 0, 0, 0, 1, 1, 2, 2};

    private static final double[] PREDICTED_CLASSES = {0, 0, 0, 1, 1, 2, 2, 2};

    private static final double[] VALUES = {3, -0.5, 2, 7};

    private static final double[] PREDICTED = {2.5, 0.0, 2, 8};

    @Test
    void accuracyIsThePartThatIsRight() {
        assertEquals(6 / 8.0, Scores.accuracy(CLASSES, PREDICTED_CLASSES));
    }

    @Test
    void balancedAccuracyIsTheMeanOverClasses() {
        assertEquals((3 / 4.0 + 1 / 2.0 + 1) / 3, Scores.balancedAccuracy(CLASSES, PREDICTED_CLASSES, 3), 1e-16);
    }

    @Test
    void classesThatDoNotOccurInTruthDoNotCount() {
        assertEquals(0.5, Scores.balancedAccuracy(new double[]{0, 0}, new double[]{0, 3}, 5));
    }

    @Test
    void alwaysTheMostFrequentClassHasTheBalancedAccuracyOfChance() {
        assertEquals(1 / 3.0, Scores.balancedAccuracy(CLASSES, new double[8], 3), 1e-16);
    }

    @Test
    void regressionScoresAreThoseOfScikitLearnsManual() {
        assertEquals(Math.sqrt(0.375), Scores.rmse(VALUES, PREDICTED), 1e-16);
        assertEquals(0.5, Scores.meanAbsoluteError(VALUES, PREDICTED), 1e-16);
        assertEquals(0.9486081370449679, Scores.r2(VALUES, PREDICTED), 1e-15);
    }

    @Test
    void predictingTheMeanHasR2Zero() {
        assertEquals(0, Scores.r2(new double[]{1, 2, 6}, new double[]{3, 3, 3}), 1e-16);
    }

    @Test
    void r2OfEqualTruthsIsOneOrZeroAndOfOneRowUnknown() {
        final var tenths = new double[]{0.1, 0.1, 0.1};
        assertEquals(1, Scores.r2(tenths, tenths));
        assertEquals(0, Scores.r2(tenths, new double[]{0.1, 0.1, 0.2}));
        assertEquals(Double.NaN, Scores.r2(new double[]{1}, new double[]{1}));
    }

    @Test
    void predictionsThatAreNotNumbersSpoilTheScore() {
        assertEquals(Double.NaN, Scores.rmse(VALUES, new double[]{2.5, Double.NaN, 2, 8}));
        assertEquals(0.5, Scores.accuracy(new double[]{0, 1}, new double[]{0, Double.NaN}));
    }

    @Test
    void differentLengthsAreRefused() {
        final var message = assertThrows(IllegalArgumentException.class,
            () -> Scores.accuracy(CLASSES, VALUES)).getMessage();
        assertTrue(message.contains("8 true values, 4 predictions"), message);
        assertThrows(IllegalArgumentException.class, () -> Scores.rmse(new double[0], new double[0]));
    }

    @Test
    void intervalIsThatOfStudentsDistribution() {
        final var interval = MeanInterval.of(0.90, 0.92, 0.94, 0.91, 0.93);
        assertEquals(0.92, interval.mean(), 1e-15);
        // s = sqrt(0.001 / 4), t(0.975, 4) = 2.7764451051977987 (tables)
        final var half = 2.7764451051977987 * Math.sqrt(0.001 / 4 / 5);
        assertEquals(0.92 - half, interval.low(), 1e-9);
        assertEquals(0.92 + half, interval.high(), 1e-9);
    }

    @Test
    void foldsWithoutScoreDoNotCount() {
        assertEquals(MeanInterval.of(1, 3), MeanInterval.of(1, Double.NaN, 3));
        assertEquals(2, MeanInterval.of(1, Double.NaN, 3).count());
    }

    @Test
    void anIntervalEndsWhereNoScoreCanBe() {
        final var interval = MeanInterval.of(0.9, 1, 1).within(0, 1);
        assertEquals(1, interval.high());
        assertTrue(interval.low() > 0.8 && interval.low() < 0.9);
        assertEquals(MeanInterval.of(0.5), MeanInterval.of(0.5).within(0, 1));
    }

    @Test
    void oneScoreHasNoIntervalAndNoScoreNoMean() {
        assertEquals(new MeanInterval(0.5, Double.NaN, Double.NaN, 1), MeanInterval.of(0.5));
        assertEquals(new MeanInterval(Double.NaN, Double.NaN, Double.NaN, 0), MeanInterval.of(Double.NaN));
    }
}

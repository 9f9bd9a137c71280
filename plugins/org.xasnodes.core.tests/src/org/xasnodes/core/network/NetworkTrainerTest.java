package org.xasnodes.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.util.ProgressMonitor;
import org.xasnodes.core.util.SplitMix64;

class NetworkTrainerTest {

    private static final NetworkLayout CURVE =
        new NetworkLayout(List.of(2, 12, 1), List.of(Activation.TANH), Output.IDENTITY);

    /** Rows and noisy values of a curved surface. */
    private static double[][][] surface(final int rows) {
        final var random = new SplitMix64(9);
        final var x = new double[rows][2];
        final var y = new double[rows][1];
        for (int i = 0; i < rows; i++) {
            x[i][0] = random.nextGaussian();
            x[i][1] = random.nextGaussian();
            y[i][0] = StrictMath.sin(x[i][0]) + x[i][0] * x[i][1] + 0.3 * random.nextGaussian();
        }
        return new double[][][]{x, y};
    }

    private static TrainedNetwork fit(final double[][][] data, final TrainingOptions options, final int threads)
        throws TrainingException {
        return NetworkTrainer.fit(CURVE, data[0], data[1], options, threads, ProgressMonitor.NONE);
    }

    private static double loss(final DenseNetwork network, final double[][] x, final double[][] y) {
        final var predicted = network.predict(x, 1, ProgressMonitor.NONE);
        var sum = 0.0;
        for (int i = 0; i < y.length; i++) {
            sum += (predicted[i][0] - y[i][0]) * (predicted[i][0] - y[i][0]);
        }
        return sum / y.length;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void learnsTheExclusiveOr(final long seed) throws Exception {
        final var x = new double[][]{{-1, -1}, {-1, 1}, {1, -1}, {1, 1}};
        final var y = new double[][]{{0}, {1}, {1}, {0}};
        final var options = new TrainingOptions(1000, 200, 0.05, 0, 0, 0, 0, seed);
        for (final var activation : List.of(Activation.TANH, Activation.LOGISTIC)) {
            final var layout = new NetworkLayout(List.of(2, 8, 1), List.of(activation), Output.IDENTITY);
            final var trained = NetworkTrainer.fit(layout, x, y, options, 1, ProgressMonitor.NONE);
            assertEquals(0, loss(trained.network(), x, y), 1e-3, activation.name());
        }
    }

    @Test
    void learnsToTellARingFromItsCentreAndGivesProbabilities() throws Exception {
        final var random = new SplitMix64(21);
        final var x = new double[600][2];
        final var y = new double[600][2];
        for (int i = 0; i < x.length; i++) {
            final var radius = i % 2 == 0 ? 0.5 * random.nextDouble() : 1 + 0.5 * random.nextDouble();
            final var angle = 2 * Math.PI * random.nextDouble();
            x[i] = new double[]{radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
            y[i][i % 2] = 1;
        }
        final var layout = new NetworkLayout(List.of(2, 16, 2), List.of(Activation.RELU), Output.SOFTMAX);
        final var options = new TrainingOptions(100, 50, 0.02, 1e-4, 0, 0, 0, 5);
        final var trained = NetworkTrainer.fit(layout, Arrays.copyOf(x, 400), Arrays.copyOf(y, 400), options, 2,
            ProgressMonitor.NONE);
        final var probabilities = trained.network().predict(Arrays.copyOfRange(x, 400, 600), 1, ProgressMonitor.NONE);
        for (int i = 0; i < 200; i++) {
            assertTrue(probabilities[i][i % 2] > 0.5, "row " + i);
            assertEquals(1, probabilities[i][0] + probabilities[i][1], 1e-15);
        }
        final var losses = trained.history().training();
        assertEquals(Math.log(2), losses[0], 0.3); // at the start the network knows nothing
        assertTrue(losses[99] < 0.02, "last loss " + losses[99]);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 200, 450, 1000})
    void sameSeedGivesTheSameBitsOnAnyNumberOfThreads(final int batch) throws Exception {
        final var data = surface(777);
        final var options = new TrainingOptions(6, batch, 0.01, 1e-3, 0.2, 5, 0, 3);
        final var one = fit(data, options, 1);
        for (final var threads : List.of(1, 2, 3, 8)) {
            final var other = fit(data, options, threads);
            assertArrayEquals(one.network().parameters(), other.network().parameters());
            assertEquals(one.history(), other.history());
        }
        final var otherSeed = fit(data, options.withSeed(4), 1).network().parameters();
        assertFalse(Arrays.equals(one.network().parameters(), otherSeed));
    }

    @Test
    void theLossToldIsThatOfTheNetwork() throws Exception {
        // a rate so small that the weights stay, so that the losses of first and last epoch are those of the result
        final var data = surface(250);
        final var trained = fit(data, new TrainingOptions(3, 200, 1e-300, 0, 0, 0, 0, 1), 1);
        for (final var told : trained.history().training()) {
            assertEquals(loss(trained.network(), data[0], data[1]), told, 1e-13);
        }
        assertTrue(Double.isNaN(trained.history().validation()[2]));
        assertEquals(3, trained.history().bestEpoch());
    }

    @Test
    void earlyStoppingGivesTheWeightsOfTheEpochWithTheLeastValidationLoss() throws Exception {
        final var data = surface(60); // few and noisy: it learns them by heart
        final var options = new TrainingOptions(2000, 20, 0.05, 0, 0.3, 40, 0, 2);
        final var stopped = fit(data, options, 1);
        final var history = stopped.history();
        final var validation = history.validation();
        final var least = Arrays.stream(validation).min().getAsDouble();
        assertTrue(history.epochs() < 2000, "ran " + history.epochs() + " epochs");
        assertEquals(least, validation[history.bestEpoch() - 1]);
        assertEquals(history.bestEpoch() + 40, history.epochs());
        assertTrue(validation[history.epochs() - 1] > least);
        final var rows = NetworkTrainer.validationRows(60, options);
        assertEquals(18, rows.length);
        final var x = Arrays.stream(rows).mapToObj(i -> data[0][i]).toArray(double[][]::new);
        final var y = Arrays.stream(rows).mapToObj(i -> data[1][i]).toArray(double[][]::new);
        assertEquals(least, loss(stopped.network(), x, y), 1e-13);
    }

    @Test
    void withoutValidationRowsTheTrainingLossTellsWhenToStop() throws Exception {
        final var data = surface(100);
        final var options = new TrainingOptions(500, 200, 0.01, 0, 0, 3, 1e-2, 2);
        final var losses = fit(data, options, 1).history().training();
        assertTrue(losses.length < 500);
        final var before = losses[losses.length - 4];
        for (int epoch = losses.length - 3; epoch < losses.length; epoch++) {
            assertTrue(losses[epoch] >= before - 1e-2);
        }
        assertEquals(500, fit(data, new TrainingOptions(500, 200, 0.01, 0, 0, 0, 1e-2, 2), 1).history().epochs());
    }

    @Test
    void thePenaltyMakesWeightsSmallerButNotBiases() throws Exception {
        final var x = new double[40][1];
        final var y = new double[40][1];
        for (int i = 0; i < 40; i++) {
            x[i][0] = i % 2 == 0 ? 1 : -1;
            y[i][0] = 3 * x[i][0] + 5;
        }
        final var line = new NetworkLayout(List.of(1, 1), List.of(), Output.IDENTITY);
        // minimum of sum (w x + b - y)^2 / 2 + alpha w^2 / 2: w = 3 n / (n + alpha), b = 5
        final var options = new TrainingOptions(2000, 40, 0.05, 20, 0, 0, 0, 1);
        final var parameters = NetworkTrainer.fit(line, x, y, options, 1, ProgressMonitor.NONE).network().parameters();
        assertArrayEquals(new double[]{3 * 40 / 60.0, 5}, parameters, 1e-6);
    }

    @Test
    void tellsEachEpochAndCanBeCancelledBetweenThem() {
        final var messages = Collections.synchronizedList(new ArrayList<String>());
        final var data = surface(300);
        assertThrows(CancellationException.class, () -> NetworkTrainer.fit(CURVE, data[0], data[1],
            TrainingOptions.DEFAULTS, 2, (part, message) -> {
                messages.add(message);
                if (part > 0.01) {
                    throw new CancellationException();
                }
            }));
        assertEquals(5, messages.size()); // the start and epochs 1 to 4 of 300
        assertTrue(messages.get(4).startsWith("Epoch 4 of 300, loss "), messages.get(4));
    }

    @Test
    void aLossThatIsNoNumberNamesEpochAndLearningRate() {
        final var data = surface(50);
        final var tooFast = assertThrows(TrainingException.class,
            () -> fit(data, TrainingOptions.DEFAULTS.withLearningRate(1e200), 1)).getMessage();
        assertTrue(tooFast.contains("epoch 1 of 300") || tooFast.contains("epoch 2 of 300"), tooFast);
        assertTrue(tooFast.contains("Lower the learning rate (now 1.0E200)"), tooFast);
        data[1][7][0] = Double.NaN;
        assertThrows(TrainingException.class, () -> fit(data, TrainingOptions.DEFAULTS, 1));
    }

    @Test
    void refusesTooFewRowsAndRowsThatDoNotFit() {
        final var few = assertThrows(TrainingException.class,
            () -> fit(surface(1), TrainingOptions.DEFAULTS.withEarlyStopping(0.1, 5), 1)).getMessage();
        assertTrue(few.contains("1 rows are given, and 1 of them are kept for validation"), few);
        assertThrows(TrainingException.class, () -> fit(surface(0), TrainingOptions.DEFAULTS, 1));
        final var data = surface(3);
        data[0][1] = new double[3];
        final var wide = assertThrows(IllegalArgumentException.class, () -> fit(data, TrainingOptions.DEFAULTS, 1));
        assertTrue(wide.getMessage().contains("Row 2 has 3 inputs"), wide.getMessage());
        data[1] = new double[2][1];
        assertThrows(IllegalArgumentException.class, () -> fit(data, TrainingOptions.DEFAULTS, 1));
    }

    @Test
    void optionsOutsideTheirRangeAreRefusedByName() {
        refused("epochs", 0, 1, 1, 0, 0, 0, 0);
        refused("epochs", 1_000_001, 1, 1, 0, 0, 0, 0);
        refused("batch", 1, 0, 1, 0, 0, 0, 0);
        refused("learning rate", 1, 1, 0, 0, 0, 0, 0);
        refused("learning rate", 1, 1, Double.NaN, 0, 0, 0, 0);
        refused("penalty", 1, 1, 1, -1, 0, 0, 0);
        refused("validation", 1, 1, 1, 0, 1, 0, 0);
        refused("validation", 1, 1, 1, 0, Double.NaN, 0, 0);
        refused("patience", 1, 1, 1, 0, 0, -1, 0);
        refused("tolerance", 1, 1, 1, 0, 0, 0, Double.POSITIVE_INFINITY);
    }

    private static void refused(final String what, final int epochs, final int batch, final double rate,
        final double alpha, final double share, final int patience, final double tolerance) {
        final var message = assertThrows(IllegalArgumentException.class,
            () -> new TrainingOptions(epochs, batch, rate, alpha, share, patience, tolerance, 0)).getMessage();
        assertTrue(message.contains(what), message);
    }
}

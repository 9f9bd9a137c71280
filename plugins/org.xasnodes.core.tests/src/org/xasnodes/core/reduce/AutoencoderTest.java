package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.network.Activation;
import org.xasnodes.core.network.TrainingOptions;
import org.xasnodes.core.util.ProgressMonitor;
import org.xasnodes.core.util.SplitMix64;

class AutoencoderTest {

    private static final AutoencoderOptions SHORT = new AutoencoderOptions(2, List.of(6), Activation.TANH,
        TrainingOptions.DEFAULTS.withMaxEpochs(8).withEarlyStopping(0.1, 3).withSeed(Long.MAX_VALUE));

    /** Six features of two hidden quantities, with units of different size; the last is constant. */
    private static double[][] rows(final int count, final double noise) {
        final var random = new SplitMix64(31);
        final var rows = new double[count][];
        for (int i = 0; i < count; i++) {
            final var a = random.nextGaussian();
            final var b = random.nextGaussian();
            rows[i] = new double[]{a, 100 * b, a - b + 7, 0.01 * (a + 2 * b), 3 * a + b, 4.2};
            for (int j = 0; j < 5; j++) {
                rows[i][j] += noise * random.nextGaussian() * new double[]{1, 100, 1.4, 0.02, 3}[j];
            }
        }
        return rows;
    }

    private static Autoencoder fit(final double[][] rows, final AutoencoderOptions options) throws ReductionException {
        return Autoencoder.fit(rows, options, 1, ProgressMonitor.NONE);
    }

    @Test
    void aLinearOneSpansThePlaneOfThePrincipalComponents() throws Exception {
        final var linear = new AutoencoderOptions(2, List.of(), Activation.TANH,
            new TrainingOptions(1500, 50, 0.02, 0, 0, 0, 0, 1));
        final var rows = rows(200, 0.1);
        final var least = leastSquares(rows);
        final var loss = fit(rows, linear).history().training()[1499];
        assertEquals(least, loss, 1e-4 * least);
    }

    /** The mean squared error, per feature, that two principal components of the standardised rows leave. */
    private static double leastSquares(final double[][] rows) throws ReductionException {
        final var n = rows.length;
        final var p = rows[0].length;
        final var c = new double[p][p];
        final var standard = standardised(rows);
        for (final var row : standard) {
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    c[i][j] += row[i] * row[j] / n;
                }
            }
        }
        var left = 0.0;
        for (int i = 0; i < p; i++) {
            left += c[i][i];
        }
        for (int component = 0; component < 2; component++) {
            left -= deflate(c);
        }
        return left / p;
    }

    /** Takes the largest eigenvalue out of a matrix, found by power iteration. */
    private static double deflate(final double[][] c) {
        var v = new double[c.length];
        Arrays.fill(v, 1);
        v[0] = 2;
        var eigenvalue = 0.0;
        for (int iteration = 0; iteration < 10_000; iteration++) {
            final var u = new double[v.length];
            for (int i = 0; i < u.length; i++) {
                for (int j = 0; j < u.length; j++) {
                    u[i] += c[i][j] * v[j];
                }
            }
            eigenvalue = Math.sqrt(Arrays.stream(u).map(x -> x * x).sum());
            for (int i = 0; i < u.length; i++) {
                u[i] /= eigenvalue;
            }
            v = u;
        }
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                c[i][j] -= eigenvalue * v[i] * v[j];
            }
        }
        return eigenvalue;
    }

    private static double[][] standardised(final double[][] rows) {
        final var standard = new double[rows.length][rows[0].length];
        for (int j = 0; j < rows[0].length; j++) {
            final var column = j;
            final var mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().getAsDouble();
            final var variance = Arrays.stream(rows).mapToDouble(row -> row[column] - mean).map(d -> d * d).average();
            final var scale = variance.getAsDouble() < 1e-20 ? 1 : Math.sqrt(variance.getAsDouble());
            for (int i = 0; i < rows.length; i++) {
                standard[i][j] = (rows[i][j] - mean) / scale;
            }
        }
        return standard;
    }

    @Test
    void givesBackRowsOfItsKindAndTellsStrangersByTheirError() throws Exception {
        final var rows = rows(400, 0);
        final var autoencoder =
            fit(rows, new AutoencoderOptions(2, List.of(8), Activation.TANH,
                new TrainingOptions(200, 20, 0.01, 1e-4, 0, 0, 0, 1)));
        final var training = autoencoder.reconstructionErrors(rows, 1, ProgressMonitor.NONE);
        final var mean = Arrays.stream(training).average().getAsDouble();
        final var stranger = rows[0].clone();
        stranger[1] += 300; // 3 standard deviations, which does not fit the others
        final var strange = autoencoder.reconstructionErrors(new double[][]{stranger}, 1, ProgressMonitor.NONE)[0];
        assertTrue(strange > 10 * mean, strange + " is not far above " + mean);
    }

    @Test
    void theErrorIsTheRootMeanSquareInTheUnitsOfTheFeatures() throws Exception {
        final var rows = rows(50, 0.1);
        final var autoencoder = fit(rows, SHORT);
        final var back = autoencoder.reconstruct(rows, 2, ProgressMonitor.NONE);
        final var errors = autoencoder.reconstructionErrors(rows, 2, ProgressMonitor.NONE);
        assertTrue(autoencoder.reconstructs());
        for (int i = 0; i < rows.length; i++) {
            var sum = 0.0;
            for (int j = 0; j < 6; j++) {
                sum += Math.pow(back[i][j] - rows[i][j], 2);
            }
            assertEquals(Math.sqrt(sum / 6), errors[i], 1e-12 * errors[i]);
        }
    }

    @Test
    void sameBitsOnAnyNumberOfThreadsAndForRowsAlone() throws Exception {
        final var rows = rows(730, 0.1);
        final var one = fit(rows, SHORT);
        final var codes = one.apply(rows, 1, ProgressMonitor.NONE);
        for (final var threads : List.of(2, 3)) {
            final var other = Autoencoder.fit(rows, SHORT, threads, ProgressMonitor.NONE);
            assertTrue(Arrays.deepEquals(codes, other.apply(rows, threads, ProgressMonitor.NONE)));
            assertEquals(one.history(), other.history());
        }
        assertArrayEquals(codes[400], one.apply(new double[][]{rows[400]}, 1, ProgressMonitor.NONE)[0]);
    }

    @Test
    void storedAndMadeAgainItGivesTheSameBits() throws Exception {
        final var rows = rows(90, 0.1);
        for (final var options : List.of(SHORT, AutoencoderOptions.DEFAULTS.withDimensions(1)
            .withTraining(TrainingOptions.DEFAULTS.withMaxEpochs(2)))) {
            final var autoencoder = fit(rows, options);
            final var again = (Autoencoder)autoencoder.store().reducer();
            assertEquals(options, again.options());
            assertEquals(autoencoder.history(), again.history());
            assertEquals(6, again.inputs());
            assertEquals(options.dimensions(), again.dimensions());
            assertEquals("ae", again.id());
            assertTrue(Arrays.deepEquals(autoencoder.apply(rows, 1, ProgressMonitor.NONE),
                again.apply(rows, 1, ProgressMonitor.NONE)));
            assertArrayEquals(autoencoder.reconstructionErrors(rows, 1, ProgressMonitor.NONE),
                again.reconstructionErrors(rows, 1, ProgressMonitor.NONE));
        }
    }

    @Test
    void everyMissingOrDamagedPartIsRefusedByName() throws Exception {
        final var stored = fit(rows(60, 0.1), SHORT).store();
        for (final var name : stored.values().keySet()) {
            final var values = new TreeMap<>(stored.values());
            values.remove(name);
            refused(new StoredReducer("ae", 1, values, stored.doubles(), stored.ints()), "'" + name + "' is missing");
            values.put(name, "-3.5");
            assertThrows(IOException.class,
                () -> new StoredReducer("ae", 1, values, stored.doubles(), stored.ints()).reducer(), name);
        }
        for (final var name : stored.doubles().keySet()) {
            final var doubles = new TreeMap<>(stored.doubles());
            doubles.remove(name);
            refused(new StoredReducer("ae", 1, stored.values(), doubles, stored.ints()), "'" + name + "' is missing");
            doubles.put(name, new double[]{Double.NaN});
            final var message = refused(new StoredReducer("ae", 1, stored.values(), doubles, stored.ints()), "'ae'");
            assertTrue(message.contains(name) || name.equals("trainingLoss"), message);
        }
        final var ints = new TreeMap<>(stored.ints());
        ints.put("hidden", new int[]{-1});
        refused(new StoredReducer("ae", 1, stored.values(), stored.doubles(), ints), "at least 1 unit");
        ints.put("hidden", new int[]{1_000_000, 1_000_000});
        refused(new StoredReducer("ae", 1, stored.values(), stored.doubles(), ints), "'parameters' has");
        ints.put("hidden", new int[]{Integer.MAX_VALUE});
        refused(new StoredReducer("ae", 1, stored.values(), stored.doubles(), ints), "1 to 1000000 units");
        ints.remove("hidden");
        refused(new StoredReducer("ae", 1, stored.values(), stored.doubles(), ints), "'hidden' is missing");
        final var scale = stored.doubles().get("scale").clone();
        scale[2] = 0;
        final var doubles = new TreeMap<>(stored.doubles());
        doubles.put("scale", scale);
        refused(new StoredReducer("ae", 1, stored.values(), doubles, stored.ints()), "Column 3");
        refused(new StoredReducer("ae", 2, stored.values(), stored.doubles(), stored.ints()), "Update XAS Nodes");
    }

    private static String refused(final StoredReducer stored, final String part) {
        final var message = assertThrows(IOException.class, stored::reducer).getMessage();
        assertTrue(message.contains(part), message);
        return message;
    }

    @Test
    void rowsThatCannotBeFittedAreRefusedWithAdvice() {
        final var rows = rows(10, 0.1);
        cannot("no rows", new double[0][], SHORT);
        cannot("at least 2 rows", new double[][]{{1, 2}}, SHORT.withTraining(TrainingOptions.DEFAULTS));
        cannot("switch early stopping off", new double[][]{{1, 2}, {3, 5}}, SHORT);
        cannot("no feature columns", new double[3][0], SHORT);
        cannot("6 features, which cannot be reduced to 7 dimensions", rows, SHORT.withDimensions(7));
        cannot("are equal", new double[][]{rows[0], rows[0].clone(), rows[0]}, SHORT);
        cannot("learning rate", rows, SHORT.withTraining(SHORT.training().withLearningRate(1e200)));
        final var missing = rows(10, 0.1);
        missing[6][2] = Double.NaN;
        cannot("Feature 3 of row 7 is NaN", missing, SHORT);
        missing[6][2] = 1e200;
        cannot("column 3", missing, SHORT);
    }

    private static void cannot(final String part, final double[][] rows, final AutoencoderOptions options) {
        final var message = assertThrows(ReductionException.class, () -> fit(rows, options)).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void rowsThatDoNotFitTheModelAreRefused() throws Exception {
        final var autoencoder = fit(rows(20, 0.1), SHORT);
        assertThrows(IllegalArgumentException.class,
            () -> autoencoder.apply(new double[][]{new double[5]}, 1, ProgressMonitor.NONE));
        final var row = new double[6];
        row[3] = Double.POSITIVE_INFINITY;
        assertThrows(IllegalArgumentException.class,
            () -> autoencoder.reconstructionErrors(new double[][]{row}, 1, ProgressMonitor.NONE));
    }

    @Test
    void asManyDimensionsAsFeaturesAndDuplicatedRowsAreNoError() throws Exception {
        final var rows = rows(10, 0.1);
        rows[3] = rows[4];
        final var codes = fit(rows, SHORT.withDimensions(6)).apply(rows, 1, ProgressMonitor.NONE);
        assertArrayEquals(codes[3], codes[4]);
        assertFalse(Arrays.equals(codes[3], codes[5]));
        assertEquals(6, codes[0].length);
    }

    @Test
    void fittingAndApplyingCanBeCancelled() throws Exception {
        final var rows = rows(20, 0.1);
        final ProgressMonitor cancelled = (part, message) -> {
            throw new CancellationException();
        };
        assertThrows(CancellationException.class, () -> Autoencoder.fit(rows, SHORT, 2, cancelled));
        final var autoencoder = fit(rows, SHORT);
        assertThrows(CancellationException.class, () -> autoencoder.apply(rows, 1, cancelled));
        assertThrows(CancellationException.class, () -> autoencoder.reconstructionErrors(rows, 1, cancelled));
    }

    @Test
    void optionsOutsideTheirRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SHORT.withDimensions(0));
        assertThrows(IllegalArgumentException.class,
            () -> new AutoencoderOptions(1, List.of(4, 0), Activation.RELU, TrainingOptions.DEFAULTS));
    }
}

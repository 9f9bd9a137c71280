package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.network.Standardizer;
import org.xasnodes.core.network.TrainingOptions;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;
import org.xasnodes.core.util.ProgressMonitor;

/** The autoencoder against scikit-learn's network on 2831 synthetic spectra. */
class AutoencoderPeerTest {

    /**
     * The least, over the seeds 0 to 9 (the mean is 0.0229, the largest 0.0242), mean squared error on the 567 test
     * rows' standardised cumulative distributions that scikit-learn 1.2.1 leaves: <code>MLPRegressor((32, 3, 32),
     * activation="tanh", max_iter=300, tol=0, n_iter_no_change=100000, random_state=seed)</code>, fitted to give back
     * the 2264 training rows.
     */
    private static final double SCIKIT_LEARN = 0.0220;

    @Test
    void losesLessOfTheTestSpectraThanScikitLearnsNetworkOfTheSameLayers() throws Exception {
        final var split = GoldenJson.read(SharedFiles.golden("split2831.json"));
        final var cdf = distributions();
        final var train = rows(cdf, GoldenJson.ints(split.get("train")));
        final var test = rows(cdf, GoldenJson.ints(split.get("test")));
        assertEquals(2264, train.length);
        assertEquals(567, test.length);
        final var standardizer = Standardizer.of(train);
        final var expected = standardizer.apply(test);
        for (int seed = 0; seed < 2; seed++) {
            final var options = AutoencoderOptions.DEFAULTS.withTraining(TrainingOptions.DEFAULTS.withSeed(seed));
            final var autoencoder = Autoencoder.fit(train, options, 2, ProgressMonitor.NONE);
            final var back = standardizer.apply(autoencoder.reconstruct(test, 2, ProgressMonitor.NONE));
            final var error = meanSquare(back, expected);
            assertTrue(error < SCIKIT_LEARN, "seed " + seed + " leaves " + error);
        }
    }

    private static double[][] rows(final double[][] all, final int[] numbers) {
        return Arrays.stream(numbers).mapToObj(i -> all[i]).toArray(double[][]::new);
    }

    private static double meanSquare(final double[][] a, final double[][] b) {
        var sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
            }
        }
        return sum / a.length / a[0].length;
    }

    private static double[][] distributions() throws Exception {
        final var featurizer = new CumulativeDistribution();
        final var rows = intensities();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = featurizer.apply(rows[i]);
        }
        return rows;
    }

    /** The columns after number, oxidation state and bond length. */
    private static double[][] intensities() throws IOException {
        final var file = SharedFiles.golden("synth2831.csv.gz");
        try (var in = new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return in.lines().skip(1)
                .map(line -> Arrays.stream(line.split(",")).skip(3).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
        }
    }
}

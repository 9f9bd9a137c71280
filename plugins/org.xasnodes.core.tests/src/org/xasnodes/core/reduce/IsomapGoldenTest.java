package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;
import org.xasnodes.core.testing.SyntheticSpectra;
import org.xasnodes.core.util.ProgressMonitor;

import com.fasterxml.jackson.databind.JsonNode;

/** The same numbers as scikit-learn 1.2.1. */
class IsomapGoldenTest {

    private static Isomap fit(final double[][] rows, final IsomapOptions options) throws ReductionException {
        return Isomap.fit(rows, options, 2, ProgressMonitor.NONE);
    }

    /** Distances along the data between all training rows. */
    private static double[][] distances(final Isomap isomap) throws IOException {
        final var model = IsomapModel.of(isomap.store());
        final var result = new double[isomap.rows()][isomap.rows()];
        final var paths = new ShortestPaths(model.graph());
        for (int i = 0; i < result.length; i++) {
            paths.from(i, result[i]);
        }
        return result;
    }

    @Test
    void intensities() throws IOException, ReductionException {
        final var rows = SyntheticSpectra.rows(0, 350);
        final var isomap = fit(Arrays.copyOf(rows, 300), IsomapOptions.DEFAULTS);
        assertGolden(GoldenJson.read(SharedFiles.golden("isomap300.json")), isomap, rows);
        final var distances = distances(isomap);
        final var lines = Files.readAllLines(SharedFiles.golden("isomap300_dist.csv"));
        assertEquals(300, lines.size());
        for (int i = 0; i < 300; i++) {
            final var expected = Stream.of(lines.get(i).split(",")).mapToDouble(Double::parseDouble).toArray();
            assertArrayEquals(expected, distances[i], 1e-9 * 7.5); // stored with 10 digits
        }
    }

    @Test
    void cumulativeDistributions() throws IOException, ReductionException, SpectrumException {
        final var rows = SyntheticSpectra.rows(0, 350);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new CumulativeDistribution().apply(rows[i]);
        }
        assertGolden(GoldenJson.read(SharedFiles.golden("isomap300_cdf.json")),
            fit(Arrays.copyOf(rows, 300), IsomapOptions.DEFAULTS), rows);
    }

    @Test
    void twoComponentsJoinedByTheirShortestEdge() throws IOException, ReductionException {
        final var numbers = GoldenJson.ints(GoldenJson.read(SharedFiles.golden("isomap_disconnected_rows.json")));
        final var all = SyntheticSpectra.rows(0, 305);
        final var rows = new double[numbers.length + 5][]; // new rows are numbers 300 to 304
        for (int i = 0; i < rows.length; i++) {
            rows[i] = all[i < numbers.length ? numbers[i] : 300 + i - numbers.length];
        }
        final var isomap = fit(Arrays.copyOf(rows, numbers.length), IsomapOptions.DEFAULTS.withNeighbors(3));
        assertGolden(GoldenJson.read(SharedFiles.golden("isomap_disconnected.json")), isomap, rows);
        assertEquals(2, isomap.components());
    }

    private static void assertGolden(final JsonNode golden, final Isomap isomap, final double[][] rows)
        throws IOException {
        final var n = golden.get("n").intValue();
        assertEquals(n, isomap.rows());
        assertEquals(golden.get("components_before_fix").intValue(), isomap.components());
        final var distances = distances(isomap);
        assertArrayEquals(GoldenJson.doubles(golden.get("dist_row0")), distances[0], 1e-11);
        if (n > 150) {
            assertArrayEquals(GoldenJson.doubles(golden.get("dist_row150")), distances[150], 1e-11);
        }
        final var sum = Arrays.stream(distances).flatMapToDouble(Arrays::stream).sum();
        assertEquals(golden.get("dist_sum").doubleValue(), sum, 1e-11 * sum);
        final var squares = Arrays.stream(distances).flatMapToDouble(Arrays::stream).map(d -> d * d).sum();
        assertEquals(golden.get("dist_sumsq").doubleValue(), squares, 1e-11 * squares);
        final var eigenvalues = GoldenJson.doubles(golden.get("eigenvalues"));
        assertArrayEquals(eigenvalues, isomap.eigenvalues(), 1e-10 * eigenvalues[0]);
        final var error = golden.get("reconstruction_error").doubleValue();
        assertEquals(error, isomap.errorsByDimensions()[2], 1e-10);
        assertTrue(isomap.errorsByDimensions()[0] > isomap.errorsByDimensions()[1]);
        ReducerAsserts.sameColumnsUpToSign(golden.get("embedding"), isomap.embedding(1, ProgressMonitor.NONE), 1e-10);
        ReducerAsserts.sameColumnsUpToSign(golden.get("transform_new"),
            isomap.apply(Arrays.copyOfRange(rows, n, rows.length), 1, ProgressMonitor.NONE), 1e-10);
        // scikit-learn finds a training row 1e-7 from itself, since |x|^2 + |y|^2 - 2 x y is rounded
        final var head = golden.get("transform_train_head");
        final var applied = isomap.apply(Arrays.copyOf(rows, head.size()), 1, ProgressMonitor.NONE);
        ReducerAsserts.sameColumnsUpToSign(head, applied, 3e-7);
        for (int i = 0; i < applied.length; i++) {
            assertArrayEquals(isomap.embedding(1, ProgressMonitor.NONE)[i], applied[i], 1e-11);
        }
    }
}

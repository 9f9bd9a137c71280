package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;
import org.xasnodes.core.testing.SyntheticSpectra;
import org.xasnodes.core.util.ProgressMonitor;

class PrincipalComponentsTest {

    private static PrincipalComponents fit(final double[][] rows, final PcaOptions options) throws ReductionException {
        return PrincipalComponents.fit(rows, options, 1, ProgressMonitor.NONE);
    }

    private static double[][] random(final int rows, final int inputs, final long seed) {
        final var random = new Random(seed);
        final var result = new double[rows][inputs];
        for (final var row : result) {
            for (int j = 0; j < inputs; j++) {
                row[j] = 3 + random.nextGaussian() / (1 + j);
            }
        }
        return result;
    }

    @Test
    void agreesWithScikitLearnOnIntensities() throws IOException, ReductionException {
        assertGolden("pca300.json", SyntheticSpectra.rows(0, 350));
    }

    @Test
    void agreesWithScikitLearnOnCumulativeDistributions() throws IOException, ReductionException, SpectrumException {
        final var rows = SyntheticSpectra.rows(0, 350);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new CumulativeDistribution().apply(rows[i]);
        }
        assertGolden("pca300_cdf.json", rows);
    }

    /** The file of cumulative distributions has fewer numbers. */
    private static void assertGolden(final String file, final double[][] rows) throws IOException, ReductionException {
        final var golden = GoldenJson.read(SharedFiles.golden(file));
        final var fitted = Arrays.copyOf(rows, 300);
        final var pca = fit(fitted, PcaOptions.ofComponents(3));
        assertArrayEquals(GoldenJson.doubles(golden.get("mean")), pca.mean(), 1e-12);
        final var components = pca.components();
        for (int c = 0; c < 3; c++) {
            ReducerAsserts.sameUpToSign(GoldenJson.doubles(golden.get("components").get(c)), components[c], 1e-12);
        }
        assertArrayEquals(GoldenJson.doubles(golden.get("explained_variance_ratio")),
            Arrays.copyOf(pca.varianceRatios(), 3), 1e-12);
        ReducerAsserts.sameColumnsUpToSign(golden.get("scores"), pca.apply(fitted, 1, ProgressMonitor.NONE), 1e-12);
        if (golden.has("scores_new50")) {
            assertArrayEquals(GoldenJson.doubles(golden.get("explained_variance")), Arrays.copyOf(pca.variances(), 3),
                1e-12);
            assertArrayEquals(GoldenJson.doubles(golden.get("singular_values")), Arrays.copyOf(pca.singularValues(), 3),
                1e-12);
            ReducerAsserts.sameColumnsUpToSign(golden.get("scores_new50"),
                pca.apply(Arrays.copyOfRange(rows, 300, 350), 1, ProgressMonitor.NONE), 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"2300,40,40", "1001,7,7", "1000,3,2", "30,30,29", "20,90,19", "2,5,1", "2,1,1", "400,180,180"})
    void componentsAreOrthonormalAndScoresHaveTheirVariancesAndNoCovariance(final int n, final int p, final int kept)
        throws ReductionException {
        final var rows = random(n, p, n);
        final var pca = fit(rows, PcaOptions.ofComponents(kept));
        final var scores = pca.apply(rows, 1, ProgressMonitor.NONE);
        assertEquals(Math.min(n - 1, p), pca.variances().length);
        for (int a = 0; a < kept; a++) {
            for (int b = 0; b <= a; b++) {
                assertEquals(a == b ? 1 : 0, Vectors.dot(pca.components()[a], pca.components()[b]), 1e-13);
                var covariance = 0.0;
                for (final var row : scores) {
                    covariance += row[a] * row[b] / (n - 1);
                }
                assertEquals(a == b ? pca.variances()[a] : 0, covariance, 1e-13);
            }
        }
        assertEquals(1, Arrays.stream(pca.varianceRatios()).sum(), 1e-13);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allComponentsGiveRowsBackAndFewerTheNearestOfTheirPlane(final boolean standardize) throws ReductionException {
        final var rows = random(50, 8, 3);
        final var all = fit(rows, PcaOptions.ofComponents(8).withStandardize(standardize));
        final var back = all.reconstruct(all.apply(rows, 1, ProgressMonitor.NONE));
        for (int i = 0; i < rows.length; i++) {
            assertArrayEquals(rows[i], back[i], 1e-13);
        }
        assertTrue(all.reconstructs());
        assertTrue(Arrays.stream(all.reconstructionErrors(rows, 1, ProgressMonitor.NONE)).max().getAsDouble() < 1e-13);
        final var few = fit(rows, PcaOptions.ofComponents(2));
        final var errors = few.reconstructionErrors(rows, 1, ProgressMonitor.NONE);
        final var lost = Arrays.stream(few.variances()).skip(2).sum() * 49;
        assertEquals(lost, Arrays.stream(errors).map(e -> e * e * 8).sum(), 1e-12);
    }

    @Test
    void rowsSeenOnceGiveTheSameAsTheirCovarianceAroundAMeanAMillionTimesTheirScatter() throws ReductionException {
        final var random = new Random(8);
        final var accumulator = new PcaAccumulator(PcaOptions.ofComponents(2), 3, 1);
        final var sums = new double[3][3];
        final var totals = new double[3];
        final var n = 3500;
        for (int i = 0; i < n; i++) {
            final var x = random.nextInt(9) - 4;
            final var y = random.nextInt(3) - 1;
            accumulator.add(new double[]{1e6 + x, -1e6 + x + y, 5e5 + i % 2});
            final var exact = new long[]{x, x + y, i % 2};
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    sums[a][b] += exact[a] * exact[b]; // whole numbers: exact
                }
            }
            for (int a = 0; a < 3; a++) {
                totals[a] += exact[a];
            }
        }
        assertEquals(n, accumulator.rows());
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                sums[a][b] = (sums[a][b] - totals[a] * totals[b] / n) / (n - 1);
            }
        }
        final var expected = new SymmetricEigen(sums, ProgressMonitor.NONE, "").values();
        assertArrayEquals(expected, accumulator.finish(ProgressMonitor.NONE).variances(), 1e-12);
    }

    @Test
    void fewRowsOfManyFeaturesAreTheSameThroughInnerProductsAndThroughCovariances() throws ReductionException {
        final var rows = random(40, 40, 9); // inner products
        final var twice = new double[80][]; // covariances: each row twice
        for (int i = 0; i < 80; i++) {
            twice[i] = rows[i / 2];
        }
        final var inner = fit(rows, PcaOptions.ofComponents(10).withStandardize(true));
        final var covariances = fit(twice, PcaOptions.ofComponents(10).withStandardize(true));
        for (int c = 0; c < 10; c++) {
            assertArrayEquals(inner.components()[c], covariances.components()[c], 1e-12);
            assertEquals(inner.variances()[c] / 40 * 39, covariances.variances()[c] / 80 * 79, 1e-12);
        }
        assertArrayEquals(inner.scale(), covariances.scale(), 1e-14);
    }

    @Test
    void standardizingDividesByTheDeviationOfScikitLearnsScaler() throws ReductionException {
        final var pca = fit(new double[][]{{1, 10}, {3, 10}, {5, 40}},
            PcaOptions.ofComponents(1).withStandardize(true));
        assertArrayEquals(new double[]{Math.sqrt(8.0 / 3), Math.sqrt(200)}, pca.scale(), 1e-14);
        assertEquals(2 * 3.0 / 2, Arrays.stream(pca.variances()).sum(), 1e-14); // p n / (n - 1), as scikit-learn's
    }

    @Test
    void aShareOfVarianceKeepsTheFewestComponentsThatReachIt() throws ReductionException {
        // sums of squares: 18, 8, 2
        final var rows = new double[][]{{3, 0, 0}, {-3, 0, 0}, {0, 2, 0}, {0, -2, 0}, {0, 0, 1}, {0, 0, -1}};
        assertEquals(1, fit(rows, PcaOptions.ofVarianceShare(18 / 28.0)).dimensions());
        assertEquals(2, fit(rows, PcaOptions.ofVarianceShare(0.65)).dimensions());
        assertEquals(3, fit(rows, PcaOptions.ofVarianceShare(0.93)).dimensions());
        assertEquals(3, fit(rows, PcaOptions.ofVarianceShare(1)).dimensions());
        assertEquals(1, fit(new double[][]{{1, 1}, {2, 2}, {4, 4}}, PcaOptions.ofVarianceShare(1)).dimensions());
    }

    @Test
    void theEntryOfLargestMagnitudeOfEachComponentIsPositive() throws ReductionException {
        for (final var component : fit(random(200, 12, 5), PcaOptions.ofComponents(12)).components()) {
            final var largest = Arrays.stream(component).map(Math::abs).max().getAsDouble();
            assertEquals(largest, Arrays.stream(component).max().getAsDouble());
        }
    }

    @ParameterizedTest
    @CsvSource({"2500,130", "70,200"})
    void theBitsDoNotDependOnTheNumberOfThreadsOrOnOtherRows(final int n, final int p) throws ReductionException {
        final var rows = random(n, p, 1);
        final var options = PcaOptions.ofComponents(4).withStandardize(true);
        final var one = PrincipalComponents.fit(rows, options, 1, ProgressMonitor.NONE);
        final var scores = one.apply(rows, 1, ProgressMonitor.NONE);
        for (int threads = 2; threads <= 3; threads++) {
            final var other = PrincipalComponents.fit(rows, options, threads, ProgressMonitor.NONE);
            assertArrayEquals(one.components(), other.components());
            assertArrayEquals(one.variances(), other.variances());
            assertArrayEquals(scores, other.apply(rows, threads, ProgressMonitor.NONE));
        }
        assertArrayEquals(scores[7], one.apply(new double[][]{rows[7]}, 1, ProgressMonitor.NONE)[0]);
        assertEquals(0, one.apply(new double[0][], 2, ProgressMonitor.NONE).length);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20})
    void constantFeaturesHaveNoPartAndAreDividedByOne(final int n) throws ReductionException {
        final var rows = random(n, 5, 2);
        for (final var row : rows) {
            row[1] = 0.1; // the mean of its sum is not 0.1
            row[3] = 0;
        }
        for (final var standardize : new boolean[]{false, true}) {
            final var pca = fit(rows, PcaOptions.ofComponents(2).withStandardize(standardize));
            for (final var component : pca.components()) {
                assertEquals(0, component[1], 1e-15);
                assertEquals(0, component[3], 1e-15);
            }
            assertEquals(1, pca.scale()[1]);
            assertEquals(0.1, pca.mean()[1]);
            assertEquals(standardize, pca.scale()[0] != 1);
        }
    }

    @Test
    void rowsInAPlaneMayStillBeAskedForMoreComponentsWhichHaveNoVariance() throws ReductionException {
        for (final var n : new int[]{6, 60}) {
            final var rows = new double[n][];
            for (int i = 0; i < n; i++) {
                rows[i] = new double[]{i, 2 * i, 0, i % 3, 0, 1, 4, i};
            }
            final var pca = fit(rows, PcaOptions.ofComponents(5));
            for (int c = 0; c < 5; c++) {
                assertEquals(1, Vectors.norm(pca.components()[c]), 1e-14);
                assertTrue(c < 2 ? pca.variances()[c] > 0.1 : pca.variances()[c] < 1e-12);
            }
            assertTrue(pca.reconstructionErrors(rows, 1, ProgressMonitor.NONE)[1] < 1e-13);
        }
    }

    @Test
    void refusesWhatHasNoComponentsAndSaysWhy() {
        final var two = PcaOptions.ofComponents(2);
        assertRefused("There are no rows", new double[0][], two);
        assertRefused("at least 2 rows, but there is 1", new double[][]{{1, 2}}, two);
        assertRefused("All 3 rows are equal", new double[][]{{0.1, 2}, {0.1, 2}, {0.1, 2}}, two);
        assertRefused("All 2 rows are equal", new double[][]{{0.1, 2}, {0.1, 2}}, two.withStandardize(true));
        assertRefused("2 components were asked for, but there can be 1 at most: one less than rows (2), ",
            new double[][]{{1, 2, 3}, {2, 3, 5}}, two);
        assertRefused("there can be 1 at most", new double[][]{{1}, {2}, {3}}, two);
        assertRefused("no feature columns", new double[][]{{}, {}}, two);
        assertRefused("Feature 2 of row 3 is NaN", new double[][]{{1, 2}, {1, 3}, {0, Double.NaN}}, two);
        assertRefused("Feature 1 of row 1 is Infinity", new double[][]{{Double.POSITIVE_INFINITY, 2}, {1, 3}}, two);
        assertRefused("too large", new double[][]{{1e300, 2}, {-1e300, 3}, {4, 5}}, two);
    }

    private static void assertRefused(final String part, final double[][] rows, final PcaOptions options) {
        final var e = assertThrows(ReductionException.class, () -> fit(rows, options));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    @Test
    void refusesMoreColumnsThanHalfTheMemoryHoldsTheMatrixOfAndSaysHowManyFit() throws ReductionException {
        final var memory = 2L * 8 * 1000 * 1000;
        assertEquals(1000, PcaSolver.newMatrix(1000, "columns", memory).length);
        final var e = assertThrows(ReductionException.class, () -> PcaSolver.newMatrix(1001, "columns", memory));
        assertTrue(e.getMessage().matches("[^.]* 1001 columns [^.]*about 1000 columns fit.*"), e.getMessage());
    }

    @Test
    void refusesRowsOfAnotherShape() throws ReductionException {
        final var options = PcaOptions.ofComponents(1);
        assertThrows(IllegalArgumentException.class, () -> fit(new double[][]{{1, 2}, {1}}, options));
        final var pca = fit(new double[][]{{1, 2}, {2, 7}}, options);
        final var e = assertThrows(IllegalArgumentException.class,
            () -> pca.apply(new double[][]{{1, 2}, {1, 2, 3}}, 1, ProgressMonitor.NONE));
        assertEquals("Row 2 has 3 features instead of 2.", e.getMessage());
        assertThrows(IllegalArgumentException.class,
            () -> pca.apply(new double[][]{{1, Double.NaN}}, 1, ProgressMonitor.NONE));
        assertThrows(IllegalArgumentException.class, () -> pca.reconstruct(new double[][]{{1, 2}}));
    }

    @Test
    void optionsAreEitherANumberOrAShareInRange() {
        assertThrows(IllegalArgumentException.class, () -> PcaOptions.ofComponents(0));
        for (final var share : new double[]{0, -1, 1.01, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> PcaOptions.ofVarianceShare(share));
        }
        final var number = PcaOptions.ofComponents(2);
        final var share = PcaOptions.ofVarianceShare(0.5);
        assertThrows(IllegalArgumentException.class,
            () -> new PcaOptions(number.components(), share.varianceShare(), false));
        assertThrows(IllegalArgumentException.class,
            () -> new PcaOptions(share.components(), number.varianceShare(), false));
    }

    @Test
    void endsWhenTheUserCancels() {
        assertThrows(CancellationException.class,
            () -> PrincipalComponents.fit(random(100, 5, 1), PcaOptions.ofComponents(1), 2, (part, message) -> {
                if (part > 0.6) {
                    throw new CancellationException();
                }
            }));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void storedAndReadAgainGivesTheSameBits(final boolean standardize) throws IOException, ReductionException {
        final var rows = random(30, 6, 4);
        final var pca = fit(rows, PcaOptions.ofComponents(3).withStandardize(standardize));
        final var again = (PrincipalComponents)pca.store().reducer();
        assertEquals("pca", again.id());
        assertEquals(30, again.rows());
        assertEquals(6, again.inputs());
        assertEquals(3, again.dimensions());
        assertArrayEquals(pca.apply(rows, 1, ProgressMonitor.NONE), again.apply(rows, 1, ProgressMonitor.NONE));
        assertArrayEquals(pca.reconstructionErrors(rows, 1, ProgressMonitor.NONE),
            again.reconstructionErrors(rows, 1, ProgressMonitor.NONE));
        assertArrayEquals(pca.singularValues(), again.singularValues());
        assertFalse(again.store().values().isEmpty());
    }

    @Test
    void damagedPartsAreRefusedByName() throws ReductionException {
        final var stored = fit(random(30, 6, 4), PcaOptions.ofComponents(3)).store();
        for (final var name : stored.values().keySet()) {
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.values().remove(name));
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.values().put(name, "-1"));
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.values().put(name, "x"));
        }
        for (final var name : stored.doubles().keySet()) {
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.doubles().remove(name));
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.doubles().put(name, new double[2]));
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.doubles().get(name)[1] = Double.NaN);
        }
        ReducerAsserts.refusesDamage(stored, "scale", parts -> parts.doubles().get("scale")[5] = 0);
        ReducerAsserts.refusesDamage(stored, "variances", parts -> parts.doubles().get("variances")[2] = -1);
        ReducerAsserts.refusesDamage(stored, "dimensions", parts -> parts.values().put("dimensions", "7"));
    }
}

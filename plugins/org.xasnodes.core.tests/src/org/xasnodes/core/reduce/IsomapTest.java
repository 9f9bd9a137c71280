package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.xasnodes.core.testing.SyntheticSpectra;
import org.xasnodes.core.util.ProgressMonitor;

class IsomapTest {

    private static Isomap fit(final double[][] rows, final IsomapOptions options) throws ReductionException {
        return Isomap.fit(rows, options, 1, ProgressMonitor.NONE);
    }

    private static double[][] embedding(final Isomap isomap) {
        return isomap.embedding(1, ProgressMonitor.NONE);
    }

    /** Points of a sheet of 40 x 3 that is rolled up more than once; the first two numbers say where on the sheet. */
    private static double[][] roll(final int n, final double[][] rows) {
        final var random = new Random(3);
        final var sheet = new double[n][];
        for (int i = 0; i < n; i++) {
            final var along = 40 * random.nextDouble();
            final var angle = Math.sqrt(2 * along + 1); // radius = angle: the length is about angle^2 / 2
            sheet[i] = new double[]{along, 3 * random.nextDouble()};
            rows[i] = new double[]{angle * Math.cos(angle), sheet[i][1], angle * Math.sin(angle)};
        }
        return sheet;
    }

    @Test
    void pointsOfALineKeepTheirDistances() throws ReductionException {
        final var random = new Random(1);
        final var where = random.doubles(60, 0, 10).sorted().toArray();
        final var rows = new double[60][];
        for (int i = 0; i < 60; i++) {
            rows[i] = new double[]{3 * where[i], 1, 4 * where[i]};
        }
        final var isomap = fit(rows, new IsomapOptions(6, 1, 3000, 500, 1));
        final var values = embedding(isomap);
        for (int i = 1; i < 60; i++) {
            assertEquals(5 * (where[i] - where[0]), Math.abs(values[i][0] - values[0][0]), 1e-10);
        }
        // the root of a rounding error of the sum of squared distances, about 12500, divided by the 60 rows
        assertEquals(0, isomap.errorsByDimensions()[0], 1e-5);
        // beyond the training rows: straight on from the last ones
        final var beyond = isomap.apply(new double[][]{{3 * (where[59] + 0.1), 1, 4 * (where[59] + 0.1)}}, 1,
            ProgressMonitor.NONE)[0][0];
        assertTrue(Math.abs(beyond - values[0][0]) > Math.abs(values[59][0] - values[0][0]));
    }

    @ParameterizedTest
    @CsvSource({"1200,3000", "1200,150"})
    void aRolledSheetIsUnrolled(final int n, final int landmarks) throws ReductionException {
        final var rows = new double[n][];
        final var sheet = roll(n, rows);
        final var isomap = fit(rows, new IsomapOptions(8, 2, landmarks, landmarks, 1));
        assertEquals(Math.min(n, landmarks), isomap.landmarks());
        assertTrue(disparity(sheet, embedding(isomap)) < 0.01);
        final var flat = PrincipalComponents.fit(rows, PcaOptions.ofComponents(2), 1, ProgressMonitor.NONE);
        assertTrue(disparity(sheet, flat.apply(rows, 1, ProgressMonitor.NONE)) > 0.3, "which no projection can");
    }

    /**
     * As <code>scipy.spatial.procrustes</code>: both sets centred and of norm 1, then the least sum of squared
     * differences over all turns and scales, which is <code>1 - (sum of the singular values of A^T B)^2</code>.
     */
    private static double disparity(final double[][] a, final double[][] b) {
        final var d = a[0].length;
        final var first = standard(a);
        final var second = standard(b);
        final var product = new double[d][d];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < d; j++) {
                Vectors.addScaled(product[j], first[i][j], second[i]);
            }
        }
        final var square = new double[d][d];
        for (int j = 0; j < d; j++) {
            for (int l = 0; l < d; l++) {
                square[j][l] = Vectors.dot(product[j], product[l]);
            }
        }
        final var squares = new SymmetricEigen(square, ProgressMonitor.NONE, "").values();
        final var sum = Arrays.stream(squares).map(value -> Math.sqrt(Math.max(0, value))).sum();
        return 1 - sum * sum;
    }

    private static double[][] standard(final double[][] points) {
        final var rows = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
        PcaAccumulator.center(rows, rows.length);
        final var norm = Vectors.norm(FeatureRows.flat(rows));
        for (final var row : rows) {
            Vectors.scale(row, 1 / norm);
        }
        return rows;
    }

    @Test
    void aHundredLandmarksOfThreeHundredSpectraAreNearlyAsGoodAsAll() throws IOException, ReductionException {
        final var rows = SyntheticSpectra.rows(0, 300);
        final var exact = embedding(fit(rows, IsomapOptions.DEFAULTS));
        for (int seed = 0; seed < 5; seed++) {
            final var isomap = fit(rows, IsomapOptions.DEFAULTS.withLandmarks(299, 100).withSeed(seed));
            assertEquals(100, isomap.landmarks());
            assertTrue(disparity(exact, embedding(isomap)) <= 0.02, "seed " + seed);
        }
    }

    @Test
    void asManyLandmarksAsRowsIsExact() throws IOException, ReductionException {
        final var rows = SyntheticSpectra.rows(0, 120);
        final var exact = fit(rows, IsomapOptions.DEFAULTS);
        final var all = fit(rows, IsomapOptions.DEFAULTS.withLandmarks(10, 120).withSeed(9));
        assertArrayEquals(embedding(exact), embedding(all));
    }

    @Test
    void landmarksAreChosenByTheSeedAndThenTheFurthestAlongTheGraph() throws ReductionException {
        final var rows = new double[11][];
        for (int i = 0; i < 11; i++) {
            rows[i] = new double[]{i};
        }
        final var search = new KdTree(new ProjectedRows(FeatureRows.flat(rows), 1, 1, ProgressMonitor.NONE),
            new int[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        final var graph = NeighborGraph.of(Neighbors.within(search, 2, 1, ProgressMonitor.NONE));
        for (int seed = 0; seed < 20; seed++) {
            final var first = new org.xasnodes.core.util.SplitMix64(seed).nextInt(11);
            final var chosen = Landmarks.choose(graph, new IsomapOptions(2, 1, 5, 2, seed), ProgressMonitor.NONE);
            final var other = first >= 5 ? 0 : 10; // of equally far ones the first
            assertArrayEquals(new int[]{Math.min(first, other), Math.max(first, other)}, chosen);
        }
        assertArrayEquals(new int[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
            Landmarks.choose(graph, new IsomapOptions(2, 1, 5, 11, 0), ProgressMonitor.NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {3000, 60})
    void theBitsDoNotDependOnTheNumberOfThreadsOrOnOtherRows(final int landmarks)
        throws IOException, ReductionException {
        final var rows = SyntheticSpectra.rows(0, 700);
        final var options = IsomapOptions.DEFAULTS.withLandmarks(landmarks, landmarks);
        final var one = fit(rows, options);
        final var values = embedding(one);
        final var newRows = SyntheticSpectra.rows(700, 800);
        final var newValues = one.apply(newRows, 1, ProgressMonitor.NONE);
        for (int threads = 2; threads <= 3; threads++) {
            final var other = Isomap.fit(rows, options, threads, ProgressMonitor.NONE);
            assertArrayEquals(values, other.embedding(threads, ProgressMonitor.NONE));
            assertArrayEquals(one.eigenvalues(), other.eigenvalues());
            assertArrayEquals(one.errorsByDimensions(), other.errorsByDimensions());
            assertArrayEquals(newValues, other.apply(newRows, threads, ProgressMonitor.NONE));
        }
        for (final var i : new int[]{0, 57, 99}) {
            assertArrayEquals(newValues[i], one.apply(new double[][]{newRows[i]}, 1, ProgressMonitor.NONE)[0]);
        }
        assertEquals(0, one.apply(new double[0][], 1, ProgressMonitor.NONE).length);
    }

    @Test
    void trainingRowsAppliedLieWhereTheyWerePlaced() throws IOException, ReductionException {
        final var rows = SyntheticSpectra.rows(0, 400);
        for (final var landmarks : new int[]{400, 80}) {
            final var isomap = fit(rows, IsomapOptions.DEFAULTS.withLandmarks(landmarks, landmarks));
            final var placed = embedding(isomap);
            final var applied = isomap.apply(rows, 1, ProgressMonitor.NONE);
            for (int i = 0; i < rows.length; i++) {
                assertArrayEquals(placed[i], applied[i], 1e-10);
            }
        }
    }

    @Test
    void duplicatedRowsLieAtTheSamePlace() throws IOException, ReductionException {
        final var spectra = SyntheticSpectra.rows(0, 60);
        final var rows = new double[240][]; // each 4 times: one of 3 neighbours would not lead out, one of 5 does
        for (int i = 0; i < 240; i++) {
            rows[i] = spectra[i % 60];
        }
        final var isomap = fit(rows, IsomapOptions.DEFAULTS);
        final var values = embedding(isomap);
        for (int i = 60; i < 240; i++) {
            assertArrayEquals(values[i % 60], values[i], 1e-10);
        }
        final var few = fit(rows, IsomapOptions.DEFAULTS.withLandmarks(100, 90));
        assertEquals(60, few.landmarks(), "no two copies are landmarks");
        final var separate = fit(rows, IsomapOptions.DEFAULTS.withNeighbors(3));
        assertEquals(60, separate.components());
        assertEquals(3, separate.dimensions());
    }

    @Test
    void constantFeaturesDoNotMatter() throws IOException, ReductionException {
        final var rows = SyntheticSpectra.rows(0, 100);
        final var longer = new double[100][];
        for (int i = 0; i < 100; i++) {
            longer[i] = Arrays.copyOf(rows[i], 107);
            Arrays.fill(longer[i], 100, 107, 0.25);
        }
        final var expected = embedding(fit(rows, IsomapOptions.DEFAULTS));
        final var values = embedding(fit(longer, IsomapOptions.DEFAULTS));
        for (int i = 0; i < 100; i++) {
            assertArrayEquals(expected[i], values[i], 1e-10);
        }
    }

    @Test
    void refusesWhatCannotBeLaidOutAndSaysWhy() {
        final var options = IsomapOptions.DEFAULTS;
        final var line = new double[40][];
        for (int i = 0; i < 40; i++) {
            line[i] = new double[]{i, 2 * i};
        }
        assertRefused("There are no rows", new double[0][], options);
        assertRefused("at least 6 rows, but there are 5", Arrays.copyOf(line, 5), options);
        assertRefused("at least 2 rows, but there is 1", Arrays.copyOf(line, 1), options.withNeighbors(1));
        assertRefused("8 dimensions need at least 9 rows, but there are 8", Arrays.copyOf(line, 8),
            options.withDimensions(8));
        assertRefused("3 dimensions need at least 4 landmarks, but there are 3", line, options.withLandmarks(10, 3));
        assertRefused("3 dimensions were asked for, but the distances between 40 different rows span only 1", line,
            options);
        final var missing = Arrays.stream(line).map(double[]::clone).toArray(double[][]::new);
        missing[17][1] = Double.NaN;
        assertRefused("Feature 2 of row 18 is NaN. Remove the row", missing, options);
        final var equal = new double[9][];
        Arrays.fill(equal, new double[]{1, 2});
        assertRefused("All 9 rows are equal", equal, options);
        final var large = new double[][]{{1e200, 0}, {-1e200, 0}, {0, 1e200}};
        final var tiny = new double[][]{{1e-200, 0}, {-1e-200, 0}, {0, 1e-200}};
        assertRefused("too small", tiny, options.withNeighbors(1).withDimensions(1));
        assertRefused("too large", large, options.withNeighbors(1).withDimensions(1));
    }

    @Test
    void refusesTooManyComponentsAndSaysHowMany() {
        final var rows = new double[3003][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[]{i / 3};
        }
        assertRefused("1001 components, which is more than the 1000 that can be joined. Raise the number of neighbours",
            rows, IsomapOptions.DEFAULTS.withNeighbors(2).withDimensions(1));
    }

    @Test
    void refusesMoreLandmarksThanHalfTheMemoryHoldsTheMatrixOfAndSaysHowManyFit() {
        final var rows = new double[101][3];
        final var fit = new IsomapFit(IsomapOptions.DEFAULTS, 1, ProgressMonitor.NONE, 2L * 8 * 100 * 100);
        final var e = assertThrows(ReductionException.class, () -> fit.fit(rows));
        assertTrue(e.getMessage().matches("[^.]* 101 landmarks [^.]*; about 100 fit.*"), e.getMessage());
    }

    private static void assertRefused(final String part, final double[][] rows, final IsomapOptions options) {
        final var e = assertThrows(ReductionException.class, () -> fit(rows, options));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    @Test
    void refusesRowsOfAnotherShape() throws IOException, ReductionException {
        final var rows = SyntheticSpectra.rows(0, 20);
        final var isomap = fit(rows, IsomapOptions.DEFAULTS);
        final var e = assertThrows(IllegalArgumentException.class,
            () -> isomap.apply(new double[][]{new double[99]}, 1, ProgressMonitor.NONE));
        assertEquals("Row 1 has 99 features instead of 100.", e.getMessage());
        rows[3] = new double[2];
        assertThrows(IllegalArgumentException.class, () -> fit(rows, IsomapOptions.DEFAULTS));
        assertFalse(isomap.reconstructs());
        assertThrows(UnsupportedOperationException.class,
            () -> isomap.reconstructionErrors(rows, 1, ProgressMonitor.NONE));
    }

    @Test
    void optionsBelowOneAreRefusedByName() {
        for (final var name : new String[]{"neighbours", "dimensions", "above which", "landmarks"}) {
            final var e = assertThrows(IllegalArgumentException.class,
                () -> new IsomapOptions(name.equals("neighbours") ? 0 : 1, name.equals("dimensions") ? -1 : 1,
                    name.equals("above which") ? 0 : 1, name.equals("landmarks") ? 0 : 1, 0));
            assertTrue(e.getMessage().contains(name), e.getMessage());
        }
    }

    @Test
    void endsWhenTheUserCancelsAndProgressNeverFalls() throws IOException, ReductionException {
        final var rows = SyntheticSpectra.rows(0, 500);
        final var last = new double[1];
        Isomap.fit(rows, IsomapOptions.DEFAULTS.withLandmarks(400, 60), 1, (part, message) -> {
            assertTrue(part >= last[0] && part <= 1, message + " " + part + " after " + last[0]);
            last[0] = part;
        });
        for (final var end : new double[]{0.02, 0.2, 0.52, 0.7, 0.95}) {
            assertThrows(CancellationException.class,
                () -> Isomap.fit(rows, IsomapOptions.DEFAULTS.withLandmarks(400, 60), 2, (part, message) -> {
                    if (part > end) {
                        throw new CancellationException();
                    }
                }));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 50})
    void storedAndReadAgainGivesTheSameBits(final int landmarks) throws IOException, ReductionException {
        final var options = new IsomapOptions(6, 4, landmarks, landmarks, Long.MIN_VALUE + 1);
        final var isomap = fit(SyntheticSpectra.rows(0, 200), options);
        final var again = (Isomap)isomap.store().reducer();
        final var newRows = SyntheticSpectra.rows(200, 230);
        assertArrayEquals(isomap.apply(newRows, 1, ProgressMonitor.NONE),
            again.apply(newRows, 2, ProgressMonitor.NONE));
        assertArrayEquals(embedding(isomap), embedding(again));
        assertArrayEquals(isomap.errorsByDimensions(), again.errorsByDimensions());
        assertEquals(options, again.options());
        assertEquals(isomap.components(), again.components());
        assertEquals("isomap", again.id());
        assertNotEquals(isomap, again);
    }

    @Test
    void damagedPartsAreRefusedByName() throws IOException, ReductionException {
        final var stored = fit(SyntheticSpectra.rows(0, 80), IsomapOptions.DEFAULTS.withLandmarks(40, 40)).store();
        for (final var name : stored.values().keySet()) {
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.values().remove(name));
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.values().put(name, "1.5"));
        }
        for (final var name : stored.doubles().keySet()) {
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.doubles().remove(name));
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.doubles().put(name, new double[2]));
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.doubles().get(name)[1] = Double.NaN);
        }
        for (final var name : stored.ints().keySet()) {
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.ints().remove(name));
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.ints().put(name, new int[2]));
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.ints().get(name)[1] = -1);
            ReducerAsserts.refusesDamage(stored, name, parts -> parts.ints().get(name)[1] = Integer.MAX_VALUE);
        }
        ReducerAsserts.refusesDamage(stored, "landmarks", parts -> parts.ints().get("landmarks")[39] = 80);
        ReducerAsserts.refusesDamage(stored, "offsets", parts -> parts.ints().get("offsets")[0] = 1);
        ReducerAsserts.refusesDamage(stored, "offsets", parts -> parts.ints().get("offsets")[80]--);
        ReducerAsserts.refusesDamage(stored, "lengths", parts -> parts.doubles().get("lengths")[3] = -1);
        ReducerAsserts.refusesDamage(stored, "values", parts -> parts.doubles().get("values")[2] = 0);
        ReducerAsserts.refusesDamage(stored, "not connected", parts -> Arrays.fill(parts.ints().get("targets"), 0));
    }
}

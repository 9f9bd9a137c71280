package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xasnodes.core.util.ProgressMonitor;

/** Neighbours, their graph, shortest paths and the joining of components, against what trying everything gives. */
class NeighborsTest {

    private static double[][] random(final int n, final int p, final double step, final long seed) {
        final var random = new Random(seed);
        final var rows = new double[n][p];
        for (final var row : rows) {
            for (int j = 0; j < p; j++) {
                final var value = random.nextGaussian() / (1 + j % 9);
                row[j] = step == 0 ? value : Math.rint(value / step) * step;
            }
        }
        return rows;
    }

    private static KdTree tree(final double[][] rows) {
        return new KdTree(new ProjectedRows(FeatureRows.flat(rows), rows[0].length, 1, ProgressMonitor.NONE),
            IntStream.range(0, rows.length).toArray());
    }

    private static double square(final double[] a, final double[] b) {
        return ProjectedRows.squaredDistance(a, 0, b, 0, a.length, Double.POSITIVE_INFINITY);
    }

    private static int[] nearest(final double[][] rows, final double[] row, final int excluded, final int k) {
        return IntStream.range(0, rows.length).filter(i -> i != excluded).boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> square(rows[i], row)).thenComparing(i -> i)).limit(k)
            .mapToInt(i -> i).toArray();
    }

    /** With steps many distances are equal, and many rows, too. */
    @ParameterizedTest
    @CsvSource({"500,3,0,5", "500,3,0.5,7", "400,40,0,5", "400,12,1,9", "300,1,0.01,3", "17,5,0,16", "6,2,0,5",
        "2,1,0,1", "700,2,5,4", "40,130,0,3"})
    void areThoseThatTryingAllRowsFindsOfEquallyNearOnesTheFirst(final int n, final int p, final double step,
        final int k) {
        final var rows = random(n, p, step, n);
        final var neighbors = Neighbors.within(tree(rows), k, 2, ProgressMonitor.NONE);
        for (int i = 0; i < n; i++) {
            final var expected = nearest(rows, rows[i], i, k);
            assertArrayEquals(expected, Arrays.copyOfRange(neighbors.ids(), i * k, (i + 1) * k), "row " + i);
            assertEquals(Math.sqrt(square(rows[i], rows[expected[k - 1]])), neighbors.distances()[(i + 1) * k - 1]);
        }
        final var others = random(50, p, step, 77);
        for (final var far : others[0].length == 0 ? new int[0] : new int[]{3, 4}) {
            others[far][0] = 1e6 * far; // far from all
        }
        final var among = Neighbors.among(tree(rows), FeatureRows.flat(others), k, 1, ProgressMonitor.NONE);
        for (int i = 0; i < others.length; i++) {
            assertArrayEquals(nearest(rows, others[i], -1, k), Arrays.copyOfRange(among.ids(), i * k, (i + 1) * k));
        }
    }

    @Test
    void rowsFarFromZeroAreStillToldApart() {
        final var rows = random(300, 4, 0, 5);
        for (final var row : rows) {
            Arrays.setAll(row, j -> 1e9 + row[j]);
        }
        final var neighbors = Neighbors.within(tree(rows), 4, 1, ProgressMonitor.NONE);
        for (int i = 0; i < 300; i++) {
            assertArrayEquals(nearest(rows, rows[i], i, 4), Arrays.copyOfRange(neighbors.ids(), i * 4, (i + 1) * 4));
        }
    }

    @Test
    void anEdgeStandsAtBothEndsWhicheverListsTheOther() {
        final var rows = new double[][]{{0}, {1}, {1.5}, {4}};
        final var graph = NeighborGraph.of(Neighbors.within(tree(rows), 1, 1, ProgressMonitor.NONE));
        assertArrayEquals(new int[]{0, 1, 3, 5, 6}, graph.offsets());
        assertArrayEquals(new int[]{1, 0, 2, 1, 3, 2}, graph.targets());
        assertArrayEquals(new double[]{1, 1, 0.5, 0.5, 2.5, 2.5}, graph.lengths());
        assertArrayEquals(new int[4], graph.components());
    }

    @Test
    void shortestPathsAreThoseOfFloydAndWarshall() throws ReductionException {
        final var rows = random(120, 3, 0.25, 6); // with edges of length 0
        final var tree = tree(rows);
        var graph = NeighborGraph.of(Neighbors.within(tree, 3, 1, ProgressMonitor.NONE));
        final var labels = graph.components();
        final var components = Arrays.stream(labels).max().getAsInt() + 1;
        if (components > 1) {
            graph = GraphJoin.join(graph, labels, components, tree.rows(), 1, ProgressMonitor.NONE);
        }
        final var expected = matrix(graph);
        for (int m = 0; m < 120; m++) {
            for (int i = 0; i < 120; i++) {
                for (int j = 0; j < 120; j++) {
                    expected[i][j] = Math.min(expected[i][j], expected[i][m] + expected[m][j]);
                }
            }
        }
        final var paths = new ShortestPaths(graph);
        final var distances = new double[120];
        final var nearest = new double[120];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < 120; i++) {
            paths.from(i, distances);
            assertArrayEquals(expected[i], distances, 1e-12);
            if (i % 20 == 7) {
                paths.shorten(i, nearest);
                for (int j = 0; j < 120; j++) {
                    expected[0][j] = Math.min(i == 7 ? distances[j] : expected[0][j], distances[j]);
                }
                assertArrayEquals(expected[0], nearest, 0);
            }
        }
    }

    private static double[][] matrix(final NeighborGraph graph) {
        final var matrix = new double[graph.nodes()][graph.nodes()];
        for (int i = 0; i < graph.nodes(); i++) {
            Arrays.fill(matrix[i], Double.POSITIVE_INFINITY);
            matrix[i][i] = 0;
            for (int e = graph.offsets()[i]; e < graph.offsets()[i + 1]; e++) {
                matrix[i][graph.targets()[e]] = graph.lengths()[e];
            }
        }
        return matrix;
    }

    @Test
    void eachPairOfComponentsIsJoinedByItsFirstShortestEdge() throws ReductionException {
        final var rows = random(150, 2, 0.25, 8);
        for (int i = 0; i < 150; i++) {
            rows[i][0] += 10 * (i % 4); // four heaps, on a lattice: many edges are equally short
            rows[i][1] += 10 * (i % 2);
        }
        final var tree = tree(rows);
        final var graph = NeighborGraph.of(Neighbors.within(tree, 12, 1, ProgressMonitor.NONE));
        final var labels = graph.components();
        final var components = Arrays.stream(labels).max().getAsInt() + 1;
        final var expected = matrix(graph);
        for (int a = 0; a < components; a++) {
            for (int b = a + 1; b < components; b++) {
                join(rows, labels, a, b, expected);
            }
        }
        for (int threads = 1; threads <= 3; threads++) {
            final var joined = GraphJoin.join(graph, labels, components, tree.rows(), threads, ProgressMonitor.NONE);
            assertArrayEquals(expected, matrix(joined));
            assertArrayEquals(new int[150], joined.components());
        }
    }

    private static void join(final double[][] rows, final int[] labels, final int a, final int b,
        final double[][] matrix) {
        int from = -1;
        int to = -1;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                if (labels[i] == a && labels[j] == b
                    && (from < 0 || square(rows[i], rows[j]) < square(rows[from], rows[to]))) {
                    from = i;
                    to = j;
                }
            }
        }
        matrix[from][to] = Math.sqrt(square(rows[from], rows[to]));
        matrix[to][from] = matrix[from][to];
    }
}

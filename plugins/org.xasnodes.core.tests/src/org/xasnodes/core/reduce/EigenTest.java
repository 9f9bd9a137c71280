package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.util.ProgressMonitor;
import org.xasnodes.core.util.SplitMix64;

/** Eigenvalues and vectors, all or the largest, of matrices whose eigenvalues are known. */
class EigenTest {

    /** A matrix with these eigenvalues: reflected at random until nothing of its diagonal can be seen. */
    private static double[][] matrix(final double[] values, final long seed) {
        final var n = values.length;
        final var random = new Random(seed);
        final var matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = values[i];
        }
        for (int round = 0; round < 3; round++) {
            final var v = random.doubles(n, -1, 1).toArray();
            Vectors.scale(v, Math.sqrt(2) / Vectors.norm(v));
            final var product = new double[n];
            Arrays.setAll(product, i -> Vectors.dot(matrix[i], v));
            final var along = Vectors.dot(product, v);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    matrix[i][j] += along * v[i] * v[j] - product[i] * v[j] - v[i] * product[j];
                }
            }
        }
        return matrix;
    }

    private static double[] spectrum(final String kind, final int n) {
        final var values = new double[n];
        Arrays.setAll(values, i -> switch (kind) {
            case "even" -> n - 1 - i;
            case "steep" -> Math.pow(0.7, i);
            case "equal" -> i < 4 ? 7 : i < 9 ? 6 : -3;
            case "close" -> 5 - 1e-9 * i;
            case "rank 2" -> i < 2 ? 3 - i : 0;
            case "negative" -> i < 3 ? 2 - i * 0.1 : -10.0 * i;
            case "zero" -> 0;
            case "tiny" -> 1e-300 * (n - i);
            case "huge" -> 1e300 * (n - i) / n;
            default -> throw new IllegalArgumentException(kind);
        });
        Arrays.sort(values);
        for (int i = 0; i < n / 2; i++) {
            final var value = values[i];
            values[i] = values[n - 1 - i];
            values[n - 1 - i] = value;
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"even", "steep", "equal", "close", "rank 2", "negative", "zero", "tiny", "huge"})
    void allEigenvaluesAndVectors(final String kind) {
        for (final var n : new int[]{1, 2, 3, 10, 61}) {
            final var values = spectrum(kind, n);
            final var matrix = matrix(values, n);
            final var eigen = new SymmetricEigen(copy(matrix), ProgressMonitor.NONE, "");
            assertPairs(values, matrix, eigen.values(), eigen.vectors(n));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"even", "steep", "equal", "close", "rank 2", "negative", "zero"})
    void theLargestOfLargeMatrices(final String kind) {
        for (final var n : new int[]{100, 230, 700}) {
            final var values = spectrum(kind, n);
            final var matrix = matrix(values, n);
            final var pairs = TopEigenpairs.of(matrix, 3, 1, ProgressMonitor.NONE);
            assertPairs(values, matrix, pairs.values(), pairs.vectors());
            final var again = TopEigenpairs.of(matrix, 3, 3, ProgressMonitor.NONE);
            assertArrayEquals(pairs.vectors(), again.vectors());
            assertArrayEquals(pairs.values(), again.values());
        }
    }

    private static void assertPairs(final double[] expected, final double[][] matrix, final double[] values,
        final double[][] vectors) {
        final var norm = Math.max(Math.abs(expected[0]), Math.abs(expected[expected.length - 1]));
        final var tolerance = 3e-14 * norm * Math.sqrt(matrix.length) / 3;
        assertArrayEquals(Arrays.copyOf(expected, values.length), values, tolerance);
        for (int a = 0; a < vectors.length; a++) {
            for (int b = 0; b <= a; b++) {
                assertEquals(a == b ? 1 : 0, Vectors.dot(vectors[a], vectors[b]), 1e-13);
            }
            final var residual = new double[matrix.length];
            for (int i = 0; i < matrix.length; i++) {
                residual[i] = (Vectors.dot(matrix[i], vectors[a]) - values[a] * vectors[a][i]) / (norm == 0 ? 1 : norm);
            }
            assertEquals(0, Vectors.norm(residual), 1e-13);
        }
    }

    private static double[][] copy(final double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    @Test
    void diagonalMatricesAndThoseThatFallApart() {
        final var matrix = new double[7][7];
        final var diagonal = new double[]{1, 1, -2, 1, 5, 0, 0};
        for (int i = 0; i < 7; i++) {
            matrix[i][i] = diagonal[i];
        }
        matrix[5][6] = 3; // 3 and -3
        matrix[6][5] = 3;
        final var eigen = new SymmetricEigen(copy(matrix), ProgressMonitor.NONE, "");
        assertPairs(new double[]{5, 3, 1, 1, 1, -2, -3}, matrix, eigen.values(), eigen.vectors(7));
    }

    /** The covariances of smooth curves, such as wavelet transforms: most eigenvalues drown in rounding errors. */
    @ParameterizedTest
    @CsvSource({"400, 0.1", "400, 0.5", "300, 0.7"})
    void eigenvaluesBelowTheRoundingErrorsOfTheLargestDoNotKeepTheOthersFromConverging(final int n, final double ratio) {
        final var random = new SplitMix64(3);
        final var matrix = new double[n][n];
        for (double weight = 1; weight > 1e-30; weight *= ratio) {
            final var center = n * random.nextDouble();
            final var curve = new double[n];
            Arrays.setAll(curve, i -> Math.exp(-200 * (i - center) * (i - center) / n / n));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    matrix[i][j] += weight * curve[i] * curve[j];
                }
            }
        }
        final var trace = IntStream.range(0, n).mapToDouble(i -> matrix[i][i]).sum();
        final var values = new SymmetricEigen(matrix, ProgressMonitor.NONE, "").values();
        assertEquals(trace, Arrays.stream(values).sum(), 1e-12 * trace);
        assertTrue(values[n - 1] > -1e-14 * values[0], () -> "least " + values[n - 1]);
    }
}

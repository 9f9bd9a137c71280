package org.xasnodes.core.reduce;

import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * The matrix <code>-D^2 / 2</code> of the landmarks' distances along the data, the mean taken off its rows and columns
 * (the double centring of classical scaling).
 *
 * @param centered the matrix [landmarks][landmarks]
 * @param columnMeans the means that were taken off; their own mean was added again
 * @param sumOfSquares of the numbers of the centred matrix
 */
record GeodesicKernel(double[][] centered, double[] columnMeans, double sumOfSquares) {

    private static final int PIECE = 16;

    static GeodesicKernel of(final LandmarkDistances distances, final int[] landmarks, final int threads,
        final ProgressMonitor progress) {
        final var kernel = new double[landmarks.length][landmarks.length];
        distances.forEach(threads, progress, (first, count, lengths) -> {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < landmarks.length; j++) {
                    final var length = lengths[i][landmarks[j]];
                    kernel[first + i][j] = -0.5 * length * length;
                }
            }
        });
        for (int i = 0; i < landmarks.length; i++) { // the way back adds up in another order: the last bits may differ
            for (int j = 0; j < i; j++) {
                kernel[i][j] = (kernel[i][j] + kernel[j][i]) / 2;
                kernel[j][i] = kernel[i][j];
            }
        }
        return center(kernel, threads);
    }

    private static GeodesicKernel center(final double[][] kernel, final int threads) {
        final var size = kernel.length;
        final var means = new double[size];
        final var squares = new double[size];
        forEachRow(size, threads, i -> means[i] = sum(kernel[i]) / size);
        final var mean = sum(means) / size;
        forEachRow(size, threads, i -> {
            for (int j = 0; j < size; j++) {
                kernel[i][j] -= means[i] + means[j] - mean;
            }
            squares[i] = Vectors.dot(kernel[i], kernel[i]);
        });
        return new GeodesicKernel(kernel, means, sum(squares));
    }

    private static void forEachRow(final int rows, final int threads, final Parallel.Piece row) {
        Parallel.run((rows + PIECE - 1) / PIECE, threads, ProgressMonitor.NONE, "", piece -> {
            for (int i = piece * PIECE; i < Math.min(rows, (piece + 1) * PIECE); i++) {
                row.run(i);
            }
        });
    }

    private static double sum(final double[] numbers) {
        var sum = 0.0;
        for (final var number : numbers) {
            sum += number;
        }
        return sum;
    }

    /**
     * @param values the largest eigenvalues, from the largest
     * @return what the first i of them leave unexplained, for i = 1, 2, ...:
     *         <code>sqrt(sum of squares - sum of values^2) / size</code>, as scikit-learn's reconstruction error
     */
    double[] errors(final double[] values) {
        final var errors = new double[values.length];
        var left = sumOfSquares;
        for (int i = 0; i < values.length; i++) {
            left -= values[i] * values[i];
            errors[i] = Math.sqrt(Math.max(0, left)) / centered.length; // below 0 are rounding errors
        }
        return errors;
    }
}

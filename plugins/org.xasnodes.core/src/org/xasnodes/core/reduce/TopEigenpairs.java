package org.xasnodes.core.reduce;

import java.util.Arrays;

import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;
import org.xasnodes.core.util.SplitMix64;

/**
 * The largest eigenvalues of a large symmetric matrix and their vectors, by block Lanczos: a growing orthonormal basis,
 * in which the matrix becomes a small one (Rayleigh and Ritz), extended by what its vectors still lack to be
 * eigenvectors, and begun again from the best of them when it is full (K. Wu, H. Simon, <a
 * href="https://doi.org/10.1137/S0895479898334605">doi 10.1137/S0895479898334605</a>). Several vectors at a time, so
 * that equal eigenvalues are all found; every vector is made orthogonal to all, so that none is found twice. Begins
 * with random numbers of a fixed seed. Small matrices are solved as a whole. Cost O(n^2 count) for each of some ten to
 * fifty steps.
 */
final class TopEigenpairs {

    private static final String MESSAGE = "Finding the main dimensions";

    /** Below this size the whole decomposition is quick. */
    private static final int SMALL = 150;

    private static final int MAX_STEPS = 2000;

    /** Columns that are one piece of work; four rows of them stay in the processor's cache. */
    private static final int PIECE = 400;

    private static final int ROWS = 4;

    /** A residual relative to the eigenvalue of largest magnitude counts as rounding below this times the root of n. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    private final double[][] m_matrix;

    private final int m_count;

    private final int m_block;

    private final int m_threads;

    private final ProgressMonitor m_progress;

    /** Orthonormal vectors, then their products with the matrix, then the products of the two. */
    private final double[][] m_basis;

    private final double[][] m_images;

    private final double[][] m_small;

    private int m_size;

    private double[] m_values;

    private double[][] m_vectors;

    private TopEigenpairs(final double[][] matrix, final int count, final int threads, final ProgressMonitor progress) {
        m_matrix = matrix;
        m_count = count;
        m_block = count + 2;
        m_threads = threads;
        m_progress = progress;
        final var capacity = Math.max(40, 10 * m_block);
        m_basis = new double[capacity][];
        m_images = new double[capacity][];
        m_small = new double[capacity][capacity];
    }

    /**
     * @param matrix symmetric [n][n], finite; left unchanged
     * @param count how many eigenpairs, at most n
     * @param threads at most so many are used
     * @param progress is told how far the work is
     * @return the largest eigenvalues with orthonormal vectors
     */
    static TopEigenpairs of(final double[][] matrix, final int count, final int threads,
        final ProgressMonitor progress) {
        final var pairs = new TopEigenpairs(matrix, count, threads, progress);
        if (matrix.length <= SMALL || pairs.m_basis.length > matrix.length / 4) {
            final var copy = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
            final var eigen = new SymmetricEigen(copy, progress, MESSAGE);
            pairs.m_values = Arrays.copyOf(eigen.values(), count);
            pairs.m_vectors = eigen.vectors(count);
        } else {
            pairs.iterate();
        }
        return pairs;
    }

    /** @return the eigenvalues from the largest */
    double[] values() {
        return m_values;
    }

    /** @return their vectors [count][n], orthonormal; which sign they have is left open */
    double[][] vectors() {
        return m_vectors;
    }

    private void iterate() {
        final var n = m_matrix.length;
        final var random = new SplitMix64(n);
        var added = new double[m_block][n];
        for (final var vector : added) {
            Arrays.setAll(vector, i -> random.nextDouble() - 0.5);
        }
        for (int step = 0; step < MAX_STEPS; step++) {
            m_progress.update(1 - 1 / (1 + step / 10.0), MESSAGE);
            final var before = m_size;
            extend(added);
            final var eigen = new SymmetricEigen(smallMatrix(), ProgressMonitor.NONE, "");
            m_values = Arrays.copyOf(eigen.values(), m_block);
            final var weights = eigen.vectors(m_block);
            m_vectors = combine(m_basis, weights);
            final var residuals = combine(m_images, weights);
            if (subtract(residuals) <= rounding(eigen.values()) || m_size == before) {
                m_values = Arrays.copyOf(m_values, m_count);
                m_vectors = Arrays.copyOf(m_vectors, m_count);
                return;
            }
            if (m_size + m_block > m_basis.length) {
                restart(eigen);
            }
            added = residuals;
        }
        throw new ArithmeticException("The eigenvectors did not converge.");
    }

    /** Takes new vectors into the basis as far as they are new to it. */
    private void extend(final double[][] added) {
        final var before = m_size;
        for (final var vector : added) {
            final var norm = Vectors.norm(vector);
            if (norm > 0) {
                Vectors.scale(vector, 1 / norm);
                if (Vectors.orthonormalize(vector, m_basis, m_size)) {
                    m_basis[m_size++] = vector;
                }
            }
        }
        for (int v = before; v < m_size; v++) {
            m_images[v] = new double[m_matrix.length];
        }
        multiply(before, m_size);
        for (int v = before; v < m_size; v++) {
            for (int u = 0; u <= v; u++) {
                m_small[u][v] = Vectors.dot(m_basis[u], m_images[v]);
                m_small[v][u] = m_small[u][v];
            }
        }
    }

    private void multiply(final int from, final int to) {
        final var n = m_matrix.length;
        Parallel.run((n + PIECE - 1) / PIECE, m_threads, ProgressMonitor.NONE, MESSAGE, piece -> {
            final var last = Math.min(n, (piece + 1) * PIECE);
            for (int i = 0; i < n; i += ROWS) {
                for (int v = from; v < to; v++) {
                    addRows(m_images[v], m_basis[v], i, piece * PIECE, last);
                }
            }
        });
    }

    /** Adds some rows of the (symmetric) matrix, each times its entry of x, to a range of the product. */
    private void addRows(final double[] product, final double[] x, final int row, final int first, final int last) {
        if (row + ROWS > m_matrix.length) {
            for (int i = row; i < m_matrix.length; i++) {
                for (int j = first; j < last; j++) {
                    product[j] += x[i] * m_matrix[i][j];
                }
            }
            return;
        }
        final var a = m_matrix[row];
        final var b = m_matrix[row + 1];
        final var c = m_matrix[row + 2];
        final var d = m_matrix[row + 3];
        final var xa = x[row];
        final var xb = x[row + 1];
        final var xc = x[row + 2];
        final var xd = x[row + 3];
        for (int j = first; j < last; j++) { // Java's compiler makes this work on several columns at once
            product[j] += xa * a[j] + xb * b[j] + (xc * c[j] + xd * d[j]);
        }
    }

    private double[][] smallMatrix() {
        final var matrix = new double[m_size][];
        for (int v = 0; v < m_size; v++) {
            matrix[v] = Arrays.copyOf(m_small[v], m_size);
        }
        return matrix;
    }

    /** Sums of vectors with the weights of each row. */
    private double[][] combine(final double[][] vectors, final double[][] weights) {
        final var sums = new double[weights.length][m_matrix.length];
        for (int r = 0; r < weights.length; r++) {
            for (int v = 0; v < m_size; v++) {
                Vectors.addScaled(sums[r], weights[r][v], vectors[v]);
            }
        }
        return sums;
    }

    /** Makes images what they differ from multiples of the vectors; gives the length of the longest that matters. */
    private double subtract(final double[][] images) {
        var largest = 0.0;
        for (int r = 0; r < m_block; r++) {
            Vectors.addScaled(images[r], -m_values[r], m_vectors[r]);
            if (r < m_count) {
                largest = Math.max(largest, Vectors.norm(images[r]));
            }
        }
        return largest;
    }

    /** What rounding alone makes of a product with the matrix. */
    private double rounding(final double[] values) {
        return ROUNDING * Math.sqrt(m_matrix.length)
            * Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
    }

    /** Keeps the best half of the basis. */
    private void restart(final SymmetricEigen eigen) {
        final var keep = m_basis.length / 2;
        final var weights = eigen.vectors(keep);
        final var basis = combine(m_basis, weights);
        final var images = combine(m_images, weights);
        final var values = eigen.values();
        for (int v = 0; v < keep; v++) {
            m_basis[v] = basis[v];
            m_images[v] = images[v];
            Arrays.fill(m_small[v], 0);
            m_small[v][v] = values[v];
        }
        m_size = keep;
    }
}

package org.xasnodes.core.reduce;

import java.util.Arrays;

import org.xasnodes.core.util.ProgressMonitor;

/**
 * Eigenvalues, and eigenvectors of the largest of them, of a symmetric matrix: Householder's reflections make it
 * tridiagonal, see {@link Tridiagonal} for the rest. Values are exact to some units of rounding of the largest. Each
 * reflection passes over the matrix once: the rows are updated and, while they are at hand, multiplied with the next
 * reflection's vector. Cost O(4/3 n^3) multiplications for the values, O(n^2) for each vector.
 */
final class SymmetricEigen {

    /** Becomes tridiagonal; row k keeps reflection k from index k + 1 on. */
    private final double[][] m_matrix;

    private final double[] m_diagonal;

    private final double[] m_beside;

    /** Factor of each reflection <code>1 - factor v v^T</code>. */
    private final double[] m_factor;

    private final double m_scale;

    private final Tridiagonal m_tridiagonal;

    private final double[] m_values;

    /**
     * @param matrix n rows of n finite numbers, symmetric; it is used up
     * @param progress is told the share done
     * @param message for it
     */
    SymmetricEigen(final double[][] matrix, final ProgressMonitor progress, final String message) {
        m_matrix = matrix;
        m_diagonal = new double[matrix.length];
        m_beside = new double[matrix.length];
        m_factor = new double[matrix.length];
        m_scale = normalize();
        reflect(progress, message);
        m_tridiagonal = new Tridiagonal(m_diagonal, m_beside);
        m_values = m_tridiagonal.values();
    }

    /** Divides by a power of two near the largest magnitude, which it gives back. */
    private double normalize() {
        var largest = 0.0;
        for (final var row : m_matrix) {
            for (final var value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        final var scale = largest < Double.MIN_NORMAL ? 1 : Math.scalb(1.0, Math.getExponent(largest));
        for (final var row : m_matrix) {
            Vectors.scale(row, 1 / scale);
        }
        return scale;
    }

    private void reflect(final ProgressMonitor progress, final String message) {
        final var n = m_matrix.length;
        var v = new double[n];
        var product = new double[n];
        var nextV = new double[n];
        var nextProduct = new double[n];
        final var w = new double[n];
        findReflection(0, v);
        for (int i = 1; i < n; i++) {
            product[i] = Vectors.dot(m_matrix[i], v, 1, n);
        }
        for (int k = 0; k < n - 1; k++) {
            progress.update((double)k / n, message);
            final var half = m_factor[k] / 2 * m_factor[k] * Vectors.dot(product, v, k + 1, n);
            for (int i = k + 1; i < n; i++) {
                w[i] = m_factor[k] * product[i] - half * v[i];
            }
            updateRow(m_matrix[k + 1], v[k + 1], w[k + 1], v, w, k + 1);
            findReflection(k + 1, nextV);
            Arrays.fill(nextProduct, 0);
            updateAndMultiply(k + 2, v, w, nextV, nextProduct);
            System.arraycopy(v, k + 1, m_matrix[k], k + 1, n - k - 1);
            final var oldV = v;
            v = nextV;
            nextV = oldV;
            final var oldProduct = product;
            product = nextProduct;
            nextProduct = oldProduct;
        }
    }

    /** Finds the reflection that leaves only one number right of the diagonal of row k; all before it is final. */
    private void findReflection(final int k, final double[] v) {
        final var n = m_matrix.length;
        final var row = m_matrix[k];
        m_diagonal[k] = row[k];
        Arrays.fill(v, 0, Math.min(n, k + 1), 0);
        if (k + 1 >= n) {
            return;
        }
        System.arraycopy(row, k + 1, v, k + 1, n - k - 1);
        final var rest = Vectors.dot(v, v, k + 2, n);
        if (rest < Double.MIN_NORMAL) { // nothing to reflect
            m_beside[k] = v[k + 1];
            m_factor[k] = 0;
            return;
        }
        final var length = Math.sqrt(v[k + 1] * v[k + 1] + rest);
        m_beside[k] = v[k + 1] > 0 ? -length : length;
        v[k + 1] -= m_beside[k];
        m_factor[k] = 2 / (v[k + 1] * v[k + 1] + rest);
    }

    private static void updateRow(final double[] row, final double vi, final double wi, final double[] v,
        final double[] w, final int from) {
        for (int j = from; j < row.length; j++) {
            row[j] -= vi * w[j] + wi * v[j];
        }
    }

    /**
     * Takes <code>v w^T + w v^T</code> off the rows from an index on and adds row i times entry i of x to the product.
     */
    private void updateAndMultiply(final int from, final double[] v, final double[] w, final double[] x,
        final double[] product) {
        final var n = m_matrix.length;
        int i = from;
        for (; i + 1 < n; i += 2) {
            updateTwoRows(m_matrix[i], m_matrix[i + 1], i, from, v, w, x, product);
        }
        if (i < n) {
            updateRow(m_matrix[i], v[i], w[i], v, w, from);
            for (int j = from; j < n; j++) {
                product[j] += x[i] * m_matrix[i][j];
            }
        }
    }

    private static void updateTwoRows(final double[] row0, final double[] row1, final int i, final int from,
        final double[] v, final double[] w, final double[] x, final double[] product) {
        final var v0 = v[i];
        final var v1 = v[i + 1];
        final var w0 = w[i];
        final var w1 = w[i + 1];
        final var x0 = x[i];
        final var x1 = x[i + 1];
        for (int j = from; j < product.length; j++) {
            final var new0 = row0[j] - (v0 * w[j] + w0 * v[j]);
            final var new1 = row1[j] - (v1 * w[j] + w1 * v[j]);
            row0[j] = new0;
            row1[j] = new1;
            product[j] += x0 * new0 + x1 * new1;
        }
    }

    /** @return all eigenvalues, from the largest to the least */
    double[] values() {
        final var values = m_values.clone();
        Vectors.scale(values, m_scale);
        return values;
    }

    /**
     * @param count how many
     * @return orthonormal eigenvectors [count][n] of the largest eigenvalues; which sign they have is left open
     */
    double[][] vectors(final int count) {
        final var n = m_matrix.length;
        final var vectors = m_tridiagonal.vectors(m_values, count);
        for (final var vector : vectors) {
            for (int k = n - 2; k >= 0; k--) {
                final var reflection = m_matrix[k];
                final var along = m_factor[k] * Vectors.dot(reflection, vector, k + 1, n);
                for (int j = k + 1; j < n; j++) {
                    vector[j] -= along * reflection[j];
                }
            }
        }
        return vectors;
    }
}

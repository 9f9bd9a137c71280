package org.xasnodes.core.feature.peaks;

/**
 * A symmetric matrix of 3 x 3 blocks of which, in each row of the lower triangle, only the blocks from a first one on
 * may differ from zero. Its Cholesky factor L (<code>A = L L^T</code>) has the same envelope, so that solving costs
 * O(n w^2) for rows of width w.
 */
final class EnvelopeMatrix {

    private static final int BLOCK = 3;

    /** A pivot smaller than this part of the diagonal is all cancellation and says nothing of the sign. */
    private static final double CANCELLED = 1e-14;

    private final double[][] m_rows;

    private final int[] m_first;

    /** @param size a multiple of 3 */
    EnvelopeMatrix(final int size) {
        m_rows = new double[size][];
        for (int i = 0; i < size; i++) {
            m_rows[i] = new double[i - i % BLOCK + BLOCK];
        }
        m_first = new int[size];
    }

    /** Sets where the three rows of a block begin: both are the first of three. */
    void begin(final int firstRow, final int firstColumn) {
        for (int i = firstRow; i < firstRow + BLOCK; i++) {
            m_first[i] = firstColumn;
        }
    }

    /** @return the values of a row by column, live; those before its first column and after the diagonal are scratch */
    double[] row(final int i) {
        return m_rows[i];
    }

    /** @return an entry, from either triangle */
    double get(final int i, final int j) {
        final var row = Math.max(i, j);
        final var column = Math.min(i, j);
        return column < m_first[row] ? 0 : m_rows[row][column];
    }

    /**
     * Makes this matrix the Cholesky factor of <code>source + diag(shift)</code>, with rows and columns of fixed
     * variables replaced by those of the unit matrix. Works on 3 x 3 blocks, whose sums run side by side.
     *
     * @return whether that matrix is positive definite; if not, the content is undefined
     */
    boolean factorize(final EnvelopeMatrix source, final double[] shift, final boolean[] fixed) {
        for (int i = 0; i < m_rows.length; i += BLOCK) {
            final var first = source.m_first[i];
            begin(i, first);
            for (int r = i; r < i + BLOCK; r++) {
                copyRow(r, source, shift, fixed);
            }
            for (int j = first; j < i; j += BLOCK) {
                subtractProducts(i, j);
                for (int r = i; r < i + BLOCK; r++) {
                    divideRow(r, j);
                }
            }
            subtractProducts(i, i);
            if (!factorizeBlock(i, source, shift)) {
                return false;
            }
        }
        return true;
    }

    private void copyRow(final int i, final EnvelopeMatrix source, final double[] shift, final boolean[] fixed) {
        final var row = m_rows[i];
        final var given = source.m_rows[i];
        for (int j = m_first[i]; j < i; j++) {
            row[j] = fixed[i] || fixed[j] ? 0 : given[j];
        }
        row[i] = fixed[i] ? 1 : given[i] + shift[i];
    }

    /** Subtracts the product of two block rows, up to the column where the second begins its diagonal. */
    private void subtractProducts(final int i, final int j) {
        final var a0 = m_rows[i];
        final var a1 = m_rows[i + 1];
        final var a2 = m_rows[i + 2];
        final var b0 = m_rows[j];
        final var b1 = m_rows[j + 1];
        final var b2 = m_rows[j + 2];
        double s00 = 0, s01 = 0, s02 = 0, s10 = 0, s11 = 0, s12 = 0, s20 = 0, s21 = 0, s22 = 0;
        for (int k = Math.max(m_first[i], m_first[j]); k < j; k++) {
            final var x0 = a0[k];
            final var x1 = a1[k];
            final var x2 = a2[k];
            final var y0 = b0[k];
            final var y1 = b1[k];
            final var y2 = b2[k];
            s00 += x0 * y0;
            s01 += x0 * y1;
            s02 += x0 * y2;
            s10 += x1 * y0;
            s11 += x1 * y1;
            s12 += x1 * y2;
            s20 += x2 * y0;
            s21 += x2 * y1;
            s22 += x2 * y2;
        }
        a0[j] -= s00;
        a0[j + 1] -= s01;
        a0[j + 2] -= s02;
        a1[j] -= s10;
        a1[j + 1] -= s11;
        a1[j + 2] -= s12;
        a2[j] -= s20;
        a2[j + 1] -= s21;
        a2[j + 2] -= s22;
    }

    /** Solves with the diagonal block at j for three entries of a row. */
    private void divideRow(final int i, final int j) {
        final var row = m_rows[i];
        row[j] /= m_rows[j][j];
        row[j + 1] = (row[j + 1] - row[j] * m_rows[j + 1][j]) / m_rows[j + 1][j + 1];
        row[j + 2] = (row[j + 2] - row[j] * m_rows[j + 2][j] - row[j + 1] * m_rows[j + 2][j + 1])
            / m_rows[j + 2][j + 2];
    }

    private boolean factorizeBlock(final int i, final EnvelopeMatrix source, final double[] shift) {
        for (int r = i; r < i + BLOCK; r++) {
            final var row = m_rows[r];
            for (int j = i; j <= r; j++) {
                var value = row[j];
                for (int k = i; k < j; k++) {
                    value -= row[k] * m_rows[j][k];
                }
                if (j < r) {
                    row[j] = value / m_rows[j][j];
                } else if (value > CANCELLED * (Math.abs(source.m_rows[r][r]) + shift[r])) {
                    row[j] = Math.sqrt(value);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private static double dot(final double[] a, final double[] b, final int from, final int to) {
        double s0 = 0, s1 = 0, s2 = 0;
        var k = from;
        for (; k + 2 < to; k += 3) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
        }
        for (; k < to; k++) {
            s0 += a[k] * b[k];
        }
        return s0 + s1 + s2;
    }

    /** Solves <code>L L^T x = b</code> in place, this matrix being the factor L. */
    void solve(final double[] x) {
        final var n = m_rows.length;
        for (int i = 0; i < n; i++) {
            final var row = m_rows[i];
            x[i] = (x[i] - dot(row, x, m_first[i], i)) / row[i];
        }
        for (int i = n - 1; i >= 0; i--) {
            final var row = m_rows[i];
            final var value = x[i] / row[i];
            x[i] = value;
            for (int k = m_first[i]; k < i; k++) {
                x[k] -= row[k] * value;
            }
        }
    }

    /** Sets <code>product = A x</code>. */
    void multiply(final double[] x, final double[] product) {
        for (int i = 0; i < m_rows.length; i++) {
            final var row = m_rows[i];
            final var value = x[i];
            var sum = row[i] * value;
            for (int k = m_first[i]; k < i; k++) {
                sum += row[k] * x[k];
                product[k] += row[k] * value;
            }
            product[i] = sum;
        }
    }
}

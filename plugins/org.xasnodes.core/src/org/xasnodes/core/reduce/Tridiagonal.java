package org.xasnodes.core.reduce;

import java.util.Arrays;

import org.xasnodes.core.util.SplitMix64;

/**
 * Eigenvalues and eigenvectors of a symmetric tridiagonal matrix: the values by the QL method with implicit shifts, the
 * vectors wanted by inverse iteration, each made orthogonal to those before (Parlett, The Symmetric Eigenvalue Problem,
 * SIAM 1998, chapters 4 and 8). Cost O(n^2) for all values and O(n count^2) for the vectors. The matrix should have a
 * norm near 1; values are exact to a few units of rounding of that norm.
 */
final class Tridiagonal {

    private static final double EPSILON = Math.ulp(1.0);

    /**
     * What lies beside the diagonal counts as nothing below this, however small the diagonal is: the rotations leave
     * rounding errors of a matrix of norm 1, which where the matrix has many eigenvalues of nearly 0 never become small
     * beside them.
     */
    private static final double NOTHING = 0x1p-50;

    private static final int MAX_STEPS = 80;

    private static final int INVERSE_ITERATIONS = 4;

    private final double[] m_diagonal;

    /** Entry i couples i and i + 1; the last is 0. */
    private final double[] m_beside;

    /**
     * @param diagonal n numbers, live
     * @param beside n numbers, live: entry i couples i and i + 1, the last is 0
     */
    Tridiagonal(final double[] diagonal, final double[] beside) {
        m_diagonal = diagonal;
        m_beside = beside;
    }

    /** @return all eigenvalues, from the largest to the least */
    double[] values() {
        final var d = m_diagonal.clone();
        final var e = m_beside.clone();
        for (int low = 0; low < d.length; low++) {
            int high = blockEnd(d, e, low);
            for (int step = 0; high > low; step++) {
                if (step == MAX_STEPS) { // the shifts make it converge in about two steps
                    throw new ArithmeticException("The eigenvalues did not converge.");
                }
                chase(d, e, low, high);
                high = blockEnd(d, e, low);
            }
        }
        Arrays.sort(d);
        for (int i = 0, j = d.length - 1; i < j; i++, j--) {
            final var smaller = d[i];
            d[i] = d[j];
            d[j] = smaller;
        }
        return d;
    }

    /** The last index of the block that begins here and falls apart nowhere. */
    private static int blockEnd(final double[] d, final double[] e, final int low) {
        int high = low;
        while (high < d.length - 1
            && Math.abs(e[high]) > Math.max(NOTHING, EPSILON * (Math.abs(d[high]) + Math.abs(d[high + 1])))) {
            high++;
        }
        return high;
    }

    /** One QL step with Wilkinson's shift: a chain of plane rotations from the block's end to its beginning. */
    private static void chase(final double[] d, final double[] e, final int low, final int high) {
        final var half = (d[low + 1] - d[low]) / (2 * e[low]);
        final var root = Math.sqrt(half * half + 1);
        final var shift = d[low] - e[low] / (half + (half < 0 ? -root : root));
        var sine = 1.0;
        var cosine = 1.0;
        var moved = 0.0;
        var bulge = d[high] - shift;
        for (int i = high - 1; i >= low; i--) {
            final var f = sine * e[i];
            final var b = cosine * e[i];
            final var length = Math.sqrt(f * f + bulge * bulge);
            e[i + 1] = length;
            if (length == 0) { // the block fell apart here
                d[i + 1] -= moved;
                e[high] = 0;
                return;
            }
            sine = f / length;
            cosine = bulge / length;
            final var g = d[i + 1] - moved;
            final var r = (d[i] - g) * sine + 2 * cosine * b;
            moved = sine * r;
            d[i + 1] = g + moved;
            bulge = cosine * r - b;
        }
        d[low] -= moved;
        e[low] = bulge;
        e[high] = 0;
    }

    /**
     * @param values eigenvalues from the largest
     * @param count of how many of them the vectors are wanted
     * @return orthonormal eigenvectors [count][n]
     */
    double[][] vectors(final double[] values, final int count) {
        final var n = m_diagonal.length;
        final var vectors = new double[count][n];
        final var solver = new ShiftedTridiagonal(m_diagonal, m_beside);
        for (int v = 0; v < count; v++) {
            solver.factorize(values[v]);
            final var random = new SplitMix64(v);
            boolean found = false;
            while (!found) { // again only if the random start lies in the span of the vectors before
                for (int i = 0; i < n; i++) {
                    vectors[v][i] = random.nextDouble() - 0.5;
                }
                found = Vectors.orthonormalize(vectors[v], vectors, v);
            }
            for (int i = 0; i < INVERSE_ITERATIONS && found; i++) {
                final var start = vectors[v].clone();
                solver.solve(vectors[v]);
                if (!Vectors.orthonormalize(vectors[v], vectors, v)) {
                    vectors[v] = start; // all that can be told apart from the vectors before
                    break;
                }
            }
        }
        return vectors;
    }
}

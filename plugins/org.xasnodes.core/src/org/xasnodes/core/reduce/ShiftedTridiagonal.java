package org.xasnodes.core.reduce;

/**
 * Solves <code>(T - shift) x = b</code> for a symmetric tridiagonal T by elimination with exchange of neighbouring
 * rows. A pivot of zero, as a shift by an eigenvalue gives, is replaced by a rounding error: that is what inverse
 * iteration needs.
 */
final class ShiftedTridiagonal {

    private static final double TINY = 0x1p-56;

    private final double[] m_diagonal;

    private final double[] m_beside;

    private final double[] m_pivot;

    /** Next to the pivot, and next but one. */
    private final double[] m_first;

    private final double[] m_second;

    private final double[] m_multiplier;

    private final boolean[] m_exchanged;

    ShiftedTridiagonal(final double[] diagonal, final double[] beside) {
        final var n = diagonal.length;
        m_diagonal = diagonal;
        m_beside = beside;
        m_pivot = new double[n];
        m_first = new double[n];
        m_second = new double[n];
        m_multiplier = new double[n];
        m_exchanged = new boolean[n];
    }

    void factorize(final double shift) {
        final var last = m_diagonal.length - 1;
        var diagonal = m_diagonal[0] - shift;
        var beside = m_beside[0];
        for (int i = 0; i < last; i++) {
            final var below = m_beside[i];
            final var nextDiagonal = m_diagonal[i + 1] - shift;
            final var nextBeside = m_beside[i + 1];
            m_exchanged[i] = Math.abs(below) > Math.abs(diagonal);
            if (m_exchanged[i]) {
                m_pivot[i] = below;
                m_first[i] = nextDiagonal;
                m_second[i] = nextBeside;
                m_multiplier[i] = diagonal / below;
                diagonal = beside - m_multiplier[i] * nextDiagonal;
                beside = -m_multiplier[i] * nextBeside;
            } else {
                m_pivot[i] = notZero(diagonal);
                m_first[i] = beside;
                m_second[i] = 0;
                m_multiplier[i] = below / m_pivot[i];
                diagonal = nextDiagonal - m_multiplier[i] * beside;
                beside = nextBeside;
            }
        }
        m_pivot[last] = notZero(diagonal);
    }

    private static double notZero(final double pivot) {
        return Math.abs(pivot) >= TINY ? pivot : pivot < 0 ? -TINY : TINY;
    }

    /** @param x b on entry, the solution on exit; its scale does not matter to the caller, so it never overflows */
    void solve(final double[] x) {
        final var n = x.length;
        for (int i = 0; i < n - 1; i++) {
            if (m_exchanged[i]) {
                final var above = x[i];
                x[i] = x[i + 1];
                x[i + 1] = above - m_multiplier[i] * x[i];
            } else {
                x[i + 1] -= m_multiplier[i] * x[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            var sum = x[i];
            if (i + 1 < n) {
                sum -= m_first[i] * x[i + 1];
            }
            if (i + 2 < n) {
                sum -= m_second[i] * x[i + 2];
            }
            x[i] = sum / m_pivot[i];
            if (Math.abs(x[i]) > 1e100) {
                Vectors.scale(x, 1e-100);
            }
        }
    }
}

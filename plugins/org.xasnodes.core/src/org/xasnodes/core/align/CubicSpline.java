package org.xasnodes.core.align;

/**
 * The natural cubic spline through points, and a table of it with equal steps for fast, less exact reading. Outside the
 * points the end values are repeated. Immutable.
 */
final class CubicSpline {

    /**
     * Steps of the table in one step of the points, in the median; an error of the table only moves where to refine.
     */
    private static final double TABLE_PER_STEP = 4;

    private static final int MAX_TABLE = 1_000_000;

    private final double[] m_x;

    private final double[] m_y;

    /** Second derivatives. */
    private final double[] m_curvature;

    private final double[] m_table;

    private final double m_tableStep;

    /**
     * @param x at least 2 ascending positions; not copied
     * @param y as many values; not copied
     */
    CubicSpline(final double[] x, final double[] y) {
        m_x = x;
        m_y = y;
        m_curvature = curvature(x, y);
        final var n = x.length;
        final var range = x[n - 1] - x[0];
        final var steps = (int)Math.min(MAX_TABLE, Math.ceil(TABLE_PER_STEP * range / Noise.medianStep(x)));
        m_tableStep = range / steps;
        m_table = new double[steps + 2];
        var k = 0;
        for (int i = 0; i <= steps; i++) {
            final var at = x[0] + i * m_tableStep;
            k = interval(at, k);
            m_table[i] = value(at, k);
        }
        m_table[steps + 1] = m_table[steps];
    }

    /** Solves the tridiagonal system of the natural spline by elimination. */
    private static double[] curvature(final double[] x, final double[] y) {
        final var n = x.length;
        final var above = new double[n];
        final var result = new double[n];
        for (int i = 1; i < n - 1; i++) {
            final var below = x[i] - x[i - 1];
            final var next = x[i + 1] - x[i];
            final var diagonal = 2 * (below + next) - below * above[i - 1];
            above[i] = next / diagonal;
            final var right = 6 * ((y[i + 1] - y[i]) / next - (y[i] - y[i - 1]) / below);
            result[i] = (right - below * result[i - 1]) / diagonal;
        }
        for (int i = n - 2; i > 0; i--) {
            result[i] -= above[i] * result[i + 1];
        }
        return result;
    }

    double firstX() {
        return m_x[0];
    }

    double lastX() {
        return m_x[m_x.length - 1];
    }

    /**
     * @param x ascending positions
     * @param shift is added to them
     * @param from first position to read at
     * @param to after the last
     * @param values gets the values, from index 0 on
     */
    void read(final double[] x, final double shift, final int from, final int to, final double[] values) {
        var k = from < to ? search(x[from] + shift) : 0;
        for (int i = from; i < to; i++) {
            final var at = x[i] + shift;
            k = interval(at, k);
            values[i - from] = value(at, k);
        }
    }

    /** As {@link #read}, from the table. */
    void readTable(final double[] x, final double shift, final int from, final int to, final double[] values) {
        final var scale = 1 / m_tableStep;
        final var offset = shift - m_x[0];
        final var last = m_table.length - 2;
        for (int i = from; i < to; i++) {
            final var place = Math.max(0, Math.min(last, (x[i] + offset) * scale));
            final var k = (int)place;
            values[i - from] = m_table[k] + (place - k) * (m_table[k + 1] - m_table[k]);
        }
    }

    private int search(final double at) {
        var low = 0;
        var high = m_x.length - 1;
        while (high - low > 1) {
            final var middle = (low + high) >>> 1;
            if (m_x[middle] <= at) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int interval(final double at, final int start) {
        var k = start;
        while (k < m_x.length - 2 && m_x[k + 1] <= at) {
            k++;
        }
        return k;
    }

    private double value(final double at, final int k) {
        final var clamped = Math.max(m_x[0], Math.min(m_x[m_x.length - 1], at));
        final var h = m_x[k + 1] - m_x[k];
        final var b = (clamped - m_x[k]) / h;
        final var a = 1 - b;
        return a * m_y[k] + b * m_y[k + 1]
            - a * b * ((1 + a) * m_curvature[k] + (1 + b) * m_curvature[k + 1]) * h * h / 6;
    }
}

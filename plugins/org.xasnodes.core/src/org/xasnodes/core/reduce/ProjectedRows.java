package org.xasnodes.core.reduce;

import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * Rows of features, and a few coordinates of each from which it is seen quickly that two rows are far apart: where the
 * row lies along some orthonormal axes, and how far it lies from their plane. Two rows are at least as far apart as the
 * points of these coordinates (in the plane by Pythagoras, beside it by the triangle inequality). The axes are the
 * principal components of some of the rows, so that little of a distance is lost; any others would give the same
 * neighbours.
 */
final class ProjectedRows {

    private static final int MAX_AXES = 15;

    private static final int SAMPLE = 300;

    private static final int PIECE = 512;

    private final double[] m_flat;

    private final int m_inputs;

    private final int m_count;

    private final double[] m_center;

    private final double[][] m_axes;

    private final double[] m_coordinates;

    private final double m_rounding;

    /**
     * @param flat the rows one after the other, live
     * @param inputs the number p of features of each
     * @param threads at most so many are used
     * @param progress is told how far the work is
     */
    ProjectedRows(final double[] flat, final int inputs, final int threads, final ProgressMonitor progress) {
        m_flat = flat;
        m_inputs = inputs;
        m_count = flat.length / inputs;
        final var sample = sample();
        m_center = sample.mean();
        m_axes = sample.components();
        m_coordinates = new double[m_count * dimensions()];
        final var norms = new double[m_count];
        Parallel.run((m_count + PIECE - 1) / PIECE, threads, progress, "Rotating the rows", piece -> {
            final var coordinates = new double[dimensions()];
            for (int i = piece * PIECE; i < Math.min(m_count, (piece + 1) * PIECE); i++) {
                norms[i] = project(m_flat, i * m_inputs, coordinates);
                System.arraycopy(coordinates, 0, m_coordinates, i * dimensions(), dimensions());
            }
        });
        var largest = 0.0;
        for (final var norm : norms) {
            largest = Math.max(largest, norm);
        }
        m_rounding = 1e-12 * largest;
    }

    /** The components of rows evenly spread over all; of unit vectors if those are equal. */
    private PrincipalComponents sample() {
        final var axes = Math.min(MAX_AXES, m_inputs);
        final var rows = new double[Math.min(SAMPLE, m_count)][m_inputs];
        for (int i = 0; i < rows.length; i++) {
            final var row = (int)((long)i * m_count / rows.length);
            System.arraycopy(m_flat, row * m_inputs, rows[i], 0, m_inputs);
        }
        try {
            final var number = Math.min(axes, rows.length - 1);
            return PrincipalComponents.fit(rows, PcaOptions.ofComponents(number), 1, ProgressMonitor.NONE);
        } catch (final ReductionException e) { // equal rows: the axes tell nothing, but the neighbours are still right
            final var units = new double[axes][m_inputs];
            for (int c = 0; c < axes; c++) {
                units[c][c] = 1;
            }
            return new PrincipalComponents(rows.length, rows[0], rows[0], units, new double[axes]);
        }
    }

    /**
     * @param rows one or more rows one after the other
     * @param from where the row begins
     * @param coordinates receives its coordinates
     * @return the row's distance from the centre
     */
    double project(final double[] rows, final int from, final double[] coordinates) {
        final var rest = new double[m_inputs];
        for (int j = 0; j < m_inputs; j++) {
            rest[j] = rows[from + j] - m_center[j];
        }
        final var norm = Vectors.norm(rest);
        for (int c = 0; c < m_axes.length; c++) {
            coordinates[c] = Vectors.dot(rest, m_axes[c]);
            Vectors.addScaled(rest, -coordinates[c], m_axes[c]);
        }
        coordinates[m_axes.length] = Vectors.norm(rest);
        return norm;
    }

    /** @return the number of rows */
    int count() {
        return m_count;
    }

    /** @return the number of features */
    int inputs() {
        return m_inputs;
    }

    /** @return the rows one after the other, live */
    double[] flat() {
        return m_flat;
    }

    /** @return the number of coordinates of each row */
    int dimensions() {
        return m_axes.length + 1;
    }

    /** @return the coordinates of all rows, one row after the other, live */
    double[] coordinates() {
        return m_coordinates;
    }

    /** @return more than the error of any distance between coordinates, for rows as far from the centre as these */
    double rounding() {
        return m_rounding;
    }

    /**
     * The distance that counts: from the features themselves, the same in both directions to the last bit.
     *
     * @param a rows one after the other
     * @param aFrom where the first row begins
     * @param b rows one after the other
     * @param bFrom where the second row begins
     * @param length the number of features
     * @param limit a square
     * @return the squared Euclidean distance, or any number above the limit if it is above
     */
    static double squaredDistance(final double[] a, final int aFrom, final double[] b, final int bFrom,
        final int length, final double limit) {
        var even = 0.0;
        var odd = 0.0;
        int j = 0;
        for (; j + 7 < length; j += 8) {
            for (int l = j; l < j + 8; l += 2) {
                final var first = a[aFrom + l] - b[bFrom + l];
                final var second = a[aFrom + l + 1] - b[bFrom + l + 1];
                even += first * first;
                odd += second * second;
            }
            if (even + odd > limit) {
                return even + odd;
            }
        }
        for (; j < length; j++) {
            final var difference = a[aFrom + j] - b[bFrom + j];
            even += difference * difference;
        }
        return even + odd;
    }
}

package org.xasnodes.benchmark;

/**
 * Brings each column to mean 0 and standard deviation 1 (divided by n), as scikit-learn's StandardScaler: taken from
 * the training rows, applied to any. A column that is the same in all training rows is only shifted.
 */
final class Scaling {

    private final double[] m_means;

    private final double[] m_deviations;

    /** @param rows at least one row; all of the same length */
    Scaling(final double[][] rows) {
        final var columns = rows[0].length;
        m_means = new double[columns];
        m_deviations = new double[columns];
        for (final var row : rows) {
            for (int j = 0; j < columns; j++) {
                m_means[j] += row[j];
            }
        }
        for (int j = 0; j < columns; j++) {
            m_means[j] /= rows.length;
        }
        for (final var row : rows) {
            for (int j = 0; j < columns; j++) {
                m_deviations[j] += (row[j] - m_means[j]) * (row[j] - m_means[j]);
            }
        }
        for (int j = 0; j < columns; j++) {
            final var deviation = Math.sqrt(m_deviations[j] / rows.length);
            // what rounding leaves of a constant column is no variation
            m_deviations[j] = deviation > Math.abs(m_means[j]) * Math.ulp(1.0) * rows.length ? deviation : 1;
        }
    }

    /**
     * @param values at least one number
     * @return the scaling of this one column
     */
    static Scaling ofColumn(final double[] values) {
        final var rows = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            rows[i] = new double[]{values[i]};
        }
        return new Scaling(rows);
    }

    /**
     * @param rows rows of as many columns as those this scaling was made from; left unchanged
     * @return the scaled rows, new arrays
     */
    double[][] apply(final double[][] rows) {
        final var scaled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            scaled[i] = new double[rows[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                scaled[i][j] = (rows[i][j] - m_means[j]) / m_deviations[j];
            }
        }
        return scaled;
    }

    /**
     * @param value of the first column
     * @return the scaled value
     */
    double apply(final double value) {
        return (value - m_means[0]) / m_deviations[0];
    }

    /**
     * @param scaled a value of the first column
     * @return the value before it was scaled
     */
    double restored(final double scaled) {
        return m_means[0] + m_deviations[0] * scaled;
    }
}

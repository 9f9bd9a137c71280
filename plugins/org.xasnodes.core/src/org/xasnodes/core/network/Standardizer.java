package org.xasnodes.core.network;

/**
 * Brings columns of numbers to mean 0 and standard deviation 1, as networks need them: <code>(x - mean) /
 * scale</code>. The standard deviation is that of n rows divided by n, as scikit-learn's StandardScaler takes it; a
 * column that is constant but for rounding is divided by 1. Immutable.
 */
public final class Standardizer {

    /** A standard deviation of no more than so many times the first value is rounding: some units of the last place. */
    private static final double ROUNDING = 1e-15;

    private final double[] m_mean;

    private final double[] m_scale;

    /**
     * @param mean what is taken off each column; copied
     * @param scale what each column is then divided by; copied
     * @throws IllegalArgumentException if these are not as many as each other, or not finite, or a scale is not
     *             positive
     */
    public Standardizer(final double[] mean, final double[] scale) {
        if (mean.length != scale.length) {
            throw new IllegalArgumentException(mean.length + " means do not fit " + scale.length + " scales.");
        }
        for (int j = 0; j < mean.length; j++) {
            if (!Double.isFinite(mean[j]) || !(scale[j] > 0 && scale[j] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Column " + (j + 1) + " cannot be standardised with the mean "
                    + mean[j] + " and the scale " + scale[j] + ".");
            }
        }
        m_mean = mean.clone();
        m_scale = scale.clone();
    }

    /**
     * @param rows at least one row; finite numbers, in each row as many
     * @return what standardises them
     * @throws TrainingException if numbers are so large that their squares are not finite; the message names the column
     * @throws IllegalArgumentException if there is no row
     */
    public static Standardizer of(final double[][] rows) throws TrainingException {
        if (rows.length == 0) {
            throw new IllegalArgumentException("Without rows there is no mean.");
        }
        final var first = rows[0];
        final var mean = new double[first.length];
        for (final var row : rows) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += (row[j] - first[j]) / rows.length; // from the first row on, so that constants are exact
            }
        }
        final var scale = new double[first.length];
        for (final var row : rows) {
            for (int j = 0; j < mean.length; j++) {
                final var difference = row[j] - first[j] - mean[j];
                scale[j] += difference * difference / rows.length;
            }
        }
        for (int j = 0; j < mean.length; j++) {
            if (!Double.isFinite(scale[j])) {
                throw new TrainingException("The numbers of column " + (j + 1)
                    + " are too large to compute with. Check the scale of this column.");
            }
            final var deviation = Math.sqrt(scale[j]);
            mean[j] += first[j];
            scale[j] = deviation > ROUNDING * Math.abs(first[j]) ? deviation : 1;
        }
        return new Standardizer(mean, scale);
    }

    /** @return what is taken off each column; a copy */
    public double[] mean() {
        return m_mean.clone();
    }

    /** @return what each column is then divided by; a copy */
    public double[] scale() {
        return m_scale.clone();
    }

    /**
     * @param rows any number of rows; left unchanged
     * @return <code>(x - mean) / scale</code>
     */
    public double[][] apply(final double[][] rows) {
        final var standard = new double[rows.length][m_mean.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < m_mean.length; j++) {
                standard[i][j] = (rows[i][j] - m_mean[j]) / m_scale[j];
            }
        }
        return standard;
    }

    /**
     * @param standard any number of standardised rows; left unchanged
     * @return <code>mean + scale x</code>
     */
    public double[][] invert(final double[][] standard) {
        final var rows = new double[standard.length][m_mean.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < m_mean.length; j++) {
                rows[i][j] = m_mean[j] + m_scale[j] * standard[i][j];
            }
        }
        return rows;
    }
}

package org.xasnodes.benchmark;

import org.xasnodes.core.network.Standardizer;
import org.xasnodes.core.network.TrainingException;

/** A {@link Standardizer} of the training rows, or of the one column of their targets. */
final class Scaling {

    private final Standardizer m_standardizer;

    /**
     * @param rows at least one row; all of the same length
     * @throws IllegalArgumentException if numbers are too large to compute with
     */
    Scaling(final double[][] rows) {
        try {
            m_standardizer = Standardizer.of(rows);
        } catch (final TrainingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * @param values at least one number
     * @return the scaling of this one column
     * @throws IllegalArgumentException if numbers are too large to compute with
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
        return m_standardizer.apply(rows);
    }

    /**
     * @param value of the first column
     * @return the scaled value
     */
    double apply(final double value) {
        return m_standardizer.apply(new double[][]{{value}})[0][0];
    }

    /**
     * @param scaled a value of the first column
     * @return the value before it was scaled
     */
    double restored(final double scaled) {
        return m_standardizer.invert(new double[][]{{scaled}})[0][0];
    }
}

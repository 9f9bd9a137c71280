package org.xasnodes.core.reduce;

/** Checks rows of features before they are used. */
final class FeatureRows {

    private FeatureRows() {
    }

    /**
     * @param rows rows to fit a reducer to
     * @return the number of features of each
     * @throws ReductionException if there is no row, or no feature, or a number is not finite
     * @throws IllegalArgumentException if the rows do not have the same number of features
     */
    static int checkFit(final double[][] rows) throws ReductionException {
        if (rows.length == 0) {
            throw new ReductionException("There are no rows to fit to.");
        }
        for (int i = 0; i < rows.length; i++) {
            checkFit(rows[i], i, rows[0].length);
        }
        return rows[0].length;
    }

    /**
     * @param row to fit a reducer to
     * @param index its number, from 0
     * @param inputs the number of features it must have
     * @throws ReductionException if there is no feature, or a number is not finite
     * @throws IllegalArgumentException if it has another number of features
     */
    static void checkFit(final double[] row, final int index, final int inputs) throws ReductionException {
        checkLength(row, index, inputs);
        if (inputs == 0) {
            throw new ReductionException("There are no feature columns to fit to.");
        }
        final var wrong = firstNotFinite(row);
        if (wrong >= 0) {
            throw new ReductionException(notFinite(row, index, wrong)
                + " Remove the row or fill in its missing values.");
        }
    }

    /**
     * @param rows rows to reduce
     * @param inputs the number of features they must have
     * @throws IllegalArgumentException if a row has another number of features, or a number is not finite
     */
    static void checkApply(final double[][] rows, final int inputs) {
        for (int i = 0; i < rows.length; i++) {
            checkLength(rows[i], i, inputs);
            final var wrong = firstNotFinite(rows[i]);
            if (wrong >= 0) {
                throw new IllegalArgumentException(notFinite(rows[i], i, wrong));
            }
        }
    }

    /** @return rows of one length, one after the other */
    static double[] flat(final double[][] rows) {
        final var inputs = rows.length == 0 ? 0 : rows[0].length;
        final var flat = new double[rows.length * inputs];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * inputs, inputs);
        }
        return flat;
    }

    private static void checkLength(final double[] row, final int index, final int inputs) {
        if (row.length != inputs) {
            throw new IllegalArgumentException("Row " + (index + 1) + " has " + row.length + " features instead of "
                + inputs + ".");
        }
    }

    private static int firstNotFinite(final double[] row) {
        for (int j = 0; j < row.length; j++) {
            if (!Double.isFinite(row[j])) {
                return j;
            }
        }
        return -1;
    }

    private static String notFinite(final double[] row, final int index, final int column) {
        return "Feature " + (column + 1) + " of row " + (index + 1) + " is " + row[column] + ".";
    }
}

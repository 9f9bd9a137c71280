package org.xasnodes.core.network;

/** The loops over numbers side by side in which nearly all time is spent: the compiler does several of them at once. */
final class Rows {

    private Rows() {
    }

    /**
     * Adds a weighted sum of rows: <code>target += sum over k of factors[k] rows[k]</code>. Each number of the target
     * is made in the same order of operations, wherever it stands.
     *
     * @param target is added to
     * @param length so many numbers of target and rows count
     * @param factors at least as many as rows
     * @param rows what is added
     * @param count the number of rows
     */
    static void addSum(final double[] target, final int length, final double[] factors, final double[][] rows,
        final int count) {
        int k = 0;
        for (; k + 3 < count; k += 4) {
            addFour(target, length, factors, k, rows[k], rows[k + 1], rows[k + 2], rows[k + 3]);
        }
        for (; k < count; k++) {
            add(target, length, factors[k], rows[k]);
        }
    }

    /** Four at a time, as the target is read and written only once for them; the compiler does not take on more. */
    private static void addFour(final double[] target, final int length, final double[] factors, final int k,
        final double[] r0, final double[] r1, final double[] r2, final double[] r3) {
        final var f0 = factors[k];
        final var f1 = factors[k + 1];
        final var f2 = factors[k + 2];
        final var f3 = factors[k + 3];
        for (int j = 0; j < length; j++) {
            target[j] += f0 * r0[j] + f1 * r1[j] + (f2 * r2[j] + f3 * r3[j]);
        }
    }

    private static void add(final double[] target, final int length, final double factor, final double[] row) {
        for (int j = 0; j < length; j++) {
            target[j] += factor * row[j];
        }
    }

    /**
     * @param from [rows][columns] or more
     * @param rows how many count
     * @param columns how many count
     * @param to takes the transpose [columns][rows]
     */
    static void transpose(final double[][] from, final int rows, final int columns, final double[][] to) {
        int r = 0;
        for (; r + 3 < rows; r += 4) {
            final var r0 = from[r];
            final var r1 = from[r + 1];
            final var r2 = from[r + 2];
            final var r3 = from[r + 3];
            for (int c = 0; c < columns; c++) {
                final var column = to[c];
                column[r] = r0[c];
                column[r + 1] = r1[c];
                column[r + 2] = r2[c];
                column[r + 3] = r3[c];
            }
        }
        for (; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                to[c][r] = from[r][c];
            }
        }
    }
}

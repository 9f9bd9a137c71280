package org.xasnodes.core.network;

/** The loops over numbers side by side in which nearly all time is spent: the compiler does several of them at once. */
final class Rows {

    private Rows() {
    }

    /**
     * Adds a product of matrices: <code>targets[t] += sum over k of factors[t][k] rows[k]</code>. Each number of a
     * target is made in the same order of operations, wherever in its row it stands.
     *
     * @param targets are added to
     * @param length so many numbers of each target and row count
     * @param factors for each target at least as many as rows
     * @param rows what is added
     * @param count the number of rows
     */
    static void addProduct(final double[][] targets, final int length, final double[][] factors, final double[][] rows,
        final int count) {
        int t = 0;
        for (; t + 1 < targets.length; t += 2) {
            int k = 0;
            for (; k + 1 < count; k += 2) {
                addTwoToTwo(targets[t], targets[t + 1], length, factors[t], factors[t + 1], k, rows[k], rows[k + 1]);
            }
            if (k < count) {
                add(targets[t], length, factors[t][k], rows[k]);
                add(targets[t + 1], length, factors[t + 1][k], rows[k]);
            }
        }
        if (t < targets.length) {
            for (int k = 0; k < count; k++) {
                add(targets[t], length, factors[t][k], rows[k]);
            }
        }
    }

    /** Each number read serves two products; the compiler does not take on more. */
    private static void addTwoToTwo(final double[] t0, final double[] t1, final int length, final double[] f0,
        final double[] f1, final int k, final double[] r0, final double[] r1) {
        final var f00 = f0[k];
        final var f01 = f0[k + 1];
        final var f10 = f1[k];
        final var f11 = f1[k + 1];
        for (int j = 0; j < length; j++) {
            final var x = r0[j];
            final var y = r1[j];
            t0[j] += f00 * x + f01 * y;
            t1[j] += f10 * x + f11 * y;
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

package org.xasnodes.core.reduce;

/** Arithmetic with rows of numbers; the order of additions is always the same, so the bits are, too. */
final class Vectors {

    private Vectors() {
    }

    /** @return the sum of products of two arrays of one length */
    static double dot(final double[] a, final double[] b) {
        return dot(a, b, 0, a.length);
    }

    /** @return the sum of products from one index to before another */
    static double dot(final double[] a, final double[] b, final int from, final int to) {
        var sum0 = 0.0;
        var sum1 = 0.0;
        var sum2 = 0.0;
        var sum3 = 0.0;
        int i = from;
        for (; i + 3 < to; i += 4) { // four sums, since one would wait for each addition
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (; i < to; i++) {
            sum0 += a[i] * b[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    /** Adds a multiple of x to y. */
    static void addScaled(final double[] y, final double factor, final double[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }

    /** Multiplies y by a factor. */
    static void scale(final double[] y, final double factor) {
        for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
        }
    }

    /** @return the Euclidean length */
    static double norm(final double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /**
     * Takes out of a vector what lies along others, and makes its length 1.
     *
     * @param vector is changed
     * @param others orthonormal vectors
     * @param count how many of them
     * @return false if nothing but rounding errors would be left; then the vector is spoilt
     */
    static boolean orthonormalize(final double[] vector, final double[][] others, final int count) {
        // twice is enough (Kahan, in Parlett, The Symmetric Eigenvalue Problem)
        for (int round = 0; round < 2; round++) {
            final var before = norm(vector);
            for (int i = 0; i < count; i++) {
                addScaled(vector, -dot(vector, others[i]), others[i]);
            }
            final var after = norm(vector);
            if (!(after > 1e-10 * before)) {
                return false;
            }
            scale(vector, 1 / after);
        }
        return true;
    }

    /** Reverses a vector's sign if its entry of largest magnitude (the first of them) is negative. */
    static void fixSign(final double[] vector) {
        var largest = 0.0;
        for (final var value : vector) {
            if (Math.abs(value) > Math.abs(largest)) {
                largest = value;
            }
        }
        if (largest < 0) {
            scale(vector, -1);
        }
    }
}

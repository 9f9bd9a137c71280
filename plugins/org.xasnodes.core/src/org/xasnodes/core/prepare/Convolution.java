package org.xasnodes.core.prepare;

/**
 * Sums with a symmetric kernel, the innermost loops of broadening and smoothing. They run over the points, four
 * distances at once, so that Java's compiler makes vector instructions of them; the order of additions is fixed.
 */
final class Convolution {

    private static final int LANES = 4;

    private Convolution() {
    }

    /**
     * <code>result(i) = k(0) y(o + i) + sum over d = 1 .. reach of k(d) (y(o + i - d) + y(o + i + d))</code>
     *
     * @param y the data with at least <code>reach</code> values before and after the part that is wanted
     * @param origin the index o of the first value that is wanted
     * @param kernel the kernel from its middle outwards; symmetric
     * @param reach the largest distance to use, less than the length of the kernel
     * @param result takes the sums
     */
    static void symmetric(final double[] y, final int origin, final double[] kernel, final int reach,
        final double[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = kernel[0] * y[origin + i];
        }
        var d = 1;
        for (; d + LANES <= reach + 1; d += LANES) {
            addFour(y, origin, kernel, d, result);
        }
        for (; d <= reach; d++) {
            final var k = kernel[d];
            final var left = origin - d;
            final var right = origin + d;
            for (int i = 0; i < result.length; i++) {
                result[i] += k * (y[left + i] + y[right + i]);
            }
        }
    }

    private static void addFour(final double[] y, final int origin, final double[] kernel, final int d,
        final double[] result) {
        final var k0 = kernel[d];
        final var k1 = kernel[d + 1];
        final var k2 = kernel[d + 2];
        final var k3 = kernel[d + 3];
        final var left = origin - d;
        final var right = origin + d;
        for (int i = 0; i < result.length; i++) {
            final var l = left + i;
            final var r = right + i;
            result[i] += k0 * (y[l] + y[r]) + k1 * (y[l - 1] + y[r + 1])
                + (k2 * (y[l - 2] + y[r + 2]) + k3 * (y[l - 3] + y[r + 3]));
        }
    }

    /**
     * Linear interpolation as NumPy's <code>interp</code>: end values are repeated outside.
     *
     * @param x ascending
     * @param y one for each x
     * @param wanted ascending
     * @return one value for each of <code>wanted</code>
     */
    static double[] interpolate(final double[] x, final double[] y, final double[] wanted) {
        final var last = x.length - 1;
        final var result = new double[wanted.length];
        var upper = 1;
        for (int i = 0; i < wanted.length; i++) {
            final var at = wanted[i];
            if (at <= x[0]) {
                result[i] = y[0];
            } else if (at >= x[last]) {
                result[i] = y[last];
            } else {
                while (x[upper] <= at) {
                    upper++;
                }
                final var x0 = x[upper - 1];
                final var y0 = y[upper - 1];
                result[i] = (y[upper] - y0) / (x[upper] - x0) * (at - x0) + y0;
            }
        }
        return result;
    }
}

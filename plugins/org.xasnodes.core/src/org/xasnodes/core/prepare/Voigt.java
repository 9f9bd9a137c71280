package org.xasnodes.core.prepare;

/**
 * The Voigt profile, a Gaussian convolved with a Lorentzian: the real part of the Faddeeva function
 * <code>w(z)</code> at <code>z = (x + i gamma) / (sigma sqrt 2)</code>, up to a constant factor.
 * <p>
 * w is computed by the rational expansion of J. A. C. Weideman, SIAM J. Numer. Anal. 31, 1497 (1994),
 * <a href="https://doi.org/10.1137/0731077">doi 10.1137/0731077</a>: with <code>L = sqrt(N / sqrt 2)</code> and
 * <code>Z = (L + i z) / (L - i z)</code>, <code>w = 2 p(Z) / (L - i z)^2 + 1 / (sqrt(pi) (L - i z))</code>. Its
 * coefficients are the Fourier coefficients of <code>exp(-t^2) (L^2 + t^2)</code> over
 * <code>t = L tan(theta / 2)</code>. With N = 64 the error is below 1e-12 in the upper half plane.
 */
final class Voigt {

    private static final int TERMS = 64;

    private static final double L = Math.sqrt(TERMS / Math.sqrt(2));

    private static final double[] COEFFICIENTS = coefficients();

    private Voigt() {
    }

    private static double[] coefficients() {
        final var samples = 4 * TERMS;
        final var result = new double[TERMS];
        for (int n = 0; n < TERMS; n++) {
            var sum = 0.0;
            for (int k = 1 - samples / 2; k < samples / 2; k++) {
                final var theta = 2 * Math.PI * k / samples;
                final var t = L * Math.tan(theta / 2);
                sum += Math.exp(-t * t) * (L * L + t * t) * Math.cos((n + 1) * theta);
            }
            result[n] = sum / samples;
        }
        return result;
    }

    /**
     * @param x distance from the middle
     * @param sigma standard deviation of the Gaussian, positive
     * @param gamma half width at half maximum of the Lorentzian, positive
     * @return the profile, not normalised
     */
    static double profile(final double x, final double sigma, final double gamma) {
        return faddeevaReal(x / (sigma * Math.sqrt(2)), gamma / (sigma * Math.sqrt(2)));
    }

    /**
     * @param x real part of z
     * @param y imaginary part of z, not negative
     * @return the real part of w(z)
     */
    static double faddeevaReal(final double x, final double y) {
        // L - i z = (L + y) - i x; L + i z = (L - y) + i x
        final var squared = (L + y) * (L + y) + x * x;
        final var ratioRe = ((L - y) * (L + y) - x * x) / squared;
        final var ratioIm = (x * (L + y) + x * (L - y)) / squared;
        var re = 0.0;
        var im = 0.0;
        for (int n = TERMS - 1; n >= 0; n--) {
            final var next = re * ratioRe - im * ratioIm + COEFFICIENTS[n];
            im = re * ratioIm + im * ratioRe;
            re = next;
        }
        // 1 / (L - i z) = a + i b
        final var a = (L + y) / squared;
        final var b = x / squared;
        return 2 * (re * (a * a - b * b) - im * 2 * a * b) + a / Math.sqrt(Math.PI);
    }
}

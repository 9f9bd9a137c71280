package org.xasnodes.core.prepare;

import java.util.Objects;
import java.util.OptionalDouble;

import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Smooths a spectrum by a line shape, as <code>smooth</code> of <a href="https://xraypy.github.io/xraylarch/">Larch</a>
 * does: linear interpolation to equal steps, over {@link #padding()} steps beyond both ends; convolution with the line
 * shape, whose sum is 1 and which reaches over the whole spectrum; linear interpolation back. Beyond the ends the
 * spectrum is mirrored, at the lower end without (c b | a b c), at the upper end with (a b c | c b) repeating the last
 * point.
 * <p>
 * The number of points on the way is at most 50 times that of the spectrum; a smaller step would need more, and the
 * smoothing then becomes wider than asked for, as in Larch. Cost O(m^2) for m points on the way, or O(m sigma) for a
 * Gaussian. Immutable, safe to use from several threads.
 *
 * @param shape the line shape
 * @param sigmaEv GAUSSIAN and VOIGT: the standard deviation of the Gaussian; LORENTZIAN: the half width at half maximum
 * @param gammaEv VOIGT: the half width at half maximum of its Lorentzian; else without effect
 * @param stepEv the step on the way; if empty the smallest of the spectrum
 * @param padding how many steps to add beyond each end
 */
public record Smoother(Shape shape, double sigmaEv, double gammaEv, OptionalDouble stepEv, int padding) {

    /** Line shapes. */
    public enum Shape {
        /** Lorentzian. */
        LORENTZIAN,
        /** Gaussian. */
        GAUSSIAN,
        /** Gaussian convolved with a Lorentzian. */
        VOIGT
    }

    /** Steps beyond the ends that Larch adds. */
    public static final int DEFAULT_PADDING = 5;

    private static final int MAX_POINTS_RATIO = 50;

    private static final int MAX_POINTS = 100_000;

    /**
     * @throws IllegalArgumentException if a width or the step is not positive and finite, or the padding is negative
     * @throws NullPointerException if an argument is null
     */
    public Smoother {
        Objects.requireNonNull(shape);
        checkPositive("width", sigmaEv);
        if (shape == Shape.VOIGT) {
            checkPositive("Lorentzian width", gammaEv);
        }
        if (stepEv.isPresent()) {
            checkPositive("step", stepEv.getAsDouble());
        }
        if (padding < 0 || padding > MAX_POINTS) {
            throw new IllegalArgumentException("The padding is " + padding + ".");
        }
    }

    /**
     * A Lorentzian or Gaussian, with the smallest step of the spectrum and the usual padding.
     *
     * @param shape LORENTZIAN or GAUSSIAN; VOIGT takes the same width for both parts
     * @param sigmaEv the width in eV
     */
    public Smoother(final Shape shape, final double sigmaEv) {
        this(shape, sigmaEv, sigmaEv, OptionalDouble.empty(), DEFAULT_PADDING);
    }

    private static void checkPositive(final String what, final double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The " + what + " of a smoothing must be positive, but is " + value
                + " eV.");
        }
    }

    /**
     * Smooths one spectrum. The grid, the applied shift and the scale are kept, but MAXIMUM becomes UNKNOWN.
     *
     * @param spectrum any spectrum
     * @return the smoothed spectrum
     * @throws SpectrumException if too many points were needed on the way, or intensities are too large
     */
    public Spectrum apply(final Spectrum spectrum) throws SpectrumException {
        final var result = smooth(spectrum.grid().toArray(), spectrum.intensities());
        for (final var y : result) {
            if (!Double.isFinite(y)) {
                throw new SpectrumException("The intensities of this spectrum are too large to be summed."
                    + " Normalize it first.");
            }
        }
        final var scale = spectrum.scale() == Scale.MAXIMUM ? Scale.UNKNOWN : spectrum.scale();
        return new Spectrum(spectrum.grid(), result, spectrum.appliedShiftEv(), scale);
    }

    /**
     * @param x at least two ascending energies
     * @param y one value for each
     * @return the smoothed values
     * @throws SpectrumException if too many points were needed on the way
     */
    double[] smooth(final double[] x, final double[] y) throws SpectrumException {
        final var even = even(x, y);
        return Convolution.interpolate(even.x, even.convolved(), x);
    }

    /**
     * The data at equal steps and the line shape.
     *
     * @param x the n energies
     * @param mirrored the data at these energies, from index n - 1 on, with n - 1 mirrored before and n after
     * @param kernel the line shape from its middle to the distance n. It has 2 n values, at the distances -n to n - 1:
     *            the one at -n has no counterpart. They add up to 1
     */
    record Even(double[] x, double[] mirrored, double[] kernel) {

        private double[] convolved() {
            final var n = x.length;
            var reach = n - 1;
            while (reach > 0 && kernel[reach] == 0) {
                reach--;
            }
            final var result = new double[n];
            Convolution.symmetric(mirrored, n - 1, kernel, reach, result);
            for (int i = 0; i < n && kernel[n] > 0; i++) {
                result[i] += kernel[n] * mirrored[n - 1 + i + n];
            }
            return result;
        }

        /** The smoothed data at one of the n energies, in n steps; two sums, as each addition waits for the last. */
        double convolvedAt(final int i) {
            final var n = x.length;
            final var middle = n - 1 + i;
            var odd = kernel[n] * mirrored[middle + n];
            var rest = kernel[0] * mirrored[middle];
            for (int d = 1; d < n - 1; d += 2) {
                odd += kernel[d] * (mirrored[middle - d] + mirrored[middle + d]);
                rest += kernel[d + 1] * (mirrored[middle - d - 1] + mirrored[middle + d + 1]);
            }
            if (n % 2 == 0) {
                odd += kernel[n - 1] * (mirrored[middle - n + 1] + mirrored[middle + n - 1]);
            }
            return odd + rest;
        }
    }

    /**
     * @param x at least two ascending energies
     * @param y one value for each
     * @return what is to be summed
     * @throws SpectrumException if too many points were needed
     */
    Even even(final double[] x, final double[] y) throws SpectrumException {
        final var step = stepEv.orElseGet(() -> smallestStep(x));
        final var low = step * truncated((x[0] - padding * step) / step);
        final var high = step * truncated((x[x.length - 1] + padding * step) / step);
        final var needed = 1 + Math.floor(Math.abs(high - low + step * 0.1) / step);
        final var limited = Math.min(needed, (double) MAX_POINTS_RATIO * x.length);
        if (!(limited >= 2 && limited <= MAX_POINTS)) {
            throw new SpectrumException("Smoothing this spectrum from " + x[0] + " to " + x[x.length - 1]
                + " eV with steps of " + step + " eV would need " + needed + " points. Choose a larger step.");
        }
        final var points = (int) limited;
        final var even = new double[points];
        final var evenStep = (high - low) / (points - 1);
        for (int i = 0; i < points; i++) {
            even[i] = i * evenStep + low;
        }
        even[points - 1] = high;
        return new Even(even, mirrored(Convolution.interpolate(x, y, even)), kernel(points, step));
    }

    private static double smallestStep(final double[] x) {
        var step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < x.length; i++) {
            step = Math.min(step, x[i] - x[i - 1]);
        }
        return step;
    }

    private static double truncated(final double value) {
        return value < 0 ? Math.ceil(value) : Math.floor(value);
    }

    private static double[] mirrored(final double[] y) {
        final var n = y.length;
        final var mirrored = new double[3 * n - 1];
        for (int m = 1; m < n; m++) {
            mirrored[n - 1 - m] = y[m];
        }
        System.arraycopy(y, 0, mirrored, n - 1, n);
        for (int m = 1; m <= n; m++) {
            mirrored[2 * n - 2 + m] = y[n - m];
        }
        return mirrored;
    }

    private double[] kernel(final int n, final double step) {
        final var sigma = sigmaEv * (1 / step);
        final var gamma = gammaEv * (1 / step);
        final var kernel = new double[n + 1];
        var sum = 0.0;
        for (int d = n; d >= 0; d--) {
            final var u = d / sigma;
            kernel[d] = switch (shape) {
                case LORENTZIAN -> 1 / (1 + u * u);
                case GAUSSIAN -> Math.exp(-u * u / 2);
                case VOIGT -> Voigt.profile(d, sigma, gamma);
            };
            sum += d == 0 || d == n ? kernel[d] : 2 * kernel[d];
        }
        for (int d = 0; d <= n; d++) {
            kernel[d] /= sum;
        }
        return kernel;
    }
}

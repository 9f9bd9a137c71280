package org.xasnodes.core.feature;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * The continuous wavelet transform of a spectrum with the Ricker ("Mexican hat") wavelet, as
 * <code>scipy.signal.cwt(y, scipy.signal.ricker, widths)</code> gave it until SciPy 1.14. For each width a and point i
 *
 * <pre>
 * T(a, i) = sum over k of w_a(k) y(i + (L - 1) / 2 - k),  k = 0 .. L - 1,  y = 0 outside the spectrum
 * w_a(k) = 2 / (sqrt(3 a) pi^(1/4)) (1 - x^2 / a^2) exp(-x^2 / (2 a^2)),  x = k - (l - 1) / 2
 * </pre>
 *
 * where <code>l = min(10 a, number of points)</code>, L is l rounded up, and (L - 1) / 2 is rounded down. Widths are
 * numbers of points, so the grid should have equal steps. Three properties of SciPy's transform are kept: where L is
 * even (all whole widths) the result lies half a step beside the spectrum; the spectrum ends in zeros, so an end with
 * intensity shows as an edge; and with a width whose tenfold is no whole number the wavelet is not quite centred.
 * <p>
 * The features are the rows for each width one after the other, each from low to high energy. Cost O(n L) per width;
 * the wavelets are kept for the last number of points.
 */
public final class WaveletFeatures implements Featurizer {

    /** The identifier that is stored with the columns, and the prefix of their names. */
    public static final String ID = "cwt";

    private static final int DEFAULT_WIDTHS = 10;

    /** Below this no sum of a transform can overflow. */
    private static final double SAFE_INTENSITY = 1e290;

    private final double[] m_widths;

    /** Replaced as a whole: threads may at worst compute the same one twice. */
    private volatile RickerTransform m_last;

    /** The transform with the widths 1, 2, ..., 10 of the paper. */
    public WaveletFeatures() {
        this(defaultWidths());
    }

    /**
     * @param widths the widths a in points, in the order of the features; any positive, distinct numbers
     * @throws IllegalArgumentException if there is none, or one is not positive and finite, or stands there twice
     */
    public WaveletFeatures(final double... widths) {
        if (widths.length == 0) {
            throw new IllegalArgumentException("At least one wavelet width is needed.");
        }
        for (int i = 0; i < widths.length; i++) {
            if (!(widths[i] > 0 && widths[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Wavelet widths must be positive, but number " + (i + 1) + " is "
                    + widths[i] + ".");
            }
            for (int j = 0; j < i; j++) {
                if (widths[i] == widths[j]) {
                    throw new IllegalArgumentException("The wavelet width " + widths[i] + " is given twice.");
                }
            }
        }
        m_widths = widths.clone();
    }

    private static double[] defaultWidths() {
        final var widths = new double[DEFAULT_WIDTHS];
        Arrays.setAll(widths, i -> i + 1);
        return widths;
    }

    /** @return the widths in points, a copy */
    public double[] widths() {
        return m_widths.clone();
    }

    @Override
    public String id() {
        return ID;
    }

    /**
     * {@inheritDoc} For example <code>cwt a01 8330.00 eV</code>: whole widths have at least two digits, others as many
     * decimals as they need.
     */
    @Override
    public String[] columnNames(final EnergyGrid grid) {
        final var names = new String[m_widths.length * grid.size()];
        for (int a = 0; a < m_widths.length; a++) {
            final var row = EnergyNames.of(ID + " a" + widthText(m_widths[a]), grid);
            System.arraycopy(row, 0, names, a * grid.size(), grid.size());
        }
        return names;
    }

    /**
     * The shortest decimals that read back as the same number; computed here because <code>Double.toString</code> is
     * not the same in all Java versions.
     */
    static String widthText(final double width) {
        final var exact = new BigDecimal(width);
        var rounded = exact.setScale(0, RoundingMode.HALF_EVEN);
        while (rounded.doubleValue() != width) {
            rounded = exact.setScale(rounded.scale() + 1, RoundingMode.HALF_EVEN);
        }
        final var text = rounded.toPlainString();
        return rounded.precision() - rounded.scale() < 2 && text.indexOf('.') != 2 ? "0" + text : text;
    }

    @Override
    public int energyIndex(final int column, final EnergyGrid grid) {
        return column % grid.size();
    }

    /**
     * {@inheritDoc}
     *
     * @throws SpectrumException if intensities are so large that the transform is not finite
     */
    @Override
    public double[] apply(final double[] intensities) throws SpectrumException {
        final var n = intensities.length;
        var transform = m_last;
        if (transform == null || transform.points() != n) {
            transform = new RickerTransform(m_widths, n);
            m_last = transform;
        }
        final var result = new double[m_widths.length * n];
        transform.apply(intensities, result);
        checkFinite(intensities, result);
        return result;
    }

    private static void checkFinite(final double[] intensities, final double[] result) throws SpectrumException {
        var largest = 0.0;
        for (final var y : intensities) {
            largest = Math.max(largest, Math.abs(y));
        }
        if (largest < SAFE_INTENSITY) {
            return;
        }
        for (final var value : result) {
            if (!Double.isFinite(value)) {
                throw new SpectrumException("An intensity of " + largest + " is too large for a wavelet transform."
                    + " Normalize the spectrum first.");
            }
        }
    }
}

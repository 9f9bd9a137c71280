package org.xasnodes.core.feature;

/**
 * The wavelets of {@link WaveletFeatures} for one number of points, and the sums with them. Immutable.
 * <p>
 * All wavelets that are symmetric about the same position (all with an even length, all with an odd one) are taken
 * together: the sums of two points at equal distances left and right are formed once and serve every width, which
 * halves the work. A wavelet that is not symmetric keeps the same form with differences for its odd part. The inner
 * loops run over the points, five distances at once, so that Java's compiler makes vector instructions of them.
 */
final class RickerTransform {

    /** Wavelets reach over this many widths, as SciPy's. */
    private static final double LENGTH = 10;

    /** Distances that are summed in one sweep over the points; those of whole widths are multiples of it. */
    private static final int LANES = 5;

    /** One width: its row in the result, its length modulo 2, its values by distance with zeros up to full LANES. */
    private record Wavelet(int row, int parity, double[] even, double[] odd) {
    }

    private final int m_points;

    private final Wavelet[] m_wavelets;

    /** The longest wavelet with even and with odd length, and the longest that is not symmetric, in distances. */
    private final int[] m_reach = new int[2];

    private final int[] m_oddReach = new int[2];

    private final int m_padding;

    /**
     * @param widths the widths in points, positive
     * @param points the number of points of the spectra
     */
    RickerTransform(final double[] widths, final int points) {
        m_points = points;
        m_wavelets = new Wavelet[widths.length];
        for (int a = 0; a < widths.length; a++) {
            final var wavelet = byDistance(a, ricker(Math.min(LENGTH * widths[a], points), widths[a]));
            m_wavelets[a] = wavelet;
            m_reach[wavelet.parity] = Math.max(m_reach[wavelet.parity], wavelet.even.length);
            m_oddReach[wavelet.parity] = Math.max(m_oddReach[wavelet.parity], wavelet.odd.length);
        }
        m_padding = Math.max(m_reach[0], m_reach[1]) + 1;
    }

    /**
     * @param length the length, which need not be a whole number; the wavelet has as many values, rounded up
     * @param width the width a
     * @return the values of the wavelet
     */
    static double[] ricker(final double length, final double width) {
        final var values = new double[(int) Math.ceil(length)];
        final var scale = 2 / (Math.sqrt(3 * width) * Math.pow(Math.PI, 0.25));
        final var squared = width * width;
        for (int k = 0; k < values.length; k++) {
            final var x = k - (length - 1) / 2;
            values[k] = scale * (1 - x * x / squared) * Math.exp(-(x * x) / (2 * squared));
        }
        return values;
    }

    /**
     * With the even part e and the odd part o of the wavelet, its sum at point i is that of
     * <code>e(m) (y(i - m - 1) + y(i + m)) + o(m) (y(i - m - 1) - y(i + m))</code> over m = 0, 1, ... for an even
     * length; for an odd length <code>i - m</code> takes the place of <code>i - m - 1</code>.
     */
    private static Wavelet byDistance(final int row, final double[] values) {
        final var length = values.length;
        final var parity = length % 2;
        final var distances = (length + 1) / 2;
        final var even = new double[(distances + LANES - 1) / LANES * LANES];
        final var odd = new double[even.length];
        var isSymmetric = true;
        for (int m = 0; m < distances; m++) {
            final var left = values[(length - 1) / 2 - m];
            final var right = values[length / 2 + m];
            // the middle of an odd length is met from both sides
            final var share = parity == 1 && m == 0 ? 0.25 : 0.5;
            even[m] = share * (left + right);
            odd[m] = 0.5 * (right - left);
            isSymmetric &= left == right;
        }
        return new Wavelet(row, parity, even, isSymmetric ? new double[0] : odd);
    }

    /** @return the number of points of the spectra */
    int points() {
        return m_points;
    }

    /**
     * @param y the spectrum
     * @param result zeros, one for each point of each width; takes the sums, one width after the other
     */
    void apply(final double[] y, final double[] result) {
        final var padded = new double[m_points + 2 * m_padding];
        System.arraycopy(y, 0, padded, m_padding, m_points);
        final var combined = new double[LANES][m_points];
        for (int parity = 0; parity < 2; parity++) {
            for (int m = 0; m < m_reach[parity]; m += LANES) {
                combine(padded, m, parity, 1, combined);
                for (final var wavelet : m_wavelets) {
                    if (wavelet.parity == parity && m < wavelet.even.length) {
                        add(combined, wavelet.even, m, result, wavelet.row * m_points);
                    }
                }
            }
            for (int m = 0; m < m_oddReach[parity]; m += LANES) {
                combine(padded, m, parity, -1, combined);
                for (final var wavelet : m_wavelets) {
                    if (wavelet.parity == parity && m < wavelet.odd.length) {
                        add(combined, wavelet.odd, m, result, wavelet.row * m_points);
                    }
                }
            }
        }
    }

    /** For the next distances the sums (sign 1) or differences (-1) of the points left and right. */
    private void combine(final double[] padded, final int m, final int parity, final int sign,
        final double[][] combined) {
        for (int d = 0; d < LANES; d++) {
            final var target = combined[d];
            final var left = m_padding - m - d - 1 + parity;
            final var right = m_padding + m + d;
            for (int i = 0; i < target.length; i++) {
                target[i] = padded[left + i] + sign * padded[right + i];
            }
        }
    }

    private static void add(final double[][] combined, final double[] wavelet, final int m, final double[] result,
        final int start) {
        final var s0 = combined[0];
        final var s1 = combined[1];
        final var s2 = combined[2];
        final var s3 = combined[3];
        final var s4 = combined[4];
        final var w0 = wavelet[m];
        final var w1 = wavelet[m + 1];
        final var w2 = wavelet[m + 2];
        final var w3 = wavelet[m + 3];
        final var w4 = wavelet[m + 4];
        for (int i = 0; i < s0.length; i++) {
            result[start + i] += w0 * s0[i] + w1 * s1[i] + (w2 * s2[i] + w3 * s3[i]) + w4 * s4[i];
        }
    }
}

package org.xasnodes.core.picture;

import java.awt.Color;

import org.jfree.chart.renderer.PaintScale;

/**
 * A colour scale from dark violet over green to yellow-green whose lightness rises evenly, so that it can be read by
 * colour-blind eyes and in grey print: eleven support points along matplotlib's <i>viridis</i> (CC0, S. van der Walt
 * and N. Smith), of which the palest part is left out, because thin lines in it vanish on white.
 */
final class Viridis {

    private static final int[] SUPPORT = {0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884,
        0x44BF70, 0x7AD151, 0xBDDF26, 0xFDE725};

    private static final double PALEST = 0.88;

    private Viridis() {
    }

    /**
     * @param fraction 0 for the dark end, 1 for the light; values outside are cut
     * @return the colour
     */
    static Color at(final double fraction) {
        final var position = Math.max(0, Math.min(1, fraction)) * PALEST * (SUPPORT.length - 1);
        final var index = (int) Math.min(SUPPORT.length - 2, Math.floor(position));
        final var t = position - index;
        return new Color(mixed(index, t, 16), mixed(index, t, 8), mixed(index, t, 0));
    }

    private static int mixed(final int index, final double t, final int bits) {
        final var low = SUPPORT[index] >> bits & 0xFF;
        final var high = SUPPORT[index + 1] >> bits & 0xFF;
        return (int) Math.round(low + t * (high - low));
    }

    /**
     * The colours of a range of numbers.
     *
     * @param low gets the dark end
     * @param high gets the light end; if it is not above <code>low</code>, everything gets the middle
     */
    record Scale(double low, double high) implements PaintScale {

        @Override
        public double getLowerBound() {
            return low;
        }

        @Override
        public double getUpperBound() {
            return high;
        }

        @Override
        public Color getPaint(final double value) {
            return high > low ? at((value - low) / (high - low)) : at(0.5);
        }
    }
}

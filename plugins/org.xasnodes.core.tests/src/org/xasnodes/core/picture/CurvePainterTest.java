package org.xasnodes.core.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;

class CurvePainterTest {

    private static final int WHITE = 0xFFFFFFFF;

    @ParameterizedTest
    @CsvSource({"60, 16", "60, 40", "120, 30", "300, 150"})
    void aRisingLineIsDrawnFromTheLowerLeftToTheUpperRight(final int width, final int height) {
        final var image = painted(width, height, spectrum(50, k -> k));
        assertFalse(isLine(image, 10 + 3, 10 + 1, 10 + height / 3), "upper left is empty");
        assertTrue(isLine(image, 10 + width - 4, 10 + 1, 10 + height / 3), "upper right has the line");
    }

    @ParameterizedTest
    @CsvSource({"60, 16", "130, 56", "400, 200"})
    void staysInsideItsRectangle(final int width, final int height) {
        final var image = painted(width, height, spectrum(500, k -> Math.sin(k) * 100));
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (x < 10 || y < 10 || x >= 10 + width || y >= 10 + height) {
                    assertEquals(WHITE, image.getRGB(x, y), x + ", " + y);
                }
            }
        }
    }

    @Test
    void theBaselineIsAtZeroBetweenPositiveAndNegativeIntensities() {
        final var image = painted(100, 41, spectrum(100, k -> k < 50 ? 1 : -1));
        // filled above the middle on the left, below it on the right
        assertTrue(isFilled(image, 10 + 20, 10 + 12) && !isFilled(image, 10 + 20, 10 + 28));
        assertTrue(!isFilled(image, 10 + 80, 10 + 12) && isFilled(image, 10 + 80, 10 + 28));
    }

    @Test
    void smallFeaturesFarFromZeroStayVisible() {
        final var image = painted(100, 40, spectrum(100, k -> 1000 + Math.sin(k / 10)));
        assertTrue(isLine(image, 10 + 16, 10, 10 + 10), "the first maximum reaches the top");
        assertTrue(isLine(image, 10 + 47, 10 + 30, 10 + 40), "the first minimum reaches the bottom");
    }

    @Test
    void anythingASpectrumCanBeIsDrawnWithoutError() {
        for (final var size : new int[][]{{60, 16}, {4, 4}, {3, 100}, {0, 0}, {-5, 20}, {200, 100}}) {
            for (final DoubleUnaryOperator shape : Arrays.<DoubleUnaryOperator>asList(k -> 0, k -> 5, k -> -5,
                k -> Double.MAX_VALUE * (k % 2 == 0 ? 1 : -1), k -> Double.MIN_VALUE * k)) {
                painted(size[0], size[1], spectrum(2, shape));
                painted(size[0], size[1], spectrum(3000, shape));
            }
        }
    }

    @Test
    void aFlatSpectrumIsALineToo() {
        for (final var level : new double[]{0, 3, -3}) {
            final var image = painted(60, 16, spectrum(10, k -> level));
            assertTrue(isLine(image, 10 + 30, 10, 10 + 16), "at " + level);
        }
    }

    @Test
    void leavesTheGraphicsAsTheyWere() {
        final var image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        final var g = image.createGraphics();
        g.setColor(Color.PINK);
        final var stroke = g.getStroke();
        final var transform = g.getTransform();
        CurvePainter.paint(g, 10, 10, 60, 16, spectrum(10, k -> k));
        assertEquals(Color.PINK, g.getColor());
        assertSame(stroke, g.getStroke());
        assertEquals(transform, g.getTransform());
        assertNull(g.getClip());
        g.dispose();
    }

    private static Spectrum spectrum(final int points, final DoubleUnaryOperator shape) {
        final var y = new double[points];
        Arrays.setAll(y, k -> shape.applyAsDouble(k));
        return new Spectrum(EnergyGrid.linear(8330, 8370, points), y);
    }

    /** Painted at 10, 10 on white with 10 pixels around. */
    private static BufferedImage painted(final int width, final int height, final Spectrum s) {
        final var image = new BufferedImage(Math.max(1, width + 20), Math.max(1, height + 20),
            BufferedImage.TYPE_INT_ARGB);
        final var g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        CurvePainter.paint(g, 10, 10, width, height, s);
        g.dispose();
        return image;
    }

    /** Whether a dark pixel is in this column between the two rows. */
    private static boolean isLine(final BufferedImage image, final int x, final int from, final int to) {
        for (int y = from; y < to; y++) {
            if ((image.getRGB(x, y) >> 16 & 0xFF) < 0x90) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFilled(final BufferedImage image, final int x, final int y) {
        return image.getRGB(x, y) != WHITE;
    }
}

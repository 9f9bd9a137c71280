package org.xasnodes.core.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Locale;

import org.xasnodes.core.spectrum.Spectrum;

/**
 * Draws one spectrum into a small rectangle, such as the cell of a table: its line over a light area down to the
 * baseline (intensity 0 if that is in range), and the ends of its energy range if there is room. Each spectrum fills
 * its rectangle, so heights of two cells are not comparable. Leaves the background and the state of the graphics alone.
 */
public final class CurvePainter {

    private static final Color LINE = new Color(0x1F5F8B);

    private static final Color AREA = new Color(0x1F, 0x5F, 0x8B, 46);

    private static final Color BASELINE = new Color(0x80, 0x80, 0x80, 130);

    private static final Color TEXT = new Color(0x5A5A5A);

    private static final int MIN_TEXT_WIDTH = 130;

    private static final int MIN_TEXT_HEIGHT = 56;

    private static final int TEXT_HEIGHT = 13;

    private CurvePainter() {
    }

    /**
     * @param g what to draw on
     * @param x left edge of the rectangle in user space, usually pixels
     * @param y upper edge
     * @param width of the rectangle; nothing is drawn below 4
     * @param height of the rectangle; nothing is drawn below 4
     * @param s the spectrum
     */
    public static void paint(final Graphics2D g, final int x, final int y, final int width, final int height,
        final Spectrum s) {
        if (width < 4 || height < 4) {
            return;
        }
        final var own = (Graphics2D)g.create(x, y, width, height);
        try {
            own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            own.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            final var hasText = width >= MIN_TEXT_WIDTH && height >= MIN_TEXT_HEIGHT;
            paintCurve(own, width, hasText ? height - TEXT_HEIGHT : height, s);
            if (hasText) {
                paintRange(own, width, height, s);
            }
        } finally {
            own.dispose();
        }
    }

    private static void paintCurve(final Graphics2D g, final int width, final int height, final Spectrum s) {
        final var frame = Frame.of(width, height, s);
        final var line = line(frame, s);
        final var left = frame.x(s.grid().firstEv());
        final var right = frame.x(s.grid().lastEv());
        final var base = frame.baseline();
        final var area = new Path2D.Double(line);
        area.lineTo(right, base);
        area.lineTo(left, base);
        area.closePath();
        g.setColor(AREA);
        g.fill(area);
        g.setColor(BASELINE);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(left, base, right, base));
        g.setColor(LINE);
        g.setStroke(new BasicStroke(height < 30 ? 1.1f : 1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
    }

    private static Path2D line(final Frame frame, final Spectrum s) {
        final var line = new Path2D.Double();
        final var intensities = s.intensities();
        // no more points than can be seen: spectra of 50,000 points would stall a table
        for (final var i : CurveThinning.indexes(s.grid().toArray(), intensities, 2 * frame.width() + 2)) {
            final var x = frame.x(s.grid().energyEv(i));
            final var y = frame.y(intensities[i]);
            if (line.getCurrentPoint() == null) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        return line;
    }

    private static void paintRange(final Graphics2D g, final int width, final int height, final Spectrum s) {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        g.setColor(TEXT);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        final var last = String.format(Locale.ROOT, "%.0f eV", s.grid().lastEv());
        g.drawString(String.format(Locale.ROOT, "%.0f", s.grid().firstEv()), 2, height - 3);
        g.drawString(last, width - 2 - g.getFontMetrics().stringWidth(last), height - 3);
    }

    /** From energies and intensities to pixels. */
    private record Frame(int width, int height, double firstEv, double lastEv, double low, double high) {

        private static final double MARGIN = 1.5;

        /** Zero is in range, unless the shape of the curve could then not be seen. */
        static Frame of(final int width, final int height, final Spectrum s) {
            var min = Double.POSITIVE_INFINITY;
            var max = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < s.size(); k++) {
                min = Math.min(min, s.intensity(k));
                max = Math.max(max, s.intensity(k));
            }
            final var isFarFromZero = max > min && max / 10 - min / 10 < Math.min(Math.abs(min), Math.abs(max)) / 100;
            final var low = isFarFromZero ? min : Math.min(0, min);
            final var high = isFarFromZero ? max : Math.max(0, max);
            return new Frame(width, height, s.grid().firstEv(), s.grid().lastEv(), low, high);
        }

        double baseline() {
            return y(Math.max(low, Math.min(high, 0)));
        }

        double x(final double energyEv) {
            return MARGIN + (energyEv - firstEv) / (lastEv - firstEv) * (width - 2 * MARGIN);
        }

        double y(final double intensity) {
            // halved, because the difference of huge numbers overflows
            final var range = high / 2 - low / 2;
            final var fraction = range > 0 ? (intensity / 2 - low / 2) / range : 0;
            return height - MARGIN - fraction * (height - 2 * MARGIN);
        }
    }
}

package org.xasnodes.core.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/**
 * A static picture of a table of numbers as SVG text, such as the scores of models: each cell is split by its diagonal
 * into an upper left triangle, for example the score on training data, and a lower right one, the score on test data.
 * Triangles are coloured by their numbers, which are written in them; those without a number are hatched. Needs no
 * display.
 */
public final class HeatMapPicture {

    private static final Color HATCH = new Color(0xB8B8B8);

    private static final Color EMPTY = new Color(0xF0F0F0);

    private static final double HATCH_STEP = 7;

    private static final int KEY_WIDTH = 52;

    private static final int KEY_CELL_HEIGHT = 34;

    /** Lightness from 0 to 255 above which black text has more contrast than white text. */
    private static final double LIGHT = 105;

    private static final double HUGE = 1e6;

    private static final int MAX_BAR_HEIGHT = 330;

    private final HeatMapLayout m_layout;

    private final Half m_upper;

    private final Half m_lower;

    private final int m_decimals;

    /** {@code null} if there is no number at all. */
    private final Viridis.Scale m_scale;

    private final boolean m_hasGaps;

    /**
     * The upper left or the lower right triangles of all cells.
     *
     * @param name for the key below the cells, such as "train"
     * @param values [row][column]; what is not finite counts as missing; not copied
     */
    public record Half(String name, double[][] values) {

        private Stream<Double> numbers() {
            return Arrays.stream(values).flatMap(row -> Arrays.stream(row).boxed());
        }
    }

    private HeatMapPicture(final HeatMapLayout layout, final Half upper, final Half lower, final int decimals) {
        m_layout = layout;
        m_upper = upper;
        m_lower = lower;
        m_decimals = decimals;
        final var numbers = Stream.concat(upper.numbers(), lower.numbers()).toList();
        final var range =
            numbers.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).summaryStatistics();
        m_scale = range.getCount() == 0 ? null : new Viridis.Scale(range.getMin(), range.getMax());
        m_hasGaps = range.getCount() < numbers.size();
    }

    /**
     * @param title above the picture; may be empty
     * @param valueLabel what the numbers are, with their unit, for example "balanced accuracy"
     * @param decimals of the numbers in the cells, from 0
     * @param rows their names, from above
     * @param columns their names, from the left
     * @param upper the upper left triangles
     * @param lower the lower right triangles
     * @return an SVG document, as large as its rows and columns need it
     * @throws IllegalArgumentException if there is not one number for each triangle
     */
    public static String svg(final String title, final String valueLabel, final int decimals, final List<String> rows,
        final List<String> columns, final Half upper, final Half lower) {
        for (final var half : List.of(upper, lower)) {
            if (half.values().length != rows.size()
                || Arrays.stream(half.values()).anyMatch(row -> row.length != columns.size())) {
                throw new IllegalArgumentException(
                    "The values of '" + half.name() + "' are not " + rows.size() + " rows of " + columns.size() + ".");
            }
        }
        final var shortTitle = title.isBlank() ? "" : ChartText.shortened(title, ChartText.MAX_TITLE);
        final var numbers = Stream.concat(upper.numbers(), lower.numbers()).map(v -> text(v, decimals)).distinct();
        final var layout = new HeatMapLayout(shortTitle, rows, columns, numbers.toList());
        final var g = PictureChart.graphics(layout.width(), layout.height());
        new HeatMapPicture(layout, upper, lower, decimals).draw(g, shortTitle, ChartText.clean(valueLabel));
        return g.getSVGDocument();
    }

    /** Huge numbers, such as the error of a model that diverged, are written with an exponent. */
    private static String text(final double value, final int decimals) {
        return Math.abs(value) < HUGE ? ChartText.numbers(decimals).format(value)
            : String.format(Locale.ROOT, "%.1e", value);
    }

    private void draw(final Graphics2D g, final String title, final String valueLabel) {
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, m_layout.width(), m_layout.height());
        g.setColor(ChartText.INK);
        g.setFont(ChartText.TITLE_FONT);
        text(g, title, m_layout.width() / 2.0, HeatMapLayout.MARGIN, TextAnchor.TOP_CENTER);
        g.setFont(ChartText.FONT);
        drawNames(g);
        if (m_scale == null) {
            g.setFont(ChartText.LABEL_FONT);
            text(g, "nothing to draw", m_layout.width() / 2.0, m_layout.bottom() + HeatMapLayout.KEY_HEIGHT / 2.0,
                TextAnchor.CENTER);
            return;
        }
        for (int row = 0; row < m_layout.rows().size(); row++) {
            for (int column = 0; column < m_layout.columns().size(); column++) {
                drawCell(g, row, column);
            }
        }
        drawKey(g);
        drawColorBar(g, valueLabel);
    }

    private void drawColorBar(final Graphics2D g, final String valueLabel) {
        if (m_scale.high() > m_scale.low()) {
            final var bar = PictureAxes.colorBar(m_scale, valueLabel);
            bar.getAxis().setTickLabelInsets(new RectangleInsets(8, 4, 8, 4));
            bar.draw(g, new Rectangle2D.Double(m_layout.right(), m_layout.y(0), HeatMapLayout.BAR_WIDTH,
                Math.min(MAX_BAR_HEIGHT, m_layout.bottom() - m_layout.y(0))));
        }
    }

    private void drawNames(final Graphics2D g) {
        for (int row = 0; row < m_layout.rows().size(); row++) {
            // from the left: a viewer with another font would not let texts end where they end here
            text(g, m_layout.rows().get(row), HeatMapLayout.MARGIN,
                m_layout.y(row) + HeatMapLayout.CELL_HEIGHT / 2.0, TextAnchor.CENTER_LEFT);
        }
        for (int column = 0; column < m_layout.columns().size(); column++) {
            final var lines = m_layout.columns().get(column);
            for (int i = 0; i < lines.size(); i++) {
                text(g, lines.get(i), m_layout.x(column) + m_layout.cellWidth() / 2.0,
                    m_layout.y(0) - 5.0 - (lines.size() - 1 - i) * m_layout.lineHeight(), TextAnchor.BOTTOM_CENTER);
            }
        }
    }

    private void drawCell(final Graphics2D g, final int row, final int column) {
        final var x = m_layout.x(column);
        final var y = m_layout.y(row);
        final var right = m_layout.x(column + 1);
        final var bottom = m_layout.y(row + 1);
        final var dx = m_layout.cellWidth() * 0.3;
        final var dy = HeatMapLayout.CELL_HEIGHT * 0.28;
        drawTriangle(g, triangle(x, y, right, y, x, bottom), m_upper.values()[row][column], x + dx, y + dy);
        drawTriangle(g, triangle(right, bottom, right, y, x, bottom), m_lower.values()[row][column], right - dx,
            bottom - dy);
        g.setStroke(new BasicStroke(1.5f));
        g.setColor(Color.WHITE);
        g.draw(new Line2D.Double(x, bottom, right, y));
        g.draw(new Rectangle2D.Double(x, y, (double)right - x, (double)bottom - y));
    }

    private void drawTriangle(final Graphics2D g, final Shape triangle, final double value, final double textX,
        final double textY) {
        if (!Double.isFinite(value)) {
            drawGap(g, triangle);
            return;
        }
        final var color = m_scale.getPaint(value);
        g.setColor(color);
        g.fill(triangle);
        final var lightness = 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
        g.setColor(lightness > LIGHT ? Color.BLACK : Color.WHITE);
        text(g, text(value, m_decimals), textX, textY, TextAnchor.CENTER);
    }

    private static void drawGap(final Graphics2D g, final Shape shape) {
        g.setColor(EMPTY);
        g.fill(shape);
        g.setColor(HATCH);
        g.setStroke(new BasicStroke(1));
        final var old = g.getClip();
        g.clip(shape);
        final var box = shape.getBounds2D();
        for (double d = 0; d < box.getWidth() + box.getHeight(); d += HATCH_STEP) {
            g.draw(new Line2D.Double(box.getX() + d, box.getY(), box.getX() + d - box.getHeight(), box.getMaxY()));
        }
        g.setClip(old);
    }

    private void drawKey(final Graphics2D g) {
        final double x = m_layout.x(0);
        final double y = m_layout.bottom() + 22.0;
        final var right = x + KEY_WIDTH;
        final var bottom = y + KEY_CELL_HEIGHT;
        g.setColor(EMPTY);
        g.fill(triangle(x, y, right, y, x, bottom));
        g.setColor(HATCH);
        g.fill(triangle(right, bottom, right, y, x, bottom));
        g.setColor(ChartText.INK);
        final var upper = "upper: " + ChartText.shortened(m_upper.name(), ChartText.MAX_NAME);
        final var lower = "lower: " + ChartText.shortened(m_lower.name(), ChartText.MAX_NAME);
        text(g, upper, right + 10, y, TextAnchor.TOP_LEFT);
        text(g, lower, right + 10, bottom, TextAnchor.BOTTOM_LEFT);
        if (m_hasGaps) {
            final var metrics = g.getFontMetrics();
            final var gapX = right + 40 + Math.max(metrics.stringWidth(upper), metrics.stringWidth(lower));
            drawGap(g, new Rectangle2D.Double(gapX, y, KEY_WIDTH, KEY_CELL_HEIGHT));
            g.setColor(ChartText.INK);
            text(g, "no value", gapX + KEY_WIDTH + 10, (y + bottom) / 2, TextAnchor.CENTER_LEFT);
        }
    }

    private static Path2D triangle(final double x0, final double y0, final double x1, final double y1, final double x2,
        final double y2) {
        final var path = new Path2D.Double();
        path.moveTo(x0, y0);
        path.lineTo(x1, y1);
        path.lineTo(x2, y2);
        path.closePath();
        return path;
    }

    private static void text(final Graphics2D g, final String text, final double x, final double y,
        final TextAnchor anchor) {
        TextUtils.drawAlignedString(text, g, (float)x, (float)y, anchor);
    }
}

package org.xasnodes.core.picture;

import java.awt.BasicStroke;
import java.awt.Color;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** How the axes and the background of our pictures look. */
final class PictureAxes {

    private static final Color GRID = new Color(0xE4E4E4);

    private static final BasicStroke THIN = new BasicStroke(1);

    private static final TickUnits TICK_UNITS = tickUnits();

    private PictureAxes() {
    }

    /** Steps of 1, 2 and 5, each with as many decimals as it has; JFreeChart's own follow the user's locale. */
    private static TickUnits tickUnits() {
        final var units = new TickUnits();
        for (int exponent = -12; exponent <= 15; exponent++) {
            final var format = ChartText.numbers(Math.max(0, -exponent));
            for (final var digit : new int[]{1, 2, 5}) {
                units.add(new NumberTickUnit(Double.parseDouble(digit + "e" + exponent), format));
            }
        }
        return units;
    }

    static NumberAxis energy(final String label) {
        final var axis = axis(label);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        return axis;
    }

    static NumberAxis intensity(final String label) {
        final var axis = axis(label);
        axis.setLowerMargin(0.03);
        axis.setUpperMargin(0.05);
        return axis;
    }

    /** An axis of a plane: points keep off its ends. */
    static NumberAxis place(final String label) {
        final var axis = axis(label);
        axis.setLowerMargin(0.04);
        axis.setUpperMargin(0.04);
        return axis;
    }

    /** An axis of a colour bar or a plot: only as much range as the data have. */
    static NumberAxis axis(final String label) {
        final var axis = new NumberAxis(label.isBlank() ? null : label);
        axis.setAutoRangeIncludesZero(false);
        axis.setStandardTickUnits(TICK_UNITS);
        axis.setLabelFont(ChartText.LABEL_FONT);
        axis.setTickLabelFont(ChartText.FONT);
        axis.setLabelPaint(ChartText.INK);
        axis.setTickLabelPaint(ChartText.INK);
        axis.setAxisLinePaint(ChartText.INK);
        axis.setAxisLineStroke(THIN);
        axis.setTickMarkStroke(THIN);
        axis.setTickMarkPaint(ChartText.INK);
        axis.setTickLabelInsets(new RectangleInsets(3, 4, 3, 4));
        return axis;
    }

    /** A bar of colours with their numbers beside it; the scale must have an extent. */
    static PaintScaleLegend colorBar(final PaintScale scale, final String label) {
        final var bar = new PaintScaleLegend(scale, axis(label));
        bar.setPosition(RectangleEdge.RIGHT);
        bar.setStripWidth(14);
        bar.setStripOutlineVisible(false);
        bar.setSubdivisionCount(100);
        return bar;
    }

    static void style(final XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinePaint(GRID);
        plot.setDomainGridlineStroke(THIN);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(THIN);
    }
}

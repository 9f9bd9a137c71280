package org.xasnodes.core.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.svg.SVGGraphics2D;

/** What all our charts have in common: background, title, the note about what is not drawn, and the way to SVG. */
final class PictureChart {

    static {
        // the label of the upward axis as text, not as outlines of letters: it can be searched and edited
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private PictureChart() {
    }

    /**
     * @param title above the picture; may be empty
     * @param plot gets the common look
     * @param drawn number of things in the plot
     * @param all number of things that there are
     * @return a chart without legend
     */
    static JFreeChart of(final String title, final XYPlot plot, final int drawn, final int all) {
        PictureAxes.style(plot);
        final var chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(10, 10, 10, 18));
        if (!title.isBlank()) {
            chart.setTitle(new TextTitle(ChartText.shortened(title, ChartText.MAX_TITLE), ChartText.TITLE_FONT));
        }
        if (plot.getDataRange(plot.getDomainAxis()) == null) {
            // the chart library would number empty axes from 0 to 1
            plot.getDomainAxis().setTickLabelsVisible(false);
            plot.getRangeAxis().setTickLabelsVisible(false);
            chart.addSubtitle(note("nothing to draw"));
        } else if (drawn < all) {
            chart.addSubtitle(note(String.format(Locale.ROOT, "%,d of %,d drawn", drawn, all)));
        }
        return chart;
    }

    private static TextTitle note(final String text) {
        return new TextTitle(text, ChartText.FONT.deriveFont(Font.ITALIC), ChartText.INK,
            TextTitle.DEFAULT_POSITION, TextTitle.DEFAULT_HORIZONTAL_ALIGNMENT, TextTitle.DEFAULT_VERTICAL_ALIGNMENT,
            TextTitle.DEFAULT_PADDING);
    }

    /** @return the chart as an SVG document of the given size in pixels */
    static String svg(final JFreeChart chart, final int width, final int height) {
        final var g = graphics(width, height);
        chart.draw(g, new Rectangle2D.Double(0, 0, width, height));
        return g.getSVGDocument();
    }

    /** @return graphics whose text depends on nothing but what is drawn */
    static SVGGraphics2D graphics(final int width, final int height) {
        final var g = new SVGGraphics2D(width, height);
        // the default is made of the time
        g.setDefsKeyPrefix("xas");
        g.setGeomDoubleConverter(ChartText::coordinate);
        g.setTransformDoubleConverter(ChartText::coordinate);
        // the axes of JFreeChart put back the hint that they find, so there must be one
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }
}

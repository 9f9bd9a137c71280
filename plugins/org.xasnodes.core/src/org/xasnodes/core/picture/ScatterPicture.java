package org.xasnodes.core.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A static picture of points in a plane as SVG text, such as spectra in two reduced dimensions. Coloured as the curves
 * of {@link SpectraPicture} are. Needs no display.
 */
public final class ScatterPicture {

    /** Width of the picture in pixels. */
    public static final int WIDTH = 800;

    /** Height of the picture in pixels. */
    public static final int HEIGHT = 600;

    /** At most so many points are drawn, evenly picked; the subtitle says so. Keeps the text below about 600 kB. */
    public static final int MAX_POINTS = 3000;

    /** Translucent, so that a crowd looks darker than a single point. */
    private static final int ALPHA = 165;

    /**
     * One point of the picture. Points whose place is not finite are left out.
     *
     * @param name for the legend
     * @param x to the right
     * @param y upwards
     * @param colorValue the number which the colour shows, NaN if there is none
     * @param colorClass the class which the colour shows where no point has a number, <code>null</code> if it has none
     */
    public record Point(String name, double x, double y, double colorValue, String colorClass) implements Colored {
    }

    private ScatterPicture() {
    }

    /**
     * @param title above the picture; may be empty
     * @param xLabel what is drawn to the right
     * @param yLabel what is drawn upwards
     * @param colorLabel what the colours show, with its unit; may be empty
     * @param points the points; later ones are drawn over earlier ones; none gives empty axes
     * @return an SVG document of {@link #WIDTH} by {@link #HEIGHT} pixels
     */
    public static String svg(final String title, final String xLabel, final String yLabel, final String colorLabel,
        final List<Point> points) {
        final var places = points.stream().filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y())).toList();
        final var drawn = EvenChoice.of(places, MAX_POINTS);
        final var label = ChartText.clean(colorLabel);
        final var coloring = Coloring.of(drawn, label);
        final var series = new XYSeries(0, false, true);
        drawn.forEach(p -> series.add(p.x(), p.y(), false));
        final var plot = new XYPlot(new XYSeriesCollection(series), PictureAxes.place(ChartText.clean(xLabel)),
            PictureAxes.place(ChartText.clean(yLabel)), new Dots(coloring, drawn.size()));
        final var chart = PictureChart.of(title, plot, drawn.size(), points.size());
        coloring.addDotLegend(chart, label);
        return PictureChart.svg(chart, WIDTH, HEIGHT);
    }

    /** Each point in its own colour, as one short element of the SVG; JFreeChart would write an outline for each. */
    private static final class Dots extends XYLineAndShapeRenderer {

        private static final long serialVersionUID = 1;

        private final transient Coloring m_coloring;

        private final double m_size;

        Dots(final Coloring coloring, final int count) {
            super(false, true);
            m_coloring = coloring;
            m_size = count <= 50 ? 9 : count <= 500 ? 7 : 5;
        }

        @Override
        protected void drawSecondaryPass(final Graphics2D g, final XYPlot plot, final XYDataset dataset,
            final int pass, final int series, final int item, final ValueAxis domainAxis, final Rectangle2D area,
            final ValueAxis rangeAxis, final CrosshairState crosshair, final EntityCollection entities) {
            final var x = domainAxis.valueToJava2D(dataset.getXValue(series, item), area, plot.getDomainAxisEdge());
            final var y = rangeAxis.valueToJava2D(dataset.getYValue(series, item), area, plot.getRangeAxisEdge());
            final var color = m_coloring.color(item);
            g.setPaint(new Color(color.getRed(), color.getGreen(), color.getBlue(), ALPHA));
            g.fill(new Ellipse2D.Double(x - m_size / 2, y - m_size / 2, m_size, m_size));
        }
    }
}

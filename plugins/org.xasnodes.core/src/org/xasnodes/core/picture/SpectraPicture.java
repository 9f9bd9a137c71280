package org.xasnodes.core.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.xasnodes.core.spectrum.Spectrum;

/**
 * A static picture of many curves over energy as SVG text, of the kind that goes into a report. Curves with values are
 * coloured by them, with a legend or a colour bar; without values few curves get different colours and a legend, and
 * many one translucent colour. Needs no display. The same curves give the same text on the same machine; on another one
 * only the places of letters may differ, with its fonts.
 */
public final class SpectraPicture {

    /** Width of the picture in pixels. */
    public static final int WIDTH = 800;

    /** Height of the picture in pixels. */
    public static final int HEIGHT = 500;

    /** At most so many curves are drawn, evenly picked; the subtitle says so. More cannot be told apart anyway. */
    public static final int MAX_CURVES = 200;

    /** Keeps the text below about 600 kB. */
    private static final int MAX_POINTS = 40_000;

    private static final BasicStroke HIGHLIGHT = new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private static final int MAX_POINTS_PER_CURVE = 2 * WIDTH;

    /**
     * One line of the picture.
     *
     * @param name for the legend
     * @param x positions, ascending; not copied
     * @param y as many values; points that are not finite are left out; not copied
     * @param colorValue the number which the colour shows, NaN if there is none
     * @param colorClass the class which the colour shows where no curve has a number, <code>null</code> if it has none
     * @param isHighlighted whether the line is thick and opaque, however many there are
     */
    public record Curve(String name, double[] x, double[] y, double colorValue, String colorClass,
        boolean isHighlighted) implements Colored {

        /** @throws IllegalArgumentException if there are not as many values as positions */
        public Curve {
            if (x.length != y.length) {
                throw new IllegalArgumentException(y.length + " values do not fit " + x.length + " positions.");
            }
        }

        /**
         * A curve as most are.
         *
         * @param name for the legend
         * @param x positions, ascending; not copied
         * @param y as many values; points that are not finite are left out; not copied
         * @param colorValue the number which the colour shows, NaN if there is none
         * @param colorClass the class which the colour shows where no curve has a number, <code>null</code> if it has
         *            none
         * @throws IllegalArgumentException if there are not as many values as positions
         */
        public Curve(final String name, final double[] x, final double[] y, final double colorValue,
            final String colorClass) {
            this(name, x, y, colorValue, colorClass, false);
        }

        /**
         * A curve without a class.
         *
         * @param name for the legend
         * @param x positions, ascending; not copied
         * @param y as many values; points that are not finite are left out; not copied
         * @param colorValue the number which the colour shows, NaN if there is none
         * @throws IllegalArgumentException if there are not as many values as positions
         */
        public Curve(final String name, final double[] x, final double[] y, final double colorValue) {
            this(name, x, y, colorValue, null);
        }

        /**
         * @param name for the legend
         * @param spectrum gives energies in eV and intensities
         * @param colorValue the number which the colour shows, NaN if there is none
         * @return the curve of a spectrum
         */
        public static Curve of(final String name, final Spectrum spectrum, final double colorValue) {
            return new Curve(name, spectrum.grid().toArray(), spectrum.intensities(), colorValue);
        }
    }

    private SpectraPicture() {
    }

    /**
     * A picture whose colour values, if there are any, have no name.
     *
     * @param title above the picture; may be empty
     * @param xLabel what is drawn to the right, with its unit, for example "Energy (eV)"
     * @param yLabel what is drawn upwards, with its unit
     * @param curves the curves; none gives empty axes
     * @return an SVG document
     */
    public static String svg(final String title, final String xLabel, final String yLabel, final List<Curve> curves) {
        return svg(title, xLabel, yLabel, "", curves);
    }

    /**
     * @param title above the picture; may be empty
     * @param xLabel what is drawn to the right, with its unit, for example "Energy (eV)"
     * @param yLabel what is drawn upwards, with its unit
     * @param colorLabel what the colours show, with its unit; may be empty
     * @param curves the curves; none gives empty axes
     * @return an SVG document of {@link #WIDTH} by {@link #HEIGHT} pixels
     */
    public static String svg(final String title, final String xLabel, final String yLabel, final String colorLabel,
        final List<Curve> curves) {
        final var drawn = EvenChoice.of(curves, MAX_CURVES);
        final var label = ChartText.clean(colorLabel);
        final var coloring = Coloring.of(drawn, label);
        final var plot = new XYPlot(series(drawn), PictureAxes.energy(ChartText.clean(xLabel)),
            PictureAxes.intensity(ChartText.clean(yLabel)), renderer(drawn, coloring));
        final var chart = PictureChart.of(title, plot, drawn.size(), curves.size());
        coloring.addLineLegend(chart, label);
        return PictureChart.svg(chart, WIDTH, HEIGHT);
    }

    private static XYSeriesCollection series(final List<Curve> curves) {
        final var maxPoints = Math.min(MAX_POINTS_PER_CURVE, MAX_POINTS / Math.max(1, curves.size()));
        final var collection = new XYSeriesCollection();
        for (int i = 0; i < curves.size(); i++) {
            final var curve = curves.get(i);
            // keyed by number: names need not be distinct
            final var series = new XYSeries(i, false, true);
            for (final var k : CurveThinning.indexes(curve.x(), curve.y(), maxPoints)) {
                series.add(curve.x()[k], curve.y()[k], false);
            }
            collection.addSeries(series);
        }
        return collection;
    }

    private static XYLineAndShapeRenderer renderer(final List<Curve> curves, final Coloring coloring) {
        final var renderer = new XYLineAndShapeRenderer(true, false);
        // one path for a curve instead of one element for each of its segments
        renderer.setDrawSeriesLineAsPath(true);
        final var stroke = new BasicStroke(lineWidth(curves.size()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        final var alpha = alpha(curves.size());
        for (int i = 0; i < curves.size(); i++) {
            final var color = coloring.color(i);
            final var isHighlighted = curves.get(i).isHighlighted();
            renderer.setSeriesPaint(i, new Color(color.getRed(), color.getGreen(), color.getBlue(),
                isHighlighted ? 255 : alpha), false);
            renderer.setSeriesStroke(i, isHighlighted ? HIGHLIGHT : stroke, false);
        }
        return renderer;
    }

    private static float lineWidth(final int curves) {
        return curves <= 10 ? 2 : curves <= 50 ? 1.3f : 1;
    }

    private static int alpha(final int curves) {
        return curves <= 10 ? 255 : curves <= 50 ? 170 : 100;
    }
}

package org.xasnodes.core.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.TreeSet;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.xasnodes.core.picture.SpectraPicture.Curve;

/** Which curve has which colour, and the legend that tells it. */
final class CurveColoring {

    /** Up to so many different values, such as oxidation states, get a legend of lines; more get a colour bar. */
    private static final int MAX_CLASSES = 6;

    /** Distinct in colour-blind eyes: M. Okabe, K. Ito, "Color Universal Design" (2008), without yellow. */
    private static final Color[] DISTINCT = {new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73),
        new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9), new Color(0x000000)};

    private static final Color NO_VALUE = new Color(0x9A9A9A);

    private final Color[] m_colors;

    private final double[] m_values;

    private CurveColoring(final Color[] colors, final double[] values) {
        m_colors = colors;
        m_values = values;
    }

    static CurveColoring of(final List<Curve> curves) {
        final var values = curves.stream().mapToDouble(Curve::colorValue).filter(Double::isFinite).toArray();
        final var distinct = new TreeSet<Double>();
        for (final var value : values) {
            // + 0 turns -0 into 0, which is the same to a reader
            distinct.add(value + 0.0);
        }
        final var classes = distinct.stream().mapToDouble(Double::doubleValue).toArray();
        final var colors = new Color[curves.size()];
        for (int i = 0; i < colors.length; i++) {
            if (classes.length == 0) {
                colors[i] = colors.length <= DISTINCT.length ? DISTINCT[i] : DISTINCT[0];
            } else {
                colors[i] = colorOf(curves.get(i).colorValue(), classes);
            }
        }
        return new CurveColoring(colors, classes);
    }

    private static Color colorOf(final double value, final double[] classes) {
        if (!Double.isFinite(value)) {
            return NO_VALUE;
        }
        final var low = classes[0];
        final var high = classes[classes.length - 1];
        return high > low ? Viridis.at((value - low) / (high - low)) : Viridis.at(0.5);
    }

    Color color(final int curve) {
        return m_colors[curve];
    }

    void addLegend(final JFreeChart chart, final List<Curve> curves, final String label) {
        if (m_values.length > MAX_CLASSES) {
            chart.addSubtitle(colorBar(label));
        } else {
            final var items = m_values.length > 0 ? classItems(curves, label) : nameItems(curves);
            if (items.getItemCount() > 0) {
                chart.addSubtitle(legend(items));
            }
        }
    }

    private LegendItemCollection classItems(final List<Curve> curves, final String label) {
        final var items = new LegendItemCollection();
        final var prefix = label.isBlank() ? "" : label + ": ";
        for (final var value : m_values) {
            items.add(item(prefix + ChartText.number(value), colorOf(value, m_values)));
        }
        if (curves.stream().anyMatch(c -> !Double.isFinite(c.colorValue()))) {
            items.add(item("no value", NO_VALUE));
        }
        return items;
    }

    private LegendItemCollection nameItems(final List<Curve> curves) {
        final var items = new LegendItemCollection();
        if (curves.size() <= DISTINCT.length) {
            for (int i = 0; i < curves.size(); i++) {
                items.add(item(ChartText.shortened(curves.get(i).name(), ChartText.MAX_NAME), m_colors[i]));
            }
        }
        return items;
    }

    private static LegendItem item(final String text, final Color color) {
        final var item = new LegendItem(text, null, null, null, new Line2D.Double(-11, 0, 11, 0),
            new BasicStroke(2.5f), color);
        item.setLabelFont(ChartText.FONT);
        item.setLabelPaint(ChartText.INK);
        return item;
    }

    private static LegendTitle legend(final LegendItemCollection items) {
        final var legend = new LegendTitle(() -> items);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(ChartText.FONT);
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        return legend;
    }

    private PaintScaleLegend colorBar(final String label) {
        final var axis = PictureAxes.axis(label);
        final var low = m_values[0];
        final var high = m_values[m_values.length - 1];
        axis.setRange(low, high);
        final var bar = new PaintScaleLegend(new ViridisScale(low, high), axis);
        bar.setPosition(RectangleEdge.RIGHT);
        bar.setStripWidth(14);
        bar.setStripOutlineVisible(false);
        bar.setSubdivisionCount(100);
        bar.setMargin(8, 14, 42, 0);
        return bar;
    }

    /** The colour bar's colours. */
    private record ViridisScale(double low, double high) implements PaintScale {

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
            return Viridis.at((value - low) / (high - low));
        }
    }
}

package org.xasnodes.core.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * What has which colour, and the legend that tells it. Few different numbers, such as oxidation states, and classes get
 * a legend, many numbers a colour bar; of many classes the most frequent have a colour. Without numbers and classes a
 * few things are told apart by their names.
 */
final class Coloring {

    /** Up to so many different numbers get a legend, and so many of too many classes a colour. */
    private static final int MAX_CLASSES = 6;

    /** Distinct in colour-blind eyes: M. Okabe, K. Ito, "Color Universal Design" (2008), without yellow. */
    private static final Color[] DISTINCT = {new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73),
        new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9), new Color(0x000000)};

    private static final Color NO_VALUE = new Color(0x9A9A9A);

    private static final Color OTHER = new Color(0xC8C8C8);

    private final Color[] m_colors;

    private final List<Entry> m_legend;

    /** {@code null} where the legend tells the colours. */
    private final Viridis.Scale m_bar;

    /** A line of the legend. */
    private record Entry(String text, Color color) {
    }

    private Coloring(final Color[] colors, final List<Entry> legend, final Viridis.Scale bar) {
        m_colors = colors;
        m_legend = legend;
        m_bar = bar;
    }

    /**
     * @param things in the order in which they are drawn
     * @param label what the colours show; may be empty
     */
    static Coloring of(final List<? extends Colored> things, final String label) {
        // + 0 turns -0 into 0, which is the same to a reader
        final var numbers = things.stream().mapToDouble(Colored::colorValue).filter(Double::isFinite)
            .map(v -> v + 0.0).distinct().sorted().toArray();
        if (numbers.length > 0) {
            return ofNumbers(things, numbers, label);
        }
        final var counts = things.stream().map(Colored::colorClass).filter(Objects::nonNull)
            .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.isEmpty() ? ofNames(things) : ofClasses(things, counts, label);
    }

    private static Coloring ofNumbers(final List<? extends Colored> things, final double[] numbers,
        final String label) {
        final var scale = new Viridis.Scale(numbers[0], numbers[numbers.length - 1]);
        final var colors = things.stream().map(Colored::colorValue)
            .map(v -> Double.isFinite(v) ? scale.getPaint(v) : NO_VALUE).toArray(Color[]::new);
        final List<Entry> legend = new ArrayList<>();
        if (numbers.length <= MAX_CLASSES) {
            for (final var number : numbers) {
                legend.add(new Entry(prefix(label) + ChartText.number(number), scale.getPaint(number)));
            }
            addNoValue(legend, colors);
        }
        return new Coloring(colors, legend, numbers.length > MAX_CLASSES ? scale : null);
    }

    private static Coloring ofClasses(final List<? extends Colored> things, final Map<String, Long> counts,
        final String label) {
        final var hasOthers = counts.size() > DISTINCT.length;
        final var chosen = counts.keySet().stream()
            .sorted(Comparator.comparing((final String name) -> -counts.get(name)))
            .limit(hasOthers ? MAX_CLASSES : DISTINCT.length).sorted().toList();
        final var colors = things.stream().map(Colored::colorClass).map(name -> name == null ? NO_VALUE
            : chosen.contains(name) ? DISTINCT[chosen.indexOf(name)] : OTHER).toArray(Color[]::new);
        final List<Entry> legend = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            legend.add(new Entry(prefix(label) + ChartText.shortened(chosen.get(i), ChartText.MAX_NAME),
                DISTINCT[i]));
        }
        if (hasOthers) {
            legend.add(new Entry(counts.size() - chosen.size() + " others", OTHER));
        }
        addNoValue(legend, colors);
        return new Coloring(colors, legend, null);
    }

    private static Coloring ofNames(final List<? extends Colored> things) {
        final var isFew = things.size() <= DISTINCT.length;
        final var colors = new Color[things.size()];
        final List<Entry> legend = new ArrayList<>();
        for (int i = 0; i < colors.length; i++) {
            colors[i] = DISTINCT[isFew ? i : 0];
            if (isFew) {
                legend.add(new Entry(ChartText.shortened(things.get(i).name(), ChartText.MAX_NAME), colors[i]));
            }
        }
        return new Coloring(colors, legend, null);
    }

    private static String prefix(final String label) {
        return label.isBlank() ? "" : label + ": ";
    }

    private static void addNoValue(final List<Entry> legend, final Color[] colors) {
        if (List.of(colors).contains(NO_VALUE)) {
            legend.add(new Entry("no value", NO_VALUE));
        }
    }

    Color color(final int index) {
        return m_colors[index];
    }

    /** Adds a legend with short lines, or the colour bar. */
    void addLineLegend(final JFreeChart chart, final String label) {
        addLegend(chart, label, entry -> new LegendItem(entry.text(), null, null, null,
            new Line2D.Double(-11, 0, 11, 0), new BasicStroke(2.5f), entry.color()));
    }

    /** Adds a legend with dots, or the colour bar. */
    void addDotLegend(final JFreeChart chart, final String label) {
        addLegend(chart, label, entry -> new LegendItem(entry.text(), null, null, null,
            new Ellipse2D.Double(-5, -5, 10, 10), entry.color()));
    }

    private void addLegend(final JFreeChart chart, final String label, final Function<Entry, LegendItem> toItem) {
        if (m_bar != null) {
            final var bar = PictureAxes.colorBar(m_bar, label);
            bar.setMargin(8, 14, 42, 0);
            chart.addSubtitle(bar);
        } else if (!m_legend.isEmpty()) {
            final var items = new LegendItemCollection();
            for (final var entry : m_legend) {
                final var item = toItem.apply(entry);
                item.setLabelFont(ChartText.FONT);
                item.setLabelPaint(ChartText.INK);
                items.add(item);
            }
            chart.addSubtitle(legend(items));
        }
    }

    private static LegendTitle legend(final LegendItemCollection items) {
        final var legend = new LegendTitle(() -> items);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(ChartText.FONT);
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        return legend;
    }
}

package org.xasnodes.nodes.analyze.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView.ViewInput;
import org.xasnodes.benchmark.Metric;
import org.xasnodes.core.picture.HeatMapPicture;
import org.xasnodes.core.picture.HeatMapPicture.Half;
import org.xasnodes.nodes.view.Pictures;
import org.xasnodes.nodes.view.Pictures.Picture;

/** What the view of Feature Benchmark shows: a heat map for each metric, as Figs. 6 and 7 of Chen et al. */
final class BenchmarkPictures {

    private static final int DECIMALS = 3;

    private BenchmarkPictures() {
    }

    static Pictures of(final ViewInput input) {
        final var scores = input.getInternalTables()[0];
        final List<Picture> pictures = new ArrayList<>();
        for (final var metric : Metric.values()) {
            if (scores.getDataTableSpec().containsName(ScoreTable.test(metric))) {
                pictures.add(picture(scores, title(metric), ScoreTable.train(metric), "train", ScoreTable.test(metric),
                    "test"));
            }
        }
        for (final var metric : Metric.values()) {
            if (scores.getDataTableSpec().containsName(ScoreTable.measured(metric))) {
                pictures.add(picture(scores, title(metric) + " on measured spectra", ScoreTable.test(metric), "test",
                    ScoreTable.measured(metric), "measured"));
            }
        }
        return new Pictures(pictures);
    }

    private static String title(final Metric metric) {
        return metric.moreIsBetter() ? metric.label() : metric.label() + " (less is better)";
    }

    private static Picture picture(final BufferedDataTable scores, final String title, final String upperColumn,
        final String upperName, final String lowerColumn, final String lowerName) {
        final var spec = scores.getDataTableSpec();
        final var rows = new LinkedHashSet<String>();
        final var columns = new LinkedHashSet<String>();
        final List<DataRow> all = new ArrayList<>();
        try (CloseableRowIterator iterator = scores.iterator()) {
            while (iterator.hasNext()) {
                final var row = iterator.next();
                all.add(row);
                rows.add(row.getCell(0) + " " + row.getCell(1));
                columns.add(row.getCell(2).toString());
            }
        }
        final var svg = HeatMapPicture.svg(title, title, DECIMALS, List.copyOf(rows), List.copyOf(columns),
            new Half(upperName, values(all, spec.findColumnIndex(upperColumn), columns.size())),
            new Half(lowerName, values(all, spec.findColumnIndex(lowerColumn), columns.size())));
        return new Picture(title, svg);
    }

    /** The rows come feature by feature, reducer by reducer, model by model, and none is left out. */
    private static double[][] values(final List<DataRow> rows, final int column, final int models) {
        final var numbers = rows.stream().map(row -> row.getCell(column))
            .mapToDouble(BenchmarkPictures::number).toArray();
        return Stream.iterate(0, from -> from < numbers.length, from -> from + models)
            .map(from -> Arrays.copyOfRange(numbers, from, from + models)).toArray(double[][]::new);
    }

    private static double number(final DataCell cell) {
        return cell instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }
}

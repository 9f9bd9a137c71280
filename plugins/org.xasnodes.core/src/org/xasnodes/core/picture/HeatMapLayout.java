package org.xasnodes.core.picture;

import java.awt.Font;
import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the parts of a heat map are, in pixels, and how the names of its rows and columns are broken to fit. */
final class HeatMapLayout {

    static final int MARGIN = 16;

    static final int CELL_HEIGHT = 48;

    /** Below the cells: which triangle is what. */
    static final int KEY_HEIGHT = 62;

    /** Right of the cells: the colour bar with its numbers and its label. */
    static final int BAR_WIDTH = 104;

    private static final int MIN_CELL_WIDTH = 88;

    /** For the names of columns; numbers get what they need. */
    private static final int MAX_CELL_WIDTH = 140;

    private static final int MIN_WIDTH = 360;

    private static final int TITLE_HEIGHT = 36;

    private static final int GAP = 8;

    private final FontMetrics m_metrics = metrics(ChartText.FONT);

    private final List<String> m_rows;

    private final List<List<String>> m_columns;

    private final int m_cellWidth;

    private final int m_left;

    private final int m_top;

    private final int m_width;

    /**
     * @param title one line; may be empty
     * @param rows their names
     * @param columns their names
     * @param numbers all that are written into the triangles
     */
    HeatMapLayout(final String title, final List<String> rows, final List<String> columns,
        final List<String> numbers) {
        m_rows = rows.stream().map(name -> ChartText.shortened(name, ChartText.MAX_NAME)).toList();
        final var names = columns.stream().map(name -> ChartText.shortened(name, ChartText.MAX_NAME)).toList();
        final var widestWord =
            names.stream().flatMap(name -> Stream.of(name.split("\\s+"))).mapToInt(this::width).max().orElse(0);
        final var widestNumber = numbers.stream().mapToInt(this::width).max().orElse(0);
        m_cellWidth = Math.max(Math.max(MIN_CELL_WIDTH, (int) (1.7 * widestNumber)),
            Math.min(MAX_CELL_WIDTH, widestWord + GAP));
        m_columns = names.stream().map(this::lines).toList();
        m_left = MARGIN + GAP + m_rows.stream().mapToInt(this::width).max().orElse(0);
        m_top = MARGIN + (title.isEmpty() ? 0 : TITLE_HEIGHT) + GAP
            + lineHeight() * m_columns.stream().mapToInt(List::size).max().orElse(0);
        final var titleWidth = metrics(ChartText.TITLE_FONT).stringWidth(title) + 2 * MARGIN;
        m_width = Math.max(Math.max(MIN_WIDTH, titleWidth), right() + BAR_WIDTH + MARGIN);
    }

    private static FontMetrics metrics(final Font font) {
        return PictureChart.graphics(1, 1).getFontMetrics(font);
    }

    private int width(final String text) {
        return m_metrics.stringWidth(text);
    }

    /** Broken at blanks; a word that is still too wide loses its middle. */
    private List<String> lines(final String name) {
        final List<String> lines = new ArrayList<>();
        for (final var word : name.split("\\s+")) {
            final var last = lines.size() - 1;
            if (last >= 0 && width(lines.get(last) + " " + word) <= m_cellWidth - GAP) {
                lines.set(last, lines.get(last) + " " + word);
            } else {
                lines.add(fitting(word));
            }
        }
        return lines;
    }

    private String fitting(final String word) {
        var text = word;
        for (int max = word.length(); width(text) > m_cellWidth - GAP && max > 2; max--) {
            text = ChartText.shortened(word, max);
        }
        return text;
    }

    List<String> rows() {
        return m_rows;
    }

    /** @return the lines of the name of each column */
    List<List<String>> columns() {
        return m_columns;
    }

    int lineHeight() {
        return m_metrics.getHeight();
    }

    /** @return the left edge of the column; with the number of columns the right edge of the last one */
    int x(final int column) {
        return m_left + column * m_cellWidth;
    }

    /** @return the upper edge of the row; with the number of rows the lower edge of the last one */
    int y(final int row) {
        return m_top + row * CELL_HEIGHT;
    }

    int cellWidth() {
        return m_cellWidth;
    }

    int right() {
        return x(m_columns.size());
    }

    int bottom() {
        return y(m_rows.size());
    }

    int width() {
        return m_width;
    }

    int height() {
        return bottom() + KEY_HEIGHT + MARGIN;
    }
}

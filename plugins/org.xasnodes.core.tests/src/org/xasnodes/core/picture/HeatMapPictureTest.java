package org.xasnodes.core.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.picture.HeatMapPicture.Half;

class HeatMapPictureTest {

    private static final List<String> ROWS = List.of("CDF", "intensity");

    private static final List<String> COLUMNS = List.of("ridge", "random forest", "multi-layer perceptron");

    private static final double[][] TRAIN = {{0.91, 0.92, 0.93}, {0.94, 0.95, 0.96}};

    private static final double[][] TEST = {{0.51, 0.52, 0.53}, {0.54, 0.55, 0.56}};

    /** The corners of a triangle and the colour before it. */
    private static final Pattern TRIANGLE = Pattern.compile(
        "fill:(rgb\\([0-9,]+\\));stroke:none'><path d='M([0-9.]+),([0-9.]+)L([0-9.]+),([0-9.]+)L([0-9.]+),([0-9.]+)Z");

    @Test
    void namesNumbersAndTheKeyAreWritten() throws Exception {
        final var texts = Svg.texts(picture(TRAIN, TEST));
        assertTrue(texts.containsAll(Set.of("Scores", "accuracy", "CDF", "intensity", "ridge", "0.91", "0.96", "0.51",
            "0.56", "upper: train", "lower: test")), texts.toString());
        assertFalse(texts.contains("no value"));
    }

    @Test
    void longNamesOfColumnsAreBrokenAtBlanks() throws Exception {
        final var texts = Svg.texts(picture(TRAIN, TEST));
        assertTrue(texts.containsAll(Set.of("multi-layer", "perceptron")), texts.toString());
    }

    @Test
    void theUpperTriangleIsThatOfTheFirstValuesAndTheColourGoesWithTheNumber() throws Exception {
        final var triangles = TRIANGLE.matcher(picture(new double[][]{{1}}, new double[][]{{0}}, List.of("r"),
            List.of("c"))).results().toList();
        final var upper = triangles.get(0);
        final var lower = triangles.get(1);
        assertEquals(rgb(Viridis.at(1)), upper.group(1));
        assertEquals(rgb(Viridis.at(0)), lower.group(1));
        // both share the diagonal; the first has the upper left corner, the second the lower right one
        assertTrue(Double.parseDouble(upper.group(2)) < Double.parseDouble(lower.group(2)));
        assertTrue(Double.parseDouble(upper.group(3)) < Double.parseDouble(lower.group(3)));
        assertEquals(upper.group(4) + upper.group(5), lower.group(4) + lower.group(5));
        assertEquals(upper.group(6) + upper.group(7), lower.group(6) + lower.group(7));
    }

    @Test
    void equalNumbersHaveEqualColoursWhereverTheyStand() {
        final var colors = TRIANGLE.matcher(picture(new double[][]{{1, 2, 3}, {3, 2, 1}}, TEST)).results()
            .map(m -> m.group(1)).limit(12).collect(Collectors.toList());
        assertEquals(colors.get(0), colors.get(10));
        assertEquals(colors.get(2), colors.get(8));
        assertEquals(colors.get(4), colors.get(6));
    }

    @Test
    void missingNumbersAreHatchedAndExplained() throws Exception {
        final var svg = picture(new double[][]{{0.9, Double.NaN, 0.7}, {0.6, 0.5, 0.4}},
            new double[][]{{0.9, Double.POSITIVE_INFINITY, 0.7}, {0.6, 0.5, 0.4}});
        assertTrue(Svg.texts(svg).contains("no value"));
        for (final var text : List.of("NaN", "Infinity", "\uFFFD", "\u221E")) {
            assertFalse(svg.contains(text), text);
        }
    }

    @Test
    void theSameNumbersGiveTheSameTextInEveryLocale() {
        final var expected = picture(TRAIN, TEST);
        final var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, picture(TRAIN, TEST));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void thePictureGrowsWithItsRowsAndColumns() throws Exception {
        final var small = Svg.parse(picture(new double[1][1], new double[1][1], List.of("r"), List.of("c")))
            .getDocumentElement();
        final var large = Svg.parse(picture(new double[9][7], new double[9][7], List.of("1", "2", "3", "4", "5", "6",
            "7", "8", "9"), List.of("1", "2", "3", "4", "5", "6", "7"))).getDocumentElement();
        assertTrue(Integer.parseInt(large.getAttribute("height")) > Integer.parseInt(small.getAttribute("height")));
        assertTrue(Integer.parseInt(large.getAttribute("width")) > Integer.parseInt(small.getAttribute("width")));
    }

    @Test
    void nothingAndOnlyMissingNumbersStillGiveAPicture() throws Exception {
        assertTrue(Svg.texts(picture(new double[0][], new double[0][], List.of(), List.of()))
            .contains("nothing to draw"));
        assertTrue(Svg.texts(picture(new double[][]{{Double.NaN}}, new double[][]{{Double.NaN}}, List.of("r"),
            List.of("c"))).contains("nothing to draw"));
    }

    @Test
    void oneNumberAndHugeNumbersStillGiveAPicture() throws Exception {
        Svg.parse(picture(new double[][]{{0.5}}, new double[][]{{0.5}}, List.of("r"), List.of("c")));
        assertTrue(Svg.texts(picture(new double[][]{{-1e300}}, new double[][]{{1e300}}, List.of("r"), List.of("c")))
            .containsAll(Set.of("-1.0e+300", "1.0e+300")));
    }

    @Test
    void hostileNamesAreEscapedAndShortened() throws Exception {
        final var evil = "<script>\"&'\u0000\u0007\uD800\uFFFE]]>\u00e5\uD83D\uDE00".repeat(9);
        final var half = new Half(evil, new double[][]{{1}});
        final var svg = HeatMapPicture.svg(evil, evil, 2, List.of(evil), List.of(evil), half, half);
        final var root = Svg.parse(svg);
        assertEquals(0, root.getElementsByTagName("script").getLength());
        assertTrue(Integer.parseInt(root.getDocumentElement().getAttribute("width")) < 1200);
        Svg.parse(HeatMapPicture.svg("", "", 0, List.of(""), List.of(" "), half, half));
    }

    @Test
    void refusesValuesThatDoNotFitTheNames() {
        final var e = assertThrows(IllegalArgumentException.class, () -> picture(TRAIN, new double[2][2]));
        assertEquals("The values of 'test' are not 2 rows of 3.", e.getMessage());
    }

    private static String rgb(final Color color) {
        return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
    }

    private static String picture(final double[][] train, final double[][] test) {
        return picture(train, test, ROWS, COLUMNS);
    }

    private static String picture(final double[][] train, final double[][] test, final List<String> rows,
        final List<String> columns) {
        return HeatMapPicture.svg("Scores", "accuracy", 2, rows, columns, new Half("train", train),
            new Half("test", test));
    }
}

package org.xasnodes.core.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xasnodes.core.picture.ScatterPicture.Point;

class ScatterPictureTest {

    @Test
    void isAWellFormedSvgOfTheStatedSizeWithTitleAndLabels() throws Exception {
        final var svg = picture(points(20, i -> Double.NaN, i -> null));
        final var root = Svg.parse(svg).getDocumentElement();
        assertEquals("800", root.getAttribute("width"));
        assertEquals("600", root.getAttribute("height"));
        assertTrue(Svg.texts(svg).containsAll(Set.of("Reduced", "pca 1", "pca 2")), Svg.texts(svg).toString());
    }

    @Test
    void theSamePointsGiveTheSameTextInEveryLocale() {
        final var expected = picture(points(50, i -> i / 7.0, i -> null));
        final var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, picture(points(50, i -> i / 7.0, i -> null)));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyPointIsOneDotAndLiesWhereItsNumbersAre() throws Exception {
        final var dots = dots(picture(List.of(new Point("", 0, 0, Double.NaN, null),
            new Point("", 1, 2, Double.NaN, null), new Point("", 2, 4, Double.NaN, null))));
        assertEquals(3, dots.size());
        assertEquals(number(dots.get(1), "cx"), (number(dots.get(0), "cx") + number(dots.get(2), "cx")) / 2, 0.011);
        assertEquals(number(dots.get(1), "cy"), (number(dots.get(0), "cy") + number(dots.get(2), "cy")) / 2, 0.011);
        assertTrue(number(dots.get(0), "cx") < number(dots.get(2), "cx"), "to the right");
        assertTrue(number(dots.get(0), "cy") > number(dots.get(2), "cy"), "upwards");
    }

    @Test
    void fewNumbersGetALegendAndThoseWithoutAreGrey() throws Exception {
        final var svg = picture(points(40, i -> i == 7 ? Double.NaN : 2 + i % 3, i -> null));
        assertEquals(4, colors(svg).size());
        assertTrue(Svg.texts(svg).containsAll(Set.of("label: 2", "label: 3", "label: 4", "no value")));
    }

    @Test
    void manyNumbersGetAColourBarWithItsName() throws Exception {
        final var svg = picture(points(30, i -> 1.8 + i / 100.0, i -> null));
        assertEquals(30, colors(svg).size());
        assertTrue(Svg.texts(svg).containsAll(Set.of("label", "1.80", "2.00")), Svg.texts(svg).toString());
    }

    @Test
    void classesGetColoursOfTheirOwnInAlphabeticalOrder() throws Exception {
        final var names = List.of("NiS", "LiNiO2", "NiO");
        final var svg = picture(points(30, i -> Double.NaN, i -> i == 9 ? null : names.get(i % 3)));
        assertEquals(4, colors(svg).size());
        final var legend = svg.indexOf("label: LiNiO2");
        assertTrue(legend > 0 && legend < svg.indexOf("label: NiO") && svg.indexOf("label: NiO") < svg
            .indexOf("label: NiS"));
        assertTrue(Svg.texts(svg).contains("no value"));
    }

    @Test
    void ofManyClassesTheMostFrequentHaveColours() throws Exception {
        // class k occurs k + 1 times
        final List<Point> points = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            for (int i = 0; i <= k; i++) {
                points.add(new Point("", i, k, Double.NaN, "class " + k));
            }
        }
        final var texts = Svg.texts(picture(points));
        assertTrue(texts.containsAll(Set.of("label: class 4", "label: class 9", "4 others")), texts.toString());
        assertFalse(texts.contains("label: class 3"), texts.toString());
        assertEquals(7, colors(picture(points)).size());
    }

    @Test
    void numbersGoBeforeClasses() throws Exception {
        final var texts = Svg.texts(picture(points(9, i -> i % 2, i -> "class")));
        assertTrue(texts.contains("label: 1") && !texts.contains("label: class"), texts.toString());
    }

    @Test
    void ofTooManyPointsAnEvenChoiceIsDrawnAndTheSubtitleSaysSo() throws Exception {
        final var points = points(10_001, i -> Double.NaN, i -> null);
        final var svg = picture(points);
        assertEquals(ScatterPicture.MAX_POINTS, dots(svg).size());
        assertTrue(Svg.texts(svg).contains("3,000 of 10,001 drawn"));
        assertTrue(svg.length() < 600_000, "of " + svg.length() + " characters");
        assertEquals(svg, picture(points));
    }

    @Test
    void pointsWithoutPlaceAreLeftOutAndCounted() throws Exception {
        final var svg = picture(List.of(new Point("a", 0, Double.NaN, 1, null),
            new Point("b", Double.POSITIVE_INFINITY, 0, 2, null), new Point("c", 1, 1, 3, null)));
        assertEquals(1, dots(svg).size());
        assertTrue(Svg.texts(svg).contains("1 of 3 drawn"));
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"));
    }

    @Test
    void noPointsGiveAPictureThatSaysSo() throws Exception {
        assertTrue(Svg.texts(picture(List.of())).contains("nothing to draw"));
        assertTrue(Svg.texts(picture(List.of(new Point("", Double.NaN, 1, 1, null)))).contains("nothing to draw"));
    }

    @Test
    void hostileTextsAreEscaped() throws Exception {
        final var evil = "<script>\"&'\u0000\u0007\uD800\uFFFE]]>\u00e5\uD83D\uDE00";
        for (final var colorClass : new String[]{evil.repeat(9), null}) {
            final var svg = ScatterPicture.svg(evil, evil, evil, evil,
                List.of(new Point(evil, 0, 0, Double.NaN, colorClass), new Point(evil, 1, 1, Double.NaN, "b")));
            assertEquals(0, Svg.parse(svg).getElementsByTagName("script").getLength());
        }
    }

    private static String picture(final List<Point> points) {
        return ScatterPicture.svg("Reduced", "pca 1", "pca 2", "label", points);
    }

    private static List<Point> points(final int count, final IntToDoubleFunction value,
        final IntFunction<String> colorClass) {
        final var random = new Random(3);
        return IntStream.range(0, count).mapToObj(i -> new Point("point " + i, random.nextGaussian(),
            random.nextGaussian(), value.applyAsDouble(i), colorClass.apply(i))).toList();
    }

    /** Dots of the plot are translucent, those of the legend are not. */
    private static List<Element> dots(final String svg) throws Exception {
        final var nodes = Svg.parse(svg).getElementsByTagName("ellipse");
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element)nodes.item(i))
            .filter(e -> e.getAttribute("style").contains("fill-opacity:0.6")).toList();
    }

    private static double number(final Element dot, final String attribute) {
        return Double.parseDouble(dot.getAttribute(attribute));
    }

    private static Set<String> colors(final String svg) throws Exception {
        return Set.copyOf(dots(svg).stream().map(e -> e.getAttribute("style")).toList());
    }
}

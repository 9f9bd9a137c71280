package org.xasnodes.core.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xasnodes.core.picture.SpectraPicture.Curve;
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.core.spectrum.EnergyGrid;

class SpectraPictureTest {

    private static final EnergyGrid GRID = EnergyGrid.linear(8330, 8370, 100);

    @Test
    void isAWellFormedSvgOfTheStatedSize() throws Exception {
        final var root = Svg.parse(picture(simulated(5, i -> Double.NaN))).getDocumentElement();
        assertEquals("svg", root.getLocalName());
        assertEquals("http://www.w3.org/2000/svg", root.getNamespaceURI());
        assertEquals("800", root.getAttribute("width"));
        assertEquals("500", root.getAttribute("height"));
    }

    @Test
    void theSameCurvesGiveTheSameText() {
        final var first = picture(simulated(40, i -> i));
        assertEquals(first, picture(simulated(40, i -> i)));
        assertFalse(first.equals(picture(simulated(40, i -> i % 7))));
    }

    @Test
    void theUsersLocaleDoesNotMatter() {
        final var expected = picture(simulated(12, i -> i / 10.0));
        final var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, picture(simulated(12, i -> i / 10.0)));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void titlesLabelsAndEnergiesAreWritten() throws Exception {
        final var texts = Svg.texts(picture(simulated(3, i -> Double.NaN)));
        assertTrue(texts.containsAll(Set.of("Ni K edge", "Energy (eV)", "Absorption", "8340", "8350", "0.5")),
            texts.toString());
    }

    @Test
    void everyCurveIsOnePath() throws Exception {
        assertEquals(1, curvePaths(picture(simulated(1, i -> Double.NaN))).size());
        assertEquals(37, curvePaths(picture(simulated(37, i -> Double.NaN))).size());
    }

    @Test
    void aCurveIsDrawnWhereItsNumbersAre() throws Exception {
        // a rectangle's diagonal and the constant through its middle cross in the middle
        final var curves = List.of(new Curve("a", new double[]{0, 1, 2}, new double[]{0, 1, 2}, Double.NaN),
            new Curve("b", new double[]{0, 1, 2}, new double[]{1, 1, 1}, Double.NaN));
        final var paths = curvePaths(picture(curves));
        final var diagonal = points(paths.get(0));
        final var constant = points(paths.get(1));
        assertEquals(3, diagonal.length);
        assertEquals(diagonal[1][0], constant[1][0], 0.011);
        assertEquals(diagonal[1][1], constant[1][1], 0.011);
        assertTrue(diagonal[0][1] > diagonal[1][1] && diagonal[1][1] > diagonal[2][1], "upwards");
        assertEquals(constant[0][1], constant[2][1]);
    }

    @Test
    void fewCurvesGetDifferentColoursAndALegend() throws Exception {
        final var svg = picture(simulated(7, i -> Double.NaN));
        assertEquals(7, colors(svg).size());
        assertTrue(Svg.texts(svg).containsAll(Set.of("spectrum 0", "spectrum 6")));
    }

    @Test
    void manyCurvesGetOneTranslucentColourAndNoLegend() throws Exception {
        final var svg = picture(simulated(60, i -> Double.NaN));
        assertEquals(1, colors(svg).size());
        assertTrue(style(curvePaths(svg).get(0)).matches(".*stroke-opacity: ?0\\.\\d+.*"));
        assertFalse(Svg.texts(svg).contains("spectrum 0"));
    }

    @Test
    void aFewValuesGetALegendOfClasses() throws Exception {
        final var svg = picture(simulated(30, i -> 2 + i % 3));
        assertEquals(3, colors(svg).size());
        assertTrue(Svg.texts(svg)
            .containsAll(Set.of("oxidation state: 2", "oxidation state: 3", "oxidation state: 4")));
    }

    @Test
    void manyValuesGetAColourBarWithItsName() throws Exception {
        final var svg = picture(simulated(30, i -> 1.8 + i / 100.0));
        assertEquals(30, colors(svg).size());
        assertTrue(Svg.texts(svg).containsAll(Set.of("oxidation state", "1.80", "2.00")), Svg.texts(svg).toString());
    }

    @Test
    void classesGetALegendWhereThereAreNoNumbers() throws Exception {
        final var svg = picture(simulated(30, i -> Double.NaN).stream().map(
            c -> new Curve(c.name(), c.x(), c.y(), Double.NaN, c.name().endsWith("0") ? "NiO" : "LiNiO2")).toList());
        assertEquals(2, colors(svg).size());
        assertTrue(Svg.texts(svg).containsAll(Set.of("oxidation state: NiO", "oxidation state: LiNiO2")));
    }

    @Test
    void curvesWithoutValueAmongOthersAreGreyAndNamedSo() throws Exception {
        final var svg = picture(simulated(9, i -> i == 4 ? Double.NaN : 3));
        assertEquals(2, colors(svg).size());
        assertTrue(Svg.texts(svg).contains("no value"));
    }

    @Test
    void ofTooManyCurvesAnEvenChoiceIsDrawnAndTheSubtitleSaysSo() throws Exception {
        final List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < 2831; i++) {
            curves.add(new Curve("", new double[]{0, 1}, new double[]{i, i}, Double.NaN));
        }
        final var svg = picture(curves);
        final var paths = curvePaths(svg);
        assertEquals(200, paths.size());
        assertTrue(Svg.texts(svg).contains("200 of 2,831 drawn"));
        var previous = Double.POSITIVE_INFINITY;
        for (final var path : paths) {
            final var y = points(path)[0][1];
            assertTrue(previous - y > 1 && (previous == Double.POSITIVE_INFINITY || previous - y < 3), "even");
            previous = y;
        }
        assertFalse(Svg.texts(picture(curves.subList(0, 200))).toString().contains("drawn"));
    }

    @Test
    void theTextStaysSmallHoweverManyPointsThereAre() {
        final var x = EnergyGrid.linear(8000, 9000, 20_000).toArray();
        final List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            final var phase = i;
            curves.add(new Curve("", x, Arrays.stream(x).map(e -> Math.sin(e * 7 + phase)).toArray(), i));
        }
        assertTrue(picture(curves).length() < 800_000);
    }

    @Test
    void hostileNamesAndTitlesAreEscaped() throws Exception {
        final var evil = "<script>\"&'\u0000\u0007\uD800\uFFFE]]>\u00e5\uD83D\uDE00";
        final var svg = SpectraPicture.svg(evil, evil, evil, evil, List.of(
            new Curve(evil, new double[]{0, 1}, new double[]{0, 1}, Double.NaN),
            new Curve(evil.repeat(50), new double[]{0, 1}, new double[]{0, 2}, Double.NaN)));
        assertEquals(0, Svg.parse(svg).getElementsByTagName("script").getLength());
        assertTrue(Svg.texts(svg).stream().anyMatch(t -> t.startsWith("<script>\"&'") && t.contains("\uD83D\uDE00")));
    }

    @Test
    void pointsThatAreNotFiniteAreLeftOut() throws Exception {
        final var svg = picture(List.of(new Curve("a", new double[]{0, 1, 2, 3, Double.NaN},
            new double[]{0, Double.NaN, Double.POSITIVE_INFINITY, 1, 5}, Double.NaN)));
        assertEquals(2, points(curvePaths(svg).get(0)).length);
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"));
    }

    @Test
    void flatAndSinglePointAndMissingCurvesStillGiveAPicture() throws Exception {
        Svg.parse(picture(List.of(new Curve("flat", new double[]{0, 1}, new double[]{0, 0}, 1))));
        Svg.parse(picture(List.of(new Curve("point", new double[]{8330}, new double[]{1}, Double.NaN))));
        Svg.parse(picture(List.of(new Curve("nothing", new double[0], new double[0], Double.NaN))));
        assertTrue(Svg.texts(picture(List.of())).contains("nothing to draw"));
    }

    @Test
    void refusesACurveWhoseNumbersDoNotMatch() {
        final var e = assertThrows(IllegalArgumentException.class,
            () -> new Curve("", new double[3], new double[2], Double.NaN));
        assertEquals("2 values do not fit 3 positions.", e.getMessage());
    }

    private static String picture(final List<Curve> curves) {
        return SpectraPicture.svg("Ni K edge", "Energy (eV)", "Absorption", "oxidation state", curves);
    }

    private static List<Curve> simulated(final int count, final IntToDoubleFunction value) {
        final var simulator = new XanesSimulator(GRID, 5, 0);
        final List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            curves.add(Curve.of("spectrum " + i, simulator.simulate(i).spectrum(), value.applyAsDouble(i)));
        }
        return curves;
    }

    /** Curves are the only paths with round joins. */
    private static List<Element> curvePaths(final String svg) throws Exception {
        final var nodes = Svg.parse(svg).getElementsByTagName("path");
        final List<Element> paths = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            final var path = (Element)nodes.item(i);
            if (style(path).contains("stroke-linejoin:round")) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static String style(final Element path) {
        return ((Element)path.getParentNode()).getAttribute("style");
    }

    private static Set<String> colors(final String svg) throws Exception {
        final var colors = new HashSet<String>();
        for (final var path : curvePaths(svg)) {
            colors.add(style(path).replaceAll(".*stroke: ?(rgb\\([^)]*\\)).*", "$1"));
        }
        return colors;
    }

    private static double[][] points(final Element path) {
        return Arrays.stream(path.getAttribute("d").split("[ML]")).filter(p -> !p.isBlank())
            .map(p -> Arrays.stream(p.trim().split("[, ]+")).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
    }
}

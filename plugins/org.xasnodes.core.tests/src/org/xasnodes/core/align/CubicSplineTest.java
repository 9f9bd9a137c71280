package org.xasnodes.core.align;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.junit.jupiter.api.Test;

class CubicSplineTest {

    private static final double[] X = new Random(4).doubles(60, 8000, 8100).sorted().distinct().toArray();

    private static final double[] Y = Arrays.stream(X).map(x -> Math.sin(x / 7) + x / 100).toArray();

    /** Commons Math has the same natural spline, without a shift and in one point at a time. */
    @Test
    void readsTheNaturalSplineAtShiftedPositions() {
        final var expected = new SplineInterpolator().interpolate(X, Y);
        final var at = new Random(5).doubles(500, X[0] + 3, X[X.length - 1] + 3).sorted().toArray();
        final var values = new double[at.length - 10];
        new CubicSpline(X, Y).read(at, -3, 10, at.length, values);
        for (int i = 0; i < values.length; i++) {
            assertEquals(expected.value(at[10 + i] - 3), values[i], 1e-10);
        }
    }

    @Test
    void theTableIsNearTheSpline() {
        final var x = new double[200];
        Arrays.setAll(x, i -> 8000 + 0.5 * i);
        final var y = Arrays.stream(x).map(e -> Math.sin(e / 3)).toArray();
        final var exact = new double[199];
        final var rough = new double[199];
        final var spline = new CubicSpline(x, y);
        spline.read(x, 0.21, 0, 199, exact);
        spline.readTable(x, 0.21, 0, 199, rough);
        for (int i = 0; i < 199; i++) {
            assertEquals(exact[i], rough[i], 1e-3);
        }
    }

    @Test
    void repeatsTheEndValuesOutside() {
        final var values = new double[2];
        final var spline = new CubicSpline(X, Y);
        spline.read(new double[]{7000, 9000}, 0, 0, 2, values);
        assertEquals(Y[0], values[0]);
        assertEquals(Y[Y.length - 1], values[1]);
        spline.readTable(new double[]{7000, 9000}, 0, 0, 2, values);
        assertEquals(Y[0], values[0]);
        assertEquals(Y[Y.length - 1], values[1], 1e-12);
    }

    @Test
    void twoPointsAreALine() {
        final var values = new double[1];
        new CubicSpline(new double[]{1, 3}, new double[]{10, 20}).read(new double[]{1.5}, 0, 0, 1, values);
        assertEquals(12.5, values[0]);
    }
}

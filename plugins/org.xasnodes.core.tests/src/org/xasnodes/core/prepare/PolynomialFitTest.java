package org.xasnodes.core.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolynomialFitTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aPolynomialOfTheDegreeIsFoundAgainAtEnergiesFarFromZero(final int degree) {
        final var random = new Random(degree);
        final var x = random.doubles(200, 8360, 9300).sorted().toArray();
        final var c = random.doubles(degree + 1, -1, 1).toArray();
        final var y = Arrays.stream(x).map(e -> polynomial(c, (e - 8333) / 500)).toArray();
        final var fit = PolynomialFit.of(x, y, 10, 190, degree);
        for (int i = 10; i < 190; i++) {
            assertEquals(y[i], fit.at(x[i]), 1e-13 * 32);
        }
        // also where it is extrapolated to
        assertEquals(polynomial(c, 0), fit.at(8333), 1e-11);
    }

    private static double polynomial(final double[] c, final double t) {
        var value = 0.0;
        for (int j = c.length - 1; j >= 0; j--) {
            value = value * t + c[j];
        }
        return value;
    }

    @Test
    void residualsAreOrthogonalToEveryPowerOfTheFit() {
        final var random = new Random(3);
        final var x = random.doubles(60, 7000, 7100).sorted().toArray();
        final var y = random.doubles(60).toArray();
        for (int degree = 0; degree <= 5; degree++) {
            final var fit = PolynomialFit.of(x, y, 0, 60, degree);
            for (int power = 0; power <= degree; power++) {
                var sum = 0.0;
                for (int i = 0; i < 60; i++) {
                    sum += (y[i] - fit.at(x[i])) * Math.pow((x[i] - 7050) / 50, power);
                }
                assertEquals(0, sum, 1e-11, "degree " + degree + ", power " + power);
            }
        }
    }

    @Test
    void fewPointsLowerTheDegree() {
        final var one = PolynomialFit.of(new double[]{5}, new double[]{3}, 0, 1, 2);
        assertEquals(3, one.at(77));
        final var two = PolynomialFit.of(new double[]{5, 6}, new double[]{3, 4}, 0, 2, 5);
        assertEquals(7, two.at(9), 1e-14);
    }
}

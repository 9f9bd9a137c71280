package org.xasnodes.core.feature.peaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Steps between bounds, and below them the solver of banded systems. */
class BoundedStepTest {

    private static final int SIZE = 18;

    /** B B^T + 0.01 of a banded lower triangle B, each block row of which begins at most two blocks to the left. */
    private static EnvelopeMatrix positive(final Random random) {
        final var b = new double[SIZE][SIZE];
        final var first = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            first[i] = i % 3 == 0 ? Math.max(0, i - 3 * random.nextInt(3)) : first[i - 1];
            for (int j = first[i]; j <= i; j++) {
                b[i][j] = random.nextGaussian();
            }
        }
        final var matrix = new EnvelopeMatrix(SIZE);
        for (int i = 0; i < SIZE; i++) {
            if (i % 3 == 0) {
                matrix.begin(i, first[i]);
            }
            for (int j = first[i]; j <= i; j++) {
                for (int k = 0; k <= j; k++) {
                    matrix.row(i)[j] += b[i][k] * b[j][k];
                }
                matrix.row(i)[j] += i == j ? 0.01 : 0;
            }
        }
        return matrix;
    }

    @Test
    void solvesBandedSystems() {
        final var random = new Random(1);
        for (int repeat = 0; repeat < 200; repeat++) {
            final var matrix = positive(random);
            final var x = random.doubles(SIZE, -1, 1).toArray();
            final var b = new double[SIZE];
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    b[i] += matrix.get(i, j) * x[j];
                }
            }
            final var product = new double[SIZE];
            matrix.multiply(x, product);
            final var factor = new EnvelopeMatrix(SIZE);
            assertTrue(factor.factorize(matrix, new double[SIZE], new boolean[SIZE]));
            factor.solve(product);
            for (int i = 0; i < SIZE; i++) {
                assertEquals(x[i], product[i], 1e-8);
                matrix.multiply(x, product);
                assertEquals(b[i], product[i], 1e-12);
                matrix.multiply(x, product);
                factor.solve(product);
            }
        }
    }

    @Test
    void theStepIsTheMinimumBetweenTheBounds() {
        final var random = new Random(2);
        for (int repeat = 0; repeat < 300; repeat++) {
            final var matrix = positive(random);
            final var gradient = random.doubles(SIZE, -3, 3).toArray();
            final var least = random.doubles(SIZE, -1, 0).map(v -> v < -0.8 ? 0 : v).toArray();
            final var most = random.doubles(SIZE, 0, 1).map(v -> v > 0.8 ? 0 : v).toArray();
            final var damping = random.doubles(SIZE, 0, 0.5).toArray();
            final var bounded = new BoundedStep(SIZE);
            assertTrue(bounded.solve(gradient, matrix, damping, least, most));
            final var step = bounded.step();
            final var slope = new double[SIZE];
            matrix.multiply(step, slope);
            var decrease = 0.0;
            for (int i = 0; i < SIZE; i++) {
                decrease -= step[i] * (gradient[i] + 0.5 * slope[i]);
                slope[i] += gradient[i] + damping[i] * step[i];
                assertTrue(step[i] >= least[i] && step[i] <= most[i], "bounds");
                assertTrue(step[i] == least[i] || slope[i] <= 1e-9, "could fall further");
                assertTrue(step[i] == most[i] || slope[i] >= -1e-9, "could rise further");
            }
            assertEquals(decrease, bounded.decrease(), 1e-12);
            assertTrue(decrease > 0);
        }
    }

    @Test
    void aMatrixThatIsNotPositiveIsRefusedUntilItIsDamped() {
        final var matrix = positive(new Random(3));
        matrix.row(7)[7] = -2;
        final var gradient = new double[SIZE];
        Arrays.fill(gradient, 1);
        final var least = new double[SIZE];
        final var most = new double[SIZE];
        Arrays.fill(least, -1);
        Arrays.fill(most, 1);
        final var damping = new double[SIZE];
        assertFalse(new BoundedStep(SIZE).solve(gradient, matrix, damping, least, most));
        damping[7] = 100;
        assertTrue(new BoundedStep(SIZE).solve(gradient, matrix, damping, least, most));
    }

    @Test
    void fixedVariablesDoNotMatterForTheSign() {
        final var matrix = positive(new Random(4));
        matrix.row(7)[7] = -2;
        final var gradient = new double[SIZE];
        final var least = new double[SIZE];
        final var most = new double[SIZE];
        Arrays.fill(least, -1);
        Arrays.fill(most, 1);
        least[7] = 0;
        most[7] = 0;
        final var bounded = new BoundedStep(SIZE);
        assertTrue(bounded.solve(gradient, matrix, new double[SIZE], least, most));
        assertEquals(0, bounded.step()[7]);
    }
}

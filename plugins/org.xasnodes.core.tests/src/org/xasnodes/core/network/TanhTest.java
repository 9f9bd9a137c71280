package org.xasnodes.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.util.SplitMix64;

class TanhTest {

    private static final double RELATIVE = 2e-15;

    @Test
    void isTheHyperbolicTangentFromTheSmallestToTheLargestNumbers() {
        final var random = new SplitMix64(3);
        final var x = new double[20_000];
        for (int i = 0; i < x.length; i++) {
            final var uniform = random.nextDouble();
            final var magnitude = i % 2 == 0 ? 25 * uniform : StrictMath.pow(10, -300 * uniform);
            x[i] = i % 3 == 0 ? -magnitude : magnitude;
        }
        final var y = x.clone();
        Tanh.apply(y, y.length);
        for (int i = 0; i < x.length; i++) {
            final var expected = StrictMath.tanh(x[i]);
            assertEquals(expected, y[i], RELATIVE * Math.abs(expected), "tanh of " + x[i]);
        }
    }

    @Test
    void endsAtOneAndKeepsZeroesAndNotANumber() {
        final var y = new double[]{0, -0.0, 20, -20, 1e300, Double.NEGATIVE_INFINITY, Double.NaN};
        Tanh.apply(y, y.length);
        assertArrayEquals(new double[]{0, -0.0, 1, -1, 1, -1, Double.NaN}, y, RELATIVE);
        assertEquals(Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(y[1]));
    }

    @Test
    void leavesWhatIsNotCounted() {
        final var y = new double[]{1, 1};
        Tanh.apply(y, 1);
        assertEquals(1, y[1]);
    }
}

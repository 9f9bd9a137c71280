package org.xasnodes.core.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.spectrum.EnergyGrid;

class CurveThinningTest {

    @Test
    void aShortCurveKeepsAllItsFinitePoints() {
        final var nan = Double.NaN;
        assertArrayEquals(new int[]{0, 2, 3},
            CurveThinning.indexes(new double[]{0, 1, 2, 3, nan}, new double[]{5, nan, 6, 7, 8}, 4));
        assertArrayEquals(new int[0], CurveThinning.indexes(new double[]{1}, new double[]{nan}, 4));
    }

    @Test
    void aLongCurveKeepsItsEndsItsExtremesAndTheLimit() {
        final var random = new Random(1);
        for (int limit = 4; limit < 300; limit += 7) {
            final var x = EnergyGrid.linear(0, 1, 5000).toArray();
            final var y = random.doubles(5000).toArray();
            final var peak = 1 + random.nextInt(4998);
            y[peak] = 9;
            final var kept = CurveThinning.indexes(x, y, limit);
            assertTrue(kept.length <= limit, kept.length + " of " + limit);
            assertEquals(0, kept[0]);
            assertEquals(4999, kept[kept.length - 1]);
            assertTrue(Arrays.stream(kept).anyMatch(i -> i == peak), "the peak is lost");
            for (int i = 1; i < kept.length; i++) {
                assertTrue(kept[i] > kept[i - 1], "ascending");
            }
        }
    }

    @Test
    void unevenAndRepeatedPositionsDoNoHarm() {
        final var x = new double[1000];
        Arrays.fill(x, 500, 1000, 1);
        final var kept = CurveThinning.indexes(x, new double[1000], 10);
        assertTrue(kept.length >= 2 && kept.length <= 10);
        assertTrue(CurveThinning.indexes(new double[1000], new double[1000], 10).length <= 10);
    }
}

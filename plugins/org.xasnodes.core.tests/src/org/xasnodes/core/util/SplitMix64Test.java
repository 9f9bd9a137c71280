package org.xasnodes.core.util;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;

import org.junit.jupiter.api.Test;

class SplitMix64Test {

    @Test
    void givesThePublishedSequence() {
        final var random = new SplitMix64(1234567);
        final var expected = new String[]{"6457827717110365317", "3203168211198807973", "9817491932198370423",
            "4593380528125082431", "16408922859458223821"};
        for (final var number : expected) {
            assertEquals(number, Long.toUnsignedString(random.nextLong()));
        }
    }

    @Test
    void doublesAreUniformInTheUnitInterval() {
        final var random = new SplitMix64(42);
        final var counts = new int[10];
        for (int i = 0; i < 100_000; i++) {
            counts[(int)(random.nextDouble() * 10)]++;
        }
        for (final var count : counts) {
            assertEquals(10_000, count, 400);
        }
    }

    @Test
    void intsReachEveryNumberBelowTheBoundAndNoOther() {
        final var random = new SplitMix64(42);
        final var seen = new HashSet<Integer>();
        for (int i = 0; i < 1000; i++) {
            seen.add(random.nextInt(7));
        }
        assertEquals(7, seen.size());
        assertTrue(seen.stream().allMatch(n -> n >= 0 && n < 7));
    }

    @Test
    void gaussiansHaveTheMomentsOfTheNormalDistribution() {
        final var random = new SplitMix64(7);
        final var n = 200_000;
        final var moments = new double[5];
        for (int i = 0; i < n; i++) {
            final var g = random.nextGaussian();
            for (int p = 1; p <= 4; p++) {
                moments[p] += Math.pow(g, p) / n;
            }
        }
        assertEquals(0, moments[1], 0.01);
        assertEquals(1, moments[2], 0.02);
        assertEquals(0, moments[3], 0.04);
        assertEquals(3, moments[4], 0.1);
    }

    @Test
    void neighbouringItemsAndSeedsAreUnrelated() {
        final var seen = new HashSet<Long>();
        for (int seed = -20; seed < 20; seed++) {
            for (int index = -20; index < 20; index++) {
                seen.add(SplitMix64.of(seed, index).nextLong());
            }
        }
        assertEquals(1600, seen.size());
        assertNotEquals(SplitMix64.of(1, 2).nextLong(), SplitMix64.of(2, 1).nextLong());
    }

    @Test
    void theSameItemGivesTheSameNumbers() {
        final var first = SplitMix64.of(5, 9);
        final var second = SplitMix64.of(5, 9);
        for (int i = 0; i < 10; i++) {
            assertEquals(first.nextGaussian(), second.nextGaussian());
        }
    }
}

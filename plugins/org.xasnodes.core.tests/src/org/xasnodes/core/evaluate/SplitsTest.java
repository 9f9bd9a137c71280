package org.xasnodes.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SplitsTest {

    private static final long SEED = 7;

    /** Every row once, on one of the two sides. */
    private static void assertDivides(final int rows, final Split split) {
        final var all = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test())).sorted().toArray();
        assertArrayEquals(IntStream.range(0, rows).toArray(), all);
    }

    private static void assertEachRowTestedOnce(final int rows, final List<Split> splits) {
        splits.forEach(split -> assertDivides(rows, split));
        final var tested = splits.stream().flatMapToInt(s -> Arrays.stream(s.test())).sorted().toArray();
        assertArrayEquals(IntStream.range(0, rows).toArray(), tested);
    }

    private static String refused(final Executable splits) {
        return assertThrows(SplitException.class, splits).getMessage();
    }

    private static int[] testSizes(final List<Split> splits) {
        return splits.stream().mapToInt(s -> s.test().length).toArray();
    }

    private static List<String> sides(final List<Split> splits) {
        return splits.stream().map(s -> s.repeat() + "/" + s.fold() + Arrays.toString(s.test())).toList();
    }

    @Test
    void holdoutPutsTheShareAsideInEachRepeat() throws SplitException {
        final var splits = Splits.holdout(10, 0.25, 3, SEED);
        assertEquals(3, splits.size());
        splits.forEach(split -> assertDivides(10, split));
        assertArrayEquals(new int[]{3, 3, 3}, testSizes(splits)); // 2.5 rounded up, as scikit-learn
        assertEquals(3, new HashSet<>(sides(splits).stream().map(s -> s.substring(3)).toList()).size());
    }

    @Test
    void foldsAreEqualToWithinOneRowAndTestEachRowOnce() throws SplitException {
        final var splits = Splits.kFold(11, 3, 1, SEED);
        assertEachRowTestedOnce(11, splits);
        assertArrayEquals(new int[]{4, 4, 3}, testSizes(splits));
    }

    @Test
    void stratifiedFoldsHoldTheSameShareOfEachClass() throws SplitException {
        final var classes = new String[24];
        Arrays.setAll(classes, i -> i % 8 < 5 ? "Ni2+" : i % 8 < 7 ? "Ni3+" : "Ni4+"); // 15, 6 and 3 rows
        final var splits = Splits.stratifiedKFold(classes, 3, 1, SEED);
        assertEachRowTestedOnce(24, splits);
        for (final var split : splits) {
            assertEquals(5, Arrays.stream(split.test()).filter(i -> classes[i].equals("Ni2+")).count());
            assertEquals(2, Arrays.stream(split.test()).filter(i -> classes[i].equals("Ni3+")).count());
            assertEquals(1, Arrays.stream(split.test()).filter(i -> classes[i].equals("Ni4+")).count());
        }
    }

    @Test
    void stratifiedFoldsAreEqualInSizeThoughNoClassIsDivisible() throws SplitException {
        final var classes = "aaaabbbbcccc".split("");
        assertArrayEquals(new int[]{4, 4, 4}, testSizes(Splits.stratifiedKFold(classes, 3, 1, SEED)));
    }

    @Test
    void noGroupIsOnBothSidesAndFoldsAreBalanced() throws SplitException {
        final var groups = "aaaaabbbccddefgh".split(""); // 5, 3, 2, 2, 1, 1, 1, 1
        final var splits = Splits.byGroup(groups, 3, 1, SEED);
        assertEachRowTestedOnce(16, splits);
        assertEquals(List.of(5, 5, 6), Arrays.stream(testSizes(splits)).sorted().boxed().toList());
        for (final var split : splits) {
            final var tested = new HashSet<String>();
            Arrays.stream(split.test()).forEach(i -> tested.add(groups[i]));
            assertTrue(Arrays.stream(split.train()).noneMatch(i -> tested.contains(groups[i])), tested.toString());
        }
    }

    @Test
    void repeatsDealGroupsOfTheSameSizeAnew() throws SplitException {
        final var groups = new String[60];
        Arrays.setAll(groups, i -> "formula " + i / 2);
        final var splits = Splits.byGroup(groups, 3, 2, SEED);
        assertEquals(6, splits.size());
        assertFalse(Arrays.equals(splits.get(0).test(), splits.get(3).test()));
    }

    @Test
    void sameSeedGivesSameSplitsAndMoreRepeatsKeepTheFirst() throws SplitException {
        final var twice = sides(Splits.kFold(20, 4, 2, SEED));
        assertEquals(twice, sides(Splits.kFold(20, 4, 3, SEED)).subList(0, 8));
        assertFalse(twice.equals(sides(Splits.kFold(20, 4, 2, SEED + 1))));
    }

    @Test
    void aColumnOfTrainAndTestIsOneSplit() throws SplitException {
        final var splits = Splits.byColumn(new String[]{"Train", "test", "Train", "test"});
        assertEquals(1, splits.size());
        assertArrayEquals(new int[]{0, 2}, splits.get(0).train());
        assertArrayEquals(new int[]{1, 3}, splits.get(0).test());
    }

    @Test
    void aColumnOfFoldNamesTestsEachFoldOnce() throws SplitException {
        final var splits = Splits.byColumn("xyxzy".split(""));
        assertEachRowTestedOnce(5, splits);
        assertEquals(List.of("1/1[0, 2]", "1/2[1, 4]", "1/3[3]"), sides(splits));
    }

    @Test
    void trainAloneOrOtherPairsOfNamesAreFolds() throws SplitException {
        assertEquals(2, Splits.byColumn(new String[]{"train", "validation"}).size());
        assertTrue(refused(() -> Splits.byColumn(new String[]{"train", "train"})).contains("same value, 'train'"));
    }

    @Test
    void classWithFewerRowsThanFoldsIsNamed() {
        final var message = refused(() -> Splits.stratifiedKFold("aaaaab".split(""), 3, 1, SEED));
        assertTrue(message.startsWith("Class 'b' has 1 rows, fewer than the 3 folds."), message);
    }

    @Test
    void groupsThatLeaveAFoldEmptyAreRefused() {
        final var message = refused(() -> Splits.byGroup("aabb".split(""), 3, 1, SEED));
        assertTrue(message.startsWith("There are 2 groups, fewer than the 3 folds"), message);
    }

    @Test
    void tooFewRowsOrFoldsAreRefused() {
        assertTrue(refused(() -> Splits.kFold(2, 3, 1, SEED)).startsWith("There are 2 rows"));
        assertTrue(refused(() -> Splits.kFold(9, 1, 1, SEED)).startsWith("The number of folds is 1"));
        assertTrue(refused(() -> Splits.holdout(1, 0.5, 1, SEED)).contains("leaves no row to train on"));
        for (final var share : new double[]{0, 1, -0.1, Double.NaN}) {
            assertTrue(refused(() -> Splits.holdout(10, share, 1, SEED)).startsWith("The share of test rows is"));
        }
    }
}

package org.xasnodes.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.xasnodes.core.util.SplitMix64;

/**
 * Ways to divide rows into training and test rows. Pure functions: the same arguments give the same splits. Each
 * repetition has random numbers of its own, so more repetitions leave the first ones as they were.
 * <p>
 * Rows that belong together (spectra of one structure or one formula) must not be on both sides, else the score tells
 * how well a model remembers, not how well it predicts: then use {@link #byGroup}.
 */
public final class Splits {

    private Splits() {
    }

    /**
     * Each repetition puts a random share of the rows aside for testing.
     *
     * @param rows how many rows there are
     * @param testShare the part that is tested, above 0 and below 1; the number of test rows is rounded up
     * @param repeats how often
     * @param seed of the random numbers
     * @return one split for each repetition
     * @throws SplitException if a side would be empty
     */
    public static List<Split> holdout(final int rows, final double testShare, final int repeats, final long seed)
        throws SplitException {
        if (!(testShare > 0 && testShare < 1)) {
            throw new SplitException("The share of test rows is " + testShare + "; it must be above 0 and below 1.");
        }
        final var tested = (int)Math.ceil(testShare * rows);
        if (tested == 0 || tested >= rows) {
            throw new SplitException("Of " + rows + " rows a share of " + testShare + " leaves no row to "
                + (tested == 0 ? "test" : "train on") + ". Use more rows or another share.");
        }
        final var splits = new ArrayList<Split>();
        for (int repeat = 1; repeat <= repeats; repeat++) {
            final var order = shuffled(rows, SplitMix64.of(seed, repeat));
            final var testFold = new int[rows];
            for (int i = 0; i < tested; i++) {
                testFold[order[i]] = 1;
            }
            splits.add(Split.of(repeat, 1, testFold));
        }
        return splits;
    }

    /**
     * Each repetition deals the rows at random into folds of equal size (to within one row); each fold is tested once.
     *
     * @param rows how many rows there are
     * @param folds at least 2
     * @param repeats how often
     * @param seed of the random numbers
     * @return folds times repeats splits
     * @throws SplitException if there are fewer rows than folds, or fewer than two folds
     */
    public static List<Split> kFold(final int rows, final int folds, final int repeats, final long seed)
        throws SplitException {
        requireFolds(folds, rows, "rows");
        return stratified(new String[rows], folds, repeats, seed);
    }

    /**
     * As {@link #kFold}, but each class is dealt out by itself, so that its share is the same in every fold (to within
     * one row).
     *
     * @param classes the class of each row
     * @param folds at least 2
     * @param repeats how often
     * @param seed of the random numbers
     * @return folds times repeats splits
     * @throws SplitException if a class has fewer rows than there are folds, or there are fewer than two folds
     */
    public static List<Split> stratifiedKFold(final String[] classes, final int folds, final int repeats,
        final long seed)
        throws SplitException {
        requireFolds(folds, classes.length, "rows");
        for (final var entry : rowsByName(classes).entrySet()) {
            if (entry.getValue().size() < folds) {
                throw new SplitException("Class '" + entry.getKey() + "' has " + entry.getValue().size()
                    + " rows, fewer than the " + folds + " folds. Use fewer folds, or leave this class out.");
            }
        }
        return stratified(classes, folds, repeats, seed);
    }

    private static List<Split> stratified(final String[] classes, final int folds, final int repeats, final long seed) {
        final var strata = rowsByName(classes).values();
        final var splits = new ArrayList<Split>();
        for (int repeat = 1; repeat <= repeats; repeat++) {
            final var random = SplitMix64.of(seed, repeat);
            final var testFold = new int[classes.length];
            var next = 0; // goes on from class to class, which makes the folds equal in size
            for (final var stratum : strata) {
                for (final var i : shuffled(stratum.size(), random)) {
                    testFold[stratum.get(i)] = 1 + next++ % folds;
                }
            }
            for (int fold = 1; fold <= folds; fold++) {
                splits.add(Split.of(repeat, fold, testFold));
            }
        }
        return splits;
    }

    /**
     * Each repetition deals whole groups into folds: largest group first, each into the fold that has the fewest rows
     * so far, as scikit-learn's GroupKFold. The random numbers decide only between groups of the same size.
     *
     * @param groups the group of each row, for example its formula
     * @param folds at least 2
     * @param repeats how often
     * @param seed of the random numbers
     * @return folds times repeats splits; no group is on both sides of one
     * @throws SplitException if there are fewer groups than folds, or fewer than two folds
     */
    public static List<Split> byGroup(final String[] groups, final int folds, final int repeats, final long seed)
        throws SplitException {
        final var byName = rowsByName(groups);
        requireFolds(folds, byName.size(), "groups");
        final var splits = new ArrayList<Split>();
        for (int repeat = 1; repeat <= repeats; repeat++) {
            final var members = new ArrayList<>(byName.values());
            final var order = shuffled(members.size(), SplitMix64.of(seed, repeat));
            final var dealt = Arrays.stream(order).mapToObj(members::get)
                .sorted(Comparator.comparingInt((final List<Integer> m) -> m.size()).reversed()).toList();
            final var testFold = new int[groups.length];
            final var sizes = new int[folds];
            for (final var group : dealt) {
                final var lightest = lightest(sizes);
                sizes[lightest] += group.size();
                group.forEach(row -> testFold[row] = lightest + 1);
            }
            for (int fold = 1; fold <= folds; fold++) {
                splits.add(Split.of(repeat, fold, testFold));
            }
        }
        return splits;
    }

    /**
     * Splits that somebody else has made. If all values are "train" or "test" (in any case), that is the one split;
     * else each value is a fold that is tested once, in the order of first appearance.
     *
     * @param values for each row
     * @return the splits
     * @throws SplitException if all rows have the same value
     */
    public static List<Split> byColumn(final String[] values) throws SplitException {
        final var byName = rowsByName(values);
        if (byName.size() < 2) {
            throw new SplitException("All " + values.length + " rows have the same value, '" + values[0]
                + "', in the column that "
                + "says how to split. It needs 'train' and 'test', or the name of a fold for each row.");
        }
        final var names = new ArrayList<>(byName.keySet());
        if (byName.size() == 2 && names.stream().map(n -> n.toLowerCase(Locale.ROOT)).sorted().toList()
            .equals(List.of("test", "train"))) {
            final var testFold = new int[values.length];
            byName.get(names.get(names.get(0).equalsIgnoreCase("test") ? 0 : 1)).forEach(row -> testFold[row] = 1);
            return List.of(Split.of(1, 1, testFold));
        }
        final var testFold = new int[values.length];
        for (int i = 0; i < names.size(); i++) {
            final var fold = i + 1;
            byName.get(names.get(i)).forEach(row -> testFold[row] = fold);
        }
        final var splits = new ArrayList<Split>();
        for (int fold = 1; fold <= names.size(); fold++) {
            splits.add(Split.of(1, fold, testFold));
        }
        return splits;
    }

    private static void requireFolds(final int folds, final int things, final String name) throws SplitException {
        if (folds < 2) {
            throw new SplitException("The number of folds is " + folds + "; at least 2 are needed.");
        }
        if (things < folds) {
            throw new SplitException("There are " + things + " " + name + ", fewer than the " + folds
                + " folds, so that a fold "
                + "would have no test row. Use fewer folds.");
        }
    }

    private static Map<String, List<Integer>> rowsByName(final String[] names) {
        final var rows = new LinkedHashMap<String, List<Integer>>();
        for (int row = 0; row < names.length; row++) {
            rows.computeIfAbsent(names[row], n -> new ArrayList<>()).add(row);
        }
        return rows;
    }

    private static int lightest(final int[] sizes) {
        var lightest = 0;
        for (int i = 1; i < sizes.length; i++) {
            if (sizes[i] < sizes[lightest]) {
                lightest = i;
            }
        }
        return lightest;
    }

    /** @return 0 to n - 1 in random order, by Fisher and Yates */
    private static int[] shuffled(final int n, final SplitMix64 random) {
        final var order = new int[n];
        for (int i = 0; i < n; i++) {
            final var j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}

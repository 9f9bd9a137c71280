package org.xasnodes.core.evaluate;

/**
 * One division of the rows of a data set into those a model is trained on and those it is tested on. No row is on both
 * sides.
 *
 * @param repeat number of the repetition, from 1
 * @param fold number of the split within the repetition, from 1
 * @param train positions of the training rows, ascending, at least one; must not be changed
 * @param test positions of the test rows, ascending, at least one; must not be changed
 */
public record Split(int repeat, int fold, int[] train, int[] test) {

    /** @throws IllegalArgumentException if a side is empty */
    public Split {
        if (train.length == 0 || test.length == 0) {
            throw new IllegalArgumentException("A split has " + train.length + " training rows and " + test.length
                + " test rows.");
        }
    }

    /**
     * @param repeat as in the record
     * @param fold as in the record
     * @param testFold for each row the fold in which it is tested
     * @return the split whose test rows are those of the fold and whose training rows are all others
     */
    static Split of(final int repeat, final int fold, final int[] testFold) {
        var tested = 0;
        for (final var f : testFold) {
            tested += f == fold ? 1 : 0;
        }
        final var test = new int[tested];
        final var train = new int[testFold.length - tested];
        for (int row = 0, t = 0; row < testFold.length; row++) {
            if (testFold[row] == fold) {
                test[t++] = row;
            } else {
                train[row - t] = row;
            }
        }
        return new Split(repeat, fold, train, test);
    }
}

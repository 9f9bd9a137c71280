package org.xasnodes.core.reduce;

/**
 * How an Isomap is made. The defaults are the paper's 5 neighbours and 3 dimensions.
 *
 * @param neighbors the number of nearest neighbours of each row, the row itself not counted, at least 1
 * @param dimensions the number of values that a row becomes, at least 1
 * @param landmarksAbove up to this many rows every row is a landmark (the exact Isomap, whose fit needs a matrix of
 *            rows x rows numbers); above it so many as the next number says; at least 1
 * @param landmarks the number of landmarks where not every row is one, at least 1
 * @param seed chooses the first landmark; the exact Isomap does not depend on it
 */
public record IsomapOptions(int neighbors, int dimensions, int landmarksAbove, int landmarks, long seed) {

    /** 5 neighbours, 3 dimensions, exact up to 3000 rows, 500 landmarks above. */
    public static final IsomapOptions DEFAULTS = new IsomapOptions(5, 3, 3000, 500, 1);

    /** @throws IllegalArgumentException if a number is below 1; the message names it */
    public IsomapOptions {
        atLeastOne("The number of neighbours", neighbors);
        atLeastOne("The number of dimensions", dimensions);
        atLeastOne("The number of rows above which landmarks are used", landmarksAbove);
        atLeastOne("The number of landmarks", landmarks);
    }

    /**
     * @param number of neighbours, at least 1
     * @return these options with it
     */
    public IsomapOptions withNeighbors(final int number) {
        return new IsomapOptions(number, dimensions, landmarksAbove, landmarks, seed);
    }

    /**
     * @param number of dimensions, at least 1
     * @return these options with it
     */
    public IsomapOptions withDimensions(final int number) {
        return new IsomapOptions(neighbors, number, landmarksAbove, landmarks, seed);
    }

    /**
     * @param above the number of rows above which landmarks are used, at least 1
     * @param number of landmarks, at least 1
     * @return these options with them
     */
    public IsomapOptions withLandmarks(final int above, final int number) {
        return new IsomapOptions(neighbors, dimensions, above, number, seed);
    }

    /**
     * @param value the seed
     * @return these options with it
     */
    public IsomapOptions withSeed(final long value) {
        return new IsomapOptions(neighbors, dimensions, landmarksAbove, landmarks, value);
    }

    private static void atLeastOne(final String what, final int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value + ".");
        }
    }
}

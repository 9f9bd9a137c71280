package org.xasnodes.core.reduce;

import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * The k nearest rows of each of many rows.
 *
 * @param k how many
 * @param ids their numbers: those of row i from i k on, the nearest first, of equally near ones the lower number first
 * @param distances how far they are
 */
record Neighbors(int k, int[] ids, double[] distances) {

    private static final int PIECE = 64;

    /** The nearest other rows of each row of a tree that holds more than k rows. */
    static Neighbors within(final KdTree tree, final int k, final int threads, final ProgressMonitor progress) {
        final var rows = tree.rows();
        // in the tree's order, so that what one search reads is still at hand for the next
        return find(tree, rows.flat(), tree.ids(), true, k, threads, progress);
    }

    /** The nearest rows of a tree for each of other rows, which lie one after the other. */
    static Neighbors among(final KdTree tree, final double[] flat, final int k, final int threads,
        final ProgressMonitor progress) {
        final var order = new int[flat.length / tree.rows().inputs()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return find(tree, flat, order, false, k, threads, progress);
    }

    private static Neighbors find(final KdTree tree, final double[] flat, final int[] order,
        final boolean excludeItself, final int k, final int threads, final ProgressMonitor progress) {
        final var ids = new int[order.length * k];
        final var distances = new double[order.length * k];
        final var inputs = tree.rows().inputs();
        Parallel.run((order.length + PIECE - 1) / PIECE, threads, progress, "Finding neighbours", piece -> {
            final var search = new NeighborSearch(tree.rows(), k);
            for (int place = piece * PIECE; place < Math.min(order.length, (piece + 1) * PIECE); place++) {
                final var row = order[place];
                search.begin(flat, row * inputs, excludeItself ? row : -1, Double.POSITIVE_INFINITY);
                tree.visit(search);
                for (int i = 0; i < k; i++) {
                    ids[row * k + i] = search.id(i);
                    distances[row * k + i] = Math.sqrt(search.square(i));
                }
            }
        });
        return new Neighbors(k, ids, distances);
    }
}

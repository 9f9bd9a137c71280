package org.xasnodes.core.reduce;

import java.util.stream.IntStream;

import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * Makes a neighbour graph of several components one, as scikit-learn does: each pair of components is joined by the
 * shortest edge between them; of equally short ones by that whose row in the first component has the lower number, then
 * whose row in the second has. The edges are as many as pairs, so there is a largest number of components.
 */
final class GraphJoin {

    /** 499,500 edges are added to a graph of so many components. */
    static final int MAX_COMPONENTS = 1000;

    private final ProjectedRows m_rows;

    private final KdTree[] m_trees;

    private final int[] m_from;

    private final int[] m_to;

    private final double[] m_lengths;

    private GraphJoin(final ProjectedRows rows, final int[] labels, final int components) {
        m_rows = rows;
        m_trees = new KdTree[components];
        for (int c = 0; c < components; c++) {
            final var component = c;
            final var members = IntStream.range(0, labels.length).filter(i -> labels[i] == component);
            m_trees[c] = new KdTree(rows, members.toArray());
        }
        final var pairs = components * (components - 1) / 2;
        m_from = new int[pairs];
        m_to = new int[pairs];
        m_lengths = new double[pairs];
    }

    /**
     * @param graph of more than one component
     * @param labels the component of each row
     * @param components how many there are
     * @param rows the rows
     * @param threads at most so many are used
     * @param progress is told how far the work is
     * @return a connected graph
     * @throws ReductionException if there are too many components
     */
    static NeighborGraph join(final NeighborGraph graph, final int[] labels, final int components,
        final ProjectedRows rows, final int threads, final ProgressMonitor progress) throws ReductionException {
        if (components > MAX_COMPONENTS) {
            throw new ReductionException("The graph of neighbours falls into " + components
                + " components, which is more than the " + MAX_COMPONENTS
                + " that can be joined. Raise the number of neighbours, or take out rows that are there many times.");
        }
        final var join = new GraphJoin(rows, labels, components);
        Parallel.run(components - 1, threads, progress, "Joining components", first -> {
            for (int second = first + 1; second < components; second++) {
                join.findEdge(first, second, first * components - first * (first + 1) / 2 + second - first - 1);
            }
        });
        return graph.with(join.m_from, join.m_to, join.m_lengths);
    }

    /** Looks from each row of the smaller component for the nearest of the larger. */
    private void findEdge(final int first, final int second, final int pair) {
        final var firstIsSmaller = m_trees[first].ids().length <= m_trees[second].ids().length;
        final var smaller = m_trees[firstIsSmaller ? first : second];
        final var larger = m_trees[firstIsSmaller ? second : first];
        final var search = new NeighborSearch(m_rows, 1);
        var shortest = Double.POSITIVE_INFINITY;
        for (final var id : smaller.ids()) {
            search.begin(m_rows.flat(), id * m_rows.inputs(), -1, shortest);
            larger.visit(search);
            if (search.found() == 0) {
                continue;
            }
            final var from = firstIsSmaller ? id : search.id(0);
            final var to = firstIsSmaller ? search.id(0) : id;
            if (search.square(0) < shortest || from < m_from[pair] || from == m_from[pair] && to < m_to[pair]) {
                shortest = search.square(0);
                m_from[pair] = from;
                m_to[pair] = to;
            }
        }
        m_lengths[pair] = Math.sqrt(shortest);
    }
}

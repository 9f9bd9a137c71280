package org.xasnodes.core.reduce;

import java.util.Arrays;

/**
 * Shortest paths from one row of a graph to all (E. W. Dijkstra, <a href="https://doi.org/10.1007/BF01386390">doi
 * 10.1007/BF01386390</a>), with a heap of four children for each node. Cost O(edges log rows). For one thread; used
 * again for many rows.
 */
final class ShortestPaths {

    private static final int CHILDREN = 4;

    private static final int SHIFT = 2;

    private final int[] m_offsets;

    private final int[] m_targets;

    private final double[] m_lengths;

    private final int[] m_heap;

    private final double[] m_keys;

    /** Where a row is in the heap; only meant for rows that are in it. */
    private final int[] m_place;

    private int m_size;

    ShortestPaths(final NeighborGraph graph) {
        m_offsets = graph.offsets();
        m_targets = graph.targets();
        m_lengths = graph.lengths();
        m_heap = new int[graph.nodes()];
        m_keys = new double[graph.nodes()];
        m_place = new int[graph.nodes()];
    }

    /**
     * @param source a row
     * @param distances receives the lengths of the shortest paths from it; infinite where there is none
     */
    void from(final int source, final double[] distances) {
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        Arrays.fill(m_place, -1);
        shorten(source, distances);
    }

    /**
     * Makes the distances to the nearest of several rows those with one more. Does not go on beyond rows that are
     * nearer to another.
     *
     * @param source one more row
     * @param distances to the nearest row so far; infinite at first
     */
    void shorten(final int source, final double[] distances) {
        m_size = 0;
        distances[source] = 0;
        m_heap[0] = source;
        m_keys[0] = 0;
        m_size = 1;
        m_place[source] = 0;
        while (m_size > 0) {
            final var node = m_heap[0];
            final var distance = m_keys[0];
            m_place[node] = -1;
            m_size--;
            if (m_size > 0) {
                sink(m_heap[m_size], m_keys[m_size]);
            }
            for (int e = m_offsets[node]; e < m_offsets[node + 1]; e++) {
                final var target = m_targets[e];
                final var candidate = distance + m_lengths[e];
                if (candidate < distances[target]) {
                    distances[target] = candidate;
                    rise(m_place[target] < 0 ? m_size++ : m_place[target], target, candidate);
                }
            }
        }
    }

    /** Puts a row at a place of the heap or, while its parent is further, above it. */
    private void rise(final int start, final int node, final double key) {
        int place = start;
        while (place > 0) {
            final var parent = (place - 1) >> SHIFT;
            if (m_keys[parent] <= key) {
                break;
            }
            put(place, m_heap[parent], m_keys[parent]);
            place = parent;
        }
        put(place, node, key);
    }

    /** Puts a row at the top of the heap or, while a child is nearer, below it. */
    private void sink(final int node, final double key) {
        int place = 0;
        while (true) {
            final var first = (place << SHIFT) + 1;
            if (first >= m_size) {
                break;
            }
            int nearest = first;
            final var end = Math.min(first + CHILDREN, m_size);
            for (int child = first + 1; child < end; child++) {
                if (m_keys[child] < m_keys[nearest]) {
                    nearest = child;
                }
            }
            if (key <= m_keys[nearest]) {
                break;
            }
            put(place, m_heap[nearest], m_keys[nearest]);
            place = nearest;
        }
        put(place, node, key);
    }

    private void put(final int place, final int node, final double key) {
        m_heap[place] = node;
        m_keys[place] = key;
        m_place[node] = place;
    }
}

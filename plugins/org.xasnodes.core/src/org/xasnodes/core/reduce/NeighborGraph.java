package org.xasnodes.core.reduce;

import java.util.Arrays;

/**
 * Which rows are neighbours and how far apart: an undirected graph whose edges have lengths, row by row. An edge stands
 * at both its ends, and the neighbours of a row stand in the order of their numbers.
 *
 * @param offsets where the neighbours of each row begin, and at last where they end: one number more than rows
 * @param targets the neighbours' numbers
 * @param lengths their distances, at least 0
 */
record NeighborGraph(int[] offsets, int[] targets, double[] lengths) {

    /** An edge between each row and each of its neighbours, whichever of the two lists the other. */
    static NeighborGraph of(final Neighbors neighbors) {
        final var ids = neighbors.ids();
        final var from = new int[ids.length];
        for (int e = 0; e < from.length; e++) {
            from[e] = e / neighbors.k();
        }
        return of(ids.length / neighbors.k(), from, ids, neighbors.distances());
    }

    /** Edges by their ends; one that is given twice, either way, counts once. */
    private static NeighborGraph of(final int nodes, final int[] from, final int[] to, final double[] length) {
        final var offsets = new int[nodes + 1];
        for (int e = 0; e < from.length; e++) {
            offsets[from[e] + 1]++;
            offsets[to[e] + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            offsets[i + 1] += offsets[i];
        }
        final var next = Arrays.copyOf(offsets, nodes);
        final var targets = new int[offsets[nodes]];
        final var lengths = new double[offsets[nodes]];
        for (int e = 0; e < from.length; e++) {
            insert(targets, lengths, offsets[from[e]], next[from[e]]++, to[e], length[e]);
            insert(targets, lengths, offsets[to[e]], next[to[e]]++, from[e], length[e]);
        }
        return withoutRepeats(offsets, targets, lengths);
    }

    private static void insert(final int[] targets, final double[] lengths, final int first, final int end,
        final int target, final double length) {
        int place = end;
        for (; place > first && targets[place - 1] > target; place--) {
            targets[place] = targets[place - 1];
            lengths[place] = lengths[place - 1];
        }
        targets[place] = target;
        lengths[place] = length;
    }

    private static NeighborGraph withoutRepeats(final int[] offsets, final int[] targets, final double[] lengths) {
        final var newOffsets = new int[offsets.length];
        int end = 0;
        for (int i = 0; i < offsets.length - 1; i++) {
            for (int e = offsets[i]; e < offsets[i + 1]; e++) {
                if (e == offsets[i] || targets[e] != targets[e - 1]) { // reads what is not yet overwritten: end <= e
                    lengths[end] = lengths[e];
                    targets[end++] = targets[e];
                }
            }
            newOffsets[i + 1] = end;
        }
        return new NeighborGraph(newOffsets, Arrays.copyOf(targets, end), Arrays.copyOf(lengths, end));
    }

    /** @return this graph with more edges, given by their ends */
    NeighborGraph with(final int[] from, final int[] to, final double[] length) {
        final var own = targets.length / 2;
        final var allFrom = Arrays.copyOf(from, from.length + own);
        final var allTo = Arrays.copyOf(to, to.length + own);
        final var allLengths = Arrays.copyOf(length, length.length + own);
        int next = from.length;
        for (int i = 0; i < nodes(); i++) {
            for (int e = offsets[i]; e < offsets[i + 1]; e++) {
                if (targets[e] > i) {
                    allFrom[next] = i;
                    allTo[next] = targets[e];
                    allLengths[next++] = lengths[e];
                }
            }
        }
        return of(nodes(), allFrom, allTo, allLengths);
    }

    /** @return the number of rows */
    int nodes() {
        return offsets.length - 1;
    }

    /**
     * @return for each row the number of the connected component it belongs to; they are numbered by their first rows
     */
    int[] components() {
        final var labels = new int[nodes()];
        Arrays.fill(labels, -1);
        final var stack = new int[nodes()];
        int components = 0;
        for (int start = 0; start < labels.length; start++) {
            if (labels[start] >= 0) {
                continue;
            }
            int size = 0;
            stack[size++] = start;
            labels[start] = components;
            while (size > 0) {
                final var node = stack[--size];
                for (int e = offsets[node]; e < offsets[node + 1]; e++) {
                    if (labels[targets[e]] < 0) {
                        labels[targets[e]] = components;
                        stack[size++] = targets[e];
                    }
                }
            }
            components++;
        }
        return labels;
    }
}

package org.xasnodes.core.reduce;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.xasnodes.core.util.ProgressMonitor;
import org.xasnodes.core.util.SplitMix64;

/** Chooses the rows by whose distances all others find their place. */
final class Landmarks {

    private Landmarks() {
    }

    /**
     * All rows, or rows spread over the data: the first by the seed, then always the row furthest, along the graph,
     * from those chosen (the lower number of equally far ones). Distances along the graph, rather than straight ones,
     * are those that the landmarks are to stand for, and cost little: a search ends where another landmark is nearer.
     *
     * @param graph connected
     * @param options say how many
     * @param progress is told how far the work is
     * @return row numbers in ascending order; fewer than asked for if all others are copies of them
     */
    static int[] choose(final NeighborGraph graph, final IsomapOptions options, final ProgressMonitor progress) {
        final var rows = graph.nodes();
        if (rows <= options.landmarksAbove() || rows <= options.landmarks()) {
            return IntStream.range(0, rows).toArray();
        }
        final var landmarks = new int[options.landmarks()];
        final var distances = new double[rows];
        final var paths = new ShortestPaths(graph);
        landmarks[0] = new SplitMix64(options.seed()).nextInt(rows);
        paths.from(landmarks[0], distances);
        int count = 1;
        for (; count < landmarks.length; count++) {
            progress.update((double)count / landmarks.length, "Choosing landmarks");
            int furthest = 0;
            for (int i = 1; i < rows; i++) {
                if (distances[i] > distances[furthest]) {
                    furthest = i;
                }
            }
            if (distances[furthest] == 0) {
                break;
            }
            landmarks[count] = furthest;
            paths.shorten(furthest, distances);
        }
        final var chosen = Arrays.copyOf(landmarks, count);
        Arrays.sort(chosen);
        return chosen;
    }
}

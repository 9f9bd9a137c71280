package org.xasnodes.core.reduce;

import java.lang.ref.SoftReference;

import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * The lengths of the shortest paths from landmarks to all rows. There may be far too many to keep, so they are computed
 * anew, some landmarks at a time; where all of them are few they are kept while nothing else needs the memory.
 */
final class LandmarkDistances {

    /** So many numbers at a time: 80 MB. */
    private static final int AT_A_TIME = 10_000_000;

    /** Uses the distances of some landmarks. */
    @FunctionalInterface
    interface Use {

        /**
         * @param first the index of the first of these landmarks
         * @param count how many these are
         * @param distances from each of them to all rows [at least count][rows]; to be left unchanged and not to be
         *             kept
         */
        void take(int first, int count, double[][] distances);
    }

    private final NeighborGraph m_graph;

    private final int[] m_landmarks;

    private volatile SoftReference<double[][]> m_kept = new SoftReference<>(null);

    LandmarkDistances(final NeighborGraph graph, final int[] landmarks) {
        m_graph = graph;
        m_landmarks = landmarks;
    }

    /**
     * @param threads at most so many are used
     * @param progress is told how far the work is
     * @param use is given the distances of all landmarks in their order
     */
    void forEach(final int threads, final ProgressMonitor progress, final Use use) {
        final var rows = m_graph.nodes();
        final var total = m_landmarks.length;
        final var chunk = Math.max(1, Math.min(total, AT_A_TIME / rows));
        final var kept = m_kept.get();
        if (kept != null) {
            use.take(0, total, kept);
            return;
        }
        final var distances = new double[chunk][rows];
        final var workers = ThreadLocal.withInitial(() -> new ShortestPaths(m_graph));
        for (int first = 0; first < total; first += chunk) {
            final var from = first;
            final var count = Math.min(chunk, total - first);
            Parallel.run(count, threads, (part, message) -> progress.update((from + part * count) / total, message),
                "Measuring distances along the data", i -> workers.get().from(m_landmarks[from + i], distances[i]));
            use.take(first, count, distances);
        }
        if (chunk == total) {
            m_kept = new SoftReference<>(distances);
        }
    }
}

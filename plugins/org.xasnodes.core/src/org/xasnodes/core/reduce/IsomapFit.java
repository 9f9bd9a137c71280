package org.xasnodes.core.reduce;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.xasnodes.core.util.ProgressMonitor;

/** Makes an {@link Isomap}, step by step. */
final class IsomapFit {

    /** An eigenvalue below this part of the largest is nothing but rounding. */
    private static final double VANISHING = 1e-10;

    /** Below this, squares of the kernel's numbers vanish. */
    private static final double SMALLEST = 1e-250;

    private final IsomapOptions m_options;

    private final int m_threads;

    private final ProgressMonitor m_progress;

    /** In bytes. */
    private final long m_memory;

    IsomapFit(final IsomapOptions options, final int threads, final ProgressMonitor progress, final long memory) {
        m_options = options;
        m_threads = threads;
        m_progress = progress;
        m_memory = memory;
    }

    Isomap fit(final double[][] rows) throws ReductionException {
        final var inputs = FeatureRows.checkFit(rows);
        checkSize(rows.length, inputs);
        final var flat = FeatureRows.flat(rows);
        if (Arrays.stream(rows).allMatch(row -> Arrays.equals(row, rows[0]))) {
            throw new ReductionException("All " + rows.length + " rows are equal, so there are no distances to keep.");
        }
        final var projected = new ProjectedRows(flat, inputs, m_threads, part(0, 0.05));
        final var tree = new KdTree(projected, IntStream.range(0, rows.length).toArray());
        var graph = NeighborGraph.of(Neighbors.within(tree, m_options.neighbors(), m_threads, part(0.05, 0.4)));
        final var labels = graph.components();
        final var components = Arrays.stream(labels).max().getAsInt() + 1;
        if (components > 1) {
            graph = GraphJoin.join(graph, labels, components, projected, m_threads, part(0.4, 0.5));
        }
        final var landmarks = Landmarks.choose(graph, m_options, part(0.5, 0.55));
        final var distances = new LandmarkDistances(graph, landmarks);
        final var kernel = GeodesicKernel.of(distances, landmarks, m_threads, part(0.55, 0.9));
        final var model = scale(kernel, inputs, flat, graph, components, landmarks);
        return new Isomap(model, distances, tree);
    }

    private ProgressMonitor part(final double from, final double to) {
        return (part, message) -> m_progress.update(from + part * (to - from), message);
    }

    private void checkSize(final int rows, final int inputs) throws ReductionException {
        if (rows <= m_options.neighbors()) {
            throw new ReductionException("Each row needs " + m_options.neighbors() + " neighbours, so at least "
                + (m_options.neighbors() + 1) + " rows, but there " + (rows == 1 ? "is 1" : "are " + rows)
                + ". Lower the number of neighbours.");
        }
        final var points = rows <= m_options.landmarksAbove() ? rows : Math.min(rows, m_options.landmarks());
        if (points <= m_options.dimensions()) {
            throw new ReductionException(m_options.dimensions() + " dimensions need at least "
                + (m_options.dimensions() + 1) + (points == rows ? " rows" : " landmarks") + ", but there are " + points
                + ". Lower the number of dimensions.");
        }
        final var fitting = PcaSolver.fitting(m_memory);
        if (points > fitting) {
            throw new ReductionException("An Isomap with " + points + " landmarks needs a matrix of " + points + " x "
                + points + " numbers; about " + fitting
                + " fit into this program's memory. Lower the number of landmarks or the number of rows above which "
                + "they are used, or give the program more memory.");
        }
        if ((long)rows * inputs > Integer.MAX_VALUE - 8) {
            throw new ReductionException(rows + " rows of " + inputs
                + " features are too many: an Isomap keeps them, and can "
                + "hold " + (Integer.MAX_VALUE - 8) / inputs + " rows of so many features. Take a sample of the rows.");
        }
    }

    private IsomapModel scale(final GeodesicKernel kernel, final int inputs, final double[] flat,
        final NeighborGraph graph, final int components, final int[] landmarks) throws ReductionException {
        if (!Double.isFinite(kernel.sumOfSquares())) {
            throw new ReductionException(
                "The numbers are too large: their distances overflow. Normalize the spectra first.");
        }
        if (kernel.sumOfSquares() < SMALLEST) {
            throw new ReductionException(
                "The differences between the rows are too small to measure. Scale the features up.");
        }
        checkDimensions(landmarks.length - 1, landmarks.length);
        final var pairs = TopEigenpairs.of(kernel.centered(), m_options.dimensions(), m_threads, part(0.9, 1));
        final var values = pairs.values();
        int positive = 0;
        while (positive < values.length && values[positive] > VANISHING * values[0]) {
            positive++;
        }
        checkDimensions(positive, landmarks.length);
        for (final var vector : pairs.vectors()) {
            Vectors.fixSign(vector);
        }
        return new IsomapModel(m_options, inputs, flat, graph, components, landmarks, kernel.columnMeans(),
            pairs.vectors(), values, kernel.errors(values));
    }

    private void checkDimensions(final int possible, final int landmarks) throws ReductionException {
        if (possible < m_options.dimensions()) {
            throw new ReductionException(m_options.dimensions()
                + " dimensions were asked for, but the distances between "
                + landmarks + " different rows span only " + possible + ". Lower the number of dimensions.");
        }
    }
}

package org.xasnodes.core.reduce;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * Isomap: rows laid out in few dimensions such that their distances are those along the data, from neighbour to neighbour
 * (J. B. Tenenbaum, V. de Silva, J. C. Langford, <a href="https://doi.org/10.1126/science.290.5500.2319">doi
 * 10.1126/science.290.5500.2319</a>). Rows are joined to their k nearest rows; D(l, i) are the lengths of the shortest paths;
 * with K = -D^2 / 2 between landmarks, the mean taken off its rows and columns, and its largest eigenvalues e(j) and their
 * vectors v(j), a row with the lengths g(l) to the landmarks becomes
 *
 * <pre>
 * y(j) = sum over l of v(j, l) (-g(l)^2 / 2 - mean of column l of K) / sqrt(e(j))
 * g(l) = least of D(l, i) + d(i) over the row's k nearest training rows i, at the Euclidean distances d(i)
 * </pre>
 *
 * Up to a number of rows that the options set, all are landmarks: that is Isomap as scikit-learn has it, the terms that its
 * <code>transform</code> has besides being 0 since each v(j) sums to 0. Above, it is landmark Isomap with distance-based
 * triangulation (V. de Silva, J. B. Tenenbaum, "Sparse multidimensional scaling using landmark points", Stanford 2004).
 * The sign is chosen so that the entry of largest magnitude of each vector is positive.
 * <p>
 * Weaknesses: one neighbour too far makes a short cut through the data, and training rows stay part of the model. Cost of
 * fitting n rows with L landmarks, besides finding neighbours: O(L n log n) and O(L^2) memory; of applying once the same
 * time, then little for each row.
 */
public final class Isomap implements Reducer {

    /** The identifier that is stored with the model and in column names. */
    public static final String ID = "isomap";

    private static final int PIECE = 64;

    private final IsomapModel m_model;

    private final LandmarkDistances m_distances;

    /** Of the training rows; made when first needed. */
    private volatile KdTree m_tree;

    Isomap(final IsomapModel model, final LandmarkDistances distances, final KdTree tree) {
        m_model = model;
        m_distances = distances;
        m_tree = tree;
    }

    /**
     * @param rows [n][p] finite features; left unchanged
     * @param options how many neighbours, dimensions and landmarks
     * @param threads at most so many are used, at least 1; the result does not depend on it
     * @param progress is told how far the work is
     * @return the fitted Isomap
     * @throws ReductionException if a number is not finite, the rows are too few for the neighbours or dimensions, or all
     *             equal, or span too few dimensions, or their neighbours fall into too many components, or the matrix
     *             of landmarks does not fit into memory
     * @throws IllegalArgumentException if the rows do not have the same number of features
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static Isomap fit(final double[][] rows, final IsomapOptions options, final int threads,
        final ProgressMonitor progress) throws ReductionException {
        return new IsomapFit(options, threads, progress, Runtime.getRuntime().maxMemory()).fit(rows);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int inputs() {
        return m_model.inputs();
    }

    @Override
    public int dimensions() {
        return m_model.values().length;
    }

    /** @return how it was made */
    public IsomapOptions options() {
        return m_model.options();
    }

    /** @return the number n of rows fitted to */
    public int rows() {
        return m_model.graph().nodes();
    }

    /**
     * @return how many components the graph of neighbours had; if more than 1, each pair of them was joined by the shortest
     *         edge between them, and distances between them mean little: more neighbours may help
     */
    public int components() {
        return m_model.components();
    }

    /** @return the number L of landmarks: n if the Isomap is exact */
    public int landmarks() {
        return m_model.landmarks().length;
    }

    /** @return the eigenvalue of each dimension: the sum of squares of the landmarks' values; a copy */
    public double[] eigenvalues() {
        return m_model.values().clone();
    }

    /**
     * @return what distances are left unexplained with 1, 2, ... dimensions:
     *         <code>sqrt(sum K^2 - sum of squared eigenvalues) / L</code>, K being the centred kernel, as scikit-learn's
     *         <code>reconstruction_error</code>; a copy
     */
    public double[] errorsByDimensions() {
        return m_model.errors().clone();
    }

    /**
     * @param threads at most so many are used, at least 1
     * @param progress is told how far the work is
     * @return the values of the training rows [n][dimensions]. {@link #apply} gives the same for them but for rounding
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public double[][] embedding(final int threads, final ProgressMonitor progress) {
        final var values = new double[rows()][dimensions()];
        if (landmarks() < rows()) {
            m_distances.forEach(threads, progress, (first, count, lengths) -> forEach(rows(), threads, i -> {
                for (int l = 0; l < count; l++) {
                    add(values[i], first + l, lengths[l][i]);
                }
            }));
        } else {
            for (int j = 0; j < dimensions(); j++) {
                final var length = Math.sqrt(m_model.values()[j]);
                for (int i = 0; i < values.length; i++) {
                    values[i][j] = m_model.vectors()[j][i] * length;
                }
            }
        }
        return values;
    }

    @Override
    public double[][] apply(final double[][] rows, final int threads, final ProgressMonitor progress) {
        FeatureRows.checkApply(rows, inputs());
        final var values = new double[rows.length][dimensions()];
        final var k = options().neighbors();
        final var neighbors = Neighbors.among(tree(threads), FeatureRows.flat(rows), k, threads,
            (part, message) -> progress.update(0.3 * part, message));
        m_distances.forEach(threads, (part, message) -> progress.update(0.3 + 0.7 * part, message),
            (first, count, lengths) -> forEach(rows.length, threads, i -> {
                for (int l = 0; l < count; l++) {
                    var shortest = Double.POSITIVE_INFINITY;
                    for (int n = i * k; n < (i + 1) * k; n++) {
                        shortest = Math.min(shortest, lengths[l][neighbors.ids()[n]] + neighbors.distances()[n]);
                    }
                    add(values[i], first + l, shortest);
                }
            }));
        progress.update(1, "Computing values");
        return values;
    }

    /** Adds to a row's values what its distance to a landmark contributes. */
    private void add(final double[] values, final int landmark, final double distance) {
        final var centered = -0.5 * distance * distance - m_model.columnMeans()[landmark];
        for (int j = 0; j < values.length; j++) {
            values[j] += centered * m_model.vectors()[j][landmark] / Math.sqrt(m_model.values()[j]);
        }
    }

    private static void forEach(final int rows, final int threads, final Parallel.Piece row) {
        Parallel.run((rows + PIECE - 1) / PIECE, threads, ProgressMonitor.NONE, "", piece -> {
            for (int i = piece * PIECE; i < Math.min(rows, (piece + 1) * PIECE); i++) {
                row.run(i);
            }
        });
    }

    private KdTree tree(final int threads) {
        var tree = m_tree;
        if (tree == null) { // threads may at worst make the same one twice
            final var rows = new ProjectedRows(m_model.rows(), inputs(), threads, ProgressMonitor.NONE);
            tree = new KdTree(rows, IntStream.range(0, rows()).toArray());
            m_tree = tree;
        }
        return tree;
    }

    @Override
    public List<String> facts() {
        final var errors = m_model.errors();
        return List.of(
            String.format(Locale.ROOT, "Fitted on %,d rows with %d neighbours each, %s.", rows(), options().neighbors(),
                landmarks() < rows() ? String.format(Locale.ROOT, "with %,d of them as landmarks", landmarks())
                    : "all paths between them known"),
            components() == 1 ? "The graph of neighbours is one piece."
                : String.format(Locale.ROOT, "The graph of neighbours was in %,d pieces, which were joined.", components()),
            String.format(Locale.ROOT, "Reconstruction error of the distances: %.4g with 1 dimension, %.4g with %d.",
                errors[0], errors[errors.length - 1], errors.length));
    }

    /** {@inheritDoc} The arrays are those of this Isomap, not copies, since they may be large: they must not be changed. */
    @Override
    public StoredReducer store() {
        return m_model.store();
    }

    static Reducer of(final StoredReducer stored) throws IOException {
        final var model = IsomapModel.of(stored);
        return new Isomap(model, new LandmarkDistances(model.graph(), model.landmarks()), null);
    }
}

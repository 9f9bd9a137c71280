package org.xasnodes.core.reduce;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an Isomap consists of, and how it is stored.
 *
 * @param options how it was made
 * @param inputs the number p of features
 * @param rows the n training rows one after the other
 * @param graph of their neighbours, connected
 * @param components how many components the graph had before it was made connected
 * @param landmarks L row numbers in ascending order
 * @param columnMeans of the landmarks' kernel, L numbers
 * @param vectors [dimensions][L] orthonormal
 * @param values the eigenvalues, positive, from the largest
 * @param errors the reconstruction error with 1, 2, ... dimensions
 */
record IsomapModel(IsomapOptions options, int inputs, double[] rows, NeighborGraph graph, int components,
    int[] landmarks, double[] columnMeans, double[][] vectors, double[] values, double[] errors) {

    /** Of the parts as stored below. */
    static final int VERSION = 1;

    private static final int ANY = Integer.MAX_VALUE;

    StoredReducer store() {
        final var flat = new double[vectors.length * landmarks.length];
        for (int j = 0; j < vectors.length; j++) {
            System.arraycopy(vectors[j], 0, flat, j * landmarks.length, landmarks.length);
        }
        final var texts = Map.of("neighbors", "" + options.neighbors(), "dimensions", "" + options.dimensions(),
            "landmarksAbove", "" + options.landmarksAbove(), "landmarksAsked", "" + options.landmarks(),
            "seed", "" + options.seed(), "inputs", "" + inputs, "rows", "" + graph.nodes(),
            "components", "" + components, "landmarks", "" + landmarks.length, "edges", "" + graph.targets().length);
        return new StoredReducer(Isomap.ID, VERSION, new TreeMap<>(texts),
            new TreeMap<>(Map.of("rows", rows, "lengths", graph.lengths(), "columnMeans", columnMeans, "vectors", flat,
                "values", values, "errors", errors)),
            new TreeMap<>(Map.of("offsets", graph.offsets(), "targets", graph.targets(), "landmarks", landmarks)));
    }

    static IsomapModel of(final StoredReducer stored) throws IOException {
        final var rows = stored.count("rows", 2, ANY);
        final var dimensions = stored.count("dimensions", 1, rows - 1);
        final var options = new IsomapOptions(stored.count("neighbors", 1, rows - 1), dimensions,
            stored.count("landmarksAbove", 1, ANY), stored.count("landmarksAsked", 1, ANY), seed(stored));
        final var inputs = stored.count("inputs", 1, ANY);
        final var landmarks = stored.ints("landmarks", stored.count("landmarks", dimensions + 1, rows));
        checkAscending(stored, landmarks, rows);
        final var flat = stored.doubles("vectors", (long)dimensions * landmarks.length);
        final var vectors = new double[dimensions][];
        for (int j = 0; j < dimensions; j++) {
            vectors[j] = Arrays.copyOfRange(flat, j * landmarks.length, (j + 1) * landmarks.length);
        }
        final var values = stored.doubles("values", dimensions);
        if (Arrays.stream(values).anyMatch(value -> value <= 0)) {
            throw new IOException(stored.damaged("a number of 'values' is not positive"));
        }
        return new IsomapModel(options, inputs, stored.doubles("rows", (long)rows * inputs), graph(stored, rows),
            stored.count("components", 1, rows), landmarks, stored.doubles("columnMeans", landmarks.length), vectors,
            values, stored.doubles("errors", dimensions));
    }

    private static long seed(final StoredReducer stored) throws IOException {
        try {
            return Long.parseLong(stored.value("seed"));
        } catch (final NumberFormatException e) {
            throw new IOException(stored.damaged("'seed' is no whole number"), e);
        }
    }

    private static void checkAscending(final StoredReducer stored, final int[] landmarks, final int rows)
        throws IOException {
        for (int l = 0; l < landmarks.length; l++) {
            if (landmarks[l] < 0 || landmarks[l] >= rows || l > 0 && landmarks[l] <= landmarks[l - 1]) {
                throw new IOException(stored.damaged("'landmarks' are not ascending row numbers"));
            }
        }
    }

    private static NeighborGraph graph(final StoredReducer stored, final int rows) throws IOException {
        final var edges = stored.count("edges", 0, ANY);
        final var offsets = stored.ints("offsets", rows + 1L);
        if (offsets[0] != 0 || offsets[rows] != edges) {
            throw new IOException(stored.damaged("'offsets' do not go from 0 to the number of edges"));
        }
        for (int i = 0; i < rows; i++) {
            if (offsets[i] > offsets[i + 1]) {
                throw new IOException(stored.damaged("'offsets' are not ascending"));
            }
        }
        final var targets = stored.ints("targets", edges);
        for (final var target : targets) {
            if (target < 0 || target >= rows) {
                throw new IOException(stored.damaged("'targets' has the row " + target + " of " + rows));
            }
        }
        final var lengths = stored.doubles("lengths", edges);
        if (Arrays.stream(lengths).anyMatch(length -> length < 0)) {
            throw new IOException(stored.damaged("a number of 'lengths' is negative"));
        }
        final var graph = new NeighborGraph(offsets, targets, lengths);
        if (Arrays.stream(graph.components()).anyMatch(label -> label > 0)) {
            throw new IOException(stored.damaged("its graph is not connected"));
        }
        return graph;
    }
}

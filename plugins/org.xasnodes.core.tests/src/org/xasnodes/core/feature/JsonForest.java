package org.xasnodes.core.feature;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;

import org.xasnodes.core.testing.GoldenJson;

/**
 * Evaluates random forests stored as "forest-json-1": for each tree the arrays left, right, feature, threshold and
 * value, indexed by node, the root first. A node without children has left = -1. Otherwise a sample goes left if its
 * feature, rounded to a float as scikit-learn does, is not above the threshold.
 */
final class JsonForest {

    private record Tree(int[] left, int[] right, int[] feature, double[] threshold, double[][] value) {

        double[] leafValue(final double[] x) {
            var node = 0;
            while (left[node] >= 0) {
                node = (float) x[feature[node]] <= threshold[node] ? left[node] : right[node];
            }
            return value[node];
        }
    }

    private final Tree[] m_trees;

    private final boolean m_classifier;

    private JsonForest(final Tree[] trees, final boolean classifier) {
        m_trees = trees;
        m_classifier = classifier;
    }

    static JsonForest read(final Path file) throws IOException {
        final var root = GoldenJson.read(file);
        if (!"forest-json-1".equals(root.get("format").asText())) {
            throw new IOException(file + " is no forest");
        }
        final var trees = root.get("trees");
        final var result = new Tree[trees.size()];
        for (int t = 0; t < result.length; t++) {
            final var tree = trees.get(t);
            result[t] = new Tree(GoldenJson.ints(tree.get("left")), GoldenJson.ints(tree.get("right")),
                GoldenJson.ints(tree.get("feature")), GoldenJson.doubles(tree.get("threshold")),
                values(tree.get("value")));
        }
        return new JsonForest(result, "classifier".equals(root.get("kind").asText()));
    }

    private static double[][] values(final JsonNode array) {
        final var values = new double[array.size()][];
        for (int i = 0; i < values.length; i++) {
            final var value = array.get(i);
            values[i] = value.isArray() ? GoldenJson.doubles(value) : new double[]{value.doubleValue()};
        }
        return values;
    }

    /** The mean of the trees: one number of a regressor, the probability of each class of a classifier. */
    double[] predict(final double[] x) {
        final var mean = new double[m_trees[0].value()[0].length];
        for (final var tree : m_trees) {
            final var leaf = tree.leafValue(x);
            var sum = 0.0;
            for (final var v : leaf) {
                sum += v;
            }
            for (int c = 0; c < mean.length; c++) {
                mean[c] += (m_classifier ? leaf[c] / sum : leaf[c]) / m_trees.length;
            }
        }
        return mean;
    }
}

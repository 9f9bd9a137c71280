package org.xasnodes.core.reduce;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * Principal components of rows of features (K. Pearson, <a href="https://doi.org/10.1080/14786440109462720">doi
 * 10.1080/14786440109462720</a>): orthonormal directions, each with the largest variance that those before it left. A row
 * x becomes
 *
 * <pre>
 * score(c) = sum over j of component(c, j) (x(j) - mean(j)) / scale(j)
 * </pre>
 *
 * Variances are sums of squares divided by n - 1, as scikit-learn's <code>PCA</code> gives them; its scores are the same
 * up to their sign, which is chosen here so that the entry of largest magnitude of each component is positive. The
 * components come from the covariances, not from a singular value decomposition of the rows: variances are exact to
 * rounding errors of the largest one, so those below 1e-15 of it mean nothing. Cost of fitting O(n p^2 + p^3), or
 * O(n^2 p + n^3) for fewer rows than features.
 */
public final class PrincipalComponents implements Reducer {

    /** The identifier that is stored with the model and in column names. */
    public static final String ID = "pca";

    static final int VERSION = 1;

    private static final int PIECE = 256;

    /** More shares than this no one reads in a sentence. */
    private static final int MAX_FACTS = 5;

    private final int m_rows;

    private final double[] m_mean;

    private final double[] m_scale;

    private final double[][] m_components;

    private final double[] m_variances;

    PrincipalComponents(final int rows, final double[] mean, final double[] scale, final double[][] components,
        final double[] variances) {
        m_rows = rows;
        m_mean = mean;
        m_scale = scale;
        m_components = components;
        m_variances = variances;
    }

    /**
     * @param rows at least 2 rows [n][p] of finite features; left unchanged
     * @param options how many components, standardised or not
     * @param threads at most so many are used, at least 1; the result does not depend on it
     * @param progress is told how far the work is
     * @return the components
     * @throws ReductionException if a number is not finite, the rows are fewer than 2 or all equal, have not so many
     *             components, or have too many features for this machine's memory
     * @throws IllegalArgumentException if the rows do not have the same number of features
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static PrincipalComponents fit(final double[][] rows, final PcaOptions options, final int threads,
        final ProgressMonitor progress) throws ReductionException {
        final var inputs = FeatureRows.checkFit(rows);
        if (rows.length <= inputs) {
            final var relative = new double[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                relative[i] = rows[i].clone();
                Vectors.addScaled(relative[i], -1, rows[0]);
            }
            return new PcaSolver(options, rows.length, threads, progress).ofRows(rows[0], relative);
        }
        final var accumulator = new PcaAccumulator(options, inputs, threads);
        for (int i = 0; i < rows.length; i++) {
            progress.update(0.5 * i / rows.length, "Adding up covariances");
            accumulator.add(rows[i]);
        }
        return accumulator.finish((part, message) -> progress.update(0.5 + part / 2, message));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int inputs() {
        return m_mean.length;
    }

    @Override
    public int dimensions() {
        return m_components.length;
    }

    /** @return the number n of rows fitted to */
    public int rows() {
        return m_rows;
    }

    /** @return the mean of each feature, a copy */
    public double[] mean() {
        return m_mean.clone();
    }

    /** @return what each feature is divided by after the mean was taken off: 1 if it was not standardised; a copy */
    public double[] scale() {
        return m_scale.clone();
    }

    /** @return the components kept [d][p], orthonormal, also called loadings; a copy */
    public double[][] components() {
        return Arrays.stream(m_components).map(double[]::clone).toArray(double[][]::new);
    }

    /** @return the variances of all min(n - 1, p) components, also those not kept, from the largest; a copy */
    public double[] variances() {
        return m_variances.clone();
    }

    /** @return the part that each of the variances has of their sum */
    public double[] varianceRatios() {
        final var total = Arrays.stream(m_variances).sum();
        return Arrays.stream(m_variances).map(variance -> variance / total).toArray();
    }

    /** @return the singular values of the centred (and scaled) rows: <code>sqrt((n - 1) variance)</code> */
    public double[] singularValues() {
        return Arrays.stream(m_variances).map(variance -> Math.sqrt(variance * (m_rows - 1))).toArray();
    }

    @Override
    public double[][] apply(final double[][] rows, final int threads, final ProgressMonitor progress) {
        FeatureRows.checkApply(rows, inputs());
        final var scores = new double[rows.length][];
        forEach(rows.length, threads, progress, "Computing scores", i -> scores[i] = scores(rows[i]));
        return scores;
    }

    /**
     * @param scores any number of rows of {@link #dimensions} scores
     * @return the rows of {@link #inputs} features that have these scores and lie in the components' plane
     * @throws IllegalArgumentException if a row has another number of scores
     */
    public double[][] reconstruct(final double[][] scores) {
        final var rows = new double[scores.length][];
        for (int i = 0; i < rows.length; i++) {
            if (scores[i].length != dimensions()) {
                throw new IllegalArgumentException("Row " + (i + 1) + " has " + scores[i].length + " scores instead of "
                    + dimensions() + ".");
            }
            rows[i] = reconstruct(scores[i]);
        }
        return rows;
    }

    @Override
    public boolean reconstructs() {
        return true;
    }

    @Override
    public double[] reconstructionErrors(final double[][] rows, final int threads, final ProgressMonitor progress) {
        FeatureRows.checkApply(rows, inputs());
        final var errors = new double[rows.length];
        forEach(rows.length, threads, progress, "Reconstructing", i -> {
            final var difference = reconstruct(scores(rows[i]));
            Vectors.addScaled(difference, -1, rows[i]);
            errors[i] = Vectors.norm(difference) / Math.sqrt(inputs());
        });
        return errors;
    }

    private static void forEach(final int rows, final int threads, final ProgressMonitor progress, final String message,
        final Parallel.Piece row) {
        Parallel.run((rows + PIECE - 1) / PIECE, threads, progress, message, piece -> {
            for (int i = piece * PIECE; i < Math.min(rows, (piece + 1) * PIECE); i++) {
                row.run(i);
            }
        });
    }

    private double[] scores(final double[] row) {
        final var standard = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            standard[j] = (row[j] - m_mean[j]) / m_scale[j];
        }
        final var scores = new double[m_components.length];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Vectors.dot(standard, m_components[c]);
        }
        return scores;
    }

    private double[] reconstruct(final double[] scores) {
        final var row = new double[m_mean.length];
        for (int c = 0; c < scores.length; c++) {
            Vectors.addScaled(row, scores[c], m_components[c]);
        }
        for (int j = 0; j < row.length; j++) {
            row[j] = m_mean[j] + m_scale[j] * row[j];
        }
        return row;
    }

    @Override
    public List<String> facts() {
        final var ratios = varianceRatios();
        final var shares = new StringJoiner(", ");
        for (int c = 0; c < Math.min(MAX_FACTS, dimensions()); c++) {
            shares.add(String.format(Locale.ROOT, "%s %d %.2f %%", ID, c + 1, 100 * ratios[c]));
        }
        return List.of(String.format(Locale.ROOT, "Fitted on %,d rows.", m_rows),
            String.format(Locale.ROOT, "The components keep %.2f %% of the variance: %s%s.",
                100 * Arrays.stream(ratios).limit(dimensions()).sum(), shares, dimensions() > MAX_FACTS ? ", ..." : ""));
    }

    @Override
    public StoredReducer store() {
        final var components = new double[dimensions() * inputs()];
        for (int c = 0; c < dimensions(); c++) {
            System.arraycopy(m_components[c], 0, components, c * inputs(), inputs());
        }
        return new StoredReducer(ID, VERSION,
            new TreeMap<>(Map.of("rows", "" + m_rows, "inputs", "" + inputs(), "dimensions", "" + dimensions())),
            new TreeMap<>(Map.of("mean", mean(), "scale", scale(), "components", components, "variances", variances())),
            new TreeMap<>());
    }

    static Reducer of(final StoredReducer stored) throws IOException {
        final var inputs = stored.count("inputs", 1, Integer.MAX_VALUE);
        final var rows = stored.count("rows", 2, Integer.MAX_VALUE);
        final var all = Math.min(rows - 1, inputs);
        final var dimensions = stored.count("dimensions", 1, all);
        final var flat = stored.doubles("components", (long)dimensions * inputs);
        final var components = new double[dimensions][];
        for (int c = 0; c < dimensions; c++) {
            components[c] = Arrays.copyOfRange(flat, c * inputs, (c + 1) * inputs);
        }
        final var scale = stored.doubles("scale", inputs).clone();
        final var variances = stored.doubles("variances", all).clone();
        if (Arrays.stream(scale).anyMatch(value -> value <= 0)) {
            throw new IOException(stored.damaged("a number of 'scale' is not positive"));
        }
        if (Arrays.stream(variances).anyMatch(value -> value < 0) || variances[0] == 0) {
            throw new IOException(stored.damaged("'variances' are not those of any rows"));
        }
        return new PrincipalComponents(rows, stored.doubles("mean", inputs).clone(), scale, components, variances);
    }
}

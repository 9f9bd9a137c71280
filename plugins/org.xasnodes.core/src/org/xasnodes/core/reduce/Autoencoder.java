package org.xasnodes.core.reduce;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

import org.xasnodes.core.network.Activation;
import org.xasnodes.core.network.DenseNetwork;
import org.xasnodes.core.network.LossHistory;
import org.xasnodes.core.network.NetworkTrainer;
import org.xasnodes.core.network.Standardizer;
import org.xasnodes.core.network.TrainingException;
import org.xasnodes.core.network.TrainingOptions;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * A symmetric dense network that learns to give back its inputs through a narrow layer in the middle, whose outputs are
 * the reduced values (G. E. Hinton and R. R. Salakhutdinov, <a href="https://doi.org/10.1126/science.1127647">doi
 * 10.1126/science.1127647</a>). The features are standardised before: minus their mean and divided by their standard
 * deviation (of n rows divided by n; by 1 where a feature is constant). Unlike principal components, the reduced values
 * have no order, and another seed gives others of much the same worth. Cost O(epochs x rows x weights).
 */
public final class Autoencoder implements Reducer {

    /** The identifier that is stored with the model and in column names. */
    public static final String ID = "ae";

    static final int VERSION = 1;

    private static final int LEAST_ROWS = 2;

    private final AutoencoderOptions m_options;

    private final Standardizer m_standardizer;

    private final DenseNetwork m_network;

    private final LossHistory m_history;

    private Autoencoder(final AutoencoderOptions options, final Standardizer standardizer, final DenseNetwork network,
        final LossHistory history) {
        m_options = options;
        m_standardizer = standardizer;
        m_network = network;
        m_history = history;
    }

    /**
     * @param rows at least 2 rows [n][p] of finite features, beside those kept for validation; left unchanged
     * @param options layers and training; not more dimensions than features
     * @param threads at most so many are used, at least 1; the result does not depend on it
     * @param progress is told of each epoch
     * @return the autoencoder
     * @throws ReductionException if a number is not finite, there are too few rows or features, all features are
     *             constant, or the loss does not stay finite
     * @throws IllegalArgumentException if the rows do not have the same number of features
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static Autoencoder fit(final double[][] rows, final AutoencoderOptions options, final int threads,
        final ProgressMonitor progress) throws ReductionException {
        final var inputs = FeatureRows.checkFit(rows);
        check(rows, inputs, options);
        try {
            final var standardizer = Standardizer.of(rows);
            final var standard = standardizer.apply(rows);
            final var trained = NetworkTrainer.fit(options.layout(inputs), standard, standard, options.training(),
                threads, progress);
            return new Autoencoder(options, standardizer, trained.network(), trained.history());
        } catch (final TrainingException e) {
            throw new ReductionException(e.getMessage());
        }
    }

    private static void check(final double[][] rows, final int inputs, final AutoencoderOptions options)
        throws ReductionException {
        final var training = rows.length - options.training().validationRows(rows.length);
        if (training < LEAST_ROWS) {
            throw new ReductionException("An autoencoder needs at least " + LEAST_ROWS + " rows to train with, but of "
                + rows.length + " rows " + training + " are left for it" + (training < rows.length
                    ? " when the validation share is taken off. Give more rows or switch early stopping off."
                    : ". Give more rows."));
        }
        if (options.dimensions() > inputs) {
            throw new ReductionException("The rows have " + inputs + " features, which cannot be reduced to "
                + options.dimensions() + " dimensions. Choose at most " + inputs + ".");
        }
        if (Arrays.stream(rows).allMatch(row -> Arrays.equals(row, rows[0]))) {
            throw new ReductionException("All " + rows.length + " rows are equal, so there is nothing to learn. Check"
                + " that the feature columns are the right ones.");
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int inputs() {
        return m_network.layout().inputs();
    }

    @Override
    public int dimensions() {
        return m_options.dimensions();
    }

    /** @return the options it was fitted with */
    public AutoencoderOptions options() {
        return m_options;
    }

    /** @return the mean squared error of the standardised features, epoch by epoch */
    public LossHistory history() {
        return m_history;
    }

    @Override
    public double[][] apply(final double[][] rows, final int threads, final ProgressMonitor progress) {
        FeatureRows.checkApply(rows, inputs());
        return m_network.outputs(m_options.hidden().size() + 1, m_standardizer.apply(rows), threads, progress);
    }

    @Override
    public boolean reconstructs() {
        return true;
    }

    @Override
    public double[] reconstructionErrors(final double[][] rows, final int threads, final ProgressMonitor progress) {
        final var back = reconstruct(rows, threads, progress);
        final var errors = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            var sum = 0.0;
            for (int j = 0; j < rows[i].length; j++) {
                sum += (back[i][j] - rows[i][j]) * (back[i][j] - rows[i][j]);
            }
            errors[i] = Math.sqrt(sum / rows[i].length);
        }
        return errors;
    }

    /**
     * @param rows as for {@link #apply}
     * @param threads at most so many are used, at least 1
     * @param progress is told how far the work is
     * @return for each row the features that its reduced values give back
     * @throws IllegalArgumentException if a row has another number of features, or a number is not finite
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public double[][] reconstruct(final double[][] rows, final int threads, final ProgressMonitor progress) {
        FeatureRows.checkApply(rows, inputs());
        return m_standardizer.invert(m_network.predict(m_standardizer.apply(rows), threads, progress));
    }

    @Override
    public List<String> facts() {
        final var layers = new StringJoiner("-");
        m_network.layout().sizes().forEach(size -> layers.add("" + size));
        final var best = m_history.bestEpoch();
        final var validation = m_history.validation()[best - 1];
        return List.of("Layers: " + layers + ".",
            String.format(Locale.ROOT, "Trained for %,d epochs%s.", m_history.epochs(),
                best < m_history.epochs() ? String.format(Locale.ROOT, ", of which epoch %,d was the best", best) : ""),
            String.format(Locale.ROOT, "Mean squared error of the standardised features: %.4g%s.",
                m_history.training()[best - 1],
                Double.isNaN(validation) ? "" : String.format(Locale.ROOT, ", on the validation rows %.4g", validation)));
    }

    @Override
    public StoredReducer store() {
        final var training = m_options.training();
        final var values = new TreeMap<String, String>();
        values.put("inputs", "" + inputs());
        values.put("dimensions", "" + dimensions());
        values.put("activation", m_options.activation().name());
        values.put("maxEpochs", "" + training.maxEpochs());
        values.put("batchSize", "" + training.batchSize());
        values.put("learningRate", "" + training.learningRate());
        values.put("alpha", "" + training.alpha());
        values.put("validationShare", "" + training.validationShare());
        values.put("patience", "" + training.patience());
        values.put("tolerance", "" + training.tolerance());
        values.put("seed", "" + training.seed());
        values.put("bestEpoch", "" + m_history.bestEpoch());
        final var doubles = new TreeMap<>(Map.of("mean", m_standardizer.mean(), "scale", m_standardizer.scale(),
            "parameters", m_network.parameters(), "trainingLoss", m_history.training()));
        if (training.validationShare() > 0) {
            doubles.put("validationLoss", m_history.validation());
        }
        return new StoredReducer(ID, VERSION, values, doubles,
            new TreeMap<>(Map.of("hidden", m_options.hidden().stream().mapToInt(i -> i).toArray())));
    }

    static Reducer of(final StoredReducer stored) throws IOException {
        final var inputs = stored.count("inputs", 1, Integer.MAX_VALUE);
        try {
            final var training = new TrainingOptions(stored.count("maxEpochs", 1, Integer.MAX_VALUE),
                stored.count("batchSize", 1, Integer.MAX_VALUE), stored.number("learningRate"), stored.number("alpha"),
                stored.number("validationShare"), stored.count("patience", 0, Integer.MAX_VALUE),
                stored.number("tolerance"), Long.parseLong(stored.value("seed")));
            final var options = new AutoencoderOptions(stored.count("dimensions", 1, inputs), hidden(stored),
                Activation.valueOf(stored.value("activation")), training);
            final var layout = options.layout(inputs);
            return new Autoencoder(options,
                new Standardizer(stored.doubles("mean", inputs), stored.doubles("scale", inputs)),
                DenseNetwork.of(layout, stored.doubles("parameters", layout.parameters())), history(stored, training));
        } catch (final IllegalArgumentException e) {
            throw new IOException(stored.damaged(e.getMessage()), e);
        }
    }

    private static List<Integer> hidden(final StoredReducer stored) throws IOException {
        final var hidden = stored.ints().get("hidden");
        if (hidden == null) {
            throw new IOException(stored.damaged("'hidden' is missing"));
        }
        return Arrays.stream(hidden).boxed().toList();
    }

    private static LossHistory history(final StoredReducer stored, final TrainingOptions training) throws IOException {
        final var losses = stored.doubles().get("trainingLoss");
        final var epochs = losses == null ? 0 : losses.length;
        final var none = new double[epochs];
        Arrays.fill(none, Double.NaN);
        return new LossHistory(stored.doubles("trainingLoss", epochs),
            training.validationShare() > 0 ? stored.doubles("validationLoss", epochs) : none,
            stored.count("bestEpoch", 1, epochs));
    }
}

package org.xasnodes.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

import weka.classifiers.Classifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Rows as Weka wants them: the features, then the target. */
final class WekaRows {

    private final Instances m_header;

    private final Instances m_rows;

    /**
     * @param training the rows
     * @param targets what to write instead of the training rows' targets: the same, or scaled
     */
    WekaRows(final TrainingRows training, final double[] targets) {
        QuietWeka.start();
        final var attributes = new ArrayList<Attribute>();
        for (int j = 0; j < training.features(); j++) {
            attributes.add(new Attribute("x" + j));
        }
        if (training.areClasses()) {
            final var names = new ArrayList<String>();
            for (int c = 0; c < training.classes(); c++) {
                names.add("class " + c);
            }
            attributes.add(new Attribute("y", names));
        } else {
            attributes.add(new Attribute("y"));
        }
        m_rows = new Instances("rows", attributes, training.rows().length);
        m_rows.setClassIndex(training.features());
        m_header = new Instances(m_rows, 0);
        for (int i = 0; i < targets.length; i++) {
            final var values = Arrays.copyOf(training.rows()[i], training.features() + 1);
            values[training.features()] = targets[i];
            m_rows.add(new DenseInstance(1, values));
        }
    }

    /** @return the training rows; Weka's classifiers copy before they change */
    Instances training() {
        return m_rows;
    }

    /**
     * @param row features
     * @return the row with an unknown target
     */
    DenseInstance unknown(final double[] row) {
        final var values = Arrays.copyOf(row, row.length + 1);
        values[row.length] = Double.NaN; // Weka's mark of a missing value
        final var instance = new DenseInstance(1, values);
        instance.setDataset(m_header);
        return instance;
    }

    /** Something that Weka does. */
    @FunctionalInterface
    interface Step<T> {

        T run() throws Exception; // NOSONAR: Weka's signatures
    }

    /**
     * @param step what to do
     * @return its result
     * @throws CancellationException if the thread was interrupted, which Weka's trees look for
     * @throws IllegalStateException for any other checked exception of Weka
     */
    static <T> T run(final Step<T> step) {
        try {
            return step.run();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)new CancellationException("The computation was interrupted.").initCause(e);
        } catch (final RuntimeException e) {
            throw e;
        } catch (final Exception e) {
            throw new IllegalStateException("Weka: " + e.getMessage(), e);
        }
    }

    /**
     * @param classifier trained on these rows
     * @param rows features
     * @return for each row the class or number that the classifier says
     */
    double[] predictions(final Classifier classifier, final double[][] rows) {
        final var predictions = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            final var instance = unknown(rows[i]);
            predictions[i] = run(() -> classifier.classifyInstance(instance));
        }
        return predictions;
    }
}

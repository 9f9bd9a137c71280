package org.xasnodes.benchmark;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.xasnodes.core.evaluate.Split;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * One combination of feature, reducer and model.
 *
 * @param feature what the spectra are turned into
 * @param reducer what makes few numbers of it
 * @param model what is trained
 * @param data the spectra
 */
record Cell(FeatureKind feature, ReducerKind reducer, ModelKind model, BenchmarkData data) {

    private static final double NANOSECONDS = 1e9;

    /**
     * @param rows of one split, reduced
     * @param seed of the model
     * @param progress is asked whether the user has cancelled
     * @return the scores, or the reason why there are none
     * @throws CancellationException if the user has cancelled
     */
    CellResult run(final SplitRows rows, final long seed, final ProgressMonitor progress) {
        try {
            return scored(rows, seed, progress);
        } catch (final CancellationException e) {
            throw e;
        } catch (final CellException e) {
            return failed(rows.split(), e.getMessage());
        } catch (final RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return failed(rows.split(), reason(e));
        }
    }

    /**
     * @param split the split
     * @param reason why there are no scores
     * @return a result without scores
     */
    CellResult failed(final Split split, final String reason) {
        return new CellResult(feature, reducer, model, split, null, null, null, Double.NaN, reason);
    }

    /**
     * @param problem anything but a message meant for users
     * @return what a user can pass on
     */
    static String reason(final Throwable problem) {
        return problem instanceof OutOfMemoryError
            ? "There was not enough memory. Use fewer spectra or give Java more memory."
            : "The computation failed: " + problem;
    }

    private CellResult scored(final SplitRows rows, final long seed, final ProgressMonitor progress)
        throws CellException {
        final var start = System.nanoTime();
        final var predictor = data.areClasses() ? classifier(rows, seed, progress)
            : model.fit(new TrainingRows(rows.training(), rows.trainingTargets(), 0), seed, progress);
        final var trainPredictions = predictor.predict(Arrays.copyOf(rows.training(), rows.originals()));
        final var testPredictions = predictor.predict(rows.test());
        final var seconds = (System.nanoTime() - start) / NANOSECONDS;
        for (final var prediction : testPredictions) {
            if (!Double.isFinite(prediction)) {
                throw new CellException("The model predicts " + prediction + ": its training did not converge.");
            }
        }
        final var predictions = new double[rows.split().test().length];
        Arrays.fill(predictions, Double.NaN);
        for (int i = 0; i < testPredictions.length; i++) {
            predictions[rows.testPositions()[i]] = testPredictions[i];
        }
        return new CellResult(feature, reducer, model, rows.split(),
            metrics(Arrays.copyOf(rows.trainingTargets(), rows.originals()), trainPredictions),
            metrics(rows.testTargets(), testPredictions), predictions, seconds, rows.note());
    }

    private Model classifier(final SplitRows rows, final long seed, final ProgressMonitor progress)
        throws CellException {
        final var classes = new Classes(rows.trainingTargets());
        if (classes.count() == 1 && model != ModelKind.DUMMY) {
            throw new CellException("All training spectra are of the class '"
                + data.classes().get((int)rows.trainingTargets()[0])
                + "'. Use other groups or fewer folds, so that each training side has at least two classes.");
        }
        final var training = new TrainingRows(rows.training(), classes.numbered(rows.trainingTargets()),
            classes.count());
        final var fitted = model.fit(training, seed, progress);
        return test -> classes.positions(fitted.predict(test));
    }

    private double[] metrics(final double[] truth, final double[] predicted) {
        return Metric.of(data.areClasses()).stream().mapToDouble(m -> m.of(truth, predicted,
            data.classes().size())).toArray();
    }
}

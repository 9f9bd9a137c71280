package org.xasnodes.core.reduce;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.xasnodes.core.util.ProgressMonitor;

/**
 * A fitted map from rows of features to rows of few numbers. Immutable and safe to use from several threads. What a row
 * becomes does not depend on the rows beside it or on the number of threads, to the last bit.
 */
public interface Reducer {

    /**
     * @return a short lower-case name of the method, for example "pca": stored with the model and in column names, so never
     *         changed
     */
    String id();

    /** @return the number of features of a row */
    int inputs();

    /** @return the number of values that a row becomes */
    int dimensions();

    /**
     * @param rows any number of rows of {@link #inputs} finite numbers; left unchanged
     * @param threads at most so many are used, at least 1
     * @param progress is told how far the work is
     * @return for each row {@link #dimensions} numbers
     * @throws IllegalArgumentException if a row has another number of features
     * @throws CancellationException if the user cancelled
     */
    double[][] apply(double[][] rows, int threads, ProgressMonitor progress);

    /** @return whether {@link #reconstructionErrors} tells how much of a row is lost */
    default boolean reconstructs() {
        return false;
    }

    /**
     * How unlike the training data a row is: the root mean square, over its features, of the difference between the row
     * and what the reduced values give back, in units of the features.
     *
     * @param rows as for {@link #apply}
     * @param threads at most so many are used, at least 1
     * @param progress is told how far the work is
     * @return one number for each row
     * @throws UnsupportedOperationException if the method has no way back, see {@link #reconstructs}
     * @throws CancellationException if the user cancelled
     */
    default double[] reconstructionErrors(final double[][] rows, final int threads, final ProgressMonitor progress) {
        throw new UnsupportedOperationException("The method '" + id() + "' has no way back to the features.");
    }

    /** @return what a scientist wants to know of the fit, a sentence a line, for example how much of the variance is kept */
    List<String> facts();

    /** @return all that is needed to make this reducer again, see {@link StoredReducer#reducer} */
    StoredReducer store();
}

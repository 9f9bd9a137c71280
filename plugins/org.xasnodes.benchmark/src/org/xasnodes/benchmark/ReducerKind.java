package org.xasnodes.benchmark;

import java.util.concurrent.CancellationException;

import org.xasnodes.core.reduce.Autoencoder;
import org.xasnodes.core.reduce.AutoencoderOptions;
import org.xasnodes.core.reduce.Isomap;
import org.xasnodes.core.reduce.IsomapOptions;
import org.xasnodes.core.reduce.PcaOptions;
import org.xasnodes.core.reduce.PrincipalComponents;
import org.xasnodes.core.reduce.ReductionException;
import org.xasnodes.core.reduce.Reducer;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * What makes few numbers of the features before a model sees them, each with the defaults of its node. Names are stored
 * in settings: never rename them.
 */
public enum ReducerKind {

    /** The features as they are. */
    NONE("none") {
        @Override
        Reducer fit(final double[][] rows, final int dimensions, final long seed, final ProgressMonitor progress) {
            return null;
        }
    },

    /** Principal components. */
    PCA("pca") {
        @Override
        Reducer fit(final double[][] rows, final int dimensions, final long seed, final ProgressMonitor progress)
            throws ReductionException {
            return PrincipalComponents.fit(rows, PcaOptions.ofComponents(dimensions), 1, progress);
        }
    },

    /** Isometric mapping. */
    ISOMAP("isomap") {
        @Override
        Reducer fit(final double[][] rows, final int dimensions, final long seed, final ProgressMonitor progress)
            throws ReductionException {
            return Isomap.fit(rows, IsomapOptions.DEFAULTS.withDimensions(dimensions).withSeed(seed), 1, progress);
        }
    },

    /** The middle layer of an autoencoder. */
    AUTOENCODER("ae") {
        @Override
        Reducer fit(final double[][] rows, final int dimensions, final long seed, final ProgressMonitor progress)
            throws ReductionException {
            final var defaults = AutoencoderOptions.DEFAULTS;
            return Autoencoder.fit(rows,
                defaults.withDimensions(dimensions).withTraining(defaults.training().withSeed(seed)), 1, progress);
        }
    };

    private final String m_label;

    ReducerKind(final String label) {
        m_label = label;
    }

    /** @return the short name in tables and pictures */
    public String label() {
        return m_label;
    }

    /**
     * Fits the reducer to the training rows of a split and applies it to both sides.
     *
     * @param rows of the split
     * @param dimensions how many numbers a row becomes
     * @param seed of random numbers
     * @param progress is asked often whether the user has cancelled
     * @return the split with the reduced rows
     * @throws ReductionException if the reducer cannot be fitted to these rows
     * @throws CancellationException if the user cancelled
     */
    SplitRows reduced(final SplitRows rows, final int dimensions, final long seed, final ProgressMonitor progress)
        throws ReductionException {
        final var reducer = fit(rows.training(), dimensions, seed, progress);
        return reducer == null ? rows : rows.reduced(unreduced -> reducer.apply(unreduced, 1, progress));
    }

    /** @return the fitted reducer, null for none; one thread, since the pieces of the benchmark run side by side */
    abstract Reducer fit(double[][] rows, int dimensions, long seed, ProgressMonitor progress)
        throws ReductionException;
}

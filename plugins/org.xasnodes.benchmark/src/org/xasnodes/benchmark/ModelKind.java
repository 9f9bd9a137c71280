package org.xasnodes.benchmark;

import java.util.concurrent.CancellationException;

import org.xasnodes.core.util.ProgressMonitor;

/** The models that are compared. Names are stored in settings: never rename them. */
public enum ModelKind {

    /** @see DummyLearner */
    DUMMY("dummy", 0) {
        @Override
        Model fit(final TrainingRows training, final long seed, final ProgressMonitor progress) {
            return DummyLearner.fit(training);
        }
    },

    /** @see RidgeLearner */
    RIDGE("ridge", 1) {
        @Override
        Model fit(final TrainingRows training, final long seed, final ProgressMonitor progress) {
            return RidgeLearner.fit(training, progress);
        }
    },

    /** @see BoostingLearner */
    BOOSTING("boosting", 4) {
        @Override
        Model fit(final TrainingRows training, final long seed, final ProgressMonitor progress) {
            return BoostingLearner.fit(training, seed, progress);
        }
    },

    /** @see ForestLearner */
    FOREST("forest", 3) {
        @Override
        Model fit(final TrainingRows training, final long seed, final ProgressMonitor progress) {
            return ForestLearner.fit(training, seed, progress);
        }
    },

    /** @see PerceptronLearner */
    PERCEPTRON("perceptron", 2) {
        @Override
        Model fit(final TrainingRows training, final long seed, final ProgressMonitor progress) throws CellException {
            return PerceptronLearner.fit(training, seed, progress);
        }
    };

    private final String m_label;

    private final int m_cost;

    ModelKind(final String label, final int cost) {
        m_label = label;
        m_cost = cost;
    }

    /** @return the short name in tables and pictures */
    public String label() {
        return m_label;
    }

    /** @return the rank of its training time among the models: long work should start first */
    int cost() {
        return m_cost;
    }

    /**
     * @param training the rows to learn from; with classes, at least two of them
     * @param seed of random numbers
     * @param progress is asked often whether the user has cancelled
     * @return the trained model
     * @throws CellException if it cannot be trained with these rows
     * @throws CancellationException if the user cancelled
     */
    abstract Model fit(TrainingRows training, long seed, ProgressMonitor progress) throws CellException;
}

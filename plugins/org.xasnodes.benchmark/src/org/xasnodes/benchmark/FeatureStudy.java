package org.xasnodes.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.xasnodes.core.evaluate.Split;
import org.xasnodes.core.reduce.ReductionException;
import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;
import org.xasnodes.core.util.SplitMix64;

/** All reducers and models on all splits, for one kind of features. */
final class FeatureStudy {

    /** The part of the shown progress that making the features takes. */
    private static final double FEATURES_SHARE = 0.1;

    private final FeatureKind m_feature;

    private final BenchmarkData m_data;

    private final List<Split> m_splits;

    private final BenchmarkOptions m_options;

    private final CellResult[][][] m_results;

    /** The progress shown last, which is shown again when a model only asks whether to go on. */
    private volatile double m_done;

    FeatureStudy(final FeatureKind feature, final BenchmarkData data, final List<Split> splits,
        final BenchmarkOptions options) {
        m_feature = feature;
        m_data = data;
        m_splits = splits;
        m_options = options;
        m_results = new CellResult[options.reducers().size()][options.models().size()][splits.size()];
    }

    /** @return the number of features of a spectrum; 1 if there are none on this grid */
    int columns() {
        try {
            return m_feature.on(m_data.grid()).columnNames(m_data.grid()).length;
        } catch (final IllegalArgumentException e) {
            return 1; // run() says why
        }
    }

    /**
     * @param progress is told the part done
     * @return one result for each reducer, model and split, in this order
     * @throws CancellationException if the user cancelled
     */
    List<CellResult> run(final ProgressMonitor progress) {
        try {
            final var features = FeatureTable.of(m_feature, m_data, m_options,
                (part, message) -> progress.update(FEATURES_SHARE * part, message));
            final var pieces = pieces();
            Parallel.run(pieces.size(), m_options.threads(), (part, message) -> {
                m_done = FEATURES_SHARE + (1 - FEATURES_SHARE) * part;
                progress.update(m_done, message);
            }, "Models on " + m_feature.label(), i -> run(pieces.get(i), features, progress));
        } catch (final IllegalArgumentException e) { // no such features on this grid
            pieces().forEach(piece -> fail(piece, e.getMessage()));
        } catch (final OutOfMemoryError e) { // other features may need less
            pieces().forEach(piece -> fail(piece, Cell.reason(e)));
        }
        final var results = new ArrayList<CellResult>();
        for (final var ofReducer : m_results) {
            for (final var ofModel : ofReducer) {
                results.addAll(Arrays.asList(ofModel));
            }
        }
        return results;
    }

    /**
     * What one thread does without a break.
     *
     * @param reducer position of the reducer
     * @param models positions of the models
     * @param split position of the split
     * @param cost rank of the time it takes
     */
    private record Piece(int reducer, List<Integer> models, int split, int cost) {
    }

    /** @return pieces, the long ones first: models on all features one by one, models on reduced features together */
    private List<Piece> pieces() {
        final var pieces = new ArrayList<Piece>();
        for (int split = 0; split < m_splits.size(); split++) {
            for (int reducer = 0; reducer < m_options.reducers().size(); reducer++) {
                final var models = new ArrayList<Integer>();
                for (int model = 0; model < m_options.models().size(); model++) {
                    if (m_options.reducers().get(reducer) == ReducerKind.NONE) {
                        pieces.add(new Piece(reducer, List.of(model), split, 2 * m_options.models().get(model).cost()));
                    } else {
                        models.add(model);
                    }
                }
                if (!models.isEmpty()) {
                    pieces.add(new Piece(reducer, models, split, 2 * ModelKind.PERCEPTRON.cost() + 1));
                }
            }
        }
        pieces.sort(Comparator.comparingInt(Piece::cost).reversed());
        return pieces;
    }

    private void run(final Piece piece, final FeatureTable features, final ProgressMonitor progress) {
        final var split = m_splits.get(piece.split);
        final var reducer = m_options.reducers().get(piece.reducer);
        final var seed = SplitMix64.of(m_options.seed(),
            (long)split.repeat() << Integer.SIZE | split.fold()).nextLong();
        final ProgressMonitor goOn = (part, message) -> progress.update(m_done, m_feature.label() + ": " + message);
        try {
            final var unreduced = SplitRows.of(split, features, m_data.targets());
            final var rows = reducer.reduced(reducer != ReducerKind.NONE && m_feature.hasMixedUnits()
                ? unreduced.reduced(new Scaling(unreduced.training())::apply) : unreduced, m_options.dimensions(), seed, goOn);
            for (final var model : piece.models) {
                m_results[piece.reducer][model][piece.split] = cell(piece, model).run(rows, seed, goOn);
            }
        } catch (final CancellationException e) {
            throw e;
        } catch (final CellException | ReductionException e) {
            fail(piece, e.getMessage());
        } catch (final RuntimeException | OutOfMemoryError e) {
            fail(piece, Cell.reason(e));
        }
    }

    private void fail(final Piece piece, final String reason) {
        for (final var model : piece.models) {
            m_results[piece.reducer][model][piece.split] = cell(piece, model).failed(m_splits.get(piece.split), reason);
        }
    }

    private Cell cell(final Piece piece, final int model) {
        return new Cell(m_feature, m_options.reducers().get(piece.reducer), m_options.models().get(model), m_data);
    }
}

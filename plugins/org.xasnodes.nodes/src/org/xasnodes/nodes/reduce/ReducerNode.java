package org.xasnodes.nodes.reduce;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.xasnodes.core.reduce.Reducer;
import org.xasnodes.core.reduce.ReducerSpec;
import org.xasnodes.core.reduce.ReductionException;
import org.xasnodes.nodes.port.ReducerPortObject;
import org.xasnodes.nodes.port.ReducerPortObjectSpec;
import org.xasnodes.nodes.util.NodeProgress;
import org.xasnodes.nodes.util.RowFailure;
import org.xasnodes.nodes.util.RowProblems;

/**
 * A node that fits a reducer on the features of a table, and gives the reduced table, the reducer, and tables that tell
 * about the fit.
 */
public final class ReducerNode {

    /** How a node fits. */
    public interface Method {

        /** @return method and seed; 0 dimensions if their number is found in fitting */
        ReducerSpec spec(FeatureInput input);

        /**
         * @param input the features
         * @return the specs of the tables about the fit; <code>null</code> in place of those not known before
         */
        List<DataTableSpec> tableSpecs(FeatureInput input);

        /**
         * @param rows the table
         * @param problems gets the rows that cannot be used
         * @param exec is told how far the fit is, and makes the tables about it
         * @return what was fitted
         * @throws ReductionException if no reducer can be fitted on these rows
         * @throws CanceledExecutionException if the user cancelled
         */
        Fitted fit(FeatureTable rows, RowProblems problems, ExecutionContext exec)
            throws ReductionException, CanceledExecutionException;
    }

    /** A reducer, what the user has to know of its fit, and the tables about it. */
    public record Fitted(Reducer reducer, Optional<String> note, List<BufferedDataTable> tables) {
    }

    private static final double FIT_SHARE = 0.7;

    private final FeatureParameters m_features;

    private final ReducedTable.Options m_options;

    private final Method m_method;

    /**
     * @param features which numbers of a row are reduced
     * @param options how the reduced table looks
     * @param method fits
     */
    public ReducerNode(final FeatureParameters features, final ReducedTable.Options options, final Method method) {
        m_features = features;
        m_options = options;
        m_method = method;
    }

    /**
     * @param input the node's input
     * @param output gets the specs that are known
     * @throws InvalidSettingsException if the settings do not fit the table
     */
    public void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final var spec = input.getInTableSpec(0);
        final var features = FeatureInput.find(spec, m_features);
        final var reducer = m_method.spec(features);
        final var size = features.space().size();
        if (size > 0 && reducer.dimensions() > size) {
            throw new InvalidSettingsException("There are " + size + " features, but " + reducer.dimensions()
                + " dimensions are to be made of them. Enter fewer dimensions, or choose more features.");
        }
        if (reducer.dimensions() > 0) {
            output.setOutSpec(0, new ReducedTable(features, m_options).spec(spec, reducer.id(), reducer.dimensions()));
        }
        output.setOutSpec(1, new ReducerPortObjectSpec(reducer));
        final var tables = m_method.tableSpecs(features);
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i) != null) {
                output.setOutSpec(2 + i, tables.get(i));
            }
        }
    }

    /**
     * @param input the node's input
     * @param output gets reduced table, reducer and the tables about the fit, which the view sees too
     * @throws KNIMEException if the settings or the rows do not allow a fit
     * @throws CanceledExecutionException if the user cancelled
     */
    public void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final var table = input.getInTable(0);
        final var exec = input.getExecutionContext();
        try {
            final var rows = new FeatureTable(table, FeatureInput.find(table.getDataTableSpec(), m_features),
                m_options.onProblem());
            final var problems = new RowProblems("rows were left out");
            final var fitted = fit(rows, problems, table, exec.createSubExecutionContext(FIT_SHARE));
            final var reducer = fitted.reducer;
            final var spec = new ReducerSpec(reducer.id(), reducer.dimensions(), m_method.spec(rows.input()).seed(),
                rows.input().space());
            final var reduced = new ReducedTable(rows.input(), m_options).make(table, reducer,
                new RowProblems("were told of before"), exec.createSubExecutionContext(1 - FIT_SHARE));
            output.setOutData(Stream.concat(
                Stream.of(reduced, new ReducerPortObject(new ReducerPortObjectSpec(spec), reducer)),
                fitted.tables.stream()).toArray(PortObject[]::new));
            output.setInternalData(
                Stream.concat(Stream.of(reduced), fitted.tables.stream()).toArray(BufferedDataTable[]::new));
            final var warning = Stream.concat(problems.warning(table.size()).stream(), fitted.note.stream())
                .collect(Collectors.joining("\n"));
            if (!warning.isEmpty()) {
                output.setWarningMessage(warning);
            }
        } catch (final InvalidSettingsException | ReductionException | RowFailure e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        } catch (final CancellationException e) {
            throw NodeProgress.canceled(e);
        }
    }

    private Fitted fit(final FeatureTable rows, final RowProblems problems, final BufferedDataTable table,
        final ExecutionContext exec) throws ReductionException, CanceledExecutionException {
        try {
            return m_method.fit(rows, problems, exec);
        } catch (final ReductionException e) {
            final var left = problems.warning(table.size());
            throw left.isEmpty() ? e : new ReductionException(e.getMessage() + " " + left.get() + ".");
        }
    }
}

package org.xasnodes.nodes.util;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Configures and executes a node that makes each output row of one input row and knows its columns beforehand. */
public final class RowwiseNode {

    /** Makes the output table of the first input table. */
    @FunctionalInterface
    public interface Rearrangement {

        /**
         * @param spec the input table's spec
         * @param problems where rows that cannot be processed are counted
         * @return makes the output table
         * @throws InvalidSettingsException if the settings do not fit the table
         */
        ColumnRearranger of(DataTableSpec spec, RowProblems problems) throws InvalidSettingsException;
    }

    private RowwiseNode() {
    }

    /**
     * @param input the node's input
     * @param output gets the output table's spec
     * @param rearrangement makes the output table
     * @throws InvalidSettingsException if the settings do not fit the table
     */
    public static void configure(final ConfigureInput input, final ConfigureOutput output,
        final Rearrangement rearrangement) throws InvalidSettingsException {
        output.setOutSpecs(rearrangement.of(input.getInTableSpec(0), new RowProblems("")).createSpec());
    }

    /**
     * @param input the node's input
     * @param output gets the output table, and one warning if rows could not be processed
     * @param problem what happened to such rows, in the plural, for example "spectra were not broadened"
     * @param rearrangement makes the output table
     * @throws KNIMEException if the settings do not fit the table, or a row failed
     * @throws CanceledExecutionException if the user cancelled
     */
    public static void execute(final ExecuteInput input, final ExecuteOutput output, final String problem,
        final Rearrangement rearrangement) throws KNIMEException, CanceledExecutionException {
        final var problems = new RowProblems(problem);
        try {
            SpectrumCellFactory.run(input, output,
                rearrangement.of(input.getInTable(0).getDataTableSpec(), problems), problems);
        } catch (final InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        }
    }
}

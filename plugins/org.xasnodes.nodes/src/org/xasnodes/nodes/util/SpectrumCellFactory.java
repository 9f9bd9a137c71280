package org.xasnodes.nodes.util;

import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.spectrum.SpectrumValue;

/** Makes the new cells of each row from its spectrum, in parallel; problems become missing cells and one warning. */
public final class SpectrumCellFactory extends AbstractCellFactory {

    /** Spectrum in, cells out; called from several threads. */
    @FunctionalInterface
    public interface SpectrumToCells {

        /**
         * @param spectrum a row's spectrum
         * @param row the whole row
         * @return one cell for each new column
         * @throws SpectrumException if this spectrum cannot be processed
         */
        DataCell[] apply(Spectrum spectrum, DataRow row) throws SpectrumException;
    }

    private final int m_column;

    private final SpectrumToCells m_function;

    private final OnProblem m_onProblem;

    private final RowProblems m_problems;

    /**
     * @param column the position of the spectrum column
     * @param function makes the cells
     * @param onProblem what to do with a spectrum that cannot be processed
     * @param problems where such spectra are counted
     * @param newColumns the columns of the new cells
     */
    public SpectrumCellFactory(final int column, final SpectrumToCells function, final OnProblem onProblem,
        final RowProblems problems, final DataColumnSpec... newColumns) {
        super(true, newColumns);
        m_column = column;
        m_function = function;
        m_onProblem = onProblem;
        m_problems = problems;
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long rowIndex) {
        final var cell = row.getCell(m_column);
        try {
            if (cell.isMissing()) {
                throw new SpectrumException("the spectrum is missing");
            }
            return m_function.apply(((SpectrumValue)cell).spectrum(), row);
        } catch (final SpectrumException e) {
            if (m_onProblem == OnProblem.FAIL) {
                throw new RowFailure(row.getKey(), e.getMessage()); // NOSONAR: the message says it all
            }
            m_problems.add(rowIndex, row.getKey(), e.getMessage());
            final var cells = new DataCell[getColumnSpecs().length];
            Arrays.fill(cells, new MissingCell(e.getMessage()));
            return cells;
        }
    }

    /** Not called: KNIME hands over the row's number too. */
    @Override
    public DataCell[] getCells(final DataRow row) {
        return getCells(row, 0);
    }

    /**
     * Runs a row-wise node: the first input table, rearranged, and one warning.
     *
     * @param input the node's input
     * @param output the node's output
     * @param rearranger makes the output table
     * @param problems what the rearranger's factory counts
     * @throws KNIMEException if a row failed
     * @throws CanceledExecutionException if the user cancelled
     */
    public static void run(final ExecuteInput input, final ExecuteOutput output, final ColumnRearranger rearranger,
        final RowProblems problems) throws KNIMEException, CanceledExecutionException {
        final var table = input.getInTable(0);
        final var exec = input.getExecutionContext();
        try {
            output.setOutData(exec.createColumnRearrangeTable(table, rearranger, exec));
        } catch (final RuntimeException e) {
            throw RowFailure.unwrap(e);
        }
        problems.warning(table.size()).ifPresent(output::setWarningMessage);
    }
}

package org.xasnodes.nodes.util;

import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.UniqueNameGenerator;
import org.knime.node.parameters.widget.choices.Label;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/** Where a node that makes a new spectrum of each spectrum puts it. The names are settings: never rename them. */
public enum SpectrumOutput {

    /** In place of the original. */
    @Label(value = "Replace the spectrum column", description = "The new spectra take the place of the original ones.")
    REPLACE,

    /** In a column of its own. */
    @Label(value = "Append a column", description = "The new spectra stand in a new column at the end.")
    APPEND;

    /** Spectrum in, spectrum out; called from several threads. */
    @FunctionalInterface
    public interface SpectrumToSpectrum {

        /**
         * @param spectrum a row's spectrum
         * @param row the whole row
         * @return the new spectrum
         * @throws SpectrumException if this spectrum cannot be processed
         */
        Spectrum apply(Spectrum spectrum, DataRow row) throws SpectrumException;
    }

    /**
     * @param newName the name of an appended column
     * @throws InvalidSettingsException if a name is needed and there is none
     */
    public void requireName(final String newName) throws InvalidSettingsException {
        if (this == APPEND && (newName == null || newName.isBlank())) {
            throw new InvalidSettingsException("Enter a name for the new column.");
        }
    }

    /**
     * @param spec the input table's spec
     * @param column the position of its spectrum column
     * @param newName the name of an appended column
     * @param grid the grid of all new spectra, if they have one and it is known
     * @param function makes the new spectra
     * @param onProblem what to do with a spectrum that cannot be processed
     * @param problems where such spectra are counted
     * @return makes the output table
     */
    public ColumnRearranger rearranger(final DataTableSpec spec, final int column, final String newName,
        final Optional<EnergyGrid> grid, final SpectrumToSpectrum function, final OnProblem onProblem,
        final RowProblems problems) {
        final var creator = this == REPLACE
            ? new DataColumnSpecCreator(spec.getColumnSpec(column).getName(), SpectrumCell.TYPE)
            : new UniqueNameGenerator(spec).newCreator(newName, SpectrumCell.TYPE);
        grid.ifPresent(g -> GridProperty.set(creator, g));
        final var factory = new SpectrumCellFactory(column,
            (spectrum, row) -> new DataCell[]{new SpectrumCell(function.apply(spectrum, row))}, onProblem, problems,
            creator.createSpec());
        final var rearranger = new ColumnRearranger(spec);
        if (this == REPLACE) {
            rearranger.replace(factory, column);
        } else {
            rearranger.append(factory);
        }
        return rearranger;
    }
}

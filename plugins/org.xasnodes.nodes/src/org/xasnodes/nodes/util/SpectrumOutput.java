package org.xasnodes.nodes.util;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.UniqueNameGenerator;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
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

    /** Marks the setting in a dialog. */
    public interface Ref extends ParameterReference<SpectrumOutput> {
    }

    /** Shows what matters for an appended column only. */
    public static final class IsAppend implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(APPEND);
        }
    }

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

    /** What a spectrum becomes, with numbers for columns of their own. */
    public record Made(Spectrum spectrum, double... numbers) {
    }

    /** Spectrum in, spectrum and numbers out; called from several threads. */
    @FunctionalInterface
    public interface SpectrumAndNumbers {

        /**
         * @param spectrum a row's spectrum
         * @param row the whole row
         * @return the new spectrum, and a number for each column of numbers
         * @throws SpectrumException if this spectrum cannot be processed
         */
        Made apply(Spectrum spectrum, DataRow row) throws SpectrumException;
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
        return rearranger(spec, column, newName, grid, (spectrum, row) -> new Made(function.apply(spectrum, row)),
            onProblem, problems, List.of());
    }

    /**
     * As above, with columns of numbers appended.
     *
     * @param spec the input table's spec
     * @param column the position of its spectrum column
     * @param newName the name of an appended column of spectra
     * @param grid the grid of all new spectra, if they have one and it is known
     * @param function makes the new spectra and the numbers
     * @param onProblem what to do with a spectrum that cannot be processed
     * @param problems where such spectra are counted
     * @param numbers the names of the columns of numbers; made unique
     * @return makes the output table
     */
    public ColumnRearranger rearranger(final DataTableSpec spec, final int column, final String newName,
        final Optional<EnergyGrid> grid, final SpectrumAndNumbers function, final OnProblem onProblem,
        final RowProblems problems, final List<String> numbers) {
        return rearranger(spec, column, newName, grid, (spectrum, row) -> cells(function.apply(spectrum, row)), onProblem,
            problems, numbers.stream().map(name -> new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec())
                .toArray(DataColumnSpec[]::new));
    }

    /**
     * As above, with columns of any type appended.
     *
     * @param spec the input table's spec
     * @param column the position of its spectrum column
     * @param newName the name of an appended column of spectra
     * @param grid the grid of all new spectra, if they have one and it is known
     * @param function makes the new spectrum and then a cell for each further column
     * @param onProblem what to do with a spectrum that cannot be processed
     * @param problems where such spectra are counted
     * @param further the further columns; their names are made unique
     * @return makes the output table
     */
    public ColumnRearranger rearranger(final DataTableSpec spec, final int column, final String newName,
        final Optional<EnergyGrid> grid, final SpectrumCellFactory.SpectrumToCells function, final OnProblem onProblem,
        final RowProblems problems, final DataColumnSpec... further) {
        final var unique = new UniqueNameGenerator(spec);
        final var spectra = this == REPLACE
            ? new DataColumnSpecCreator(spec.getColumnSpec(column).getName(), SpectrumCell.TYPE)
            : unique.newCreator(newName, SpectrumCell.TYPE);
        grid.ifPresent(g -> GridProperty.set(spectra, g));
        final var columns = Stream.concat(Stream.of(spectra.createSpec()),
            Stream.of(further).map(c -> unique.newColumn(c.getName(), c.getType()))).toArray(DataColumnSpec[]::new);
        final var rearranger = new ColumnRearranger(spec);
        // One factory for all columns, so that each spectrum is made once; the new one then takes the old one's place.
        rearranger.append(new SpectrumCellFactory(column, function, onProblem, problems, columns));
        if (this == REPLACE) {
            rearranger.remove(column);
            rearranger.move(spec.getNumColumns() - 1, column);
        }
        return rearranger;
    }

    private static DataCell[] cells(final Made made) {
        final var cells = new DataCell[1 + made.numbers.length];
        cells[0] = new SpectrumCell(made.spectrum);
        for (int i = 0; i < made.numbers.length; i++) {
            cells[1 + i] = new DoubleCell(made.numbers[i]);
        }
        return cells;
    }
}

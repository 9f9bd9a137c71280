package org.xasnodes.nodes.feature;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.util.UniqueNameGenerator;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.xasnodes.core.feature.Featurizer;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.util.FeatureColumns;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.SpectrumCellFactory;
import org.xasnodes.nodes.util.SpectrumColumns;

/** A node that appends one feature of each spectrum: number columns, or one vector column. */
public final class FeatureNode {

    /** A feature for spectra on one grid, with what else the node appends for each spectrum. */
    @FunctionalInterface
    public interface Feature {

        /** @return the numbers of a spectrum and their names */
        Featurizer featurizer();

        /**
         * @param spectrum a spectrum on the grid
         * @return the feature and the cells of the extra columns
         * @throws SpectrumException if this spectrum has no such feature
         */
        default Result of(final Spectrum spectrum) throws SpectrumException {
            return new Result(featurizer().apply(spectrum.intensities()));
        }

        /** @return what the user has to know of all spectra so far, in one sentence; empty if nothing */
        default Optional<String> note() {
            return Optional.empty();
        }
    }

    /** What a spectrum gives. */
    public record Result(double[] feature, DataCell... extraCells) {
    }

    /** Makes a feature for a grid. */
    @FunctionalInterface
    public interface FeatureOn {

        /**
         * @param grid the grid of all spectra
         * @return the feature
         * @throws InvalidSettingsException if it cannot be made on this grid
         */
        Feature grid(EnergyGrid grid) throws InvalidSettingsException;
    }

    /** Columns beside the feature itself. */
    @FunctionalInterface
    public interface ExtraColumns {

        /** A node without such columns. */
        ExtraColumns NONE = (unique, grid) -> new DataColumnSpec[0];

        /**
         * @param unique gives names that the table does not have yet
         * @param grid the grid of all spectra; <code>null</code> if it is not known yet, or if there are none
         * @return the columns
         */
        DataColumnSpec[] of(UniqueNameGenerator unique, EnergyGrid grid);
    }

    private final String m_id;

    private final String m_spectrumColumn;

    private final FeatureOutput m_output;

    private final OnProblem m_onProblem;

    private final FeatureOn m_feature;

    private final ExtraColumns m_extraColumns;

    /**
     * @param id the feature's id, which names a vector column
     * @param spectrumColumn the spectrum column, <code>null</code> if none was chosen yet
     * @param output how the features stand in the table
     * @param onProblem what to do with a spectrum that has no features
     * @param feature makes the feature
     * @param extraColumns the columns of what else {@link Feature#of} gives
     */
    public FeatureNode(final String id, final String spectrumColumn, final FeatureOutput output, final OnProblem onProblem,
        final FeatureOn feature, final ExtraColumns extraColumns) {
        m_id = id;
        m_spectrumColumn = spectrumColumn;
        m_output = output;
        m_onProblem = onProblem;
        m_feature = feature;
        m_extraColumns = extraColumns;
    }

    /** @return the feature of a featurizer that needs no more */
    public static FeatureOn of(final Featurizer featurizer) {
        return grid -> () -> featurizer;
    }

    /**
     * The output's columns are known only with the grid; without it the spectra have to be seen first.
     *
     * @param input the node's input
     * @param output gets the spec, if it is known
     * @throws InvalidSettingsException if the settings do not fit the table
     */
    public void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final var spec = input.getInTableSpec(0);
        final var column = SpectrumColumns.find(spec, m_spectrumColumn);
        final var grid = GridProperty.get(spec.getColumnSpec(column)).orElse(null);
        if (grid != null || m_output == FeatureOutput.VECTOR) {
            output.setOutSpecs(
                rearranger(spec, column, grid, grid == null ? null : m_feature.grid(grid), new RowProblems(""))
                    .createSpec());
        }
    }

    /**
     * @param input the node's input
     * @param output gets the table, and one warning if spectra have no features
     * @throws KNIMEException if the settings do not fit the table, or a row failed
     * @throws CanceledExecutionException if the user cancelled
     */
    public void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final var table = input.getInTable(0);
        final var problems = new RowProblems("spectra have no features");
        try {
            final var column = SpectrumColumns.find(table.getDataTableSpec(), m_spectrumColumn);
            final var grid = m_output == FeatureOutput.VECTOR ? FeatureColumns.gridOf(table, column).orElse(null)
                : FeatureColumns.requireGridOf(table, column);
            // Without a grid there is no spectrum either, and the feature is not asked for.
            final var feature = grid == null ? null : m_feature.grid(grid);
            SpectrumCellFactory.run(input, output,
                rearranger(table.getDataTableSpec(), column, grid, feature, problems), problems);
            if (feature != null && feature.note().isPresent()) {
                output.setWarningMessage(Stream.concat(problems.warning(table.size()).stream(), feature.note().stream())
                    .collect(Collectors.joining("\n")));
            }
        } catch (final InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        }
    }

    private ColumnRearranger rearranger(final DataTableSpec spec, final int column, final EnergyGrid grid,
        final Feature feature, final RowProblems problems) throws InvalidSettingsException {
        final var unique = new UniqueNameGenerator(spec);
        final var isVector = m_output == FeatureOutput.VECTOR;
        final var columns = isVector ? new DataColumnSpec[]{FeatureColumns.vectorColumn(unique, m_id, grid)}
            : FeatureColumns.numberColumns(unique, feature.featurizer(), grid);
        final var rearranger = new ColumnRearranger(spec);
        rearranger.append(new SpectrumCellFactory(column, (spectrum, row) -> {
            FeatureColumns.requireGrid(grid, spectrum);
            final var result = feature.of(spectrum);
            final var cells = isVector ? new DataCell[]{FeatureColumns.vectorCell(result.feature)}
                : FeatureColumns.numberCells(result.feature);
            return concat(cells, result.extraCells);
        }, m_onProblem, problems, concat(columns, m_extraColumns.of(unique, grid))));
        return rearranger;
    }

    private static <T> T[] concat(final T[] first, final T[] second) {
        if (second.length == 0) {
            return first;
        }
        final var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}

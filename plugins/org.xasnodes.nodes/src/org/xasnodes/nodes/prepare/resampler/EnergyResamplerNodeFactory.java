package org.xasnodes.nodes.prepare.resampler;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.prepare.Resampler;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.util.FeatureColumns;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.SpectrumCellFactory;
import org.xasnodes.nodes.util.SpectrumColumns;

/** The node Energy Resampler. */
public final class EnergyResamplerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Energy Resampler") //
        .icon("resampler.png") //
        .shortDescription("Brings all spectra to one energy grid by linear interpolation, its own or that of a reference.") //
        .fullDescription("""
                <p>Brings all spectra to one energy grid by linear interpolation between neighbouring points. Features and
                models need this: each of their columns must stand for the same energy in every spectrum.</p>
                <p>The grid is part of the node's settings. A new node takes the range that its spectra have in common, if the
                node before has run; after that the grid never changes by itself, so that new data meet the grid on which a
                model was trained. To use the grid of another table instead, for example that of the training data, add the
                reference port (three dots on the node) and connect that table.</p>
                <p>Where the grid reaches beyond a spectrum, the spectrum is by default left out as a missing value, and a
                warning says how many were.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("Spectra", g -> g.name("Spectra") //
                .description("A table with a column of spectra; their grids may differ.").fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Reference", g -> g.name("Reference") //
                .description("A table with spectra on the grid to use. All of them must have one grid.").optional()
                .supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Resampled", g -> g.name("Resampled") //
                .description("The input table with the spectra on one grid.").fixed(BufferedDataTable.TYPE))) //
        .model(m -> m //
            .parametersClass(EnergyResamplerParameters.class) //
            .configure(EnergyResamplerNodeFactory::configure) //
            .execute(EnergyResamplerNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "interpolate", "rebin", "common grid", "energy axis");

    /** Called by KNIME. */
    public EnergyResamplerNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final EnergyResamplerParameters parameters = input.getParameters();
        parameters.validate();
        final var specs = input.getInTableSpecs();
        final var column = SpectrumColumns.find(specs[0], parameters.m_spectrumColumn);
        EnergyGrid grid = null;
        if (specs.length > 1) {
            grid = specs[1] == null ? null
                : GridProperty.get(specs[1].getColumnSpec(referenceColumn(specs[1]))).orElse(null);
        } else if (parameters.isGridSet()) {
            grid = parameters.grid();
        } else {
            output.setWarningMessage("No energy grid is set yet. Enter one in the dialog, or connect a reference table.");
        }
        output.setOutSpec(0, rearranger(specs[0], column, grid, parameters, problems()).createSpec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final EnergyResamplerParameters parameters = input.getParameters();
        final var tables = input.getInTables();
        final var spec = tables[0].getDataTableSpec();
        final var problems = problems();
        try {
            final var column = SpectrumColumns.find(spec, parameters.m_spectrumColumn);
            final var grid = tables.length > 1 ? referenceGrid(tables[1], input) : ownGrid(parameters, tables[0], column);
            SpectrumCellFactory.run(input, output, rearranger(spec, column, grid, parameters, problems), problems);
        } catch (final InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        }
    }

    private static RowProblems problems() {
        return new RowProblems("spectra were not resampled");
    }

    private static EnergyGrid ownGrid(final EnergyResamplerParameters parameters, final BufferedDataTable table,
        final int column) throws InvalidSettingsException {
        if (parameters.isGridSet()) {
            return parameters.grid();
        }
        throw new InvalidSettingsException("No energy grid is set. " + GridGuess.guess(table, column)
            .map(g -> "These spectra have " + g + " in common: enter that, or a part of it, in the dialog.")
            .orElse("These spectra have no energies in common: align them first, or choose a grid and 'Nearest value' in the "
                + "dialog."));
    }

    private static int referenceColumn(final DataTableSpec spec) throws InvalidSettingsException {
        return SpectrumColumns.guess(spec).map(spec::findColumnIndex)
            .orElseThrow(() -> new InvalidSettingsException("The reference table has no column of spectra."));
    }

    /** The reference's one grid: checked, since a second grid would mean that it is not the reference one thinks. */
    private static EnergyGrid referenceGrid(final BufferedDataTable reference, final ExecuteInput input)
        throws InvalidSettingsException, CanceledExecutionException {
        final var column = referenceColumn(reference.getDataTableSpec());
        final var grid = FeatureColumns.firstGrid(reference, column)
            .orElseThrow(() -> new InvalidSettingsException("There is no spectrum in the reference table."));
        try (CloseableRowIterator rows = reference.iterator()) {
            while (rows.hasNext()) {
                input.getExecutionContext().checkCanceled();
                final var row = rows.next();
                if (row.getCell(column) instanceof SpectrumValue s && !s.spectrum().grid().equals(grid)) {
                    throw new InvalidSettingsException("The reference spectra have different energy grids: " + grid
                        + ", and in row '" + row.getKey().getString() + "' " + s.spectrum().grid()
                        + ". Bring the reference table to one grid first.");
                }
            }
        }
        return grid;
    }

    private static ColumnRearranger rearranger(final DataTableSpec spec, final int column, final EnergyGrid grid,
        final EnergyResamplerParameters parameters, final RowProblems problems) {
        final var resampler = grid == null ? null : new Resampler(grid, parameters.m_outside.m_core);
        return parameters.m_output.rearranger(spec, column, parameters.m_newColumn, Optional.ofNullable(grid),
            (spectrum, row) -> resampler.apply(spectrum), parameters.m_onProblem, problems);
    }
}

package org.xasnodes.nodes.io.spectrumtocolumns;

import java.util.Arrays;

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
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.feature.EnergyNames;
import org.xasnodes.core.feature.Featurizer;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.nodes.util.FeatureColumns;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.SpectrumCellFactory;
import org.xasnodes.nodes.util.SpectrumColumns;

/** The node Spectrum to Columns. */
public final class SpectrumToColumnsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Spectrum to Columns") //
        .icon("spectrumtocolumns.png") //
        .shortDescription("Writes the intensities of each spectrum into number columns, one column for each energy.") //
        .fullDescription("""
                <p>Writes the intensities of each spectrum into number columns, one for each energy, named like
                '8330.00 eV', so that other nodes of KNIME can work on them. <i>Columns to Spectrum</i> turns them back
                into spectra, with exactly the same energies.</p>
                <p>All spectra must have the same energy grid; use <i>Energy Resampler</i> before this node.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra on one energy grid.") //
            .addOutputTable("Columns", "The input table with one number column for each energy.")) //
        .model(m -> m //
            .parametersClass(SpectrumToColumnsParameters.class) //
            .configure(SpectrumToColumnsNodeFactory::configure) //
            .execute(SpectrumToColumnsNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "split", "intensities", "wide table", "export");

    /** The spectrum itself as numbers, named by energy alone. */
    private static final class Intensities implements Featurizer {
        @Override
        public String id() {
            return "spectrum";
        }

        @Override
        public String[] columnNames(final EnergyGrid grid) {
            return Arrays.stream(EnergyNames.of("", grid)).map(String::strip).toArray(String[]::new);
        }

        @Override
        public int energyIndex(final int column, final EnergyGrid grid) {
            return column;
        }

        @Override
        public double[] apply(final double[] intensities) {
            return intensities;
        }
    }

    /** Called by KNIME. */
    public SpectrumToColumnsNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final SpectrumToColumnsParameters parameters = input.getParameters();
        final var spec = input.getInTableSpec(0);
        final var column = SpectrumColumns.find(spec, parameters.m_spectrumColumn);
        final var grid = GridProperty.get(spec.getColumnSpec(column));
        if (grid.isPresent()) {
            output.setOutSpecs(rearranger(spec, column, grid.get(), parameters, problems()).createSpec());
        }
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final SpectrumToColumnsParameters parameters = input.getParameters();
        final var table = input.getInTable(0);
        final var spec = table.getDataTableSpec();
        final var problems = problems();
        try {
            final var column = SpectrumColumns.find(spec, parameters.m_spectrumColumn);
            final var grid = FeatureColumns.requireGridOf(table, column);
            SpectrumCellFactory.run(input, output, rearranger(spec, column, grid, parameters, problems), problems);
        } catch (final InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        }
    }

    private static RowProblems problems() {
        return new RowProblems("rows have no intensities");
    }

    private static ColumnRearranger rearranger(final DataTableSpec spec, final int column, final EnergyGrid grid,
        final SpectrumToColumnsParameters parameters, final RowProblems problems) throws InvalidSettingsException {
        final var rearranger = new ColumnRearranger(spec);
        rearranger.append(new SpectrumCellFactory(column, (spectrum, row) -> {
            FeatureColumns.requireGrid(grid, spectrum);
            return FeatureColumns.numberCells(spectrum.intensities());
        }, OnProblem.MISSING, problems,
            FeatureColumns.numberColumns(new UniqueNameGenerator(spec), new Intensities(), grid)));
        if (parameters.m_removeSpectrum) {
            rearranger.remove(column);
        }
        return rearranger;
    }
}

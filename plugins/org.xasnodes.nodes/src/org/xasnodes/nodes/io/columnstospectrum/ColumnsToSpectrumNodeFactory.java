package org.xasnodes.nodes.io.columnstospectrum;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.AbstractCellFactory;
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
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.SpectrumCellFactory;

/** The node Columns to Spectrum. */
public final class ColumnsToSpectrumNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Columns to Spectrum") //
        .icon("columnstospectrum.png") //
        .shortDescription("Makes one spectrum of each row from number columns that hold its intensities, one per energy.") //
        .fullDescription("""
                <p>Makes one spectrum of each row from the number columns that hold its intensities. The energies are taken from
                the names of the columns, such as '8330.0' or '8330.0 eV', or are equally spaced between two energies that you
                enter.</p>
                <p>A row in which an intensity is missing or not a number gives a missing spectrum, and a warning says how many
                there were.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Columns", "A table with one number column for each energy.") //
            .addOutputTable("Spectra", "The input table with a column of spectra.")) //
        .model(m -> m //
            .parametersClass(ColumnsToSpectrumParameters.class) //
            .configure(ColumnsToSpectrumNodeFactory::configure) //
            .execute(ColumnsToSpectrumNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "combine", "intensities", "wide table", "import");

    /** Called by KNIME. */
    public ColumnsToSpectrumNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ColumnsToSpectrumParameters parameters = input.getParameters();
        parameters.validate();
        output.setOutSpecs(rearranger(input.getInTableSpec(0), parameters, problems()).createSpec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final ColumnsToSpectrumParameters parameters = input.getParameters();
        final var problems = problems();
        try {
            SpectrumCellFactory.run(input, output,
                rearranger(input.getInTable(0).getDataTableSpec(), parameters, problems), problems);
        } catch (final InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        }
    }

    private static RowProblems problems() {
        return new RowProblems("rows gave no spectrum");
    }

    private static ColumnRearranger rearranger(final DataTableSpec spec, final ColumnsToSpectrumParameters parameters,
        final RowProblems problems) throws InvalidSettingsException {
        final var energies = parameters.columnEnergies(spec);
        final var rearranger = new ColumnRearranger(spec);
        // A removed column's name may be used again, every other name is kept.
        final Set<Integer> removed = parameters.m_removeColumns
            ? Arrays.stream(energies.columns()).boxed().collect(Collectors.toSet()) : Set.of();
        final var names = spec.stream().filter(c -> !removed.contains(spec.findColumnIndex(c.getName())))
            .map(DataColumnSpec::getName).collect(Collectors.toSet());
        final var creator = new UniqueNameGenerator(names).newCreator(parameters.m_newColumn, SpectrumCell.TYPE);
        GridProperty.set(creator, energies.grid());
        if (parameters.m_removeColumns) {
            rearranger.remove(energies.columns());
        }
        rearranger.append(new SpectrumFromColumns(spec, energies, problems, creator.createSpec()));
        return rearranger;
    }

    private static final class SpectrumFromColumns extends AbstractCellFactory {

        private final DataTableSpec m_spec;

        private final ColumnEnergies m_energies;

        private final RowProblems m_problems;

        SpectrumFromColumns(final DataTableSpec spec, final ColumnEnergies energies, final RowProblems problems,
            final DataColumnSpec newColumn) {
            super(true, newColumn);
            m_spec = spec;
            m_energies = energies;
            m_problems = problems;
        }

        @Override
        public DataCell[] getCells(final DataRow row, final long rowIndex) {
            try {
                return new DataCell[]{new SpectrumCell(new Spectrum(m_energies.grid(), intensities(row)))};
            } catch (final SpectrumException e) { // NOSONAR: the message says it all
                m_problems.add(rowIndex, row.getKey(), e.getMessage());
                return new DataCell[]{new MissingCell(e.getMessage())};
            }
        }

        private double[] intensities(final DataRow row) throws SpectrumException {
            final var columns = m_energies.columns();
            final var intensities = new double[columns.length];
            for (int i = 0; i < columns.length; i++) {
                final var cell = row.getCell(columns[i]);
                if (cell.isMissing()) {
                    throw new SpectrumException("'" + m_spec.getColumnSpec(columns[i]).getName() + "' is missing");
                }
                intensities[i] = ((DoubleValue)cell).getDoubleValue();
                if (!Double.isFinite(intensities[i])) {
                    throw new SpectrumException(
                        "'" + m_spec.getColumnSpec(columns[i]).getName() + "' is " + intensities[i]);
                }
            }
            return intensities;
        }
    }
}

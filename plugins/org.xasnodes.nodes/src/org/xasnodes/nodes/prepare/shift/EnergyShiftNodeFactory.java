package org.xasnodes.nodes.prepare.shift;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.prepare.EnergyShift;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.prepare.shift.EnergyShiftParameters.Source;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.util.NumberColumns;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.RowwiseNode;
import org.xasnodes.nodes.util.SpectrumColumns;
import org.xasnodes.nodes.util.SpectrumOutput;

/** The node Energy Shift. */
public final class EnergyShiftNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Energy Shift") //
        .icon("shift.png") //
        .shortDescription("Moves spectra along the energy axis by a constant, or by the number in a column of each row.") //
        .fullDescription("""
                <p>Moves each spectrum along the energy axis: adds a shift to all its energies. Computed spectra often need a
                constant shift to stand where measured ones do (Chen et al. add 120 eV to theirs at the nickel K edge).</p>
                <p>The intensities stay as they are. The shift is never hidden: a constant one is appended as the column
                'shift eV', and every spectrum remembers the sum of all shifts that were ever applied to it.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra.") //
            .addOutputTable("Shifted", "The input table with shifted spectra.")) //
        .model(m -> m //
            .parametersClass(EnergyShiftParameters.class) //
            .configure(EnergyShiftNodeFactory::configure) //
            .execute(EnergyShiftNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "calibrate", "align", "energy axis", "offset");

    /** Called by KNIME. */
    public EnergyShiftNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final EnergyShiftParameters parameters = input.getParameters();
        parameters.validate();
        RowwiseNode.configure(input, output, (spec, problems) -> rearranger(spec, parameters, problems));
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final EnergyShiftParameters parameters = input.getParameters();
        RowwiseNode.execute(input, output, "spectra were not shifted",
            (spec, problems) -> rearranger(spec, parameters, problems));
    }

    private static ColumnRearranger rearranger(final DataTableSpec spec, final EnergyShiftParameters parameters,
        final RowProblems problems) throws InvalidSettingsException {
        final var column = SpectrumColumns.find(spec, parameters.m_spectrumColumn);
        if (parameters.m_source == Source.CONSTANT) {
            final var shift = new EnergyShift(parameters.m_shiftEv);
            return parameters.m_output.rearranger(spec, column, parameters.m_newColumn,
                GridProperty.get(spec.getColumnSpec(column)).flatMap(grid -> shifted(grid, shift)),
                (spectrum, row) -> new SpectrumOutput.Made(shift.apply(spectrum), parameters.m_shiftEv),
                parameters.m_onProblem, problems, List.of("shift eV"));
        }
        final var shiftColumn = shiftColumn(spec, parameters.m_shiftColumn);
        return parameters.m_output.rearranger(spec, column, parameters.m_newColumn, Optional.empty(),
            (spectrum, row) -> new EnergyShift(shift(spec, row, shiftColumn)).apply(spectrum), parameters.m_onProblem,
            problems);
    }

    /** @return the grid that spectra on a grid get; empty if they cannot be shifted so far */
    private static Optional<EnergyGrid> shifted(final EnergyGrid grid, final EnergyShift shift) {
        try {
            return Optional.of(shift.apply(new Spectrum(grid, new double[grid.size()])).grid());
        } catch (final SpectrumException e) { // NOSONAR: each spectrum will say so itself
            return Optional.empty();
        }
    }

    private static int shiftColumn(final DataTableSpec spec, final String name) throws InvalidSettingsException {
        if (name == null || name.isEmpty()) {
            throw new InvalidSettingsException("Choose the column with the shifts in the dialog.");
        }
        return NumberColumns.find(spec, name, "shifts");
    }

    private static double shift(final DataTableSpec spec, final DataRow row, final int column)
        throws SpectrumException {
        final var name = spec.getColumnSpec(column).getName();
        if (!(row.getCell(column) instanceof DoubleValue value)) {
            throw new SpectrumException("the shift in the column '" + name + "' is missing");
        }
        if (!Double.isFinite(value.getDoubleValue())) {
            throw new SpectrumException("the shift in the column '" + name + "' is " + value.getDoubleValue());
        }
        return value.getDoubleValue();
    }
}

package org.xasnodes.nodes.io.simulator;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
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
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.nodes.util.GridProperty;

/** The node XANES Simulator. */
public final class XanesSimulatorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("XANES Simulator") //
        .icon("simulator.png") //
        .shortDescription("Simulates nickel K-edge XANES of layered cathodes with known oxidation state and bond length.") //
        .fullDescription("""
                <p>Simulates XANES spectra at the nickel K edge of layered NMC cathode materials, each with a known oxidation
                state (Ni2+, Ni3+ or Ni4+) and Ni-O bond length, for trying out a workflow before own data are at hand.</p>
                <p>The physics is simple: an edge step that moves to higher energy with the oxidation state, a white line, a
                small pre-edge peak, and resonances above the edge that move with the inverse square of the bond length. The
                spectra are good for learning and testing. They are not computed from first principles and are no evidence for
                any real material.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addOutputTable("Spectra", "One row per simulated spectrum, with its oxidation state and bond length.")) //
        .model(m -> m //
            .parametersClass(XanesSimulatorParameters.class) //
            .configure(XanesSimulatorNodeFactory::configure) //
            .execute(XanesSimulatorNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("XANES", "XAS", "simulate", "synthetic", "example data", "nickel");

    /** Called by KNIME. */
    public XanesSimulatorNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final XanesSimulatorParameters parameters = input.getParameters();
        parameters.validate();
        output.setOutSpecs(spec(parameters.simulator()));
    }

    private static DataTableSpec spec(final XanesSimulator simulator) {
        final var spectrum = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE);
        GridProperty.set(spectrum, simulator.grid());
        final var states = new DataColumnSpecCreator("Oxidation state", StringCell.TYPE);
        // Known before the node ran: KNIME's learners take a class whose values they know.
        states.setDomain(new DataColumnDomainCreator(
            XanesSimulator.OXIDATION_STATES.stream().map(XanesSimulatorNodeFactory::cell).toArray(DataCell[]::new))
                .createDomain());
        return new DataTableSpec("Simulated spectra",
            new DataColumnSpec[]{spectrum.createSpec(),
                states.createSpec(), new DataColumnSpecCreator("Bond length (\u00c5)", DoubleCell.TYPE).createSpec()});
    }

    private static DataCell cell(final int oxidationState) {
        return new StringCell("Ni" + oxidationState + "+");
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final XanesSimulatorParameters parameters = input.getParameters();
        final var exec = input.getExecutionContext();
        final XanesSimulator simulator;
        try {
            parameters.validate();
            simulator = parameters.simulator();
        } catch (final InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        }
        final var container = exec.createDataContainer(spec(simulator));
        for (int i = 0; i < parameters.m_spectra; i++) {
            exec.checkCanceled();
            final var simulated = simulator.simulate(i);
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), new SpectrumCell(simulated.spectrum()),
                cell(simulated.oxidationState()), new DoubleCell(simulated.bondLengthAngstrom())));
            exec.setProgress((i + 1.0) / parameters.m_spectra);
        }
        container.close();
        output.setOutData(container.getTable());
    }
}

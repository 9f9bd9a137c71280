package org.xasnodes.nodes.prepare.broadening;

import org.knime.core.data.DataTableSpec;
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
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.RowwiseNode;
import org.xasnodes.nodes.util.SpectrumColumns;

/** The node Gaussian Broadening. */
public final class GaussianBroadeningNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Gaussian Broadening") //
        .icon("broadening.png") //
        .shortDescription("Smears spectra with a Gaussian of given width, as instruments and lifetimes do to measured ones.") //
        .fullDescription("""
                <p>Smears each spectrum with a Gaussian of a given full width at half maximum. Computed spectra are sharper than
                measured ones, whose lines are widened by the monochromator and the lifetime of the core hole; broadening makes
                the two alike before a model is trained.</p>
                <p>The energies of the spectra stay as they are.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra.") //
            .addOutputTable("Broadened", "The input table with broadened spectra.")) //
        .model(m -> m //
            .parametersClass(GaussianBroadeningParameters.class) //
            .configure(GaussianBroadeningNodeFactory::configure) //
            .execute(GaussianBroadeningNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "smear", "convolve", "resolution", "FWHM", "smooth");

    /** Called by KNIME. */
    public GaussianBroadeningNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final GaussianBroadeningParameters parameters = input.getParameters();
        parameters.validate();
        RowwiseNode.configure(input, output, (spec, problems) -> rearranger(spec, parameters, problems));
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final GaussianBroadeningParameters parameters = input.getParameters();
        RowwiseNode.execute(input, output, "spectra were not broadened",
            (spec, problems) -> rearranger(spec, parameters, problems));
    }

    private static ColumnRearranger rearranger(final DataTableSpec spec, final GaussianBroadeningParameters parameters,
        final RowProblems problems) throws InvalidSettingsException {
        final var column = SpectrumColumns.find(spec, parameters.m_spectrumColumn);
        final var broadening = parameters.broadening();
        return parameters.m_output.rearranger(spec, column, parameters.m_newColumn,
            GridProperty.get(spec.getColumnSpec(column)), (spectrum, row) -> broadening.apply(spectrum),
            parameters.m_onProblem, problems);
    }
}

package org.xasnodes.nodes.prepare.normalizer;

import java.util.List;

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
import org.xasnodes.core.prepare.SpectrumNormalizer;
import org.xasnodes.nodes.prepare.normalizer.SpectrumNormalizerParameters.Method;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.RowwiseNode;
import org.xasnodes.nodes.util.SpectrumColumns;
import org.xasnodes.nodes.util.SpectrumOutput;

/** The node Spectrum Normalizer. */
public final class SpectrumNormalizerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Spectrum Normalizer") //
        .icon("normalizer.png") //
        .shortDescription("Brings spectra to one scale: maximum, area, or edge step with pre-edge and post-edge removed.") //
        .fullDescription("""
                <p>Brings spectra to one scale, so that they can be compared whatever the thickness of the sample or the unit of a
                computation: the largest intensity becomes 1, or the area, or the edge step.</p>
                <p>For the edge step the edge energy E0 is found, a line through the pre-edge is taken away, a polynomial is
                fitted to the post-edge, and what this rises by at E0 becomes 1; optionally the post-edge is made flat. Ranges
                and degrees that are not set are chosen for each spectrum as the program Larch does, and the results agree with
                it. E0 and the edge step are appended as columns.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra.") //
            .addOutputTable("Normalised", "The input table with normalised spectra; for the edge step with E0 and edge step.")) //
        .model(m -> m //
            .parametersClass(SpectrumNormalizerParameters.class) //
            .configure(SpectrumNormalizerNodeFactory::configure) //
            .execute(SpectrumNormalizerNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "pre-edge", "post-edge", "edge step", "flatten", "E0", "scale") //
        .addExternalResource("https://xraypy.github.io/xraylarch/xafs_preedge.html", "Pre-edge subtraction in Larch");

    /** Called by KNIME. */
    public SpectrumNormalizerNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final SpectrumNormalizerParameters parameters = input.getParameters();
        parameters.validate();
        RowwiseNode.configure(input, output, (spec, problems) -> rearranger(spec, parameters, problems));
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final SpectrumNormalizerParameters parameters = input.getParameters();
        RowwiseNode.execute(input, output, "spectra were not normalised",
            (spec, problems) -> rearranger(spec, parameters, problems));
    }

    private static ColumnRearranger rearranger(final DataTableSpec spec, final SpectrumNormalizerParameters parameters,
        final RowProblems problems) throws InvalidSettingsException {
        final var column = SpectrumColumns.find(spec, parameters.m_spectrumColumn);
        final var normalizer = parameters.normalizer();
        return parameters.m_output.rearranger(spec, column, parameters.m_newColumn,
            GridProperty.get(spec.getColumnSpec(column)), (spectrum, row) -> made(normalizer.normalize(spectrum)),
            parameters.m_onProblem, problems,
            parameters.m_method == Method.EDGE_STEP ? List.of("E0 eV", "edge step") : List.of());
    }

    private static SpectrumOutput.Made made(final SpectrumNormalizer.Normalized normalized) {
        return normalized.edge().map(edge -> new SpectrumOutput.Made(normalized.spectrum(), edge.e0Ev(), edge.edgeStep()))
            .orElseGet(() -> new SpectrumOutput.Made(normalized.spectrum()));
    }
}

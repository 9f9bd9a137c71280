package org.xasnodes.nodes.feature.cdf;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
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
import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.feature.Featurizer;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.nodes.feature.cdf.CdfFeaturesParameters.Output;
import org.xasnodes.nodes.util.FeatureColumns;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.SpectrumCellFactory;
import org.xasnodes.nodes.util.SpectrumColumns;

/** The node CDF Features. */
public final class CdfFeaturesNodeFactory extends DefaultNodeFactory {

    private static final Featurizer CDF = new CumulativeDistribution();

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CDF Features") //
        .icon("cdf.png") //
        .shortDescription("Turns each spectrum into its cumulative distribution function, a feature robust to energy shifts.") //
        .fullDescription("""
                <p>Turns each spectrum into its cumulative distribution function (CDF): the sum of all intensities up to an
                energy, divided by the sum over the whole spectrum. The values rise from nearly 0 to exactly 1, do not depend
                on how the spectrum was scaled, and change little when the spectrum is shifted by a few eV. That makes the CDF
                a good input for models that are trained on computed spectra and applied to measured ones.</p>
                <p>All spectra must have the same energy grid; use <i>Energy Resampler</i> before this node. A model can only
                be applied to features that were made on the grid of its training data.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra on one energy grid.") //
            .addOutputTable("Features", "The input table with the features appended.")) //
        .model(m -> m //
            .parametersClass(CdfFeaturesParameters.class) //
            .configure(CdfFeaturesNodeFactory::configure) //
            .execute(CdfFeaturesNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "cumulative distribution function", "descriptor", "fingerprint") //
        .addExternalResource("https://arxiv.org/abs/2310.07049",
            "Chen et al., Robust machine learning inference from X-ray absorption near edge spectra through featurization");

    /** Called by KNIME. */
    public CdfFeaturesNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final CdfFeaturesParameters parameters = input.getParameters();
        final var spec = input.getInTableSpec(0);
        final var column = SpectrumColumns.find(spec, parameters.m_spectrumColumn);
        final var grid = GridProperty.get(spec.getColumnSpec(column)).orElse(null);
        // Which columns there will be is only known with the grid; without it the spectra have to be seen first.
        if (grid != null || parameters.m_output == Output.VECTOR) {
            output.setOutSpecs(rearranger(spec, column, grid, parameters, problems()).createSpec());
        }
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final CdfFeaturesParameters parameters = input.getParameters();
        final var table = input.getInTable(0);
        final var spec = table.getDataTableSpec();
        final var problems = problems();
        try {
            final var column = SpectrumColumns.find(spec, parameters.m_spectrumColumn);
            final var grid = parameters.m_output == Output.VECTOR ? FeatureColumns.gridOf(table, column).orElse(null)
                : FeatureColumns.requireGridOf(table, column);
            SpectrumCellFactory.run(input, output, rearranger(spec, column, grid, parameters, problems), problems);
        } catch (final InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        }
    }

    private static RowProblems problems() {
        return new RowProblems("spectra have no features");
    }

    private static ColumnRearranger rearranger(final DataTableSpec spec, final int column,
        final EnergyGrid grid, final CdfFeaturesParameters parameters, final RowProblems problems)
        throws InvalidSettingsException {
        return parameters.m_output == Output.VECTOR
            ? FeatureColumns.vector(spec, column, CDF, grid, parameters.m_onProblem, problems)
            : FeatureColumns.numbers(spec, column, CDF, grid, parameters.m_onProblem, problems);
    }
}

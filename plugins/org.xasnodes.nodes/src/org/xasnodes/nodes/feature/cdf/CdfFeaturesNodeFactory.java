package org.xasnodes.nodes.feature.cdf;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.feature.Featurizer;
import org.xasnodes.nodes.feature.FeatureNode;

/** The node CDF Features. */
public final class CdfFeaturesNodeFactory extends DefaultNodeFactory {

    private static final Featurizer CDF = new CumulativeDistribution();

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CDF Features") //
        .icon("cdf.png") //
        .shortDescription("Turns each spectrum into its cumulative distribution function, robust to energy shifts.") //
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
        node(parameters).configure(input, output);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final CdfFeaturesParameters parameters = input.getParameters();
        node(parameters).execute(input, output);
    }

    private static FeatureNode node(final CdfFeaturesParameters parameters) {
        return new FeatureNode(CDF.id(), parameters.m_spectrumColumn, parameters.m_output, parameters.m_onProblem,
            FeatureNode.of(CDF), FeatureNode.ExtraColumns.NONE);
    }
}

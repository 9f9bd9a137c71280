package org.xasnodes.nodes.feature.intensity;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.feature.IntensityFeatures;
import org.xasnodes.nodes.feature.FeatureNode;

/** The node Intensity Features. */
public final class IntensityFeaturesNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Intensity Features") //
        .icon("intensity.png") //
        .shortDescription("Takes the intensities of each spectrum as features, one for each energy of the common grid.") //
        .fullDescription("""
                <p>Takes the intensities of each spectrum as they are as features: one number for each energy. This is the plain
                feature against which the others are measured. It keeps everything the spectrum shows, but a shift of the
                energy axis or another scale changes every number of it.</p>
                <p>All spectra must have the same energy grid; use <i>Energy Resampler</i> before this node. A model can only
                be applied to features that were made on the grid of its training data.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra on one energy grid.") //
            .addOutputTable("Features", "The input table with the features appended.")) //
        .model(m -> m //
            .parametersClass(IntensityFeaturesParameters.class) //
            .configure(IntensityFeaturesNodeFactory::configure) //
            .execute(IntensityFeaturesNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "absorption", "descriptor", "fingerprint") //
        .addExternalResource("https://arxiv.org/abs/2310.07049",
            "Chen et al., Robust machine learning inference from X-ray absorption near edge spectra through featurization");

    /** Called by KNIME. */
    public IntensityFeaturesNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final IntensityFeaturesParameters parameters = input.getParameters();
        node(parameters).configure(input, output);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final IntensityFeaturesParameters parameters = input.getParameters();
        node(parameters).execute(input, output);
    }

    private static FeatureNode node(final IntensityFeaturesParameters parameters) {
        return new FeatureNode(IntensityFeatures.ID, parameters.m_spectrumColumn, parameters.m_output, parameters.m_onProblem,
            FeatureNode.of(new IntensityFeatures()), FeatureNode.ExtraColumns.NONE);
    }
}

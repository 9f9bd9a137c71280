package org.xasnodes.nodes.feature.wavelet;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.feature.WaveletFeatures;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.nodes.feature.FeatureNode;

/** The node Wavelet Features. */
public final class WaveletFeaturesNodeFactory extends DefaultNodeFactory {

    /** Checked before the features are named or computed: what is mistyped must not take the memory. */
    private static final int MAX_FEATURES = 1_000_000;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Wavelet Features") //
        .icon("wavelet.png") //
        .shortDescription("Turns each spectrum into its continuous wavelet transform, which tells lines by their width.") //
        .fullDescription("""
                <p>Turns each spectrum into its continuous wavelet transform (CWT) with the Ricker wavelet ("Mexican hat"): for
                each width of the wavelet, one number for each energy. Narrow lines stand out at small widths, broad bands at
                large ones, and a slowly varying background is left out.</p>
                <p>With the default ten widths and 100 energies there are 1,000 features. The transform is that of SciPy's
                former <i>signal.cwt</i>, which Chen et al. use.</p>
                <p>All spectra must have the same energy grid; use <i>Energy Resampler</i> before this node. A model can only
                be applied to features that were made on the grid of its training data.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra on one energy grid.") //
            .addOutputTable("Features", "The input table with the features appended.")) //
        .model(m -> m //
            .parametersClass(WaveletFeaturesParameters.class) //
            .configure(WaveletFeaturesNodeFactory::configure) //
            .execute(WaveletFeaturesNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "CWT", "Ricker", "Mexican hat", "descriptor") //
        .addExternalResource("https://arxiv.org/abs/2310.07049",
            "Chen et al., Robust machine learning inference from X-ray absorption near edge spectra through featurization");

    /** Called by KNIME. */
    public WaveletFeaturesNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final WaveletFeaturesParameters parameters = input.getParameters();
        parameters.validate();
        node(parameters).configure(input, output);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final WaveletFeaturesParameters parameters = input.getParameters();
        node(parameters).execute(input, output);
    }

    private static FeatureNode node(final WaveletFeaturesParameters parameters) {
        return new FeatureNode(WaveletFeatures.ID, parameters.m_spectrumColumn, parameters.m_output,
            parameters.m_onProblem, grid -> feature(parameters.features(), grid), FeatureNode.ExtraColumns.NONE);
    }

    private static FeatureNode.Feature feature(final WaveletFeatures features, final EnergyGrid grid)
        throws InvalidSettingsException {
        final var widths = features.widths().length;
        if ((long)widths * grid.size() > MAX_FEATURES) {
            throw new InvalidSettingsException(widths + " widths and spectra of " + grid.size()
                + " points would give more than " + MAX_FEATURES + " features for each spectrum. Use fewer widths, or Energy "
                + "Resampler with fewer points before this node.");
        }
        return () -> features;
    }
}

package org.xasnodes.nodes.feature.peaks;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.util.UniqueNameGenerator;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.feature.Featurizer;
import org.xasnodes.core.feature.peaks.GaussianPeaks;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.util.ProgressMonitor;
import org.xasnodes.nodes.feature.FeatureNode;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.nodes.util.GridProperty;

/** The node Gaussian Peak Features. */
public final class GaussianPeakFeaturesNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Gaussian Peak Features") //
        .icon("peaks.png") //
        .shortDescription("Describes each spectrum as a sum of Gaussian peaks: centre, height and width of each of them.") //
        .fullDescription("""
                <p>Describes each spectrum as a sum of Gaussian peaks (20 by default) and gives the centre, height and full width
                at half maximum of each. The energy range is divided into as many parts as there are peaks; the centre of each
                peak stays in its part, the height between the lowest and the highest intensity, and the width between 0 and
                6 eV.</p>
                <p>So many overlapping peaks describe most spectra in more than one way. A weak pull towards the start makes the
                answer unique and steady: the same spectrum with a little noise gives nearly the same peaks. Append the fitted
                curve and the residual to see what was fitted.</p>
                <p>All spectra must have the same energy grid; use <i>Energy Resampler</i> before this node. A model can only
                be applied to features that were made on the grid of its training data.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra on one energy grid.") //
            .addOutputTable("Features", "The input table with the features appended.")) //
        .model(m -> m //
            .parametersClass(GaussianPeakFeaturesParameters.class) //
            .configure(GaussianPeakFeaturesNodeFactory::configure) //
            .execute(GaussianPeakFeaturesNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "peak fitting", "deconvolution", "descriptor") //
        .addExternalResource("https://arxiv.org/abs/2310.07049",
            "Chen et al., Robust machine learning inference from X-ray absorption near edge spectra through featurization");

    /** Called by KNIME. */
    public GaussianPeakFeaturesNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final GaussianPeakFeaturesParameters parameters = input.getParameters();
        parameters.validate();
        node(parameters).configure(input, output);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final GaussianPeakFeaturesParameters parameters = input.getParameters();
        node(parameters).execute(input, output);
    }

    private static FeatureNode node(final GaussianPeakFeaturesParameters parameters) {
        return new FeatureNode(GaussianPeaks.ID, parameters.m_spectrumColumn, parameters.m_output,
            parameters.m_onProblem, grid -> feature(parameters, grid),
            parameters.m_appendFit ? GaussianPeakFeaturesNodeFactory::fitColumns : FeatureNode.ExtraColumns.NONE);
    }

    private static FeatureNode.Feature feature(final GaussianPeakFeaturesParameters parameters, final EnergyGrid grid)
        throws InvalidSettingsException {
        final GaussianPeaks peaks;
        try {
            peaks = new GaussianPeaks(grid, parameters.options());
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        return new Fits(peaks, parameters.m_appendFit, new LongAdder());
    }

    private static DataColumnSpec[] fitColumns(final UniqueNameGenerator unique, final EnergyGrid grid) {
        final var fit = unique.newCreator("peak fit", SpectrumCell.TYPE);
        final var residual = unique.newCreator("peak residual", SpectrumCell.TYPE);
        if (grid != null) {
            GridProperty.set(fit, grid);
            GridProperty.set(residual, grid);
        }
        return new DataColumnSpec[]{fit.createSpec(), residual.createSpec(),
            unique.newColumn("peak rms residual", DoubleCell.TYPE)};
    }

    /** Fits, and counts the fits that did not come to their end. */
    private record Fits(GaussianPeaks peaks, boolean appendFit, LongAdder unfinished) implements FeatureNode.Feature {

        @Override
        public Featurizer featurizer() {
            return peaks;
        }

        @Override
        public FeatureNode.Result of(final Spectrum spectrum) throws SpectrumException {
            final var fit = peaks.fit(spectrum.intensities(), ProgressMonitor.NONE);
            if (!fit.converged()) {
                unfinished.increment();
            }
            return appendFit ? new FeatureNode.Result(fit.parameters(), like(spectrum, fit.fitted()),
                like(spectrum, fit.residual()), new DoubleCell(fit.rmsResidual()))
                : new FeatureNode.Result(fit.parameters());
        }

        @Override
        public Optional<String> note() {
            final var count = unfinished.sum();
            return count == 0 ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "%,d fits stopped before they converged; their peaks may depend on the start. Fewer peaks, or a stronger pull, "
                    + "make them converge.", count));
        }

        private static DataCell like(final Spectrum spectrum, final double[] intensities) {
            return new SpectrumCell(
                new Spectrum(spectrum.grid(), intensities, spectrum.appliedShiftEv(), Scale.UNKNOWN));
        }
    }
}

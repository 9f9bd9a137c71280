package org.xasnodes.nodes;

import java.util.List;

import org.knime.node.DefaultNodeFactory;
import org.xasnodes.nodes.analyze.benchmark.FeatureBenchmarkNodeFactory;
import org.xasnodes.nodes.analyze.tolerance.ShiftToleranceNodeFactory;
import org.xasnodes.nodes.feature.cdf.CdfFeaturesNodeFactory;
import org.xasnodes.nodes.feature.intensity.IntensityFeaturesNodeFactory;
import org.xasnodes.nodes.feature.peaks.GaussianPeakFeaturesNodeFactory;
import org.xasnodes.nodes.feature.wavelet.WaveletFeaturesNodeFactory;
import org.xasnodes.nodes.io.columnstospectrum.ColumnsToSpectrumNodeFactory;
import org.xasnodes.nodes.io.reader.SpectrumReaderNodeFactory;
import org.xasnodes.nodes.io.simulator.XanesSimulatorNodeFactory;
import org.xasnodes.nodes.io.spectrumtocolumns.SpectrumToColumnsNodeFactory;
import org.xasnodes.nodes.io.writer.SpectrumWriterNodeFactory;
import org.xasnodes.nodes.prepare.aligner.EnergyAlignerNodeFactory;
import org.xasnodes.nodes.prepare.averager.SpectrumAveragerNodeFactory;
import org.xasnodes.nodes.prepare.broadening.GaussianBroadeningNodeFactory;
import org.xasnodes.nodes.prepare.normalizer.SpectrumNormalizerNodeFactory;
import org.xasnodes.nodes.prepare.resampler.EnergyResamplerNodeFactory;
import org.xasnodes.nodes.prepare.shift.EnergyShiftNodeFactory;
import org.xasnodes.nodes.reduce.apply.ReducerApplyNodeFactory;
import org.xasnodes.nodes.reduce.autoencoder.AutoencoderReducerNodeFactory;
import org.xasnodes.nodes.reduce.isomap.IsomapReducerNodeFactory;
import org.xasnodes.nodes.reduce.pca.PcaReducerNodeFactory;

/** The nodes of the plug-in in the order of the node repository. */
final class NodeFactories {

    private NodeFactories() {
    }

    static List<DefaultNodeFactory> all() {
        return List.of(new SpectrumReaderNodeFactory(), new SpectrumWriterNodeFactory(),
            new XanesSimulatorNodeFactory(), new ColumnsToSpectrumNodeFactory(), new SpectrumToColumnsNodeFactory(),
            new EnergyShiftNodeFactory(), new EnergyAlignerNodeFactory(),
            new EnergyResamplerNodeFactory(), new GaussianBroadeningNodeFactory(), new SpectrumNormalizerNodeFactory(),
            new SpectrumAveragerNodeFactory(), new IntensityFeaturesNodeFactory(), new CdfFeaturesNodeFactory(),
            new GaussianPeakFeaturesNodeFactory(), new WaveletFeaturesNodeFactory(),
            new PcaReducerNodeFactory(), new IsomapReducerNodeFactory(),
            new AutoencoderReducerNodeFactory(), new ReducerApplyNodeFactory(),
            new ShiftToleranceNodeFactory(), new FeatureBenchmarkNodeFactory());
    }

    /** @return the node's package, by which its samples are named */
    static String id(final DefaultNodeFactory factory) {
        final var name = factory.getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

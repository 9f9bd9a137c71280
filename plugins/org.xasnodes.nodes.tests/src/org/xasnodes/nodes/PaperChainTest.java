package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.nodes.feature.cdf.CdfFeaturesNodeFactory;
import org.xasnodes.nodes.feature.intensity.IntensityFeaturesNodeFactory;
import org.xasnodes.nodes.feature.wavelet.WaveletFeaturesNodeFactory;
import org.xasnodes.nodes.io.reader.SpectrumReaderNodeFactory;
import org.xasnodes.nodes.prepare.broadening.GaussianBroadeningNodeFactory;
import org.xasnodes.nodes.prepare.normalizer.SpectrumNormalizerNodeFactory;
import org.xasnodes.nodes.prepare.resampler.EnergyResamplerNodeFactory;
import org.xasnodes.nodes.prepare.shift.EnergyShiftNodeFactory;

/** The raw output of VASP through the nodes to the features of arXiv 2310.07049. */
final class PaperChainTest {

    private static NodeRun node(final DefaultNodeFactory factory, final BufferedDataTable input) {
        return NodeRun.of(factory).input(input);
    }

    private static double[] features(final DefaultNodeFactory factory, final BufferedDataTable input) throws Exception {
        return Tables.numbers(node(factory, input).run().ok(), 0, input.getDataTableSpec().getNumColumns());
    }

    @Test
    void theNodesWithTheirDefaultsAndAShiftOf120EvGiveThePapersFeatures() throws Exception {
        final var chain = Golden.read(ProjectFiles.shared("golden/vasp_chain.json"));
        final var file = ProjectFiles.shared("data/CORE_DIELECTRIC_IMAG.dat");
        final var raw = NodeRun.of(new SpectrumReaderNodeFactory()).set("source/path/path", file).run().ok();
        assertEquals(1, raw.size());
        final var shifted = node(new EnergyShiftNodeFactory(), raw).set("shiftEv", 120).run().ok();
        final var broadened = node(new GaussianBroadeningNodeFactory(), shifted).run().ok();
        final var normalised = node(new SpectrumNormalizerNodeFactory(), broadened).run().ok();
        final var resampled = node(new EnergyResamplerNodeFactory(), normalised).set("firstEnergyEv", 8330)
            .set("lastEnergyEv", 8370).set("points", 100).run().ok();
        final var spectrum = Tables.spectraOf(resampled, "Spectrum").get(0);
        assertArrayEquals(Golden.doubles(chain.get("grid")), spectrum.grid().toArray(), 0);
        assertArrayEquals(Golden.doubles(chain.get("intensity")), spectrum.intensities(), 1e-12);
        assertEquals(120, spectrum.appliedShiftEv());
        assertEquals(Scale.MAXIMUM, spectrum.scale());
        assertArrayEquals(Golden.doubles(chain.get("intensity")),
            features(new IntensityFeaturesNodeFactory(), resampled), 1e-12);
        assertArrayEquals(Golden.doubles(chain.get("cdf")), features(new CdfFeaturesNodeFactory(), resampled), 1e-12);
        assertArrayEquals(Golden.flat(chain.get("cwt")), features(new WaveletFeaturesNodeFactory(), resampled), 1e-10);
    }
}

package org.xasnodes.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.prepare.EnergyShift;
import org.xasnodes.core.prepare.GaussianBroadening;
import org.xasnodes.core.prepare.GaussianBroadening.Irregular;
import org.xasnodes.core.prepare.Resampler;
import org.xasnodes.core.prepare.SpectrumNormalizer;
import org.xasnodes.core.prepare.SpectrumNormalizer.Method;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;

/** The paper's whole way from a raw file of VASP to an oxidation state, with the width as a user types it. */
class PaperChainForestTest {

    @Test
    void thePapersForestFindsNi3InTheComputedSpectrum() throws Exception {
        final var rows = Files.readAllLines(SharedFiles.shared("data/CORE_DIELECTRIC_IMAG.dat")).stream()
            .map(line -> line.strip().split("\\s+")).toList();
        final var raw = new Spectrum(
            EnergyGrid.of(rows.stream().mapToDouble(r -> Double.parseDouble(r[0])).toArray()),
            rows.stream().mapToDouble(r -> Double.parseDouble(r[1])).toArray());
        final var broadened = new GaussianBroadening(2.990621, Irregular.REFUSE).apply(new EnergyShift(120).apply(raw));
        final var prepared = new Resampler(EnergyGrid.linear(8330, 8370, 100), Resampler.Outside.MISSING)
            .apply(new SpectrumNormalizer(Method.MAXIMUM).apply(broadened));
        final var cdf = new CumulativeDistribution().apply(prepared.intensities());
        final var chain = GoldenJson.read(SharedFiles.shared("golden/vasp_chain.json"));
        // 7 digits of the width, and two more rows than the authors read
        assertArrayEquals(GoldenJson.doubles(chain.get("cdf")), cdf, 1e-7);

        final var forest = JsonForest.read(SharedFiles.shared("golden/forest/comp_cdf_rfc.json"));
        final var probabilities = forest.predict(cdf);
        // the classes are 2, 3 and 4
        assertEquals(3, probabilities.length);
        assertTrue(probabilities[1] > probabilities[0] && probabilities[1] > probabilities[2]);
    }
}

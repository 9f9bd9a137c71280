package org.xasnodes.core.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.prepare.GaussianBroadening.Irregular;
import org.xasnodes.core.prepare.SpectrumNormalizer.Method;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;

/** From the raw output of VASP to the intensities of arXiv 2310.07049: shift, broadening, maximum, grid. */
class PaperChainTest {

    private static final double FWHM_EV = 1.27 * 2 * Math.sqrt(2 * Math.log(2));

    /** The spectrum as the authors' script reads it: without the first two lines. */
    private static Spectrum raw() throws IOException {
        final var rows = Files.readAllLines(SharedFiles.shared("data/CORE_DIELECTRIC_IMAG.dat")).stream().skip(2)
            .map(line -> line.strip().split("\\s+")).toList();
        return new Spectrum(EnergyGrid.of(rows.stream().mapToDouble(r -> Double.parseDouble(r[0])).toArray()),
            rows.stream().mapToDouble(r -> Double.parseDouble(r[1])).toArray());
    }

    @Test
    void givesThePapersIntensities() throws IOException, SpectrumException {
        final var chain = GoldenJson.read(SharedFiles.shared("golden/vasp_chain.json"));
        final var shifted = new EnergyShift(120).apply(raw());
        assertArrayEquals(GoldenJson.doubles(chain.get("energy")), shifted.grid().toArray(), 0);
        final var broadened = new GaussianBroadening(FWHM_EV, Irregular.REFUSE).apply(shifted);
        final var normalised = new SpectrumNormalizer(Method.MAXIMUM).apply(broadened);
        assertArrayEquals(GoldenJson.doubles(chain.get("normalised")), normalised.intensities(), 1e-13);
        final var result = new Resampler(EnergyGrid.linear(8330, 8370, 100), Resampler.Outside.MISSING)
            .apply(normalised);
        assertArrayEquals(GoldenJson.doubles(chain.get("grid")), result.grid().toArray(), 0);
        assertArrayEquals(GoldenJson.doubles(chain.get("intensity")), result.intensities(), 1e-12);
        assertEquals(120, result.appliedShiftEv());
        assertEquals(Scale.MAXIMUM, result.scale());
    }
}

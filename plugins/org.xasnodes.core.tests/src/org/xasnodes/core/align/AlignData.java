package org.xasnodes.core.align;

import java.util.Arrays;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.util.SplitMix64;

/** Spectra whose shift is known exactly, on any grid. */
final class AlignData {

    /** Of the unshifted spectrum, in eV. */
    static final double EDGE_EV = 8345;

    static final EnergyGrid GRID = EnergyGrid.linear(8320, 8390, 176);

    private AlignData() {
    }

    /** A pre-edge peak, an edge with a white line, and two waves after it; edge step 1. */
    static double intensity(final double energyEv) {
        final var e = energyEv - EDGE_EV;
        return 0.5 + Math.atan(e / 1.2) / Math.PI + 0.05 * Math.exp(-Math.pow((e + 8) / 1.5, 2))
            + 0.6 * Math.exp(-Math.pow((e - 4) / 2.5, 2)) - 0.12 * Math.exp(-Math.pow((e - 16) / 5, 2))
            + 0.08 * Math.exp(-Math.pow((e - 32) / 6, 2));
    }

    /** The spectrum moved up by a shift: aligning it gives minus this. */
    static Spectrum shifted(final EnergyGrid grid, final double shiftEv) {
        return new Spectrum(grid, Arrays.stream(grid.toArray()).map(e -> intensity(e - shiftEv)).toArray(), 0,
            Scale.EDGE_STEP);
    }

    static Spectrum noisy(final Spectrum spectrum, final double sigma, final long seed) {
        final var random = new SplitMix64(seed);
        final var y = spectrum.intensities();
        for (int i = 0; i < y.length; i++) {
            y[i] += sigma * random.nextGaussian();
        }
        return new Spectrum(spectrum.grid(), y, spectrum.appliedShiftEv(), spectrum.scale());
    }

    static AlignOptions options(final AlignMethod method) {
        return AlignOptions.DEFAULTS.withMethod(method);
    }
}

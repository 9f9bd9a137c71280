package org.xasnodes.core.simulate;

import java.util.List;
import java.util.Objects;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.util.SplitMix64;

/**
 * Simulated XANES spectra of nickel in layered Ni-Mn-Co oxides (NMC cathodes) at the Ni K edge: for learning, tests and
 * measurements of speed, <b>never evidence</b>. The labels (oxidation state 2, 3 or 4 with equal probability, and the
 * Ni-O bond length, scattered by 0.02 angstrom around 2.06, 1.95 and 1.88) are exact, the spectra are simple. Relative
 * to the edge step, a spectrum is the sum of
 * <ul>
 * <li>the <b>edge step</b> <code>1/2 + atan((E - E0) / w) / pi</code>, the absorption into free states widened by core
 * hole and monochromator, w about 1.6 eV (the core hole alone, 1.4 eV of full width at Ni K: Krause and Oliver,
 * <a href="https://doi.org/10.1063/1.555595">doi 10.1063/1.555595</a>). <b>Chemical shift:</b> E0 rises by 1.7 eV for
 * each unit of oxidation state, from 8344.8 eV, and scatters by 0.25 eV; that edge and bond length go together in NMC
 * is seen in computed spectra, too (<a href="https://doi.org/10.1039/C9RA03606G">doi 10.1039/C9RA03606G</a>);</li>
 * <li>the <b>white line</b> (1s to 4p), a Gaussian about as high as the step, above E0 by <code>3.7 eV (2.06 angstrom /
 * R)^2</code>, with a weak shoulder at its foot;</li>
 * <li>the <b>pre-edge peak</b> (1s to 3d), a few percent high, near 8332.2, 8332.7 and 8333.3 eV;</li>
 * <li><b>resonances</b> above the edge: the step times <code>1 + sum A sin(2 k R + phase) exp(-2 sigma^2 k^2) / (1 + c
 * k^2)</code>, the EXAFS formula in outline (Sayers, Stern, Lytle,
 * <a href="https://doi.org/10.1103/PhysRevLett.27.1204">doi 10.1103/PhysRevLett.27.1204</a>) for six oxygen neighbours
 * at R and metal neighbours at sqrt(2) R, with k^2 = 0.2625 (E - E0). Each extremum has its k R, so that its <code>E -
 * E0</code> goes as <code>1/R^2</code>: Natoli's rule (C. R. Natoli, in EXAFS and Near Edge Structure III, Springer
 * 1984).</li>
 * </ul>
 * Heights, widths and phases scatter from spectrum to spectrum by 5 to 25 percent. Then come white noise and division
 * by the largest intensity. Two things are not simulated: the slow fall of the absorption above the edge, and mixtures
 * of sites. Spectrum i depends on nothing but the options and i, and has the same bits on every Java version and
 * processor, in any order and on any number of threads. Cost O(points of the grid).
 *
 * @param grid the energies in eV; must begin at 8340 eV or below and end at 8360 eV or above
 * @param seed other seeds give other spectra
 * @param noise standard deviation of the noise relative to the edge step, in [0, 0.1]; no value is further off than 4
 *             of them. Spectra with the same seed and another noise are otherwise the same
 */
public record XanesSimulator(EnergyGrid grid, long seed, double noise) {

    /** The oxidation states that spectra can have. */
    public static final List<Integer> OXIDATION_STATES = List.of(2, 3, 4);

    private static final double HIGHEST_START_EV = 8340;

    private static final double LOWEST_END_EV = 8360;

    private static final double MAX_NOISE = 0.1;

    /** With the largest noise, still less than the absorption above the edge: the maximum is positive. */
    private static final double MAX_DEVIATIONS = 4;

    /** @throws IllegalArgumentException if the grid does not span the edge or the noise is out of range */
    public XanesSimulator {
        Objects.requireNonNull(grid);
        if (grid.firstEv() > HIGHEST_START_EV || grid.lastEv() < LOWEST_END_EV) {
            throw new IllegalArgumentException("The grid (" + grid + ") must begin at " + HIGHEST_START_EV
                + " eV or below and end at " + LOWEST_END_EV + " eV or above, to span the Ni K edge.");
        }
        if (!(noise >= 0 && noise <= MAX_NOISE)) {
            throw new IllegalArgumentException("The noise must be from 0 to " + MAX_NOISE + ", not " + noise + ".");
        }
    }

    /**
     * @param index number of the spectrum; any number, rows count from 0
     * @return the spectrum and what it was made from, with scale MAXIMUM and no applied shift
     */
    public SimulatedSpectrum simulate(final long index) {
        final var random = SplitMix64.of(seed, index);
        final var edge = new NickelEdge(random);
        final var intensities = new double[grid.size()];
        var max = 0.0;
        for (int k = 0; k < intensities.length; k++) {
            var value = edge.absorption(grid.energyEv(k));
            if (noise > 0) {
                value += noise * Math.max(-MAX_DEVIATIONS, Math.min(MAX_DEVIATIONS, random.nextGaussian()));
            }
            intensities[k] = value;
            max = Math.max(max, value);
        }
        for (int k = 0; k < intensities.length; k++) {
            intensities[k] /= max;
        }
        return new SimulatedSpectrum(new Spectrum(grid, intensities, 0, Scale.MAXIMUM), edge.oxidationState(),
            edge.bondLengthAngstrom());
    }
}

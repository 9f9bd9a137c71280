package org.xasnodes.core.prepare;

import java.util.Optional;

import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Normalises to the edge step by {@link EdgeBackground}, and refuses what Larch would pass over: a given E0 outside the
 * scan, ranges that hold no point, a step below zero, a step that is not above the scatter of the pre-edge.
 */
final class EdgeStepNormalization {

    private static final int MIN_POINTS = 5;

    /** A step that is smaller, in relation to the largest intensity, is made of rounding errors. */
    private static final double LEAST_STEP = 1e-9;

    /** How many times larger than the scatter of the pre-edge points around their line a step must be. */
    private static final double LEAST_STEP_PER_SCATTER = 3;

    private EdgeStepNormalization() {
    }

    static SpectrumNormalizer.Normalized normalize(final Spectrum spectrum, final EdgeStepOptions options)
        throws SpectrumException {
        SpectrumNormalizer.checkNotZero(spectrum);
        if (spectrum.size() < MIN_POINTS) {
            throw new SpectrumException("An edge step needs at least " + MIN_POINTS + " points, but this spectrum has "
                + spectrum.size() + ".");
        }
        final var energies = spectrum.grid().toArray();
        if (!Double.isFinite(energies[energies.length - 1] - energies[0])) {
            throw new SpectrumException("The energies of this spectrum, " + energies[0] + " to "
                + energies[energies.length - 1] + " eV, are too far apart. Check their unit.");
        }
        final var mu = spectrum.intensities();
        final var e0 = edgeEnergy(energies, mu, options);
        final var background = new EdgeBackground(energies, mu, options, e0);
        checkRanges(energies, options, background);
        if (options.edgeStep().isEmpty()) {
            checkStep(mu, background);
        }
        final var result = background.normalised(options.flatten());
        return new SpectrumNormalizer.Normalized(SpectrumNormalizer.finite(spectrum, result, Scale.EDGE_STEP),
            Optional.of(background.fit()));
    }

    private static double edgeEnergy(final double[] energies, final double[] mu, final EdgeStepOptions options)
        throws SpectrumException {
        if (options.e0Ev().isEmpty()) {
            return EdgeEnergy.find(energies, mu);
        }
        final var e0 = options.e0Ev().getAsDouble();
        final var first = energies[0];
        final var last = energies[energies.length - 1];
        if (e0 < energies[1] || e0 > energies[energies.length - 2]) {
            throw new SpectrumException("There is no edge in this scan: E0 is given as " + e0 + " eV, but the scan goes"
                + " from " + first + " to " + last + " eV. Check E0, or leave it empty to have it found.");
        }
        return e0;
    }

    /** A range that was asked for must hold a point, one chosen by rule must have led to one. */
    private static void checkRanges(final double[] energies, final EdgeStepOptions options,
        final EdgeBackground background) throws SpectrumException {
        final var fit = background.fit();
        final var e0 = fit.e0Ev();
        final var edge = background.edgeIndex();
        final var pre = ordered(options.pre1Ev().orElse(fit.pre1Ev()), options.pre2Ev().orElse(fit.pre2Ev()));
        final var isPreAsked = options.pre1Ev().isPresent() || options.pre2Ev().isPresent();
        if (!background.hasPreEdge() || isPreAsked && !anyBetween(energies, 0, edge, e0 + pre[0], e0 + pre[1])) {
            throw new SpectrumException("No point of this spectrum below E0 = " + e0 + " eV lies in the pre-edge"
                + " range from " + EnergyText.of(pre[0]) + " to " + EnergyText.of(pre[1]) + " eV relative to E0; the"
                + " scan begins at " + EnergyText.of(energies[0] - e0) + " eV. Change the range or E0.");
        }
        final var norm1 = options.norm1Ev().orElse(fit.norm1Ev());
        final var norm2 = options.norm2Ev().orElse(fit.norm2Ev());
        final var post = norm2 < 0 ? new double[]{norm1, fit.norm2Ev()} : ordered(norm1, norm2);
        final var isPostAsked = options.norm1Ev().isPresent() || options.norm2Ev().isPresent();
        final var n = energies.length;
        if (!background.hasPostEdge()
            || isPostAsked && !anyBetween(energies, edge + 1, n, e0 + post[0], e0 + post[1])) {
            throw new SpectrumException("No point of this spectrum above E0 = " + e0 + " eV lies in the post-edge"
                + " range from " + EnergyText.of(post[0]) + " to " + EnergyText.of(post[1]) + " eV relative to E0;"
                + " the scan ends at " + EnergyText.of(energies[n - 1] - e0) + " eV. Change the range or E0.");
        }
    }

    private static double[] ordered(final double a, final double b) {
        return new double[]{Math.min(a, b), Math.max(a, b)};
    }

    private static boolean anyBetween(final double[] energies, final int from, final int to, final double low,
        final double high) {
        for (int i = from; i < to; i++) {
            if (energies[i] >= low && energies[i] <= high) {
                return true;
            }
        }
        return false;
    }

    private static void checkStep(final double[] mu, final EdgeBackground background) throws SpectrumException {
        var largest = 0.0;
        for (final var value : mu) {
            largest = Math.max(largest, Math.abs(value));
        }
        final var step = background.measuredStep();
        final var e0 = background.fit().e0Ev();
        final var least = Math.max(LEAST_STEP * largest, LEAST_STEP_PER_SCATTER * background.preEdgeScatter());
        if (!(Math.abs(step) > least)) {
            throw new SpectrumException("There is no edge in this scan: the step at " + e0 + " eV, " + step
                + ", is not above the scatter of the points before it. Check the data, or give E0 and the edge step.");
        }
        if (step < 0) {
            throw new SpectrumException("The edge step at " + e0 + " eV is negative (" + step + "): the intensities"
                + " fall at the edge. Check which columns were read as incoming and transmitted beam, and E0.");
        }
    }
}

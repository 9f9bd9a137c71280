package org.xasnodes.core.align;

import org.xasnodes.core.prepare.EdgeEnergy;
import org.xasnodes.core.prepare.SpectrumNormalizer;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * One energy by which a spectrum is known.
 *
 * @param energyEv the energy in eV
 * @param uncertaintyEv its standard deviation in eV: what the noise, which {@link Noise} estimates, makes of the place
 *            itself; for E0, a point of the scan, the step there over the root of 12; and for E0 and the white line no
 *            less than the spread of all points that are as high as the one found but for two standard deviations
 */
record Landmark(double energyEv, double uncertaintyEv) {

    private static final double MANY_SIGMA = 2;

    /**
     * @param method E0, HALF_STEP or WHITE_LINE
     * @param spectrum any spectrum
     * @return its landmark
     * @throws SpectrumException if it has none; the message says why
     */
    static Landmark of(final AlignMethod method, final Spectrum spectrum) throws SpectrumException {
        return switch (method) {
            case E0 -> edge(spectrum);
            case HALF_STEP -> halfStep(spectrum);
            case WHITE_LINE -> whiteLine(spectrum);
            default -> throw new IllegalArgumentException(method + " is no energy of one spectrum.");
        };
    }

    private static Landmark edge(final Spectrum spectrum) throws SpectrumException {
        final var grid = spectrum.grid();
        final var energy = EdgeEnergy.find(spectrum);
        final var i = index(grid, energy);
        // E0 is not looked for nearer to the ends
        final var margin = Math.max(7, (int)(0.02 * grid.size()));
        if (i < margin || i >= grid.size() - margin) {
            throw new SpectrumException("The edge energy E0 (" + energy + " eV) is at the end of the scan, so the edge"
                + " lies outside of it. Align by correlation, or leave this spectrum out.");
        }
        final var x = grid.toArray();
        final var y = spectrum.intensities();
        final var slopes = new double[x.length];
        for (int k = 1; k < x.length - 1; k++) {
            slopes[k] = (y[k + 1] - y[k - 1]) / (x[k + 1] - x[k - 1]);
        }
        final var width = x[i + 1] - x[i - 1];
        return new Landmark(energy, Math.max(width / 2 / Math.sqrt(12),
            spread(x, slopes, i, MANY_SIGMA * Math.sqrt(2) * Noise.of(x, y) / width)));
    }

    /**
     * How far the points lie from one, in the root mean square, whose values reach that of the one but for a tolerance.
     */
    private static double spread(final double[] x, final double[] values, final int i, final double tolerance) {
        var squares = 0.0;
        var count = 0;
        for (int k = 0; k < x.length; k++) {
            if (values[k] >= values[i] - tolerance) {
                squares += (x[k] - x[i]) * (x[k] - x[i]);
                count++;
            }
        }
        return Math.sqrt(squares / count);
    }

    private static int index(final EnergyGrid grid, final double energy) {
        var i = 0;
        while (i < grid.size() - 1 && grid.energyEv(i) < energy) {
            i++;
        }
        return i;
    }

    /** Where the intensity crosses half of the step upwards, as near to E0 as possible. */
    private static Landmark halfStep(final Spectrum spectrum) throws SpectrumException {
        final var normalized = spectrum.scale() == Scale.EDGE_STEP ? spectrum
            : new SpectrumNormalizer(SpectrumNormalizer.Method.EDGE_STEP).apply(spectrum);
        final var grid = normalized.grid();
        final var e0 = EdgeEnergy.find(normalized);
        var best = Double.NaN;
        var gain = 0.0;
        for (int i = 1; i < grid.size(); i++) {
            final var low = normalized.intensity(i - 1);
            final var high = normalized.intensity(i);
            if (low < 0.5 && high >= 0.5) {
                final var step = grid.energyEv(i) - grid.energyEv(i - 1);
                final var part = (0.5 - low) / (high - low);
                final var crossing = grid.energyEv(i - 1) + part * step;
                if (!(Math.abs(crossing - e0) >= Math.abs(best - e0))) {
                    best = crossing;
                    gain = Math.hypot(part, 1 - part) * step / (high - low);
                }
            }
        }
        if (Double.isNaN(best)) {
            throw new SpectrumException("The intensity never rises through half of the edge step. Check the"
                + " normalization and the range of this spectrum.");
        }
        return new Landmark(best, gain * Noise.of(grid.toArray(), normalized.intensities()));
    }

    /** The top of the parabola through the largest intensity and its neighbours. */
    private static Landmark whiteLine(final Spectrum spectrum) throws SpectrumException {
        final var x = spectrum.grid().toArray();
        final var y = spectrum.intensities();
        var i = 0;
        for (int k = 1; k < y.length; k++) {
            i = y[k] > y[i] ? k : i;
        }
        if (i == 0 || i == y.length - 1) {
            throw new SpectrumException("The largest intensity is at the end of the scan (" + x[i]
                + " eV), so there is no white line in it. Cut or normalize the spectrum, or align by correlation.");
        }
        final var before = x[i] - x[i - 1];
        final var after = x[i + 1] - x[i];
        final var slopeBefore = (y[i] - y[i - 1]) / before;
        final var slopeAfter = (y[i + 1] - y[i]) / after;
        final var curvature = 2 * (slopeAfter - slopeBefore) / (before + after);
        if (!(curvature < 0) || Double.isInfinite(curvature)) {
            return new Landmark(x[i], (before + after) / 2 / Math.sqrt(12));
        }
        final var slope = (slopeBefore * after + slopeAfter * before) / (before + after);
        // the slope is a weighted sum of the three intensities; the noise of the curvature matters less
        final var left = after / before;
        final var right = before / after;
        final var gain = Math.sqrt(left * left + (right - left) * (right - left) + right * right) / (before + after);
        final var noise = Noise.of(x, y);
        return new Landmark(x[i] - slope / curvature,
            Math.max(gain * noise / -curvature, spread(x, y, i, MANY_SIGMA * noise)));
    }
}

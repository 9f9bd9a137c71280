package org.xasnodes.core.feature.peaks;

/**
 * How Gaussian peaks are fitted. The defaults are the paper's 20 peaks with the pull that
 * <code>doc/gaussian-peaks.md</code> of this plug-in argues for; <code>PeakOptions.DEFAULTS.withPeaks(12)</code>
 * changes one of them.
 *
 * @param peaks the number of peaks, at least 1
 * @param startFwhmEv the full width at half maximum from which every peak starts and to which it is pulled, in eV;
 *            above 0 and at most <code>maxFwhmEv</code>
 * @param maxFwhmEv the largest full width at half maximum, in eV, finite
 * @param pull weight of the pull towards the start, above 0: the cost, in mean squared residual relative to the largest
 *            intensity, of moving one parameter by one unit of its scale
 * @param centerScaleEv scale of a centre's distance from its start, in eV, above 0
 * @param heightScale scale of a height's distance from its start, as a part of the largest intensity, above 0
 * @param fwhmScaleEv scale of a width's distance from its start, in eV, above 0
 * @param tolerance the largest component of the projected gradient at which a fit counts as converged, above 0
 * @param maxSteps the largest number of steps tried, at least 1
 */
public record PeakOptions(int peaks, double startFwhmEv, double maxFwhmEv, double pull, double centerScaleEv,
    double heightScale, double fwhmScaleEv, double tolerance, int maxSteps) {

    /** 20 peaks, as the paper. */
    public static final PeakOptions DEFAULTS = new PeakOptions(20, 2, 6, 1e-8, 0.5, 0.2, 2, 1e-14, 1000);

    /** @throws IllegalArgumentException if a number is outside its range; the message names it */
    public PeakOptions {
        atLeastOne("The number of peaks", peaks);
        positive("The largest FWHM", maxFwhmEv);
        positive("The FWHM at the start", startFwhmEv);
        if (startFwhmEv > maxFwhmEv) {
            throw new IllegalArgumentException("The FWHM at the start (" + startFwhmEv
                + " eV) must not be above the largest FWHM (" + maxFwhmEv + " eV).");
        }
        positive("The pull towards the start", pull);
        positive("The scale of the centers", centerScaleEv);
        positive("The scale of the heights", heightScale);
        positive("The scale of the widths", fwhmScaleEv);
        positive("The tolerance", tolerance);
        atLeastOne("The number of steps", maxSteps);
    }

    /**
     * @param number the number of peaks, at least 1
     * @return these options with another number of peaks
     */
    public PeakOptions withPeaks(final int number) {
        return new PeakOptions(number, startFwhmEv, maxFwhmEv, pull, centerScaleEv, heightScale, fwhmScaleEv, tolerance,
            maxSteps);
    }

    private static void positive(final String what, final double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be above 0 and finite, not " + value + ".");
        }
    }

    private static void atLeastOne(final String what, final int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value + ".");
        }
    }
}

package org.xasnodes.core.align;

/** How the shift between a spectrum and a reference is found. Names are stored in settings: never rename them. */
public enum AlignMethod {
    /** Highest Pearson correlation of the intensities. */
    INTENSITY,
    /** Highest Pearson correlation of the first derivatives, smoothed as much as the noise asks for. */
    DERIVATIVE,
    /** Highest Pearson correlation of the cumulative distributions. */
    CDF,
    /** Equal edge energies E0, as Larch finds them: points of the scans. */
    E0,
    /** Equal energies at which half of the edge step is reached. */
    HALF_STEP,
    /** Equal energies of the largest intensity, between the points by a parabola. */
    WHITE_LINE,
    /** Equal mean energies of the cumulative distributions in the energies that both have. */
    CDF_MEAN;

    /** @return whether the shift is that of the highest correlation */
    public boolean isCorrelation() {
        return this == INTENSITY || this == DERIVATIVE || this == CDF;
    }
}

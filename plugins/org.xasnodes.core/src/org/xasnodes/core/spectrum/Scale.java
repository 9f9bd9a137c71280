package org.xasnodes.core.spectrum;

/** What the intensities of a spectrum are relative to. The names are stored in files: never rename them. */
public enum Scale {
    /** Nothing is known, for example raw absorbance. */
    UNKNOWN,
    /** The largest intensity is 1. */
    MAXIMUM,
    /** The integral over the energy is 1. */
    AREA,
    /** The edge step is 1. */
    EDGE_STEP
}

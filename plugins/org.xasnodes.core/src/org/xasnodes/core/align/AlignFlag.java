package org.xasnodes.core.align;

/** Why a shift that was found should be looked at before it is believed. */
public enum AlignFlag {
    /** The shift is at the end of the range of shifts, or beyond it: the right one may lie outside. */
    END_OF_RANGE("end of range"),
    /** Another shift, of this reference or of another that was offered, fits nearly as well. */
    AMBIGUOUS("ambiguous"),
    /** The uncertainty is larger than a step of the scan. */
    UNCERTAIN("uncertain"),
    /** The shift is the last at which spectrum and reference overlap enough, or they do not at the one found. */
    LITTLE_OVERLAP("little overlap");

    private final String m_text;

    AlignFlag(final String text) {
        m_text = text;
    }

    /** @return the flag in the user's words */
    public String text() {
        return m_text;
    }
}

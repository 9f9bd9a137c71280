package org.xasnodes.core.io;

/** Bits of text for messages. */
final class Texts {

    private static final int LONGEST = 60;

    private Texts() {
    }

    /** @return the text without control characters, cut where it gets too long for a message */
    static String shortened(final String text) {
        final var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }

    /** @return "1 spectrum", "2 spectra" */
    static String spectra(final int count) {
        return count == 1 ? "1 spectrum" : count + " spectra";
    }
}

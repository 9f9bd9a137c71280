package org.xasnodes.core.io;

import java.util.Map;

/**
 * One group of an Athena project.
 *
 * @param settings by name, as text; <code>null</code> values where the project states nothing
 * @param x energies in eV as measured, <code>null</code> if there are none
 * @param y mu(E), <code>null</code> if there is none
 */
record AthenaGroup(Map<String, String> settings, double[] x, double[] y) {

    int points() {
        return (x == null ? 0 : x.length) + (y == null ? 0 : y.length);
    }

    /** @return the text, <code>null</code> if it is missing, empty, or the project's mark for nothing */
    String text(final String name) {
        final var text = settings.get(name);
        return text == null || text.isBlank() || text.contains("^^null^^") ? null : text.strip();
    }

    /** @return whether the setting is true in Perl's sense */
    boolean is(final String name) {
        final var text = text(name);
        return text != null && !text.equals("0") && !text.equals("false");
    }

    /** @return the number, or this one if there is none */
    double number(final String name, final double otherwise) {
        final var text = text(name);
        final double number = text == null ? Double.NaN : NumberParser.parse(text);
        return Double.isFinite(number) ? number : otherwise;
    }

    /** @return what the group holds instead of mu(E), <code>null</code> if it holds mu(E) */
    String otherContent() {
        if (is("is_chi") || "chi".equals(text("datatype"))) {
            return "chi(k)";
        }
        if (is("is_xmudat") || "xmudat".equals(text("datatype"))) {
            return "a calculation of FEFF";
        }
        if (is("is_bkg")) {
            return "a background function";
        }
        if (is("is_rsp")) {
            return "a Fourier transform";
        }
        if (is("is_pixel")) {
            return "pixels instead of energies";
        }
        if (is("is_diff")) {
            return "a difference of spectra";
        }
        return x == null || y == null || x.length == 0 && y.length == 0 ? "no data" : null;
    }
}

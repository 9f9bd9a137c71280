package org.xasnodes.core.io;

import java.util.List;
import java.util.Locale;

/** Finds out by their names which of the array columns of a table are the intensities, and which the energies. */
final class ArrayColumn {

    /** The better ones first. */
    private static final List<String> INTENSITIES =
        List.of("intensity", "intensities", "mu", "xmu", "absorption", "absorbance", "spectrum", "y");

    private static final List<String> ENERGIES = List.of("energy", "energies", "e", "x");

    private final List<String> m_names;

    private String m_name;

    private ArrayColumn(final List<String> names) {
        m_names = names;
    }

    static ArrayColumn intensities() {
        return new ArrayColumn(INTENSITIES);
    }

    static ArrayColumn energies() {
        return new ArrayColumn(ENERGIES);
    }

    /** @return whether the column of this name fits, and better than the one chosen */
    boolean isBetter(final String name) {
        return rank(name) >= 0 && (m_name == null || rank(name) < rank(m_name));
    }

    /** @return the place in the list of names, or -1 */
    private int rank(final String name) {
        return m_names.indexOf(plain(name));
    }

    /** Without a unit: "Energy (keV)", "energy_ev". */
    private static String plain(final String name) {
        return name.toLowerCase(Locale.ROOT).strip().replaceFirst("[ _]+[(\\[]?k?ev[)\\]]?$|[ _]*[(\\[].*$", "");
    }

    void choose(final String name) {
        m_name = name;
    }

    /** @return the chosen column's name in the file, <code>null</code> if there is none */
    String name() {
        return m_name;
    }
}

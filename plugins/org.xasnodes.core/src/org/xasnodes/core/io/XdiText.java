package org.xasnodes.core.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * A spectrum as text of the XAS Data Interchange format, version 1.0 (specification:
 * github.com/XraySpectroscopy/XAS-Data-Interchange). What the table says of a spectrum becomes a field
 * <code>Label.name</code>, or the field that the format has for it.
 */
final class XdiText {

    private static final String VERSION = "# XDI/1.0 XASNodes/0.1\n";

    /** What stands in front of the table must be small beside what a reader looks at to recognise a file. */
    private static final int LONGEST_HEADER = 1 << 19;

    private static final Set<String> ELEMENTS = IntStream.rangeClosed(1, 98).mapToObj(Integer::toString)
        .map(ChemicalElement::symbol).collect(Collectors.toUnmodifiableSet());

    private static final Pattern EDGE = Pattern.compile("K|L[1-3]?|M[1-5]?|N[1-7]?|O[1-7]?");

    /** A label's name and the format's own field for it. */
    private enum Own {
        ELEMENT("Element", "Element.symbol"), //
        EDGE("Edge", "Element.edge"), //
        NAME("Name", "Sample.name"), //
        E0("E0 eV", "Scan.edge_energy");

        private final String m_label;

        private final String m_field;

        Own(final String label, final String field) {
            m_label = label;
            m_field = field;
        }

        /** @return the value as the field has it, <code>null</code> if it does not fit */
        private String value(final String text) {
            return switch (this) {
                case ELEMENT -> ELEMENTS.contains(text) ? text : null;
                case EDGE -> XdiText.EDGE.matcher(text).matches() ? text : null;
                case NAME -> text;
                case E0 -> Double.isFinite(NumberParser.parse(text)) ? text + " eV" : null;
            };
        }
    }

    private final List<Own> m_own = new ArrayList<>();

    private final List<String> m_fields = new ArrayList<>();

    /**
     * @param labelNames the names of the labels of all spectra
     */
    XdiText(final List<String> labelNames) {
        final var names = SafeNames.fields();
        for (final var name : labelNames) {
            Own own = null;
            for (final var candidate : Own.values()) {
                own = candidate.m_label.equals(name) ? candidate : own;
            }
            m_own.add(own);
            m_fields.add("Label." + names.next(name));
        }
    }

    /**
     * @param key the spectrum's row
     * @param spectrum the spectrum
     * @param labels one for each label name; <code>null</code> where missing
     * @return the file's text
     * @throws SpectrumException if the labels are too long
     */
    String of(final String key, final Spectrum spectrum, final String[] labels) throws SpectrumException {
        final var intensity = spectrum.scale() == Scale.UNKNOWN ? "mu" : "norm";
        final var text = new StringBuilder(VERSION);
        final var others = new StringBuilder();
        for (int i = 0; i < labels.length; i++) {
            final var value = labels[i] == null ? "" : value(labels[i]);
            final var own = m_own.get(i) == null || value.isEmpty() ? null : m_own.get(i).value(value);
            if (own != null) {
                field(text, m_own.get(i).m_field, own);
            } else if (!value.isEmpty()) {
                field(others, m_fields.get(i), value);
            }
        }
        field(text, "Column.1", "energy eV");
        field(text, "Column.2", intensity);
        field(text, "XASNodes.row", value(key));
        field(text, "XASNodes.scale", spectrum.scale().name());
        field(text, "XASNodes.applied_shift_ev", Double.toString(spectrum.appliedShiftEv()));
        text.append(others);
        if (text.length() > LONGEST_HEADER) {
            throw new SpectrumException("Its labels are " + text.length() + " characters long, which is too much for "
                + "the header of an XDI file. Choose fewer label columns.");
        }
        text.append("#----\n# energy ").append(intensity).append('\n');
        for (int i = 0; i < spectrum.size(); i++) {
            text.append(spectrum.grid().energyEv(i)).append(' ').append(spectrum.intensity(i)).append('\n');
        }
        return text.toString();
    }

    private static void field(final StringBuilder text, final String name, final String value) {
        if (!value.isEmpty()) {
            text.append("# ").append(name).append(": ").append(value).append('\n');
        }
    }

    /** A value ends with its line, for many programs also at two bars, behind which stands where it came from. */
    private static String value(final String label) {
        return SafeNames.oneLine(label).replaceAll("\\|\\|+", "|");
    }
}

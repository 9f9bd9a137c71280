package org.xasnodes.core.io;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.xasnodes.core.spectrum.Spectrum;

/** Finds what a spectrum is called, and its element and edge, among the labels of a data set. */
final class Identity {

    private static final List<String> NAMES = List.of("id", "name", "material_id");

    private static final List<String> ELEMENTS = List.of("element", "absorbing_element", "absorber");

    private static final Pattern ELEMENT = Pattern.compile("[A-Z][a-z]?");

    private static final Pattern EDGE = Pattern.compile("[KLMN][1-7]?|L23|L2,3");

    private final String m_name;

    private final String m_element;

    private final String m_edge;

    /**
     * @param labels the names of all labels of the data set; upper and lower case are the same here
     */
    Identity(final List<String> labels) {
        m_name = first(NAMES, labels);
        m_element = first(ELEMENTS, labels);
        m_edge = first(List.of("edge"), labels);
    }

    private static String first(final List<String> wanted, final List<String> labels) {
        for (final var name : wanted) {
            for (final var label : labels) {
                if (name.equalsIgnoreCase(label)) {
                    return label;
                }
            }
        }
        return null;
    }

    /**
     * @param fallbackName the name where no label gives one; may be <code>null</code>
     * @param spectrum <code>null</code> if there is a problem
     * @param problem <code>null</code> if there is a spectrum
     * @param labels of this spectrum
     */
    SpectrumRecord record(final String fallbackName, final Spectrum spectrum, final String problem,
        final Map<String, Object> labels) {
        final var name = m_name == null ? null : text(labels, m_name);
        return new SpectrumRecord(name == null ? fallbackName : name, matching(ELEMENT, labels, m_element),
            matching(EDGE, labels, m_edge), Double.NaN, spectrum, problem, labels);
    }

    private static String text(final Map<String, Object> labels, final String label) {
        if (labels instanceof TextLabels texts) {
            return texts.text(label);
        }
        final var value = labels.get(label);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    private static String matching(final Pattern pattern, final Map<String, Object> labels, final String label) {
        final var text = label == null ? null : text(labels, label);
        return text != null && pattern.matcher(text).matches() ? text : null;
    }
}

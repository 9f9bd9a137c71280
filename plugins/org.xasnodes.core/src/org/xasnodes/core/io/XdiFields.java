package org.xasnodes.core.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fields above the table of an XDI file. Families and keys are the same in upper and lower case; of repeated ones
 * the first counts.
 */
final class XdiFields {

    /**
     * The fields that are given on as labels: what tells samples and measurements apart. Everything else concerns the
     * beamline alone.
     */
    static final List<String> LABELS = List.of("Sample.name", "Sample.formula", "Sample.temperature", "Facility.name",
        "Beamline.name", "Mono.name", "Scan.start_time");

    private static final Pattern FIELD = Pattern.compile("([A-Za-z_][\\w]*)\\.([\\w.\\-]+)\\s*:\\s*(.*)");

    private static final Pattern WELL_FORMED =
        Pattern.compile("((?i:Describe\\.Column)|[A-Za-z_]\\w*)\\.[\\w\\-]+\\s*:\\s*\\S.*");

    private static final Pattern NORMALISED = Pattern.compile("(?i).*normali[sz]ed (by|to) i_?0.*");

    private static final Pattern TIME =
        Pattern.compile("\\d{4}-(0\\d|1[0-2])-([0-2]\\d|3[01])[T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-6]\\d.*)?.*");

    private final Map<String, String> m_values = new LinkedHashMap<>();

    /** The labels that Spectrum Writer has put into the family Label, by their own names. */
    private final Map<String, String> m_labels = new LinkedHashMap<>();

    private final List<String> m_lines;

    private final List<String> m_notes = new ArrayList<>();

    private XdiFields(final List<String> lines) {
        m_lines = lines;
    }

    /**
     * @param lines above the table, with their comment marks, the first with the version
     */
    static XdiFields of(final List<String> lines) {
        final var fields = new XdiFields(lines);
        fields.parse();
        fields.check();
        return fields;
    }

    private void parse() {
        final var odd = new ArrayList<String>();
        for (int i = 1; i < m_lines.size(); i++) {
            final var line = m_lines.get(i).strip();
            final var text = line.startsWith("#") ? line.substring(1).strip() : line;
            if (text.startsWith("///") || text.startsWith("---")) {
                break;
            }
            final var field = FIELD.matcher(text);
            if (line.startsWith("#") && field.matches()) {
                m_values.putIfAbsent((field.group(1) + "." + field.group(2)).toLowerCase(Locale.ROOT),
                    field.group(3).split("\\|\\|", 2)[0].strip());
                if (field.group(1).equalsIgnoreCase("Label")) {
                    m_labels.putIfAbsent(field.group(2), field.group(3).strip());
                }
            }
            if (!text.isEmpty() && (!line.startsWith("#") || !WELL_FORMED.matcher(text).matches())
                && i + 1 < m_lines.size()) {
                odd.add(text);
            }
        }
        if (!odd.isEmpty()) {
            m_notes.add(odd.size() + (odd.size() == 1 ? " line" : " lines") + " of the XDI header "
                + (odd.size() == 1 ? "is" : "are") + " not of the form '# Family.key: value' and "
                + (odd.size() == 1 ? "was" : "were") + " passed over ('" + Texts.shortened(odd.get(0)) + "').");
        }
    }

    /** What the specification asks for and is missing or wrong; it may matter to the user, but costs no data. */
    private void check() {
        final var wrong = new ArrayList<String>();
        final var symbol = value("Element.symbol");
        final var edge = value("Element.edge");
        if (symbol != null && !HeaderFacts.isElement(symbol)) {
            wrong.add("Element.symbol '" + Texts.shortened(symbol) + "'");
        }
        if (edge != null && !HeaderFacts.isEdge(edge)) {
            wrong.add("Element.edge '" + Texts.shortened(edge) + "'");
        }
        final var spacing = value("Mono.d_spacing");
        if (spacing != null && Double.isNaN(NumberParser.parse(spacing.split("\\s")[0]))) {
            wrong.add("Mono.d_spacing '" + Texts.shortened(spacing) + "'");
        }
        final var time = value("Scan.start_time");
        if (time != null && !TIME.matcher(time).matches()) {
            wrong.add("Scan.start_time '" + Texts.shortened(time) + "'");
        }
        checkQuantity("Sample.temperature", wrong);
        checkQuantity("Facility.energy", wrong);
        checkQuantity("Facility.current", wrong);
        if (!wrong.isEmpty()) {
            m_notes.add("The XDI header has wrong values: " + String.join(", ", wrong) + ".");
        }
        if (symbol == null || edge == null) {
            m_notes.add("The XDI header does not state the " + (symbol != null ? "edge (Element.edge)."
                : edge != null ? "element (Element.symbol)." : "element and edge (Element.symbol, Element.edge)."));
        }
    }

    private void checkQuantity(final String field, final List<String> wrong) {
        final var value = value(field);
        if (value != null && !value.matches("(?i)[-+]?\\d.*|room temp.*|rt|n/?a|unknown")) {
            wrong.add(field + " '" + Texts.shortened(value) + "'");
        }
    }

    /** @return the value, <code>null</code> if it is missing, empty or "nan" */
    String value(final String field) {
        final var value = m_values.get(field.toLowerCase(Locale.ROOT));
        return value == null || value.isEmpty() || "nan".equalsIgnoreCase(value) ? null : value;
    }

    List<String> notes() {
        return m_notes;
    }

    /** @return those of {@link #LABELS} that the file has, then those of the family Label */
    Map<String, Object> labels() {
        final var labels = new LinkedHashMap<String, Object>();
        for (final var field : LABELS) {
            if (value(field) != null) {
                labels.put(field, value(field));
            }
        }
        new TextLabels(List.copyOf(m_labels.keySet()), m_labels.values().toArray(String[]::new), (byte)'.')
            .forEach(labels::put);
        return labels;
    }

    /** @return what the fields say of the table */
    ColumnHeader header(final int columns) {
        final var names = new ColumnLabels(m_lines.subList(1, m_lines.size()), columns).find();
        final var symbol = value("Element.symbol");
        final var edge = value("Element.edge");
        final double spacing = number("Mono.d_spacing");
        final double scanE0 = number("Scan.edge_energy");
        final var facts = new HeaderFacts(value("Sample.name"),
            symbol != null && HeaderFacts.isElement(symbol) ? symbol : null,
            edge != null && HeaderFacts.isEdge(edge) ? edge : null,
            Double.isNaN(scanE0) ? number("ScanParameters.E0") : scanE0,
            Double.isNaN(spacing) ? number("Mono.dspacing") : spacing, null, false);
        return new ColumnHeader(names, List.of(), -1, normalised(names, columns), facts, false, true);
    }

    private double number(final String field) {
        final var value = value(field);
        return value == null ? Double.NaN : NumberParser.parse(value.split("\\s")[0]);
    }

    /** The Australian Synchrotron describes a fluorescence that is divided by i0 already. */
    private int normalised(final ColumnNames names, final int columns) {
        int found = -1;
        for (int i = 0; i < columns; i++) {
            final var description = m_values.get("describe.column." + (i + 1));
            if (ColumnRole.of(names.label(i)) == ColumnRole.MU) {
                return -1;
            }
            if (description != null && NORMALISED.matcher(description).matches()
                && ColumnRole.of(names.label(i)) == ColumnRole.FLUORESCENCE) {
                found = i;
            }
        }
        return found;
    }
}

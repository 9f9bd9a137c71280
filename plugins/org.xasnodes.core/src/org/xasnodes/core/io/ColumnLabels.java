package org.xasnodes.core.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the labels of a table's columns in the text above it: declared one by one ("Column.1: energy eV", "# 1) Mono
 * Energy", " Col 1 NAME FLOAT"), one per line behind "Data:", behind a mark (#L of SPEC, "#(1)"), below "Column
 * Headings:" in fixed width, or in the last lines, whatever separates them.
 */
final class ColumnLabels {

    private static final Pattern ALIAS = Pattern.compile("[\\s#;]*([PD]\\d+)\\s*=\\s*\\{(.*?)\\}.*");

    private static final Pattern NUMBERED = Pattern.compile("(?:^|\\s)(\\d+)_(?=[A-Za-z])");

    private static final Pattern HEADINGS = Pattern.compile("(?i)[\\s#;!%*]*column (headings|labels|names) *:? *");

    private static final Pattern RULE = Pattern.compile("[\\s#;!%*:]*([-=_*/~+])\\1{2,}[-=_*/~+\\s]*");

    private static final Pattern XDI_FIELD = Pattern.compile("^\\s*#\\s*[A-Za-z_]\\w*\\.[A-Za-z_0-9]\\w*:");

    private static final Pattern UNIT =
        Pattern.compile("(?i)[(\\[]?(k?ev|a\\.? ?u\\.?|arb.*|counts?|cps|degree?s?|deg|s|sec|seconds|na|ma|cts|v|-|1|)"
            + "[)\\]]?");

    private static final Pattern FIELD = Pattern.compile("\\w: |[:=]$|\\s\\S*\\w\\.$|(\\S+\\s+){6}");

    private static final int LONGEST_LABEL = 60;

    private static final int LABEL_WIDTH = 21;

    /** How far above the table a line of labels may stand. */
    private static final int DEEPEST = 6;

    private final List<String> m_header;

    private final int m_columns;

    /** The index of the line of labels, -1 if they came from elsewhere. */
    private int m_line = -1;

    private boolean m_instrument;

    private DeclaredLabels m_declared;

    ColumnLabels(final List<String> header, final int columns) {
        m_header = header;
        m_columns = columns;
    }

    /** @return labels, <code>null</code> for columns without; empty if there are none */
    ColumnNames find() {
        final var labels = found();
        return labels == null ? ColumnNames.NONE : new ColumnNames(
            aliases(labels).stream().map(label -> label == null || label.isEmpty() ? null : label).toList(),
            m_declared == null ? List.of() : m_declared.units());
    }

    /** @return whether the labels are in a form in which instruments name counters, never programs samples */
    boolean isInstrument() {
        return m_instrument;
    }

    private List<String> found() {
        m_declared = DeclaredLabels.of(m_header, m_columns);
        if (m_declared != null) {
            m_instrument = !m_declared.named();
            return filled(m_declared.labels());
        }
        var labels = behindData();
        if (labels == null) {
            labels = marked();
        }
        m_instrument = labels != null;
        return labels == null ? lastLines() : labels;
    }

    /** @return names that stand above the labels, one over some of the columns; empty if there are none */
    List<String> groupNames() {
        if (m_line < 1) {
            return List.of();
        }
        final var line = m_header.get(m_line - 1);
        final var separator = line.indexOf('\t') >= 0 ? "\t" : line.indexOf(';') >= 0 ? ";" : ",";
        final var names = Arrays.stream(unmarked(line).split(separator)).map(LabelLine::unquoted)
            .collect(Collectors.toCollection(ArrayList::new));
        names.replaceAll(name -> name.isEmpty() ? null : name);
        return names.size() <= m_columns + 1 && 2 * names.size() >= m_columns ? Collections.unmodifiableList(names)
            : List.of();
    }

    /** Columns that were not declared may stand in a line of labels. */
    private List<String> filled(final List<String> labels) {
        final var line = labels.contains(null) ? lastLines() : null;
        return line == null ? labels : IntStream.range(0, labels.size())
            .mapToObj(i -> labels.get(i) != null || i >= line.size() ? labels.get(i) : line.get(i)).toList();
    }

    /** Of SSRL's data collector. */
    private List<String> behindData() {
        for (int i = m_header.size() - 1; i >= 0; i--) {
            if ("data:".equalsIgnoreCase(m_header.get(i).strip())) {
                final var labels = m_header.subList(i + 1, m_header.size()).stream().map(String::strip)
                    .filter(line -> !line.isEmpty()).toList();
                return labels.size() == m_columns ? labels : null;
            }
        }
        return null;
    }

    private List<String> marked() {
        for (int i = m_header.size() - 1; i >= 0; i--) {
            final var line = m_header.get(i);
            List<String> labels = null;
            if (line.startsWith("#L ")) {
                labels = split(line.substring(2));
            } else if (line.startsWith("#(1)")) {
                labels = fitted(line.substring(4));
            } else if (i + 1 < m_header.size() && HEADINGS.matcher(line).matches()) {
                labels = headings(m_header.get(i + 1));
            } else if (line.contains("1_") && line.contains("2_")) {
                labels = numbered(line);
            }
            if (labels != null) {
                m_line = i;
                return labels;
            }
        }
        return null;
    }

    /** Labels of one column too few or too many: CLS counts its columns without the kind of event in front. */
    private List<String> fitted(final String line) {
        final var labels = split(line);
        if (labels != null) {
            return labels;
        }
        final var parts = Arrays.stream(line.strip().split("[\\s,]+")).map(LabelLine::unquoted).toList();
        if (parts.size() == m_columns - 1) {
            final var shifted = new ArrayList<String>(parts);
            shifted.add(0, "Event-ID");
            return shifted;
        }
        return parts.size() > m_columns ? parts.subList(0, m_columns) : null;
    }

    private List<String> headings(final String line) {
        final var body = line.replaceFirst("^\\s*[#;!%*]", "");
        final int count = (body.stripTrailing().length() + LABEL_WIDTH - 1) / LABEL_WIDTH;
        if (count == m_columns) {
            final var labels = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                labels.add(body.substring(i * LABEL_WIDTH, Math.min(body.length(), (i + 1) * LABEL_WIDTH)).strip());
            }
            if (labels.stream().noneMatch(String::isEmpty)) {
                return labels;
            }
        }
        return split(body);
    }

    private List<String> numbered(final String line) {
        final var labels = new String[m_columns];
        final var matcher = NUMBERED.matcher(line);
        int column = -1;
        int from = 0;
        int count = 0;
        while (matcher.find()) {
            if (column >= 0 && column < m_columns) {
                labels[column] = line.substring(from, matcher.start()).strip();
            }
            column = matcher.group(1).length() > 5 ? m_columns : Integer.parseInt(matcher.group(1)) - 1;
            from = matcher.end();
            count++;
        }
        if (column >= 0 && column < m_columns) {
            labels[column] = line.substring(from).strip();
        }
        return count == m_columns ? Arrays.asList(labels) : null;
    }

    private List<String> lastLines() {
        List<String> partial = null;
        int depth = 0;
        for (int i = m_header.size() - 1; i >= 0 && depth < DEEPEST; i--) {
            final var line = m_header.get(i);
            if (RULE.matcher(line).matches() || XDI_FIELD.matcher(line).find() || unmarked(line).isBlank()) {
                continue;
            }
            final var labels = split(unmarked(line));
            if (labels != null && isUnits(labels)) {
                final var above = above(i);
                m_line = above == null ? i : m_line;
                return above == null ? labels : joined(above, labels);
            }
            if (labels != null && areLabels(labels) && (depth == 0 || hasEnergy(labels))) {
                m_line = i;
                return labels;
            }
            partial = partial == null && depth < 2 ? partial(unmarked(line)) : partial;
            depth++;
        }
        return partial;
    }

    private static boolean isUnits(final List<String> labels) {
        return labels.stream().allMatch(label -> UNIT.matcher(label).matches());
    }

    private List<String> above(final int units) {
        for (int i = units - 1; i >= 0 && i >= units - 2; i--) {
            final var labels = RULE.matcher(m_header.get(i)).matches() ? null : split(unmarked(m_header.get(i)));
            if (labels != null) {
                m_line = i;
                return labels;
            }
        }
        return null;
    }

    private static List<String> joined(final List<String> labels, final List<String> units) {
        final var joined = new ArrayList<String>(labels);
        for (int i = 0; i < joined.size(); i++) {
            final var unit = units.get(i).replaceAll("[()\\[\\]]", "");
            joined.set(i, !unit.matches("(?i)k?ev|deg.*") ? joined.get(i) : joined.get(i) + " (" + unit + ")");
        }
        return joined;
    }

    /** @return whether these are short, and not a field "name: value" */
    private static boolean areLabels(final List<String> labels) {
        return labels.stream().noneMatch(label -> label.length() > LONGEST_LABEL || FIELD.matcher(label).find());
    }

    private static boolean hasEnergy(final List<String> labels) {
        return labels.stream().anyMatch(label -> ColumnRole.of(label) == ColumnRole.ENERGY
            || ColumnRole.of(label) == ColumnRole.ANGLE);
    }

    /** Fewer labels than columns: only if the first ones are sure to be labels; more: only the first is sure. */
    private List<String> partial(final String line) {
        final var parts = Arrays.stream(line.strip().split(line.indexOf('\t') >= 0 ? "\\t" : "[\\s,]+"))
            .map(LabelLine::unquoted).toList();
        final var role = parts.size() < 2 ? ColumnRole.OTHER : ColumnRole.of(parts.get(0));
        if (role != ColumnRole.ENERGY && role != ColumnRole.WAVENUMBER) {
            return null;
        }
        return parts.size() > m_columns || role == ColumnRole.WAVENUMBER ? parts.subList(0, 1) : parts;
    }

    private static String unmarked(final String line) {
        int from = 0;
        while (from < line.length() && "#;!%*: \t".indexOf(line.charAt(from)) >= 0 && (line.charAt(from) != '\t'
            || from + 1 < line.length() && "#;!%*:".indexOf(line.charAt(from + 1)) >= 0)) {
            from++;
        }
        return line.substring(from).stripTrailing();
    }

    private List<String> split(final String line) {
        return LabelLine.split(line, m_columns);
    }

    private List<String> aliases(final List<String> labels) {
        final Map<String, String> names = new HashMap<>();
        for (final var line : m_header) {
            final var matcher = line.indexOf('{') < 0 ? null : ALIAS.matcher(line);
            if (matcher != null && matcher.matches()) {
                names.put(matcher.group(1), matcher.group(2).strip());
            }
        }
        return names.isEmpty() ? labels
            : labels.stream().map(label -> names.getOrDefault(label, label)).collect(Collectors.toList());
    }
}

package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.knime.node.parameters.persistence.Persistable;

/** Names picked by hand; names that were not there when the user picked are in or out together. */
final class ManualFilter implements Persistable {

    String[] m_manuallySelected = new String[0];

    String[] m_manuallyDeselected = new String[0];

    boolean m_includeUnknownColumns;

    /** For loading. */
    ManualFilter() {
    }

    ManualFilter(final String[] selected) {
        m_manuallySelected = Objects.requireNonNull(selected);
    }

    Predicate<String> predicate() {
        final Set<String> named = Set.of(m_includeUnknownColumns ? m_manuallyDeselected : m_manuallySelected);
        return name -> named.contains(name) != m_includeUnknownColumns;
    }

    String[] missing(final String[] choices) {
        if (m_includeUnknownColumns) {
            return new String[0];
        }
        final Set<String> present = Set.of(choices);
        return Arrays.stream(m_manuallySelected).filter(name -> !present.contains(name)).toArray(String[]::new);
    }
}

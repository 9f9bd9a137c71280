package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.knime.node.parameters.persistence.Persistable;

/** Picks some of many texts: by hand, by a regular expression or by a pattern with wildcards. */
public class StringFilter implements Persistable {

    StringFilterMode m_mode = StringFilterMode.MANUAL;

    PatternFilter m_patternFilter = new PatternFilter();

    ManualFilter m_manualFilter;

    /** Picks nothing. */
    public StringFilter() {
        this(new String[0]);
    }

    /** @param initialSelected what is picked by hand */
    public StringFilter(final String[] initialSelected) {
        m_manualFilter = new ManualFilter(initialSelected);
    }

    /** @param initialSelected what is picked by hand */
    public StringFilter(final List<String> initialSelected) {
        this(initialSelected.toArray(String[]::new));
    }

    /** Picking by hand, leaves out texts that were not there when the user picked. */
    public void excludeUnknownColumn() {
        m_manualFilter.m_includeUnknownColumns = false;
    }

    /**
     * @param choices all texts
     * @return those that are picked, in the given order
     */
    public String[] filter(final String[] choices) {
        final Predicate<String> predicate = m_mode == StringFilterMode.MANUAL ? m_manualFilter.predicate()
            : m_patternFilter.predicate(m_mode == StringFilterMode.WILDCARD);
        return Arrays.stream(choices).filter(predicate).toArray(String[]::new);
    }
}

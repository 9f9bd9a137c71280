package org.knime.node.parameters.widget.choices.filter;

import java.util.Objects;
import java.util.function.Predicate;

import org.knime.node.parameters.persistence.Persistable;

/**
 * Picks some of many texts that have types: by hand, by a regular expression, by a pattern with wildcards or by type.
 *
 * @param <T> picks by type
 */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {

    TypedStringFilterMode m_mode = TypedStringFilterMode.MANUAL;

    PatternFilter m_patternFilter = new PatternFilter();

    ManualFilter m_manualFilter;

    T m_typeFilter;

    /**
     * @param initialSelected what is picked by hand
     * @param defaultTypeFilter picks by type
     */
    protected TypedStringFilter(final String[] initialSelected, final T defaultTypeFilter) {
        m_manualFilter = new ManualFilter(initialSelected);
        m_typeFilter = defaultTypeFilter;
    }

    /** @param value whether texts that were not there when the user picked by hand are in */
    protected void setIncludeUnknownValues(final boolean value) {
        m_manualFilter.m_includeUnknownColumns = value;
    }

    /**
     * @param choices all texts
     * @return those that were picked by hand and are not there
     */
    protected String[] getMissingSelected(final String[] choices) {
        Objects.requireNonNull(choices);
        return m_mode == TypedStringFilterMode.MANUAL ? m_manualFilter.missing(choices) : new String[0];
    }

    /**
     * @return tells whether a text is picked
     * @throws IllegalStateException if the filter picks by type
     */
    protected Predicate<String> getStringFilterPredicate() {
        return switch (m_mode) {
            case MANUAL -> m_manualFilter.predicate();
            case REGEX -> m_patternFilter.predicate(false);
            case WILDCARD -> m_patternFilter.predicate(true);
            case TYPE -> throw new IllegalStateException("A filter by type has no predicate for names.");
        };
    }
}

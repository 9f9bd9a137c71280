package org.knime.node.parameters.widget.choices.filter;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.widget.choices.TypedStringChoice;

/** Picks by type. */
public abstract class TypeFilter implements Persistable {

    /** The names of the value classes that are picked. */
    public String[] m_selectedTypes; // NOSONAR public in KNIME

    /** Picks nothing. */
    protected TypeFilter() {
        this(new String[0]);
    }

    /** @param selectedTypes the names of the value classes that are picked */
    protected TypeFilter(final String[] selectedTypes) {
        m_selectedTypes = selectedTypes;
    }

    /**
     * @param typeId the name of a value class
     * @return the type as the user sees it, empty if it is not known
     */
    protected abstract Optional<TypedStringChoice.PossibleTypeValue> fromTypeId(String typeId);

    /** @return tells whether the value class of that name is picked */
    protected Predicate<String> getIsSelectedPredicate() {
        return Set.of(m_selectedTypes)::contains;
    }
}

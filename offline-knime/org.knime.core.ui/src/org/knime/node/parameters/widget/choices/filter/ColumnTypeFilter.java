package org.knime.node.parameters.widget.choices.filter;

import java.util.Set;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;

/** Picks columns by the preferred value class of their type. */
final class ColumnTypeFilter extends TypeFilter {

    Predicate<DataColumnSpec> predicate() {
        final Set<String> selected = Set.of(m_selectedTypes);
        return column -> selected.contains(column.getType().getPreferredValueClass().getName());
    }
}

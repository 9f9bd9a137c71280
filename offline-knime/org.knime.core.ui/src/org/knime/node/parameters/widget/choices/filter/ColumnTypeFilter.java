package org.knime.node.parameters.widget.choices.filter;

import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.TypedStringChoice;

/** Picks columns by the preferred value class of their type. */
final class ColumnTypeFilter extends TypeFilter {

    @Override
    protected Optional<TypedStringChoice.PossibleTypeValue> fromTypeId(final String typeId) {
        return Optional.empty(); // only a dialog shows types, and only those of its own columns
    }

    Predicate<DataColumnSpec> predicate() {
        final Predicate<String> selected = getIsSelectedPredicate();
        return column -> selected.test(column.getType().getPreferredValueClass().getName());
    }
}

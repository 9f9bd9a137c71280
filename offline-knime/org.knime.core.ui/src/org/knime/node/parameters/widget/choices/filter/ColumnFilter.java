package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** Picks some columns of a table: by hand, by a regular expression, by a pattern with wildcards or by type. */
public final class ColumnFilter extends TypedStringFilter<ColumnTypeFilter> {

    /** Picks nothing. */
    public ColumnFilter() {
        this(new String[0]);
    }

    /** @param selected the names of columns picked by hand */
    public ColumnFilter(final String[] selected) {
        super(selected, new ColumnTypeFilter());
    }

    /** @param selectedColumns columns picked by hand */
    public ColumnFilter(final List<DataColumnSpec> selectedColumns) {
        this(names(selectedColumns));
    }

    /**
     * Picking by hand, leaves out columns that were not there when the user picked.
     *
     * @return this
     */
    public ColumnFilter withExcludeUnknownColumns() {
        setIncludeUnknownValues(false);
        return this;
    }

    /**
     * Picking by hand, takes in columns that were not there when the user picked.
     *
     * @return this
     */
    public ColumnFilter withIncludeUnknownColumns() {
        setIncludeUnknownValues(true);
        return this;
    }

    /**
     * @param choices the columns from which the user chooses
     * @return the names of those that are picked, in the given order
     */
    public String[] filter(final List<DataColumnSpec> choices) {
        return choices.stream().filter(getFilterPredicate()).map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /**
     * @param spec of a table, whose columns are all offered
     * @return the names of those that are picked, in the order of the table
     */
    public String[] filterFromFullSpec(final DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    /** @return tells whether a column is picked */
    public Predicate<DataColumnSpec> getFilterPredicate() {
        if (m_mode == TypedStringFilterMode.TYPE) {
            return m_typeFilter.predicate();
        }
        final Predicate<String> byName = getStringFilterPredicate();
        return column -> byName.test(column.getName());
    }

    /**
     * @param choices the columns from which the user chooses
     * @return the names of columns that were picked by hand and are not there
     */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        return getMissingSelected(names(choices));
    }

    /**
     * @param spec of a table, whose columns are all offered
     * @return the names of columns that were picked by hand and are not there
     */
    public String[] getMissingSelectedFromFullSpec(final DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }

    private static String[] names(final List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }
}

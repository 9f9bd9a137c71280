package org.knime.node.parameters.widget.choices.util;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;

/** Picks columns by type. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {
    }

    /**
     * @param context the input of a node
     * @param portIndex counts from 0
     * @return the columns of that table, none where its spec is not known
     */
    public static List<DataColumnSpec> getAllColumns(final NodeParametersInput context, final int portIndex) {
        return getFilteredColumns(context, portIndex, column -> true);
    }

    /**
     * @param context the input of a node
     * @param portIndex counts from 0
     * @param filter tells which columns are wanted
     * @return these columns of that table, none where its spec is not known
     */
    public static List<DataColumnSpec> getFilteredColumns(final NodeParametersInput context, final int portIndex,
        final Predicate<DataColumnSpec> filter) {
        return context.getInTableSpec(portIndex).stream().flatMap(DataTableSpec::stream).filter(filter).toList();
    }

    /**
     * @param context the input of a node
     * @param portIndex counts from 0
     * @param valueClasses value interfaces, one of which is enough
     * @return the columns of that table that can be read as one of them
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(final NodeParametersInput context, final int portIndex,
        final Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(context, portIndex, anyOf(valueClasses));
    }

    /**
     * @param context the input of a node
     * @param portIndex counts from 0
     * @param valueClasses value interfaces, one of which is enough
     * @return the first column of that table that can be read as one of them
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final NodeParametersInput context,
        final int portIndex, final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(context, portIndex, valueClasses).stream().findFirst();
    }

    /**
     * @param context the input of a node
     * @param valueClasses value interfaces, one of which is enough
     * @return the first column of the first input table that can be read as one of them
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumnOfFirstPort(final NodeParametersInput context,
        final Class<? extends DataValue>... valueClasses) {
        return getFirstCompatibleColumn(context, 0, valueClasses);
    }

    /**
     * @param spec of a table, or {@code null}
     * @param valueClasses value interfaces, one of which is enough
     * @return its columns that can be read as one of them
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return spec == null ? List.of() : spec.stream().filter(anyOf(valueClasses)).toList();
    }

    /**
     * @param spec of a table, or {@code null}
     * @param valueClasses value interfaces, one of which is enough
     * @return its first column that can be read as one of them
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(spec, valueClasses).stream().findFirst();
    }

    /**
     * @param spec of a table, or {@code null}
     * @return its columns of numbers
     */
    public static List<DataColumnSpec> getDoubleColumns(final DataTableSpec spec) {
        return getCompatibleColumns(spec, DoubleValue.class);
    }

    /**
     * @param spec of a table, or {@code null}
     * @return its columns of texts
     */
    public static List<DataColumnSpec> getStringColumns(final DataTableSpec spec) {
        return getCompatibleColumns(spec, StringValue.class);
    }

    private static Predicate<DataColumnSpec> anyOf(final Class<? extends DataValue>[] valueClasses) {
        return column -> Arrays.stream(valueClasses).anyMatch(column.getType()::isCompatible);
    }
}

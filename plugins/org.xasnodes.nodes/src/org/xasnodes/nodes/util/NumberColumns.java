package org.xasnodes.nodes.util;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;

/** Finds a number column that a user has chosen. */
public final class NumberColumns {

    private NumberColumns() {
    }

    /**
     * @param spec the input table's spec
     * @param name the chosen column
     * @param what what it holds, in the plural, for example "shifts"
     * @return the position of the column
     * @throws InvalidSettingsException if there is no such column, or it holds no numbers; the message says what to do
     */
    public static int find(final DataTableSpec spec, final String name, final String what)
        throws InvalidSettingsException {
        final var index = spec.findColumnIndex(name);
        if (index < 0 || !spec.getColumnSpec(index).getType().isCompatible(DoubleValue.class)) {
            throw new InvalidSettingsException("The column '" + name + "' with the " + what + " is "
                + (index < 0 ? "no longer in the input table" : "not a number column")
                + ". Choose another one in the dialog.");
        }
        return index;
    }
}

package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;

/** Gives columns from which the user chooses. */
public interface ColumnChoicesProvider extends TypedStringChoicesProvider {

    /**
     * @param context the input of the node
     * @return the columns
     */
    default List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
        throw new IllegalStateException(getClass().getName() + " must override columnChoices.");
    }
}

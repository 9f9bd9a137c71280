package org.xasnodes.nodes.reduce.apply;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.xasnodes.nodes.reduce.ReducedTable;
import org.xasnodes.nodes.util.OnProblem;

/** Settings of Reducer Apply. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class ReducerApplyParameters implements NodeParameters {

    @Widget(title = "Append the reconstruction error",
        description = "Whether a column tells how unlike the training data a row is: the root mean square of the difference "
            + "between its features and what the reduced values give back. PCA and autoencoders can tell it, Isomap cannot.")
    boolean m_reconstructionError;

    @Widget(title = "Remove the feature columns",
        description = "Whether the output table leaves out the columns that are reduced, so that a learner after this node "
            + "sees the reduced values only.")
    boolean m_removeColumns = true;

    @Widget(title = "If a row cannot be reduced",
        description = "What to do with a row in which a feature is missing or not a finite number.")
    @Advanced
    OnProblem m_onProblem = OnProblem.MISSING;

    ReducedTable.Options options() {
        return new ReducedTable.Options(m_removeColumns, m_reconstructionError, m_onProblem);
    }
}

package org.xasnodes.nodes.reduce;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.xasnodes.nodes.util.OnProblem;

/** How reduced values stand in a table. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
public final class ReducedOutputParameters implements NodeParameters {

    @Widget(title = "Remove the feature columns",
        description = "Whether the output table leaves out the columns that are reduced, so that a learner after this node "
            + "sees the reduced values only.")
    boolean m_removeColumns = true;

    @Widget(title = "If a row cannot be reduced",
        description = "What to do with a row in which a feature is missing or not a finite number.")
    @Advanced
    OnProblem m_onProblem = OnProblem.MISSING;

    /**
     * @param hasErrors whether a column tells the reconstruction error
     * @return how the reduced table looks
     */
    public ReducedTable.Options options(final boolean hasErrors) {
        return new ReducedTable.Options(m_removeColumns, hasErrors, m_onProblem);
    }
}

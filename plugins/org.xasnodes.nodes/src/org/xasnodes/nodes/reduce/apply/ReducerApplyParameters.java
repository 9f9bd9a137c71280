package org.xasnodes.nodes.reduce.apply;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.xasnodes.nodes.reduce.ReducedOutputParameters;

/** Settings of Reducer Apply. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class ReducerApplyParameters implements NodeParameters {

    @Widget(title = "Append the reconstruction error",
        description = "Whether a column tells how unlike the training data a row is: the root mean square of the difference "
            + "between its features and what the reduced values give back. PCA and autoencoders can tell it, Isomap cannot.")
    boolean m_reconstructionError;

    ReducedOutputParameters m_output = new ReducedOutputParameters();
}

package org.xasnodes.nodes.feature;

import org.knime.node.parameters.widget.choices.Label;

/** How features stand in a table. The names are settings: never rename them. */
public enum FeatureOutput {

    /** A number column for each feature. */
    @Label(value = "Number columns", description = "One number column for each feature. Every learner takes these.")
    COLUMNS,

    /** All in one cell. */
    @Label(value = "One vector column",
        description = "All features of a spectrum in one cell. Tree ensembles and logistic regression take it as it is, and "
            + "the table stays narrow.")
    VECTOR
}

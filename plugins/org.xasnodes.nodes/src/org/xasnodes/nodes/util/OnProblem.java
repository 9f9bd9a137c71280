package org.xasnodes.nodes.util;

import org.knime.node.parameters.widget.choices.Label;

/** What a node does with a spectrum it cannot process. The names are settings: never rename them. */
public enum OnProblem {

    /** Go on with the other spectra. */
    @Label(value = "Missing value",
        description = "The spectrum's result is missing, the other spectra are processed, and a warning says how many and why.")
    MISSING,

    /** Stop. */
    @Label(value = "Fail", description = "The node stops at the first such spectrum with an error that says why.")
    FAIL
}

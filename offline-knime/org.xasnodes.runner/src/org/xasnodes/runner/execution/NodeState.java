package org.xasnodes.runner.execution;

/** How far a node has come, in KNIME's words, and one more. */
public enum NodeState {

        /** It cannot run as it is. */
        IDLE,

        /** It could run. */
        CONFIGURED,

        /** It ran. */
        EXECUTED,

        /** It is not one of our nodes. */
        NEEDS_KNIME
}

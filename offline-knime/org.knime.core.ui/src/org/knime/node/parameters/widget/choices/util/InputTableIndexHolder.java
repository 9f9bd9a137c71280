package org.knime.node.parameters.widget.choices.util;

/** Names the input port whose columns are offered. */
public interface InputTableIndexHolder {

    /** @return the port, counted from 0; by default the first one */
    default int getInputTableIndex() {
        return 0;
    }
}

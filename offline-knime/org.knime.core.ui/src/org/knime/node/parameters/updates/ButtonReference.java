package org.knime.node.parameters.updates;

/** Stands for a button of a dialog. */
public interface ButtonReference {
}

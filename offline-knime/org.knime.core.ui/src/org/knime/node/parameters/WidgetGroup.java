package org.knime.node.parameters;

/** A class whose fields a dialog shows as controls. */
public interface WidgetGroup {
}

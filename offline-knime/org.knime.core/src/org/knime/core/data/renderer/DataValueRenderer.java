package org.knime.core.data.renderer;

import java.awt.Component;
import java.awt.Dimension;

import javax.swing.ListCellRenderer;
import javax.swing.table.TableCellRenderer;

import org.knime.core.data.DataColumnSpec;

/** Draws values. */
@SuppressWarnings("rawtypes") // part of KNIME's signature
public interface DataValueRenderer extends TableCellRenderer, ListCellRenderer {

    /** @return the name of this way of drawing */
    String getDescription();

    Dimension getPreferredSize();

    Component getRendererComponent(Object value);

    boolean accepts(DataColumnSpec column);
}

package org.knime.core.data.renderer;

import java.awt.Component;

import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTable;

import org.knime.core.data.DataColumnSpec;

/** A renderer that paints the value it was given last, in its <code>paintComponent</code>. */
@SuppressWarnings("serial")
public abstract class AbstractPainterDataValueRenderer extends JComponent implements DataValueRenderer {

    public AbstractPainterDataValueRenderer() {
    }

    /** @param value to paint next: a value, a missing cell, or null */
    protected abstract void setValue(Object value);

    @Override
    public String getDescription() {
        return "Default";
    }

    @Override
    public boolean accepts(final DataColumnSpec column) {
        return true;
    }

    @Override
    public Component getRendererComponent(final Object value) {
        setValue(value);
        return this;
    }

    @Override
    public Component getTableCellRendererComponent(final JTable table, final Object value, final boolean selected,
        final boolean focused, final int row, final int column) {
        setBackground(selected ? table.getSelectionBackground() : table.getBackground());
        setForeground(selected ? table.getSelectionForeground() : table.getForeground());
        return getRendererComponent(value);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Component getListCellRendererComponent(final JList list, final Object value, final int index,
        final boolean selected, final boolean focused) {
        setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        setForeground(selected ? list.getSelectionForeground() : list.getForeground());
        return getRendererComponent(value);
    }
}

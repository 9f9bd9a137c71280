package org.knime.core.data.renderer;

import java.awt.Component;

import javax.swing.JList;
import javax.swing.table.DefaultTableCellRenderer;

import org.knime.core.data.DataColumnSpec;

/** Shows a value as its text. */
@SuppressWarnings("serial")
public class DefaultDataValueRenderer extends DefaultTableCellRenderer implements DataValueRenderer {

    private final String m_description;

    public DefaultDataValueRenderer() {
        this("Default");
    }

    public DefaultDataValueRenderer(final String description) {
        m_description = description;
    }

    @Override
    public String getDescription() {
        return m_description;
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
    @SuppressWarnings("rawtypes")
    public Component getListCellRendererComponent(final JList list, final Object value, final int index,
        final boolean selected, final boolean focused) {
        return getRendererComponent(value);
    }

    /** Makes text renderers. */
    public static final class Factory extends AbstractDataValueRendererFactory {
        public Factory() {
        }

        @Override
        public String getDescription() {
            return "Default";
        }

        @Override
        public DataValueRenderer createRenderer(final DataColumnSpec column) {
            return new DefaultDataValueRenderer();
        }
    }
}

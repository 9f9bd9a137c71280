package org.xasnodes.nodes.spectrum;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.AbstractPainterDataValueRenderer;
import org.knime.core.data.renderer.DataValueRenderer;
import org.xasnodes.core.picture.CurvePainter;
import org.xasnodes.core.spectrum.Spectrum;

/** Draws a spectrum as a curve in its table cell. */
public final class SpectrumRendererFactory extends AbstractDataValueRendererFactory {

    private static final String DESCRIPTION = "Spectrum curve";

    @Override
    public String getDescription() {
        return DESCRIPTION;
    }

    @Override
    public DataValueRenderer createRenderer(final DataColumnSpec column) {
        return new CurveRenderer();
    }

    /** A painter, because KNIME's table view makes images of these, also without a display. */
    static final class CurveRenderer extends AbstractPainterDataValueRenderer {

        private static final long serialVersionUID = 1;

        private transient Spectrum m_spectrum;

        @Override
        protected void setValue(final Object value) {
            m_spectrum = value instanceof SpectrumValue s ? s.spectrum() : null;
            setToolTipText(m_spectrum == null ? null : m_spectrum.toString());
        }

        @Override
        public String getDescription() {
            return DESCRIPTION;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(160, 60);
        }

        @Override
        protected void paintComponent(final Graphics graphics) {
            super.paintComponent(graphics);
            if (m_spectrum != null) {
                CurvePainter.paint((Graphics2D)graphics, 0, 0, getWidth(), getHeight(), m_spectrum);
            }
        }
    }
}

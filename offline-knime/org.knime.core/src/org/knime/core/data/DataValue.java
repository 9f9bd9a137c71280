package org.knime.core.data;

import java.awt.image.BufferedImage;
import java.net.URL;

import javax.swing.Icon;
import javax.swing.ImageIcon;

import org.knime.core.data.renderer.DataValueRendererFamily;

/**
 * What a cell can be read as. A value interface may hold a public constant <code>UTILITY</code> with its name,
 * comparator and icon.
 */
public interface DataValue {

    /** Used for values that have no utility of their own. */
    UtilityFactory UTILITY = new UtilityFactory();

    /**
     * @return a cell that holds this value and does not change
     * @throws UnsupportedOperationException if this is not a cell
     */
    default DataCell materializeDataCell() {
        if (this instanceof DataCell) {
            return (DataCell)this;
        }
        throw new UnsupportedOperationException("Cannot make a data cell of " + getClass().getName());
    }

    /** Facts about a value interface. */
    class UtilityFactory {

        private static final int ICON_SIZE = 16;

        private static final Icon EMPTY_ICON =
            new ImageIcon(new BufferedImage(ICON_SIZE, ICON_SIZE, BufferedImage.TYPE_INT_ARGB));

        protected UtilityFactory() {
        }

        /** @return how to order such values, or null */
        protected DataValueComparator getComparator() {
            return null;
        }

        protected DataValueRendererFamily getRendererFamily(final DataColumnSpec spec) {
            return null;
        }

        public Icon getIcon() {
            return EMPTY_ICON;
        }

        /**
         * @param origin a class in the package the path is relative to
         * @param path of the image, relative, or absolute with a leading slash
         * @return the icon, or null if there is no such file
         */
        protected static Icon loadIcon(final Class<?> origin, final String path) {
            final URL url = origin.getResource(path);
            return url == null ? null : new ImageIcon(url);
        }
    }
}

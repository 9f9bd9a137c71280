package org.xasnodes.nodes.view;

import java.util.List;

/**
 * What the view of a node shows, in this order. Public with public components, because KNIME turns it into JSON.
 *
 * @param pictures none if there is nothing to show
 */
public record Pictures(List<Picture> pictures) {

    /** Nothing to show. */
    public static final Pictures NONE = new Pictures(List.of());

    /** Takes a copy. */
    public Pictures {
        pictures = List.copyOf(pictures);
    }

    /**
     * @param pictures in the order in which they are shown
     * @return them
     */
    public static Pictures of(final Picture... pictures) {
        return new Pictures(List.of(pictures));
    }

    /**
     * One picture.
     *
     * @param title above the picture, and the name of the file when the user saves it
     * @param svg an SVG document
     */
    public record Picture(String title, String svg) {
    }
}

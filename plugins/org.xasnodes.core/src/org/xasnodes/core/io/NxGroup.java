package org.xasnodes.core.io;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.xasnodes.core.spectrum.SpectrumException;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.links.ExternalLink;

/**
 * A group of an HDF5 file. Links inside the file are followed to arrays, never to groups, so that a search ends; links
 * to other files are not followed at all.
 */
record NxGroup(Group group, String path) {

    /** More points than any scan has; keeps memory bounded. */
    private static final int MOST_POINTS = 1_000_000;

    private static final long LONGEST_TEXT = 1 << 16;

    /** @return the names of the groups in it */
    List<String> groups() {
        final var names = new ArrayList<String>();
        for (final var child : group.getChildren().entrySet()) {
            if (!child.getValue().isLink() && child.getValue() instanceof Group) {
                names.add(child.getKey());
            }
        }
        return names;
    }

    NxGroup group(final String name) {
        return new NxGroup((Group)group.getChildren().get(name), path.isEmpty() ? name : path + "/" + name);
    }

    /** @return how many links to other files are in it */
    int externalLinks() {
        int count = 0;
        for (final var child : group.getChildren().values()) {
            count += child instanceof ExternalLink ? 1 : 0;
        }
        return count;
    }

    /** @return whether it is an entry, which may stand inside another */
    boolean isEntry() {
        final var type = attribute(group, "NX_class");
        return type.equals("NXentry") || type.equals("NXsubentry");
    }

    /** @return the array of this name, <code>null</code> if there is none in this file */
    Dataset dataset(final String name) {
        Node node = group.getChildren().get(name);
        if (node instanceof Link link) {
            node = link instanceof ExternalLink || link.isBrokenLink() ? null : link.getTarget();
        }
        return node instanceof Dataset dataset ? dataset : null;
    }

    /** @return name and size of an array of more than one dimension besides energies, <code>null</code> if none is */
    String image() {
        String image = null;
        boolean energies = false;
        for (final var child : group.getChildren().entrySet()) {
            if (child.getValue() instanceof Dataset dataset && !child.getValue().isLink()) {
                final var dimensions = dataset.getDimensions();
                energies |= child.getKey().toLowerCase(Locale.ROOT).contains("energy");
                if (dimensions.length > 1) {
                    image = "'" + path + "/" + child.getKey() + "' of " + String.join(" x ",
                        Arrays.stream(dimensions).mapToObj(Integer::toString).toList());
                }
            }
        }
        return energies ? image : null;
    }

    /**
     * @param name the name of a text; with two names the text of the second in a group of the first, or of the first
     * @return the text, <code>null</code> if there is none
     */
    String text(final String... name) {
        final var outer = dataset(name[0]);
        if (outer != null) {
            return text(outer);
        }
        if (name.length < 2 || !(group.getChildren().get(name[0]) instanceof Group inner) || inner.isLink()) {
            return null;
        }
        final var dataset = new NxGroup(inner, path).dataset(name[1]);
        return dataset == null ? null : text(dataset);
    }

    private static String text(final Dataset dataset) {
        if (dataset.getSize() != 1 || dataset.getSizeInBytes() > LONGEST_TEXT || dataset.isCompound()) {
            return null;
        }
        return text(dataset.getData());
    }

    private static String text(final Object data) {
        final var value = data instanceof Object[] array && array.length == 1 ? array[0] : data;
        return value instanceof String string && !string.isBlank() ? string.strip() : null;
    }

    /** @return the text if it matches, <code>null</code> otherwise */
    String matching(final String pattern, final String... name) {
        final var text = text(name);
        return text != null && text.matches(pattern) ? text : null;
    }

    /** @return the attribute's text, empty if it has none */
    static String attribute(final Node node, final String name) {
        final var attribute = node.getAttribute(name);
        if (attribute == null || attribute.getSize() != 1 || attribute.getSizeInBytes() > LONGEST_TEXT) {
            return "";
        }
        final var text = text(attribute.getData());
        return text == null ? "" : text;
    }

    /**
     * @param dataset of one dimension
     * @throws SpectrumException if it does not hold numbers, or far too many
     */
    static double[] numbers(final Dataset dataset) throws SpectrumException {
        final long count = dataset.getSize();
        if (count < 0 || count > MOST_POINTS) {
            throw new SpectrumException("'" + dataset.getName() + "' has " + count + " values, more than "
                + MOST_POINTS + ".");
        }
        final var data = count == 0 ? new double[0] : dataset.getData();
        if (!data.getClass().isArray() || !data.getClass().getComponentType().isPrimitive()
            || data.getClass().getComponentType() == boolean.class) {
            throw new SpectrumException("'" + dataset.getName() + "' does not hold numbers.");
        }
        final var numbers = new double[Array.getLength(data)];
        Arrays.setAll(numbers, i -> Array.getDouble(data, i));
        return numbers;
    }
}

package org.xasnodes.nodes.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingConstants;

import org.xasnodes.core.reduce.Reducer;
import org.xasnodes.core.reduce.ReducerSpec;

/** Says in a scientist's words what a reducer is. */
final class ReducerText {

    private ReducerText() {
    }

    /** @return for example "PCA: 100 numbers of 'cdf' to 3" */
    static String summary(final ReducerSpec spec) {
        final var size = spec.space().size() == 0 ? "the numbers" : spec.space().size() + " numbers";
        final var feature = spec.space().feature().isEmpty() ? "" : " of the feature '" + spec.space().feature() + "'";
        return method(spec.id()) + ": " + size + feature
            + (spec.dimensions() == 0 ? " to fewer" : " to " + spec.dimensions());
    }

    private static String method(final String id) {
        return switch (id) {
            case "pca" -> "PCA";
            case "isomap" -> "Isomap";
            case "ae" -> "Autoencoder";
            default -> id;
        };
    }

    /** @return what is known before fitting */
    static List<String> of(final ReducerSpec spec) {
        final List<String> lines = new ArrayList<>();
        final var space = spec.space();
        lines.add(summary(spec));
        final var columns = space.columns();
        lines.add(space.isVector() ? "Input: the vector column '" + columns.get(0) + "'"
            : String.format(Locale.ROOT, "Input: %,d number columns, '%s' to '%s'", columns.size(), columns.get(0),
                columns.get(columns.size() - 1)));
        final var energies = space.energiesEv();
        if (energies.length > 1 && !Double.isNaN(energies[0]) && !Double.isNaN(energies[energies.length - 1])) {
            lines.add("Energies: " + energies[0] + " to " + energies[energies.length - 1] + " eV");
        }
        return lines;
    }

    /** @return what is known of a fitted one */
    static List<String> of(final ReducerSpec spec, final Reducer reducer) {
        final var lines = of(spec);
        lines.addAll(reducer.facts());
        return lines;
    }

    static JComponent[] view(final ReducerSpec spec, final List<String> lines) {
        final var html = new StringBuilder("<html>");
        for (final var line : lines) {
            html.append("<p>").append(line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")).append("</p>");
        }
        final var label = new JLabel(html.append("</html>").toString());
        label.setVerticalAlignment(SwingConstants.TOP);
        label.setName(method(spec.id()) + " Reducer"); // KNIME's title of the tab
        return new JComponent[]{label};
    }
}

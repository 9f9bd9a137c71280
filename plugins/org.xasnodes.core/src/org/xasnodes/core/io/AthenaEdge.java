package org.xasnodes.core.io;

import java.util.Locale;
import java.util.regex.Pattern;

import org.xasnodes.core.element.XrayEdges;

/**
 * The element and edge that an Athena project states. Athena guesses them from the edge energy, often wrongly, so they
 * are believed only where the edge energy agrees with the table, and where no edge that is measured more often agrees
 * as well.
 *
 * @param element symbol, <code>null</code> if it is not to be believed
 * @param edge name, <code>null</code> if it is not to be believed
 */
record AthenaEdge(String element, String edge) {

    private static final AthenaEdge UNKNOWN = new AthenaEdge(null, null);

    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z]{1,2}");

    private static final Pattern EDGE = Pattern.compile("K|[LM][1-5]");

    /** Edges of compounds lie up to some 20 eV above those of the table. */
    private static final double TOLERANCE_EV = 25;

    /**
     * @param group of a project
     * @param e0Ev its edge energy, NaN if it has none
     */
    static AthenaEdge of(final AthenaGroup group, final double e0Ev) {
        final var symbol = group.text("bkg_z");
        final var text = group.text("fft_edge");
        if (Double.isNaN(e0Ev) || symbol == null || text == null || !SYMBOL.matcher(symbol).matches()) {
            return UNKNOWN;
        }
        final var edge = text.toUpperCase(Locale.ROOT);
        final var element = symbol.substring(0, 1).toUpperCase(Locale.ROOT)
            + symbol.substring(1).toLowerCase(Locale.ROOT);
        final boolean agrees = EDGE.matcher(edge).matches() && isNear(element, edge, e0Ev);
        return agrees && (edge.equals("K") || edge.equals("L3") || !isCommonEdgeNear(e0Ev))
            ? new AthenaEdge(element, edge) : UNKNOWN;
    }

    private static boolean isNear(final String element, final String edge, final double e0Ev) {
        final var energyEv = XrayEdges.energyEv(element, edge);
        return energyEv.isPresent() && Math.abs(energyEv.getAsDouble() - e0Ev) <= TOLERANCE_EV;
    }

    /** @return whether any element's K or L3 edge is near */
    private static boolean isCommonEdgeNear(final double e0Ev) {
        return XrayEdges.all().stream().filter(edge -> edge.edge().equals("K") || edge.edge().equals("L3"))
            .anyMatch(edge -> Math.abs(edge.energyEv() - e0Ev) <= TOLERANCE_EV);
    }
}

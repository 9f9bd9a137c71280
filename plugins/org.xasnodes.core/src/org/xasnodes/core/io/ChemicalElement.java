package org.xasnodes.core.io;

import org.xasnodes.core.element.XrayEdges;

/** Chemical elements as calculations name them, by number. */
final class ChemicalElement {

    private ChemicalElement() {
    }

    /**
     * @param number the atomic number, in digits
     * @return the symbol, <code>null</code> if there is no such element
     */
    static String symbol(final String number) {
        final double z = NumberParser.parse(number);
        return XrayEdges.all().stream().filter(edge -> edge.atomicNumber() == z).findFirst()
            .map(XrayEdges.Edge::symbol).orElse(null);
    }
}

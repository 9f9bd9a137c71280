package org.xasnodes.core.element;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Energies of the K, L and M absorption edges of the elements 1 to 98, from the tables of W. T. Elam, B. D. Ravel and
 * J. R. Sieber, Radiat. Phys. Chem. 63, 121 (2002),
 * <a href="https://doi.org/10.1016/S0969-806X(01)00227-4">doi 10.1016/S0969-806X(01)00227-4</a>. They are those of free
 * or elemental atoms: measured edges of compounds lie up to about 20 eV higher, and a monochromator may be off.
 */
public final class XrayEdges {

    /**
     * An absorption edge.
     *
     * @param atomicNumber 1 to 98
     * @param symbol of the element, for example "Ni"
     * @param edge "K", "L1" to "L3" or "M1" to "M5"
     * @param energyEv its energy in eV
     */
    public record Edge(int atomicNumber, String symbol, String edge, double energyEv) {
    }

    private static final String TABLE = "edges.txt";

    private static final String[] EDGES = {"K", "L1", "L2", "L3", "M1", "M2", "M3", "M4", "M5"};

    private static final List<Edge> ALL = read();

    private static final Map<String, Edge> BY_NAME = byName();

    private static final Map<String, Integer> NUMBERS = numbers();

    private XrayEdges() {
    }

    private static List<Edge> read() {
        final List<Edge> edges = new ArrayList<>();
        try (var lines = new BufferedReader(
            new InputStreamReader(XrayEdges.class.getResourceAsStream(TABLE), StandardCharsets.US_ASCII))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                final var words = line.split(" ");
                for (int k = 0; k < EDGES.length; k++) {
                    if (!"-".equals(words[k + 2])) {
                        edges.add(new Edge(Integer.parseInt(words[0]), words[1], EDGES[k],
                            Double.parseDouble(words[k + 2])));
                    }
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("The table of absorption edges in this program is damaged", e);
        }
        return List.copyOf(edges);
    }

    private static Map<String, Edge> byName() {
        final Map<String, Edge> edges = new HashMap<>();
        ALL.forEach(edge -> edges.put(key(edge.symbol(), edge.edge()), edge));
        return Map.copyOf(edges);
    }

    private static Map<String, Integer> numbers() {
        final Map<String, Integer> numbers = new HashMap<>();
        ALL.forEach(edge -> numbers.put(edge.symbol().toLowerCase(Locale.ROOT), edge.atomicNumber()));
        return Map.copyOf(numbers);
    }

    private static String key(final String symbol, final String edge) {
        return (symbol.strip() + " " + edge.strip()).toLowerCase(Locale.ROOT);
    }

    /**
     * @param symbol of an element, in upper or lower case
     * @param edge "K", "L1" to "L3" or "M1" to "M5", in upper or lower case
     * @return the energy in eV; empty if there is no such element or edge
     */
    public static OptionalDouble energyEv(final String symbol, final String edge) {
        final var found = BY_NAME.get(key(symbol, edge));
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found.energyEv());
    }

    /**
     * @param symbol anything
     * @return whether it is the symbol of one of the elements, in upper or lower case
     */
    public static boolean isElement(final String symbol) {
        return NUMBERS.containsKey(symbol.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The edge nearest to an energy. A guess: edges of different elements lie close together.
     *
     * @param energyEv an energy in eV
     * @param toleranceEv how far the edge may be
     * @return the nearest edge; of equally near ones that of the lightest element; empty if none is near enough
     */
    public static Optional<Edge> nearest(final double energyEv, final double toleranceEv) {
        Edge best = null;
        for (final var edge : ALL) {
            final var distance = Math.abs(edge.energyEv() - energyEv);
            if (distance <= toleranceEv && (best == null || distance < Math.abs(best.energyEv() - energyEv))) {
                best = edge;
            }
        }
        return Optional.ofNullable(best);
    }

    /** @return all edges, by atomic number and then from K to M5 */
    public static List<Edge> all() {
        return ALL;
    }
}

package org.xasnodes.core.element;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xasnodes.core.testing.SharedFiles;

class XrayEdgesTest {

    /** Values of the X-ray Data Booklet. */
    @ParameterizedTest
    @CsvSource({"Ni,K,8333", "fe,k,7112", "CU,K,8979", "Au,L3,11919", "Pt,L3,11564", "W,L3,10207", "Pb,M5,2484",
        "S,K,2472"})
    void givesTheEnergiesOfTheTables(final String symbol, final String edge, final double energy) {
        assertEquals(energy, XrayEdges.energyEv(symbol, edge).getAsDouble(), 0.6);
    }

    @Test
    void coversTheElements1To98InOrder() {
        final var edges = XrayEdges.all();
        assertEquals(98, edges.stream().map(XrayEdges.Edge::symbol).distinct().count());
        for (int i = 1; i < edges.size(); i++) {
            final var edge = edges.get(i);
            final var before = edges.get(i - 1);
            assertTrue(edge.atomicNumber() - before.atomicNumber() <= 1);
            assertTrue(edge.energyEv() > 0);
            // shallow levels of light elements are not known to the last tenth of an eV
            if (edge.atomicNumber() == before.atomicNumber() && before.energyEv() > 100) {
                assertTrue(edge.energyEv() <= before.energyEv(), edge.toString());
            }
        }
    }

    @Test
    void energiesOfKEdgesRiseWithTheAtomicNumber() {
        var previous = 0.0;
        for (final var edge : XrayEdges.all()) {
            if ("K".equals(edge.edge())) {
                assertTrue(edge.energyEv() > previous, edge.toString());
                previous = edge.energyEv();
            }
        }
    }

    @Test
    void whatDoesNotExistHasNoEnergy() {
        assertTrue(XrayEdges.energyEv("H", "L3").isEmpty());
        assertTrue(XrayEdges.energyEv("Xx", "K").isEmpty());
        assertTrue(XrayEdges.energyEv("Ni", "N1").isEmpty());
        assertTrue(XrayEdges.isElement("ni"));
        assertFalse(XrayEdges.isElement(""));
        assertFalse(XrayEdges.isElement("Ni K"));
    }

    @Test
    void theNearestEdgeIsFoundWithinTheTolerance() {
        assertEquals("Ni K", name(8337));
        assertEquals("Pb L3", name(13041));
        assertTrue(XrayEdges.nearest(8337, 3).isEmpty());
        assertTrue(XrayEdges.nearest(-100, 50).isEmpty());
    }

    private static String name(final double energy) {
        final var edge = XrayEdges.nearest(energy, 20).orElseThrow();
        return edge.symbol() + " " + edge.edge();
    }

    @Test
    void agreesWithTheEdgesOfTheMeasuredLibrary() throws IOException {
        final var lines = Files.readAllLines(SharedFiles.shared("golden/larch/e0_all_xdi.csv"));
        for (final var line : lines.subList(1, lines.size())) {
            final var cells = line.split(",");
            assertEquals(Double.parseDouble(cells[7]), XrayEdges.energyEv(cells[2], cells[3]).getAsDouble(), 0.05,
                line);
            final var offset = Double.parseDouble(cells[4]) - XrayEdges.energyEv(cells[2], cells[3]).getAsDouble();
            // strontium files have a monochromator that was off
            assertTrue(Math.abs(offset) < ("Sr".equals(cells[2]) ? 40 : 21), line);
        }
    }
}

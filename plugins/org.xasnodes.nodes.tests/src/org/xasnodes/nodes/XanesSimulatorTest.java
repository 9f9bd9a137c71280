package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DoubleValue;
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.nodes.io.simulator.XanesSimulatorNodeFactory;

/** XANES Simulator: the same spectra for the same settings, with their labels. */
final class XanesSimulatorTest {

    private static NodeRun node() {
        return NodeRun.of(new XanesSimulatorNodeFactory());
    }

    @Test
    void aNewNodeMakes600SpectraOfThreeOxidationStates() throws Exception {
        final var result = node().run();
        final var table = result.ok();
        assertEquals(600, table.size());
        assertEquals(List.of("Spectrum", "Oxidation state", "Bond length (\u00c5)"),
            Tables.names(table.getDataTableSpec()));
        assertTrue(result.configured().equalStructure(table.getDataTableSpec()));
        assertEquals("linear 8330.0 8370.0 100",
            result.configured().getColumnSpec(0).getProperties().getProperty("xas.grid"));
        assertEquals("linear 8330.0 8370.0 100",
            table.getDataTableSpec().getColumnSpec(0).getProperties().getProperty("xas.grid"));
        assertNull(result.warning());
        assertEquals("Row0", Tables.keys(table).get(0));
        assertEquals("Row599", Tables.keys(table).get(599));
    }

    @Test
    void theDomainsHoldTheOxidationStatesAndTheRangeOfBondLengths() throws Exception {
        final var spec = node().run().ok().getDataTableSpec();
        final var states = new HashSet<String>();
        spec.getColumnSpec("Oxidation state").getDomain().getValues().forEach(v -> states.add(v.toString()));
        assertEquals(Set.of("Ni2+", "Ni3+", "Ni4+"), states);
        final var lengths = spec.getColumnSpec(2).getDomain();
        assertTrue(((DoubleValue)lengths.getLowerBound()).getDoubleValue() > 1.7);
        assertTrue(((DoubleValue)lengths.getUpperBound()).getDoubleValue() < 2.2);
    }

    @Test
    void everyOptionReachesTheSimulator() throws Exception {
        final var table = node().set("spectra", 12).set("noise", 0.03).set("seed", -7).set("firstEnergyEv", 8320)
            .set("lastEnergyEv", 8380).set("points", 61).run().ok();
        final var core = new XanesSimulator(EnergyGrid.linear(8320, 8380, 61), -7, 0.03);
        for (int i = 0; i < 12; i++) {
            final var expected = core.simulate(i);
            assertEquals(expected.spectrum(), Tables.spectraOf(table, "Spectrum").get(i));
            assertEquals("Ni" + expected.oxidationState() + "+", Tables.texts(table, "Oxidation state").get(i));
            assertEquals(expected.bondLengthAngstrom(),
                ((DoubleValue)Tables.cells(table, "Bond length (\u00c5)").get(i)).getDoubleValue());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "spectra | 0 | The number of spectra must be at least 1, not 0.",
        "spectra | -3 | The number of spectra must be at least 1, not -3.",
        "points | 1 | Energy grid: A grid needs at least 2 points, not 1.",
        "lastEnergyEv | 8330 | Energy grid: The last energy (8330.0 eV) must be above the first (8330.0 eV).",
        "lastEnergyEv | 8300 | Energy grid: The last energy (8300.0 eV) must be above the first (8330.0 eV).",
        "firstEnergyEv | NaN | Energy grid: The first and the last energy must be numbers, not NaN and 8370.0.",
        "firstEnergyEv | 8345 | The grid (8345.00 to 8370.00 eV, 100 points) must begin at 8340.0 eV or below and "
        + "end at 8360.0 eV or above, to span the Ni K edge.",
        "noise | -0.1 | The noise must be from 0 to 0.1, not -0.1.", "noise | 5 | The noise must be from 0 to 0.1, "
        + "not 5.0.",
        "noise | NaN | The noise must be from 0 to 0.1, not NaN."})
    void impossibleNumbersAreRefused(final String key, final String value, final String message) throws Exception {
        assertEquals(message, node().set(key, value).configure().error());
    }

    @Test
    void aGridTooLargeForAnyTableIsRefusedBeforeItTakesMemory() throws Exception {
        assertEquals("Energy grid: The number of points must be at most 1000000, not 2147483647.",
            node().set("points", Integer.MAX_VALUE).configure().error());
    }

    @Test
    void progressRisesToTheEndAndCancellingIsHeard() throws Exception {
        final List<Double> seen = new ArrayList<>();
        node().set("spectra", 50).onProgress(seen::add).run().ok();
        assertEquals(seen.stream().sorted().toList(), seen);
        assertEquals(1.0, seen.get(seen.size() - 1));
        assertTrue(seen.size() >= 10);
        final var node = node();
        final List<Double> heard = new ArrayList<>();
        assertTrue(node.onProgress(p -> {
            heard.add(p);
            node.cancel();
        }).run().canceled());
        assertEquals(1, heard.size());
    }
}

package org.xasnodes.core.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;

class EnergyGridTest {

    @Test
    void keepsTheGivenEnergiesBitForBit() {
        final var energies = new double[]{-3.5, 0, Math.nextUp(0.0), 8330.404040404040, 1e300};
        final var grid = EnergyGrid.of(energies);
        assertArrayEquals(energies, grid.toArray());
        assertEquals(5, grid.size());
        assertEquals(-3.5, grid.firstEv());
        assertEquals(1e300, grid.lastEv());
        assertEquals(8330.404040404040, grid.energyEv(3));
    }

    @Test
    void neitherItsSourceNorItsCopyCanChangeIt() {
        final var energies = new double[]{1, 2, 3};
        final var grid = EnergyGrid.of(energies);
        energies[0] = 99;
        grid.toArray()[1] = 99;
        assertArrayEquals(new double[]{1, 2, 3}, grid.toArray());
    }

    @Test
    void refusesFewerThanTwoEnergies() {
        assertMessage("at least 2 energies, but there is 1", () -> EnergyGrid.of(8330));
        assertMessage("at least 2 energies, but there are 0", EnergyGrid::of);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesEnergiesThatAreNotFiniteAndNamesTheFirst(final double energy) {
        assertMessage("Energy number 2 is " + energy, () -> EnergyGrid.of(1, energy, 3));
        assertMessage("Energy number 1 is " + energy, () -> EnergyGrid.of(energy, 2));
    }

    @Test
    void refusesRepeatedAndDescendingEnergiesAndNamesTheFirst() {
        assertMessage("number 3 (2.0 eV) follows 2.0 eV", () -> EnergyGrid.of(1, 2, 2, 0));
        assertMessage("number 2 (0.0 eV) follows 1.0 eV", () -> EnergyGrid.of(1, 0, 2));
        assertMessage("number 2", () -> EnergyGrid.of(-0.0, 0.0));
    }

    @Test
    void linearIsNumPysLinspace() throws IOException {
        final var expected = GoldenJson.doubles(
            GoldenJson.read(SharedFiles.golden("features_synthetic7.json")).get("grid"));
        assertArrayEquals(expected, EnergyGrid.linear(8330, 8370, 100).toArray(), 0);
    }

    @Test
    void linearEndsExactlyAtTheLastEnergy() {
        for (int points = 2; points < 500; points++) {
            final var grid = EnergyGrid.linear(0.1, 0.7, points);
            assertEquals(0.1, grid.firstEv());
            assertEquals(0.7, grid.lastEv());
            assertEquals(points, grid.size());
        }
    }

    @Test
    void linearRefusesWhatIsNoRange() {
        assertMessage("at least 2 points, not 1", () -> EnergyGrid.linear(1, 2, 1));
        assertMessage("must be above", () -> EnergyGrid.linear(2, 2, 10));
        assertMessage("must be above", () -> EnergyGrid.linear(3, 2, 10));
        assertMessage("must be above", () -> EnergyGrid.linear(Double.NaN, 2, 10));
        assertMessage("must be above", () -> EnergyGrid.linear(1, Double.NaN, 10));
        assertThrows(IllegalArgumentException.class, () -> EnergyGrid.linear(1, Double.POSITIVE_INFINITY, 10));
    }

    @Test
    void linearRefusesMorePointsThanTheRangeHasNumbers() {
        assertMessage("must ascend", () -> EnergyGrid.linear(8330, 8330 + 1e-11, 100));
    }

    @Test
    void gridsOfTheSameEnergiesAreEqual() {
        final var grid = EnergyGrid.linear(8330, 8370, 100);
        final var same = EnergyGrid.of(grid.toArray());
        assertEquals(grid, same);
        assertEquals(grid.hashCode(), same.hashCode());
        final var almost = grid.toArray();
        almost[50] = Math.nextUp(almost[50]);
        assertNotEquals(grid, EnergyGrid.of(almost));
        assertNotEquals(grid, EnergyGrid.linear(8330, 8370, 101));
        assertNotEquals(grid, null);
    }

    @Test
    void describesItselfForMessages() {
        assertEquals("8330.00 to 8370.00 eV, 100 points", EnergyGrid.linear(8330, 8370, 100).toString());
    }

    private static void assertMessage(final String part, final Executable call) {
        final var message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}

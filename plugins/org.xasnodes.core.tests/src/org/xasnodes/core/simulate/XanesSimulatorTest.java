package org.xasnodes.core.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.util.SplitMix64;

class XanesSimulatorTest {

    private static final EnergyGrid GRID = EnergyGrid.linear(8330, 8370, 100);

    private final XanesSimulator m_simulator = new XanesSimulator(GRID, 20231, 0.005);

    @Test
    void spectraAreScaledToAMaximumOfOneOnTheGivenGrid() {
        for (int i = 0; i < 300; i++) {
            final var spectrum = m_simulator.simulate(i).spectrum();
            assertEquals(GRID, spectrum.grid());
            assertEquals(Scale.MAXIMUM, spectrum.scale());
            assertEquals(0, spectrum.appliedShiftEv());
            assertEquals(1.0, Arrays.stream(spectrum.intensities()).max().getAsDouble());
        }
    }

    @Test
    void withoutNoiseIntensitiesArePositive() {
        final var quiet = new XanesSimulator(EnergyGrid.linear(8200, 8600, 500), 3, 0);
        for (int i = 0; i < 300; i++) {
            assertTrue(Arrays.stream(quiet.simulate(i).spectrum().intensities()).min().getAsDouble() > 0);
        }
    }

    @Test
    void everySpectrumHasACumulativeDistributionEvenWithTheMostNoiseAndTheFewestPoints() throws SpectrumException {
        for (final var grid : new EnergyGrid[]{GRID, EnergyGrid.of(8340, 8360)}) {
            final var noisy = new XanesSimulator(grid, 8, 0.1);
            for (int i = 0; i < 1000; i++) {
                final var cdf = new CumulativeDistribution().apply(noisy.simulate(i).spectrum().intensities());
                assertEquals(1.0, cdf[cdf.length - 1]);
            }
        }
    }

    @Test
    void labelsAreThoseOfNickelInLayeredOxides() {
        final var count = new int[5];
        final var sum = new double[5];
        for (int i = 0; i < 3000; i++) {
            final var simulated = m_simulator.simulate(i);
            count[simulated.oxidationState()]++;
            sum[simulated.oxidationState()] += simulated.bondLengthAngstrom();
        }
        for (int state = 2; state <= 4; state++) {
            assertEquals(1000, count[state], 120);
        }
        assertEquals(2.06, sum[2] / count[2], 0.003);
        assertEquals(1.95, sum[3] / count[3], 0.003);
        assertEquals(1.88, sum[4] / count[4], 0.003);
    }

    @Test
    void theEdgeRisesByOneAndAHalfToTwoAndAHalfElectronvoltsWithEachUnitOfOxidation() {
        final var count = new int[5];
        final var sum = new double[5];
        for (int i = 0; i < 600; i++) {
            final var simulated = m_simulator.simulate(i);
            count[simulated.oxidationState()]++;
            sum[simulated.oxidationState()] += halfRise(simulated.spectrum());
        }
        final var rise = IntStream.range(0, 5).mapToDouble(s -> sum[s] / count[s]).toArray();
        assertEquals(8345.5, rise[2], 1);
        assertEquals(2, rise[3] - rise[2], 0.5);
        assertEquals(2, rise[4] - rise[3], 0.5);
    }

    @Test
    void halfRiseAloneTellsTheOxidationStateOfNearlyAllSpectra() {
        var right = 0;
        for (int i = 0; i < 1000; i++) {
            final var simulated = m_simulator.simulate(i);
            final var unitsOfTwoEv = Math.round((halfRise(simulated.spectrum()) - 8345.4) / 2);
            right += 2 + Math.max(0, Math.min(2, unitsOfTwoEv)) == simulated.oxidationState() ? 1 : 0;
        }
        assertTrue(right > 900, right + " of 1000");
    }

    @Test
    void theFirstResonanceMovesAsNatolisRuleSays() {
        final var energies = new double[5];
        final var scaled = new double[5];
        final var count = new int[5];
        for (int i = 0; i < 600; i++) {
            final var edge = new NickelEdge(SplitMix64.of(1, i));
            final var aboveEdge = firstResonance(edge) - edge.e0Ev();
            energies[edge.oxidationState()] += aboveEdge;
            scaled[edge.oxidationState()] += aboveEdge * edge.bondLengthAngstrom() * edge.bondLengthAngstrom();
            count[edge.oxidationState()]++;
        }
        final var ratio = energies[4] / count[4] / (energies[2] / count[2]);
        final var scaledRatio = scaled[4] / count[4] / (scaled[2] / count[2]);
        assertEquals(2.06 * 2.06 / (1.88 * 1.88), ratio, 0.04);
        assertEquals(1, scaledRatio, 0.03);
    }

    @Test
    void theSameSpectrumComesOutInAnyOrderOnAnyNumberOfThreads() {
        final var expected = IntStream.range(0, 500).mapToObj(m_simulator::simulate).toArray(SimulatedSpectrum[]::new);
        final var parallel = IntStream.range(0, 500).parallel().map(i -> 499 - i)
            .mapToObj(new XanesSimulator(GRID, 20231, 0.005)::simulate).toArray(SimulatedSpectrum[]::new);
        for (int i = 0; i < 500; i++) {
            assertEquals(expected[i], parallel[499 - i]);
        }
    }

    @Test
    void storedBitsStayTheSameForEver() {
        final var crc = new CRC32();
        for (int i = 0; i < 100; i++) {
            final var simulated = m_simulator.simulate(i);
            final var bytes = ByteBuffer.allocate(8 * 102);
            bytes.putDouble(simulated.oxidationState()).putDouble(simulated.bondLengthAngstrom());
            for (final var value : simulated.spectrum().intensities()) {
                bytes.putDouble(value);
            }
            crc.update(bytes.array());
        }
        assertEquals("6361b924", Long.toHexString(crc.getValue()));
        final var first = m_simulator.simulate(0);
        assertEquals(3, first.oxidationState());
        assertEquals(0x1.f2c867312f14dp0, first.bondLengthAngstrom());
        assertEquals(0x1.d839a23930cebp-3, first.spectrum().intensity(37));
    }

    @Test
    void seedAndIndexEachGiveOtherSpectra() {
        final var first = m_simulator.simulate(0);
        assertNotEquals(first, m_simulator.simulate(1));
        assertNotEquals(first, m_simulator.simulate(-1));
        assertNotEquals(first, new XanesSimulator(GRID, 20232, 0.005).simulate(0));
        assertEquals(first, new XanesSimulator(GRID, 20231, 0.005).simulate(0));
    }

    @Test
    void noiseChangesNothingElse() {
        final var quiet = new XanesSimulator(GRID, 20231, 0).simulate(4);
        final var noisy = m_simulator.simulate(4);
        assertEquals(quiet.oxidationState(), noisy.oxidationState());
        assertEquals(quiet.bondLengthAngstrom(), noisy.bondLengthAngstrom());
        assertArrayEquals(quiet.spectrum().intensities(), noisy.spectrum().intensities(), 4 * 0.005);
        assertFalse(Arrays.equals(quiet.spectrum().intensities(), noisy.spectrum().intensities()));
    }

    @Test
    void theGridDoesNotChangeTheSpectrum() {
        final var coarse = new XanesSimulator(EnergyGrid.linear(8330, 8370, 41), 6, 0).simulate(2).spectrum();
        final var fine = new XanesSimulator(EnergyGrid.linear(8330, 8370, 4001), 6, 0).simulate(2).spectrum();
        for (int k = 0; k < 41; k++) {
            assertEquals(coarse.intensity(k), fine.intensity(100 * k), 0.02);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 0.11, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesNoiseOutOfRangeAndNamesTheRange(final double noise) {
        final var e = assertThrows(IllegalArgumentException.class, () -> new XanesSimulator(GRID, 1, noise));
        assertTrue(e.getMessage().contains("from 0 to 0.1, not " + noise), e.getMessage());
    }

    @Test
    void refusesAGridThatDoesNotSpanTheEdge() {
        for (final var grid : new EnergyGrid[]{EnergyGrid.linear(8341, 8400, 10), EnergyGrid.linear(8300, 8359, 10),
            EnergyGrid.linear(7100, 7200, 10)}) {
            final var e = assertThrows(IllegalArgumentException.class, () -> new XanesSimulator(grid, 1, 0));
            assertTrue(e.getMessage().contains("Ni K edge"), e.getMessage());
        }
        assertThrows(NullPointerException.class, () -> new XanesSimulator(null, 1, 0));
    }

    /** Energy at which half of the maximum is first reached. */
    private static double halfRise(final Spectrum s) {
        var k = 0;
        while (s.intensity(k) < 0.5) {
            k++;
        }
        final var t = (0.5 - s.intensity(k - 1)) / (s.intensity(k) - s.intensity(k - 1));
        return s.grid().energyEv(k - 1) + t * (s.grid().energyEv(k) - s.grid().energyEv(k - 1));
    }

    /** The first maximum more than 10 eV above the edge. */
    private static double firstResonance(final NickelEdge edge) {
        var energy = edge.e0Ev() + 10;
        while (edge.absorption(energy + 0.02) < edge.absorption(energy)) {
            energy += 0.02;
        }
        while (edge.absorption(energy + 0.02) > edge.absorption(energy)) {
            energy += 0.02;
        }
        return energy;
    }
}

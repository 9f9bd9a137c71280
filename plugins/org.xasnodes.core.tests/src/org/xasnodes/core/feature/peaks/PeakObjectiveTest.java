package org.xasnodes.core.feature.peaks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.spectrum.EnergyGrid;

class PeakObjectiveTest {

    private static final PeakOptions OPTIONS = PeakOptions.DEFAULTS.withPeaks(12);

    private static PeakProblem problem(final long seed) {
        final var energies = EnergyGrid.linear(8330, 8370, 100).toArray();
        return new PeakProblem(energies, new Random(seed).doubles(energies.length, -1, 3).toArray(), OPTIONS);
    }

    private static double[] inside(final PeakProblem problem, final Random random) {
        final var z = new double[problem.size()];
        for (int i = 0; i < z.length; i++) {
            final var part = 0.1 + 0.8 * random.nextDouble();
            z[i] = problem.m_lower[i] + part * (problem.m_upper[i] - problem.m_lower[i]);
        }
        return z;
    }

    @Test
    void isHalfTheMeanSquaredResidualPlusThePull() {
        final var problem = problem(1);
        final var z = inside(problem, new Random(2));
        var expected = 0.0;
        for (int k = 0; k < 100; k++) {
            var r = -problem.m_intensities[k];
            for (int i = 0; i < z.length; i += 3) {
                final var sigma = problem.parameter(i + 2, z[i + 2]) / 2.355;
                final var distance = problem.m_energiesEv[k] - problem.parameter(i, z[i]);
                r += problem.parameter(i + 1, z[i + 1]) * Math.exp(-distance * distance / (2 * sigma * sigma));
            }
            expected += r * r / 100;
        }
        for (final var distance : z) {
            expected += OPTIONS.pull() * distance * distance;
        }
        assertEquals(0.5 * expected, new PeakObjective(problem).moveTo(z), 1e-13);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void gradientIsTheSlopeOfTheObjective(final long seed) {
        final var problem = problem(seed);
        final var objective = new PeakObjective(problem);
        final var z = inside(problem, new Random(seed + 10));
        final var gradient = gradient(objective, z);
        final var h = 1e-5;
        for (int i = 0; i < z.length; i++) {
            final var at = z[i];
            z[i] = at + h;
            final var above = objective.moveTo(z);
            z[i] = at - h;
            final var below = objective.moveTo(z);
            z[i] = at;
            assertEquals((above - below) / (2 * h), gradient[i], 1e-9, "parameter " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hessianIsTheSlopeOfTheGradient(final long seed) {
        final var problem = problem(seed);
        final var objective = new PeakObjective(problem);
        final var z = inside(problem, new Random(seed + 10));
        final var hessian = new EnvelopeMatrix(z.length);
        objective.moveTo(z);
        objective.derivatives(z, new double[z.length], hessian);
        final var h = 1e-5;
        for (int i = 0; i < z.length; i++) {
            final var at = z[i];
            z[i] = at + h;
            final var above = gradient(objective, z);
            z[i] = at - h;
            final var below = gradient(objective, z);
            z[i] = at;
            for (int j = 0; j < z.length; j++) {
                assertEquals((above[j] - below[j]) / (2 * h), hessian.get(i, j), 1e-8, i + ", " + j);
            }
        }
    }

    private static double[] gradient(final PeakObjective objective, final double[] z) {
        final var gradient = new double[z.length];
        objective.moveTo(z);
        objective.derivatives(z, gradient, new EnvelopeMatrix(z.length));
        return gradient;
    }
}

package org.xasnodes.core.feature.peaks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xasnodes.core.feature.peaks.PeakSpectra.Golden;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.SyntheticSpectra;
import org.xasnodes.core.util.ProgressMonitor;

/** The peaks of real and simulated spectra against those of SciPy. */
class GaussianPeaksGoldenTest {

    /** SciPy's medians under 0.1 % noise: centers in eV, heights, widths in eV. */
    private static final double[] SCIPY_MOVES = {0.095, 0.0076, 0.145};

    private static final GaussianPeaks PEAKS = new GaussianPeaks(PeakSpectra.GRID, PeakOptions.DEFAULTS);

    @ParameterizedTest
    @MethodSource("org.xasnodes.core.feature.peaks.PeakSpectra#synthetic7")
    void simulatedSpectraConvergeWithinTheBounds(final Golden golden) throws SpectrumException {
        convergesWithinTheBounds(golden);
    }

    @ParameterizedTest
    @MethodSource("org.xasnodes.core.feature.peaks.PeakSpectra#measured17")
    void measuredSpectraConvergeWithinTheBounds(final Golden golden) throws SpectrumException {
        convergesWithinTheBounds(golden);
    }

    private static void convergesWithinTheBounds(final Golden golden) throws SpectrumException {
        final var fit = PEAKS.fit(golden.intensities(), ProgressMonitor.NONE);
        assertTrue(fit.converged(), "not converged");
        assertTrue(fit.projectedGradient() <= 1e-14, "gradient " + fit.projectedGradient());
        final var parameters = fit.parameters();
        for (int i = 0; i < parameters.length; i++) {
            assertTrue(parameters[i] >= golden.lower()[i] && parameters[i] <= golden.upper()[i], "parameter " + i);
        }
        assertTrue(PeakSpectra.rss(fit) <= 1.5 * golden.rss(), "residual " + PeakSpectra.rss(fit));
    }

    @ParameterizedTest
    @MethodSource("org.xasnodes.core.feature.peaks.PeakSpectra#synthetic7")
    void startsAndBoundsAreThoseOfThePaper(final Golden golden) {
        final var problem =
            new PeakProblem(PeakSpectra.GRID.toArray(), golden.intensities(), PeakOptions.DEFAULTS);
        for (int i = 0; i < problem.size(); i++) {
            final var unit = i % 3 == 1 ? problem.m_unit : 1;
            final var zero = i % 3 == 0 ? PeakSpectra.GRID.firstEv() : 0;
            assertEquals(golden.start()[i], zero + unit * problem.parameter(i, 0), 1e-11, "start " + i);
            assertEquals(golden.upper()[i], zero + unit * problem.parameter(i, problem.m_upper[i]), 1e-11,
                "upper " + i);
            // widths do not go down to 0, where the derivative vanishes, but to a fifth of the grid's step
            assertEquals(i % 3 == 2 ? 0.2 * 40 / 99 : golden.lower()[i],
                zero + unit * problem.parameter(i, problem.m_lower[i]), 1e-11, "lower " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("org.xasnodes.core.feature.peaks.PeakSpectra#synthetic7")
    void theParametersGivenAreAMinimumOfTheStatedObjective(final Golden golden) throws SpectrumException {
        final var fit = PEAKS.fit(golden.intensities(), ProgressMonitor.NONE);
        final var p = fit.parameters();
        final var unit = Arrays.stream(golden.intensities()).max().getAsDouble();
        for (int i = 0; i < p.length; i += 3) {
            final var sigma = p[i + 2] / 2.355;
            final var slope = new double[3];
            for (int k = 0; k < 100; k++) {
                final var u = (PeakSpectra.GRID.energyEv(k) - p[i]) / sigma;
                final var bell = Math.exp(-u * u / 2);
                final var relative = -fit.residual()[k] / (unit * unit) / 100;
                slope[0] += relative * p[i + 1] * bell * u / sigma;
                slope[1] += relative * bell;
                slope[2] += relative * p[i + 1] * bell * u * u / p[i + 2];
            }
            final var scale = new double[]{0.5, 0.2 * unit, 2};
            for (int kind = 0; kind < 3; kind++) {
                final var at = i + kind;
                final var g = scale[kind] * slope[kind] + 1e-8 * (p[at] - golden.start()[at]) / scale[kind];
                final var held = g > 0 ? p[at] == golden.lower()[at] : p[at] == golden.upper()[at];
                assertTrue(held || Math.abs(g) <= 2e-14, "parameter " + at + ": " + g);
            }
        }
    }

    @Test
    void residualIsBelowThatOfSciPyForMostSpectra() throws IOException, SpectrumException {
        var better = 0;
        for (final var golden : PeakSpectra.all24()) {
            better += PeakSpectra.rss(PEAKS.fit(golden.intensities(), ProgressMonitor.NONE)) <= golden.rss() ? 1 : 0;
        }
        assertTrue(better >= 20, better + " of 24");
    }

    @Test
    void parametersMoveLessUnderNoiseThanThoseOfSciPy() throws IOException, SpectrumException {
        final var all = PeakSpectra.all24();
        final var every2nd = IntStream.range(0, 12).mapToObj(i -> all.get(2 * i).intensities()).toList();
        final var moves = PeakSteadiness.medians(PEAKS, every2nd, 20, 17);
        for (int kind = 0; kind < 3; kind++) {
            assertTrue(moves[kind] < SCIPY_MOVES[kind], "kind " + kind + ": " + moves[kind]);
        }
    }

    /** Each start lies up to a tenth of the way from the usual one to a bound, for each parameter. */
    @Test
    void otherStartsLeadToNoBetterMinimumAndMostlyToTheSame() throws IOException {
        final var random = new Random(23);
        var same = 0;
        for (final var golden : PeakSpectra.synthetic7().toList()) {
            final var problem =
                new PeakProblem(PeakSpectra.GRID.toArray(), golden.intensities(), PeakOptions.DEFAULTS);
            final var minimum = minimise(problem, new double[problem.size()]);
            for (int repeat = 0; repeat < 5; repeat++) {
                final var elsewhere = minimise(problem, IntStream.range(0, problem.size())
                    .mapToDouble(i -> 0.1 * random.nextDouble()
                        * (random.nextBoolean() ? problem.m_lower[i] : problem.m_upper[i])).toArray());
                assertTrue(elsewhere.value() >= minimum.value() * (1 - 1e-9), golden.id());
                if (elsewhere.value() <= minimum.value() * (1 + 1e-9)) {
                    same++;
                    assertArrayEquals(minimum.z(), elsewhere.z(), 1e-5, golden.id());
                }
            }
        }
        assertTrue(same >= 33, same + " of 35");
    }

    private static PeakOptimizer minimise(final PeakProblem problem, final double[] from) {
        final var optimizer = new PeakOptimizer(problem, from);
        optimizer.run(PeakOptions.DEFAULTS.tolerance(), 1000, ProgressMonitor.NONE);
        return optimizer;
    }

    @Test
    void allOf2831SimulatedSpectraConvergeWithTheSameBitsOnAnyNumberOfThreads()
        throws IOException, SpectrumException {
        final var spectra = SyntheticSpectra.all();
        final var fits = spectra.parallelStream().map(GaussianPeaksGoldenTest::fit).toList();
        assertEquals(2831, fits.size());
        assertEquals(List.of(), IntStream.range(0, 2831).filter(i -> !fits.get(i).converged()).boxed().toList());
        final var alone = new ArrayList<PeakFit>();
        for (int i = 0; i < spectra.size(); i += 10) {
            alone.add(fit(spectra.get(i)));
            assertArrayEquals(alone.get(i / 10).parameters(), fits.get(i).parameters(), "spectrum " + i);
        }
    }

    private static PeakFit fit(final double[] spectrum) {
        try {
            return PEAKS.fit(spectrum, ProgressMonitor.NONE);
        } catch (SpectrumException e) {
            throw new AssertionError(e);
        }
    }
}

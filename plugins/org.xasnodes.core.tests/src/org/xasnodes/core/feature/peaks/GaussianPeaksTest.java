package org.xasnodes.core.feature.peaks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.util.ProgressMonitor;

class GaussianPeaksTest {

    private static final EnergyGrid GRID = PeakSpectra.GRID;

    private static final GaussianPeaks PEAKS = new GaussianPeaks(GRID, PeakOptions.DEFAULTS);

    @Test
    void findsWellSeparatedPeaks() throws SpectrumException {
        final var grid = EnergyGrid.linear(7000, 7100, 401);
        final var truth = new double[30];
        final var random = new Random(6);
        for (int j = 0; j < 10; j++) {
            truth[3 * j] = 7000 + 10 * j + 3 + 4 * random.nextDouble();
            truth[3 * j + 1] = 0.3 + 0.7 * random.nextDouble();
            truth[3 * j + 2] = 1.5 + 2.5 * random.nextDouble();
        }
        final var y = Arrays.stream(grid.toArray()).map(e -> sum(truth, e)).toArray();
        final var fit = new GaussianPeaks(grid, PeakOptions.DEFAULTS.withPeaks(10)).fit(y, ProgressMonitor.NONE);
        assertTrue(fit.converged());
        assertArrayEquals(truth, fit.parameters(), 3e-4);
        assertTrue(fit.rmsResidual() < 1e-5, "residual " + fit.rmsResidual());
    }

    private static double sum(final double[] peaks, final double energyEv) {
        var sum = 0.0;
        for (int i = 0; i < peaks.length; i += 3) {
            final var sigma = peaks[i + 2] / 2.355;
            final var distance = energyEv - peaks[i];
            sum += peaks[i + 1] * Math.exp(-distance * distance / (2 * sigma * sigma));
        }
        return sum;
    }

    @Test
    void fittedCurveIsTheSumOfThePeaksAndResidualTheRest() throws SpectrumException {
        final var y = intensities(100, k -> 1 / (1 + Math.exp((50 - k) * 0.3)));
        final var fit = PEAKS.fit(y, ProgressMonitor.NONE);
        var squares = 0.0;
        for (int k = 0; k < 100; k++) {
            final var expected = sum(fit.parameters(), GRID.energyEv(k));
            assertEquals(expected, fit.fitted()[k], 1e-12);
            assertEquals(y[k] - expected, fit.residual()[k], 1e-12);
            squares += fit.residual()[k] * fit.residual()[k];
        }
        assertEquals(Math.sqrt(squares / 100), fit.rmsResidual(), 1e-15);
        assertArrayEquals(fit.parameters(), PEAKS.apply(y), 0);
    }

    @Test
    void columnsAreNamedByPeakAndKind() {
        final var names = PEAKS.columnNames(GRID);
        assertEquals(60, names.length);
        assertEquals("peak 01 center eV", names[0]);
        assertEquals("peak 01 height", names[1]);
        assertEquals("peak 01 fwhm eV", names[2]);
        assertEquals("peak 20 fwhm eV", names[59]);
        final var hundred = new GaussianPeaks(GRID, PeakOptions.DEFAULTS.withPeaks(100));
        assertEquals("peak 001 height", hundred.columnNames(GRID)[1]);
    }

    @Test
    void namesForAnotherGridAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PEAKS.columnNames(EnergyGrid.linear(8331, 8371, 100)));
    }

    @Test
    void unitsOfTheSpectrumScaleTheHeightsAndNothingElse() throws SpectrumException {
        final var y = intensities(100, k -> 1 / (1 + Math.exp((50 - k) * 0.3)) + 0.1 * Math.sin(k * 0.3));
        final var one = PEAKS.apply(y);
        final var other = PEAKS.apply(Arrays.stream(y).map(v -> v * 1024).toArray());
        for (int i = 0; i < one.length; i++) {
            assertEquals(i % 3 == 1 ? one[i] * 1024 : one[i], other[i], "parameter " + i);
        }
    }

    @Test
    void leavesItsInputUnchanged() throws SpectrumException {
        final var y = intensities(100, k -> k);
        PEAKS.apply(y);
        assertArrayEquals(intensities(100, k -> k), y);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void oddSpectraGivePeaksWithinTheBounds(final String name, final IntToDoubleFunction shape)
        throws SpectrumException {
        final var y = intensities(100, shape);
        final var fit = PEAKS.fit(y, ProgressMonitor.NONE);
        assertTrue(fit.converged(), "gradient " + fit.projectedGradient());
        assertWithinBounds(fit, GRID, y, 20);
    }

    static Stream<Arguments> oddSpectraGivePeaksWithinTheBounds() {
        final var random = new Random(3);
        return Stream.of(odd("constant", k -> 3), odd("negative constant", k -> -3), odd("rising", k -> k),
            odd("falling below 0", k -> -k * k), odd("step", k -> k < 50 ? 0 : 1), odd("spike", k -> k == 50 ? 1 : 0),
            odd("first point only", k -> k == 0 ? 1 : 0), odd("last point only", k -> k == 99 ? 1 : 0),
            odd("spike between points of an edge", k -> (k == 60 ? 1000 : 0) + 1 / (1 + Math.exp((50 - k) * 0.5))),
            odd("hole", k -> k == 50 ? -1 : 0.1), odd("every seventh", k -> k % 7 == 0 ? 1 : 0),
            odd("alternating", k -> k % 2 == 0 ? 1 : -1), odd("noise", k -> random.nextGaussian()),
            odd("noise of many magnitudes", k -> Math.pow(random.nextGaussian(), 5)),
            odd("noise on a million", k -> 1e6 + random.nextGaussian()),
            odd("huge", k -> 1e300 * Math.pow(Math.sin(k * 0.1), 2)),
            odd("tiny", k -> 1e-300 * Math.pow(Math.sin(k * 0.1), 2)),
            odd("smallest double", k -> k == 40 ? Double.MIN_VALUE : 0));
    }

    private static Arguments odd(final String name, final IntToDoubleFunction shape) {
        return Arguments.of(name, shape);
    }

    private static void assertWithinBounds(final PeakFit fit, final EnergyGrid grid, final double[] y,
        final int peaks) {
        final var parameters = fit.parameters();
        final var lowest = Arrays.stream(y).min().getAsDouble();
        final var highest = Arrays.stream(y).max().getAsDouble();
        for (int j = 0; j < peaks; j++) {
            final var left = grid.energyEv((int)(j * ((grid.size() - 1) / (double)peaks)));
            final var right =
                j == peaks - 1 ? grid.lastEv() : grid.energyEv((int)((j + 1) * ((grid.size() - 1) / (double)peaks)));
            assertTrue(parameters[3 * j] >= left && parameters[3 * j] <= right, "center " + j);
            assertTrue(parameters[3 * j + 1] >= lowest && parameters[3 * j + 1] <= highest, "height " + j);
            assertTrue(parameters[3 * j + 2] >= 0 && parameters[3 * j + 2] <= 6, "width " + j);
        }
        assertTrue(Double.isFinite(fit.rmsResidual()) && Double.isFinite(fit.objective()));
        assertTrue(Arrays.stream(fit.fitted()).allMatch(Double::isFinite));
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 0.4", "3, 100, 0.4", "50, 100, 0.4", "99, 100, 0.4", "100, 100, 0.4", "20, 200, 1e-6",
        "20, 200, 0.01", "20, 200, 5", "20, 200, 1e6", "2, 2, 1", "1, 2, 1e300", "60, 400, 0.3"})
    void anyNumberOfPeaksOnAnyGridStaysWithinTheBounds(final int peaks, final int points, final double stepEv)
        throws SpectrumException {
        final var grid = EnergyGrid.of(intensities(points, k -> 7000 + stepEv * k));
        final var y = intensities(points,
            k -> 1 / (1 + Math.exp((0.5 * points - k) * 0.2)) + 0.3 * Math.exp(-Math.pow(k - 0.6 * points, 2) / 50));
        final var peaksOfGrid = new GaussianPeaks(grid, PeakOptions.DEFAULTS.withPeaks(peaks));
        assertWithinBounds(peaksOfGrid.fit(y, ProgressMonitor.NONE), grid, y, peaks);
    }

    @Test
    void aGridWithUnequalStepsWillDo() throws SpectrumException {
        final var grid = EnergyGrid.of(intensities(300, k -> 7000 + (k < 50 ? 2 * k : 100 + 0.2 * (k - 50))));
        final var y = intensities(300, k -> 1 / (1 + Math.exp(7125 - grid.energyEv(k))));
        final var fit = new GaussianPeaks(grid, PeakOptions.DEFAULTS.withPeaks(40)).fit(y, ProgressMonitor.NONE);
        assertTrue(fit.converged());
        assertWithinBounds(fit, grid, y, 40);
    }

    @Test
    void aFitThatMayNotGoOnSaysThatItHasNotConverged() throws SpectrumException {
        final var d = PeakOptions.DEFAULTS;
        final var hasty = new PeakOptions(20, d.startFwhmEv(), d.maxFwhmEv(), d.pull(), d.centerScaleEv(),
            d.heightScale(), d.fwhmScaleEv(), d.tolerance(), 3);
        final var y = intensities(100, k -> 1 / (1 + Math.exp((50 - k) * 0.3)));
        final var fit = new GaussianPeaks(GRID, hasty).fit(y, ProgressMonitor.NONE);
        assertFalse(fit.converged());
        assertEquals(3, fit.steps());
        assertTrue(fit.projectedGradient() > d.tolerance());
        assertWithinBounds(fit, GRID, y, 20);
    }

    @Test
    void canBeCancelled() {
        final var y = intensities(100, k -> k);
        assertThrows(CancellationException.class, () -> PEAKS.fit(y, (fraction, message) -> {
            throw new CancellationException();
        }));
    }

    @Test
    void morePeaksThanPointsAreRefused() {
        final var e = assertThrows(IllegalArgumentException.class,
            () -> new GaussianPeaks(GRID, PeakOptions.DEFAULTS.withPeaks(101)));
        assertEquals("101 peaks cannot be fitted to 100 points. Use fewer peaks, or spectra with more points.",
            e.getMessage());
    }

    @Test
    void aZeroSpectrumIsRefused() {
        final var e = assertThrows(SpectrumException.class, () -> PEAKS.apply(new double[100]));
        assertTrue(e.getMessage().contains("All intensities are 0"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e301})
    void numbersThatCannotBeFittedAreRefusedWithTheirEnergy(final double number) {
        final var y = intensities(100, k -> k == 99 ? number : 1);
        final var e = assertThrows(SpectrumException.class, () -> PEAKS.apply(y));
        assertTrue(e.getMessage().startsWith("The intensity at 8370.0 eV is " + number), e.getMessage());
    }

    @Test
    void aSpectrumOfAnotherLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PEAKS.apply(new double[]{1, 2, 3}));
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 6, 1e-8, 1e-12, 9", "20, 0, 6, 1e-8, 1e-12, 9", "20, 7, 6, 1e-8, 1e-12, 9",
        "20, 2, Infinity, 1e-8, 1e-12, 9", "20, 2, 6, 0, 1e-12, 9", "20, 2, 6, NaN, 1e-12, 9", "20, 2, 6, 1e-8, 0, 9",
        "20, 2, 6, 1e-8, 1e-12, 0"})
    void optionsOutsideTheirRangeAreRefused(final int peaks, final double startFwhm, final double maxFwhm,
        final double pull, final double tolerance, final int steps) {
        assertThrows(IllegalArgumentException.class,
            () -> new PeakOptions(peaks, startFwhm, maxFwhm, pull, 1, 1, 1, tolerance, steps));
    }

    private static double[] intensities(final int points, final IntToDoubleFunction shape) {
        final var y = new double[points];
        Arrays.setAll(y, shape);
        return y;
    }
}

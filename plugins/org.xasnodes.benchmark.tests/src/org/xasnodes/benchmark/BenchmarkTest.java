package org.xasnodes.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.evaluate.Split;
import org.xasnodes.core.evaluate.SplitException;
import org.xasnodes.core.evaluate.Splits;
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.util.ProgressMonitor;

class BenchmarkTest {

    private static final List<FeatureKind> QUICK_FEATURES = List.of(FeatureKind.INTENSITY, FeatureKind.CDF);

    private static BenchmarkOptions options(final List<FeatureKind> features, final List<ReducerKind> reducers,
        final List<ModelKind> models) {
        return new BenchmarkOptions(features, reducers, 2, models, Augmentation.NONE, 5, 1);
    }

    private static BenchmarkOptions everything(final int threads) {
        return new BenchmarkOptions(List.of(FeatureKind.CDF), List.of(ReducerKind.values()), 2,
            List.of(ModelKind.values()),
            Augmentation.NONE, 5, threads);
    }

    private static List<CellResult> run(final BenchmarkData data, final List<Split> splits,
        final BenchmarkOptions options) {
        return Benchmark.run(data, splits, options, ProgressMonitor.NONE);
    }

    /** The rows below the limit train, the others test. */
    private static Split at(final int limit, final int rows) {
        return new Split(1, 1, IntStream.range(0, limit).toArray(), IntStream.range(limit, rows).toArray());
    }

    private static BenchmarkData with(final BenchmarkData data, final int row, final double[] intensities) {
        final var changed = data.intensities().clone();
        changed[row] = intensities;
        return new BenchmarkData(data.grid(), changed, data.targets(), data.classes());
    }

    private static String name(final CellResult cell) {
        return cell.feature().label() + " " + cell.reducer().label() + " " + cell.model().label();
    }

    @Test
    void resultsComeByFeatureReducerModelAndSplit() throws SplitException {
        final var results = run(SampleSpectra.classes(30, 0), Splits.kFold(30, 2, 1, 1),
            options(QUICK_FEATURES, List.of(ReducerKind.NONE, ReducerKind.PCA),
            List.of(ModelKind.DUMMY, ModelKind.RIDGE)));
        assertEquals(16, results.size());
        assertEquals(List.of("intensity none dummy", "intensity none dummy", "intensity none ridge"),
            results.subList(0, 3).stream().map(BenchmarkTest::name).toList());
        assertEquals("cdf pca ridge", name(results.get(15)));
        assertEquals(List.of(1, 2), List.of(results.get(14).split().fold(), results.get(15).split().fold()));
    }

    @Test
    void everyCombinationBeatsTheDummy() {
        for (final var data : List.of(SampleSpectra.classes(90, 0), SampleSpectra.numbers(90))) {
            final var results = run(data, List.of(at(60, 90)), everything(2));
            final var dummy = results.get(0).test()[0];
            for (final var cell : results) {
                assertEquals("", cell.note(), name(cell));
                if (cell.model() != ModelKind.DUMMY) {
                    final var score = cell.test()[0];
                    assertTrue(data.areClasses() ? score > 0.6 && dummy < 0.4 : score < 0.5 * dummy, name(cell) + ": "
                        + score);
                }
            }
        }
    }

    /**
     * Centres and widths are in eV, and of noisy spectra they scatter by whole eV, heights by hundredths: only after each
     * was divided by its deviation do components tell the classes: of these, guessing gets a third right.
     */
    @Test
    void noisyPeaksKeepWhatTellsTheClassesWhenTheyAreReduced() {
        final var grid = EnergyGrid.linear(8330, 8370, 100);
        final var simulator = new XanesSimulator(grid, 1, 0.01);
        final var intensities = new double[300][];
        final var targets = new double[300];
        for (int i = 0; i < targets.length; i++) {
            final var simulated = simulator.simulate(i);
            intensities[i] = simulated.spectrum().intensities();
            targets[i] = simulated.oxidationState() - 2.0;
        }
        final var data = new BenchmarkData(grid, intensities, targets, List.of("2", "3", "4"));
        final var score = run(data, List.of(at(200, 300)),
            options(List.of(FeatureKind.PEAKS), List.of(ReducerKind.PCA), List.of(ModelKind.FOREST))).get(0).test()[0];
        assertTrue(score > 0.5, "accuracy " + score);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws SplitException {
        final var data = SampleSpectra.numbers(45);
        final var splits = Splits.kFold(45, 3, 1, 1);
        final var one = run(data, splits, everything(1));
        final var three = run(data, splits, everything(3));
        for (int i = 0; i < one.size(); i++) {
            assertArrayEquals(one.get(i).train(), three.get(i).train(), name(one.get(i)));
            assertArrayEquals(one.get(i).test(), three.get(i).test(), name(one.get(i)));
            assertArrayEquals(one.get(i).predictions(), three.get(i).predictions(), name(one.get(i)));
        }
    }

    @Test
    void nothingOfATestSpectrumReachesTheModels() {
        final var data = SampleSpectra.classes(45, 0);
        final var split = at(30, 45);
        final var changed = new double[SampleSpectra.GRID.size()];
        Arrays.setAll(changed, k -> 5 + k);
        final var before = run(data, List.of(split), everything(1));
        final var after = run(with(data, 44, changed), List.of(split), everything(1));
        for (int i = 0; i < before.size(); i++) {
            assertArrayEquals(before.get(i).train(), after.get(i).train(), name(before.get(i)));
            assertArrayEquals(Arrays.copyOf(before.get(i).predictions(), 14),
                Arrays.copyOf(after.get(i).predictions(), 14),
                name(before.get(i)));
        }
    }

    @Test
    void nothingOfATestTargetReachesTheModels() {
        final var data = SampleSpectra.numbers(45);
        final var targets = data.targets().clone();
        targets[44] = 1000;
        final var other = new BenchmarkData(data.grid(), data.intensities(), targets, List.of());
        final var before = run(data, List.of(at(30, 45)), everything(1));
        final var after = run(other, List.of(at(30, 45)), everything(1));
        for (int i = 0; i < before.size(); i++) {
            assertArrayEquals(before.get(i).predictions(), after.get(i).predictions(), name(before.get(i)));
        }
    }

    @Test
    void aReducerWithTooFewRowsFailsInItsCellsOnly() {
        final var results = run(SampleSpectra.classes(12, 0), List.of(at(4, 12)), options(List.of(FeatureKind.CDF),
            List.of(ReducerKind.ISOMAP, ReducerKind.PCA), List.of(ModelKind.DUMMY, ModelKind.RIDGE)));
        assertTrue(results.get(0).failed() && results.get(1).failed());
        assertTrue(results.get(0).note().contains("there are 4"), results.get(0).note());
        assertFalse(results.get(2).failed() || results.get(3).failed());
    }

    @Test
    void spectraWithoutAFeatureAreLeftOutWhereItIsUsed() {
        final var data = with(with(SampleSpectra.classes(30, 0), 3, new double[41]), 29, new double[41]);
        final var results = run(data, List.of(at(20, 30)),
            options(QUICK_FEATURES, List.of(ReducerKind.NONE), List.of(ModelKind.RIDGE)));
        assertEquals("", results.get(0).note());
        final var cdf = results.get(1);
        assertTrue(cdf.note().startsWith("2 of 30 spectra are left out. The first: The intensities add up to 0.0"),
            cdf.note());
        assertEquals(Double.NaN, cdf.predictions()[9]);
        assertEquals(1, cdf.test()[0]);
        assertTrue(Double.isFinite(cdf.predictions()[8]));
    }

    @Test
    void aFeatureThatNoTestSpectrumHasFailsItsCells() {
        final var data = with(SampleSpectra.classes(10, 0), 9, new double[41]);
        final var result = run(data, List.of(at(9, 10)),
            options(List.of(FeatureKind.CDF), List.of(ReducerKind.NONE), List.of(ModelKind.DUMMY))).get(0);
        assertTrue(result.failed());
        assertTrue(result.note().startsWith("No test spectrum has these features. 1 of 10"), result.note());
    }

    @Test
    void aGridTooSmallForAFeatureFailsItsCellsOnly() {
        final var grid = EnergyGrid.linear(1, 2, 5);
        final var random = new double[][]{{1, 2, 3, 4, 5}, {2, 1, 3, 4, 6}, {1, 2, 3, 3, 5}, {2, 2, 3, 4, 6}};
        final var data = new BenchmarkData(grid, random, new double[]{0, 1, 0, 1}, List.of("a", "b"));
        final var results = run(data, List.of(at(2, 4)), options(List.of(FeatureKind.PEAKS, FeatureKind.INTENSITY),
            List.of(ReducerKind.NONE), List.of(ModelKind.DUMMY)));
        assertTrue(results.get(0).failed());
        assertTrue(results.get(0).note().contains("points"), results.get(0).note());
        assertFalse(results.get(1).failed());
    }

    @Test
    void trainingSpectraOfOneClassFailAllButTheDummy() {
        final var data = SampleSpectra.classes(9, 0);
        final var split = new Split(1, 1, new int[]{0, 3}, new int[]{1, 2, 6});
        final var results = run(data, List.of(split), options(List.of(FeatureKind.INTENSITY), List.of(ReducerKind.NONE),
            List.of(ModelKind.values())));
        for (final var cell : results) {
            assertEquals(cell.model() != ModelKind.DUMMY, cell.failed());
            assertTrue(!cell.failed() || cell.note().startsWith("All training spectra are of the class 'Ni2+'."),
                cell.note());
        }
        assertEquals(1 / 3.0, results.get(0).test()[0], 1e-15);
    }

    @Test
    void aClassThatIsNotInTheTrainingRowsIsNeverPredicted() {
        final var data = SampleSpectra.classes(60, 0);
        final var train = IntStream.range(0, 50).filter(i -> i % 3 != 1).toArray();
        final var results = run(data, List.of(new Split(1, 1, train, IntStream.range(50, 60).toArray())),
            options(List.of(FeatureKind.INTENSITY), List.of(ReducerKind.NONE), List.of(ModelKind.values())));
        for (final var cell : results) {
            assertTrue(Arrays.stream(cell.predictions()).allMatch(p -> p == 0 || p == 2), name(cell));
        }
    }

    @Test
    void shiftedCopiesInTrainingMakeAModelOverlookShifts() {
        final var training = SampleSpectra.classes(90, 0);
        final var shifted = SampleSpectra.classes(30, 0.8);
        final var all = IntStream.range(0, 120).mapToObj(i -> i < 90 ? training.intensities()[i]
            : shifted.intensities()[i - 90])
            .toArray(double[][]::new);
        final var targets = IntStream.range(0, 120).mapToDouble(i -> i % 3).toArray();
        final var data = new BenchmarkData(SampleSpectra.GRID, all, targets, training.classes());
        final var plain = options(List.of(FeatureKind.INTENSITY), List.of(ReducerKind.NONE), List.of(ModelKind.FOREST));
        final var augmented = new BenchmarkOptions(plain.features(), plain.reducers(), 2, plain.models(),
            new Augmentation(1, 5), 5, 1);
        final var without = run(data, List.of(at(90, 120)), plain).get(0);
        final var with = run(data, List.of(at(90, 120)), augmented).get(0);
        assertTrue(with.test()[0] > without.test()[0] + 0.1, with.test()[0] + " against " + without.test()[0]);
        assertTrue(with.train()[0] > 0.95);
    }

    @Test
    void cancellingStopsTheWork() {
        final var asked = new AtomicInteger();
        final ProgressMonitor monitor = (part, message) -> {
            assertTrue(part >= 0 && part <= 1);
            if (asked.incrementAndGet() > 150) {
                throw new CancellationException();
            }
        };
        assertThrows(CancellationException.class, () -> Benchmark.run(SampleSpectra.numbers(90), List.of(at(60, 90)),
            everything(2), monitor));
        assertTrue(asked.get() < 160, "asked again " + asked + " times");
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> options(List.of(), List.of(ReducerKind.PCA),
            List.of(ModelKind.RIDGE)));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation(-1, 1));
        assertThrows(IllegalArgumentException.class,
            () -> new BenchmarkData(SampleSpectra.GRID, new double[1][41], new double[]{Double.NaN}, List.of()));
        assertThrows(IllegalArgumentException.class,
            () -> new BenchmarkData(SampleSpectra.GRID, new double[1][40], new double[1], List.of()));
    }
}

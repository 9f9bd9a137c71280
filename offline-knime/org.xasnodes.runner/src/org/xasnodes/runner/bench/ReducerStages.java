package org.xasnodes.runner.bench;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.feature.WaveletFeatures;
import org.xasnodes.core.reduce.Autoencoder;
import org.xasnodes.core.reduce.AutoencoderOptions;
import org.xasnodes.core.reduce.Isomap;
import org.xasnodes.core.reduce.IsomapOptions;
import org.xasnodes.core.reduce.PcaAccumulator;
import org.xasnodes.core.reduce.PcaOptions;
import org.xasnodes.core.reduce.PrincipalComponents;
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * Fitting reducers to the CDF of simulated spectra, and reducing others with them; how the time grows with the number of
 * rows. The numbers of spectra are fixed, since the peers' times are known for some.
 */
final class ReducerStages {

    private static final EnergyGrid GRID = EnergyGrid.linear(8330, 8370, 100);

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final Set<Integer> THREADS = new LinkedHashSet<>(List.of(1, PROCESSORS));

    /** As many as the peers' training and test spectra. */
    private static final int TRAINING = 2264;

    private static final int TEST = 567;

    private static final int[] GROWTH = {500, 1000, 2000, 5000, 10_000, 20_000};

    private static final int LANDMARK_ROWS = 100_000;

    private static final int ONE_PASS_ROWS = 1_000_000;

    private final SpectrumStages.Report m_report;

    ReducerStages(final SpectrumStages.Report report) {
        m_report = report;
    }

    void run() throws Exception {
        final var rows = cdf(GROWTH[GROWTH.length - 1]);
        final var training = Arrays.copyOf(rows, TRAINING);
        final var test = Arrays.copyOfRange(rows, TRAINING, TRAINING + TEST);
        pca(training);
        for (final var threads : THREADS) {
            final var isomap = Isomap.fit(training, IsomapOptions.DEFAULTS, threads, ProgressMonitor.NONE);
            measure("isomap fit, exact", TRAINING, threads,
                () -> Isomap.fit(training, IsomapOptions.DEFAULTS, threads, ProgressMonitor.NONE).eigenvalues()[0]);
            measure("isomap apply", TEST, threads, () -> isomap.apply(test, threads, ProgressMonitor.NONE)[0][0]);
            measure("autoencoder fit, 300 epochs", TRAINING, threads,
                () -> Autoencoder.fit(training, AutoencoderOptions.DEFAULTS, threads, ProgressMonitor.NONE).history()
                    .training()[0]);
        }
        growth(rows);
        final var many = cdf(LANDMARK_ROWS);
        measure("isomap fit, 500 landmarks", LANDMARK_ROWS, PROCESSORS,
            () -> Isomap.fit(many, IsomapOptions.DEFAULTS, PROCESSORS, ProgressMonitor.NONE).eigenvalues()[0]);
    }

    private void pca(final double[][] training) throws Exception {
        final var wide = new double[TRAINING][];
        final var simulator = simulator();
        final var cwt = new WaveletFeatures();
        for (int i = 0; i < TRAINING; i++) {
            wide[i] = cwt.apply(simulator.simulate(i).spectrum().intensities());
        }
        for (final var threads : THREADS) {
            measure("pca fit, 100 features", TRAINING, threads, () -> PrincipalComponents
                .fit(training, PcaOptions.ofComponents(3), threads, ProgressMonitor.NONE).variances()[0]);
            measure("pca fit, 1000 features", TRAINING, threads, () -> PrincipalComponents
                .fit(wide, PcaOptions.ofComponents(3), threads, ProgressMonitor.NONE).variances()[0]);
            measure("pca fit, 100 features, one pass", ONE_PASS_ROWS, threads, () -> {
                final var fit = new PcaAccumulator(PcaOptions.ofComponents(3), GRID.size(), threads);
                for (int i = 0; i < ONE_PASS_ROWS; i++) {
                    fit.add(training[i % TRAINING]);
                }
                return fit.finish(ProgressMonitor.NONE).variances()[0];
            });
        }
    }

    /** Exact up to the default size, with landmarks above. */
    private void growth(final double[][] rows) throws Exception {
        for (final var n : GROWTH) {
            final var some = Arrays.copyOf(rows, n);
            measure("growth of isomap fit", n, PROCESSORS,
                () -> Isomap.fit(some, IsomapOptions.DEFAULTS, PROCESSORS, ProgressMonitor.NONE).eigenvalues()[0]);
        }
        for (final var n : GROWTH) {
            final var some = Arrays.copyOf(rows, n);
            measure("growth of autoencoder fit, 300 epochs", n, PROCESSORS,
                () -> Autoencoder.fit(some, AutoencoderOptions.DEFAULTS, PROCESSORS, ProgressMonitor.NONE).history()
                    .training()[0]);
        }
    }

    private void measure(final String stage, final int spectra, final int threads,
        final Callable<Double> work) throws Exception {
        m_report.measured(stage, spectra, threads, Stopwatch.seconds(work));
    }

    private static XanesSimulator simulator() {
        return new XanesSimulator(GRID, 1, 0.002);
    }

    private static double[][] cdf(final int count) throws Exception {
        final var rows = new double[count][];
        final var simulator = simulator();
        for (int i = 0; i < count; i++) {
            rows[i] = simulator.simulate(i).spectrum().intensities();
            CumulativeDistribution.cumulative(rows[i], rows[i]);
        }
        return rows;
    }
}

package org.xasnodes.runner.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.feature.Featurizer;
import org.xasnodes.core.feature.WaveletFeatures;
import org.xasnodes.core.feature.peaks.GaussianPeaks;
import org.xasnodes.core.feature.peaks.PeakOptions;
import org.xasnodes.core.io.ReaderOptions;
import org.xasnodes.core.io.SpectrumFiles;
import org.xasnodes.core.io.SpectrumRecord;
import org.xasnodes.core.io.SpectrumSink;
import org.xasnodes.core.io.SpectrumSource;
import org.xasnodes.core.prepare.Resampler;
import org.xasnodes.core.prepare.SpectrumNormalizer;
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * The way from a file to features, step by step: each stage as core calls on arrays, on one and on all threads, and then
 * through its node, tables included.
 */
final class SpectrumStages {

    /** Hears of each measurement. */
    @FunctionalInterface
    interface Report {
        void measured(String stage, int spectra, int threads, double seconds);
    }

    private static final EnergyGrid FROM = EnergyGrid.linear(8325, 8380, 111);

    private static final EnergyGrid TO = EnergyGrid.linear(8330, 8370, 100);

    private static final int MAX_FITS = 2831;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final int m_spectra;

    private final Set<Integer> m_threads = new LinkedHashSet<>(List.of(1, PROCESSORS));

    SpectrumStages(final int spectra) {
        m_spectra = spectra;
    }

    void run(final Report report) throws Exception {
        simulate(report);
        final var file = Files.createTempFile("xas-bench", ".csv");
        try {
            read(report, file);
        } finally {
            Files.delete(file);
        }
        normalise(report);
        resampleAndCdf(report);
    }

    /** On a range that has a pre-edge and a post-edge. */
    private void normalise(final Report report) throws Exception {
        final var spectra = Math.min(m_spectra, MAX_FITS);
        final var simulator = new XanesSimulator(EnergyGrid.linear(8180, 8680, 400), 1, 0.002);
        final var scans = new ArrayList<Spectrum>(spectra);
        for (int i = 0; i < spectra; i++) {
            scans.add(simulator.simulate(i).spectrum());
        }
        final var normalizer = new SpectrumNormalizer(SpectrumNormalizer.Method.EDGE_STEP);
        for (final var threads : m_threads) {
            report.measured("normalise core, 400 points", spectra, threads,
                Stopwatch.seconds(spectra, threads, (from, to) -> {
                    var sum = 0.0;
                    for (int i = from; i < to; i++) {
                        sum += normalizer.apply(scans.get(i)).intensity(0);
                    }
                    return sum;
                }));
        }
    }

    private void simulate(final Report report) throws Exception {
        final var simulator = new XanesSimulator(TO, 1, 0.002);
        for (final var threads : m_threads) {
            report.measured("simulate core", m_spectra, threads, Stopwatch.seconds(m_spectra, threads, (from, to) -> {
                var sum = 0.0;
                for (int i = from; i < to; i++) {
                    sum += simulator.simulate(i).spectrum().intensity(0);
                }
                return sum;
            }));
        }
        final var node = simulatorNode();
        report.measured("simulate node", m_spectra, PROCESSORS, Stopwatch.seconds(() -> (double)node.run().size()));
    }

    private BenchNode simulatorNode() throws Exception {
        return new BenchNode("org.xasnodes.nodes.io.simulator.XanesSimulatorNodeFactory", "spectra", m_spectra,
            "firstEnergyEv", FROM.firstEv(), "lastEnergyEv", FROM.lastEv(), "points", FROM.size());
    }

    private void read(final Report report, final Path file) throws Exception {
        write(file);
        for (final var threads : m_threads) {
            report.measured("read CSV core", m_spectra, threads, Stopwatch.seconds(() -> {
                final var sum = new double[1];
                SpectrumFiles.read(SpectrumSource.of(file), new ReaderOptions(null, threads), new SpectrumSink() {
                    @Override
                    public void spectrum(final SpectrumRecord r) {
                        sum[0] += r.spectrum().intensity(0);
                    }

                    @Override
                    public void note(final String message) {
                        throw new IllegalStateException(message);
                    }
                }, ProgressMonitor.NONE);
                return sum[0];
            }));
        }
        final var node = new BenchNode("org.xasnodes.nodes.io.reader.SpectrumReaderNodeFactory", "source/path/path", file);
        report.measured("read CSV node", m_spectra, PROCESSORS, Stopwatch.seconds(() -> (double)node.run().size()));
    }

    /** With as many digits as a measurement has: 100,000 spectra make about 130 MB. */
    private void write(final Path file) throws IOException {
        final var simulator = new XanesSimulator(TO, 1, 0.002);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,oxidation_state,bond_length");
            for (final var energy : TO.toArray()) {
                out.write("," + energy);
            }
            for (int i = 0; i < m_spectra; i++) {
                final var simulated = simulator.simulate(i);
                out.write("\n" + i + "," + simulated.oxidationState() + "," + simulated.bondLengthAngstrom());
                for (final var intensity : simulated.spectrum().intensities()) {
                    out.write("," + (float)intensity);
                }
            }
            out.write("\n");
        }
    }

    private void resampleAndCdf(final Report report) throws Exception {
        final var simulator = new XanesSimulator(FROM, 1, 0.002);
        final var spectra = new ArrayList<Spectrum>(m_spectra);
        for (int i = 0; i < m_spectra; i++) {
            spectra.add(simulator.simulate(i).spectrum());
        }
        final var resampler = new Resampler(TO, Resampler.Outside.MISSING);
        final var rows = new double[m_spectra][];
        for (int i = 0; i < m_spectra; i++) {
            rows[i] = resampler.apply(spectra.get(i)).intensities();
        }
        for (final var threads : m_threads) {
            report.measured("resample core", m_spectra, threads, Stopwatch.seconds(m_spectra, threads, (from, to) -> {
                var sum = 0.0;
                for (int i = from; i < to; i++) {
                    sum += resampler.apply(spectra.get(i)).intensity(0);
                }
                return sum;
            }));
        }
        final var simulated = simulatorNode().run();
        final var resamplerNode = new BenchNode("org.xasnodes.nodes.prepare.resampler.EnergyResamplerNodeFactory",
            "firstEnergyEv", TO.firstEv(), "lastEnergyEv", TO.lastEv(), "points", TO.size());
        report.measured("resample node", m_spectra, PROCESSORS,
            Stopwatch.seconds(() -> (double)resamplerNode.run(simulated).size()));
        features(report, rows, resamplerNode.run(simulated));
    }

    private void features(final Report report, final double[][] rows, final BufferedDataTable table) throws Exception {
        for (final var threads : m_threads) {
            report.measured("cdf core", m_spectra, threads, Stopwatch.seconds(m_spectra, threads, (from, to) -> {
                var sum = 0.0;
                final var cdf = new double[TO.size()];
                for (int i = from; i < to; i++) {
                    CumulativeDistribution.cumulative(rows[i], cdf);
                    sum += cdf[0];
                }
                return sum;
            }));
        }
        node(report, "cdf node, columns", m_spectra, table, "cdf.CdfFeatures");
        node(report, "cdf node, vector", m_spectra, table, "cdf.CdfFeatures", "output", "VECTOR");
        core(report, "cwt core", m_spectra, new WaveletFeatures(), rows);
        node(report, "cwt node, vector", m_spectra, table, "wavelet.WaveletFeatures", "output", "VECTOR");
        // Hundreds a second: a few thousand tell as much as all.
        final var fewer = Math.min(m_spectra, MAX_FITS);
        core(report, "peaks core", fewer, new GaussianPeaks(TO, PeakOptions.DEFAULTS), rows);
    }

    private void core(final Report report, final String stage, final int spectra, final Featurizer featurizer,
        final double[][] rows) throws Exception {
        for (final var threads : m_threads) {
            report.measured(stage, spectra, threads, Stopwatch.seconds(spectra, threads, (from, to) -> {
                var sum = 0.0;
                for (int i = from; i < to; i++) {
                    sum += featurizer.apply(rows[i])[0];
                }
                return sum;
            }));
        }
    }

    private static void node(final Report report, final String stage, final int spectra, final BufferedDataTable table,
        final String feature, final Object... settings) throws Exception {
        final var node = new BenchNode("org.xasnodes.nodes.feature." + feature + "NodeFactory", settings);
        report.measured(stage, spectra, PROCESSORS, Stopwatch.seconds(() -> (double)node.run(table).size()));
    }
}

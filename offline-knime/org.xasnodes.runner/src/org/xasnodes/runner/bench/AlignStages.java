package org.xasnodes.runner.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.align.AlignMethod;
import org.xasnodes.core.align.AlignOptions;
import org.xasnodes.core.align.Aligner;
import org.xasnodes.core.align.Reference;
import org.xasnodes.core.align.ShiftTolerance;
import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.feature.IntensityFeatures;
import org.xasnodes.core.feature.WaveletFeatures;
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;

/** Alignment to a reference over shifts from -10 to 10 eV, and the shift tolerance of features at 21 shifts. */
final class AlignStages {

    private static final EnergyGrid GRID = EnergyGrid.linear(8330, 8370, 100);

    private static final int MAX_SPECTRA = 10_000;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Set<Integer> m_threads = new LinkedHashSet<>(List.of(1, PROCESSORS));

    private final List<Spectrum> m_spectra = new ArrayList<>();

    /** @param spectra how many; thousands a second, so that some tell as much as all */
    AlignStages(final int spectra) {
        final var simulator = new XanesSimulator(GRID, 1, 0.002);
        for (int i = 0; i < Math.min(spectra, MAX_SPECTRA); i++) {
            m_spectra.add(simulator.simulate(i).spectrum());
        }
    }

    void run(final SpectrumStages.Report report) throws Exception {
        for (final var method : List.of(AlignMethod.INTENSITY, AlignMethod.DERIVATIVE, AlignMethod.CDF)) {
            align(report, method);
        }
        tolerance(report);
        nodes(report);
    }

    private void align(final SpectrumStages.Report report, final AlignMethod method) throws Exception {
        final var options = AlignOptions.DEFAULTS.withMethod(method);
        final var aligner = new Aligner(options);
        final var reference = new Reference(Reference.mean(m_spectra), options.window());
        for (final var threads : m_threads) {
            report.measured("align core, " + method, m_spectra.size(), threads,
                Stopwatch.seconds(m_spectra.size(), threads, (from, to) -> {
                    var sum = 0.0;
                    for (int i = from; i < to; i++) {
                        sum += aligner.align(m_spectra.get(i), reference).shiftEv();
                    }
                    return sum;
                }));
        }
    }

    private void tolerance(final SpectrumStages.Report report) throws Exception {
        final var shifts = new double[21];
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = -5 + 0.5 * i;
        }
        final var all = ShiftTolerance.Part.ALL;
        final var tolerance = new ShiftTolerance(GRID,
            List.of(new ShiftTolerance.Feature("intensity", new IntensityFeatures(), all),
                new ShiftTolerance.Feature("cdf", new CumulativeDistribution(), all),
                new ShiftTolerance.Feature("cwt", new WaveletFeatures(), all)),
            shifts);
        for (final var threads : m_threads) {
            report.measured("shift tolerance core, 21 shifts", m_spectra.size(), threads,
                Stopwatch.seconds(m_spectra.size(), threads, (from, to) -> {
                    var sum = 0.0;
                    for (int i = from; i < to; i++) {
                        sum += tolerance.of(m_spectra.get(i))[0][0];
                    }
                    return sum;
                }));
        }
    }

    /** The spectra are those above; the reference is the first of a table of the same kind. */
    private void nodes(final SpectrumStages.Report report) throws Exception {
        final var spectra = simulated(m_spectra.size());
        final var reference = simulated(1);
        final var aligner = new BenchNode("org.xasnodes.nodes.prepare.aligner.EnergyAlignerNodeFactory");
        report.measured("align node", m_spectra.size(), PROCESSORS,
            Stopwatch.seconds(() -> (double)aligner.runDespiteWarnings(spectra, reference).size()));
        final var tolerance = new BenchNode("org.xasnodes.nodes.analyze.tolerance.ShiftToleranceNodeFactory");
        report.measured("shift tolerance node, 21 shifts", m_spectra.size(), PROCESSORS,
            Stopwatch.seconds(() -> (double)tolerance.run(spectra).size()));
    }

    private static BufferedDataTable simulated(final int count) throws Exception {
        return new BenchNode("org.xasnodes.nodes.io.simulator.XanesSimulatorNodeFactory", "spectra", count).run();
    }
}

package org.xasnodes.core.feature.peaks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.SyntheticSpectra;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * Not a test: measures what <code>doc/gaussian-peaks.md</code> of the core shows, a row for each objective. Arguments:
 * a folder, to which the peaks of the 2831 spectra are written as CSV for learners, and objectives as
 * <code>pull,centerScaleEv,heightScale,fwhmScaleEv</code>.
 */
public final class PeakFrontier {

    private static final int DRAWS = 20;

    private static final long SEED = 17;

    private PeakFrontier() {
    }

    /**
     * @param args see above
     * @throws IOException if a file cannot be read or written
     * @throws SpectrumException if a spectrum cannot be fitted
     */
    public static void main(final String[] args) throws IOException, SpectrumException {
        System.out.println("| pull, scales | residual/SciPy median | worst | not above SciPy | converged of 24 | moves"
            + " center eV | height | FWHM eV | converged of 2831 | steps median | largest | spectra/s of CPU |");
        for (final var objective : Arrays.asList(args).subList(1, args.length)) {
            final var n = Arrays.stream(objective.split(",")).mapToDouble(Double::parseDouble).toArray();
            final var d = PeakOptions.DEFAULTS;
            final var peaks = new GaussianPeaks(PeakSpectra.GRID, new PeakOptions(d.peaks(), d.startFwhmEv(),
                d.maxFwhmEv(), n[0], n[1], n[2], n[3], d.tolerance(), d.maxSteps()));
            System.out.println("| " + objective + golden(peaks) + synthetic(peaks,
                Path.of(args[0], "peaks_" + objective.replace(',', '_') + ".csv")));
        }
    }

    private static String golden(final GaussianPeaks peaks) throws IOException, SpectrumException {
        final var all = PeakSpectra.all24();
        final var ratios = new double[all.size()];
        var converged = 0;
        for (int i = 0; i < ratios.length; i++) {
            final var fit = peaks.fit(all.get(i).intensities(), ProgressMonitor.NONE);
            ratios[i] = PeakSpectra.rss(fit) / all.get(i).rss();
            converged += fit.converged() ? 1 : 0;
        }
        Arrays.sort(ratios);
        final var every2nd = IntStream.range(0, 12).mapToObj(i -> all.get(2 * i).intensities()).toList();
        final var moves = PeakSteadiness.medians(peaks, every2nd, DRAWS, SEED);
        return String.format(Locale.ROOT, " | %.2f | %.2f | %d | %d | %.4f | %.5f | %.4f", ratios[ratios.length / 2],
            ratios[ratios.length - 1], Arrays.stream(ratios).filter(r -> r <= 1).count(), converged, moves[0],
            moves[1], moves[2]);
    }

    private static String synthetic(final GaussianPeaks peaks, final Path parameters)
        throws IOException, SpectrumException {
        final var spectra = SyntheticSpectra.all();
        final var fits = new PeakFit[spectra.size()];
        fitAll(peaks, spectra.subList(0, 300), fits);
        final var threads = ManagementFactory.getThreadMXBean();
        final var before = threads.getCurrentThreadCpuTime();
        fitAll(peaks, spectra, fits);
        final var seconds = (threads.getCurrentThreadCpuTime() - before) * 1e-9;
        final var steps = Arrays.stream(fits).mapToInt(PeakFit::steps).sorted().toArray();
        Files.write(parameters, Arrays.stream(fits).map(fit -> Arrays.stream(fit.parameters())
            .mapToObj(Double::toString).collect(Collectors.joining(","))).toList());
        return String.format(Locale.ROOT, " | %d | %d | %d | %.0f |",
            Arrays.stream(fits).filter(PeakFit::converged).count(), steps[steps.length / 2], steps[steps.length - 1],
            fits.length / seconds);
    }

    private static void fitAll(final GaussianPeaks peaks, final List<double[]> spectra, final PeakFit[] fits)
        throws SpectrumException {
        for (int i = 0; i < spectra.size(); i++) {
            fits[i] = peaks.fit(spectra.get(i), ProgressMonitor.NONE);
        }
    }
}

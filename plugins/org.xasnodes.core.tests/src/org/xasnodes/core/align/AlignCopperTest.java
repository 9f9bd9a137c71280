package org.xasnodes.core.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.SharedFiles;

/**
 * Aligns 17 measured copper K spectra to the mean of 2,687 spectra computed with FEFF. There is no true answer; what
 * the methods find, and how far they agree, is measured here.
 */
class AlignCopperTest {

    private static Spectrum mean() throws IOException {
        final var lines = Files.readAllLines(
            SharedFiles.shared("labelled/cu-k-feff-omnixas/cu_k_oxstate_wide.csv"), StandardCharsets.UTF_8);
        final var head = lines.get(0).split(",");
        final var energies = Arrays.stream(head, 6, head.length).mapToDouble(Double::parseDouble).toArray();
        final var mean = new double[energies.length];
        for (final var line : lines.subList(1, lines.size())) {
            final var cells = line.split(",");
            for (int i = 0; i < mean.length; i++) {
                // from the end: a formula may hold a comma
                mean[i] += Double.parseDouble(cells[cells.length - mean.length + i]) / (lines.size() - 1);
            }
        }
        return new Spectrum(EnergyGrid.of(energies), mean, 0, Scale.EDGE_STEP);
    }

    private static Spectrum[] measured() throws IOException {
        final var rows = Files.readAllLines(SharedFiles.shared("labelled/cu-k-measured-refs/cu-ref-mix.res"),
            StandardCharsets.UTF_8).stream().skip(1)
            .map(line -> Arrays.stream(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray()).toList();
        final var grid = EnergyGrid.of(rows.stream().mapToDouble(row -> row[0]).toArray());
        final var spectra = new Spectrum[17];
        Arrays.setAll(spectra,
            k -> new Spectrum(grid, rows.stream().mapToDouble(row -> row[1 + k]).toArray(), 0, Scale.EDGE_STEP));
        return spectra;
    }

    /**
     * Median and standard deviation of the shifts in eV, and the median score; E0 and white line are given for
     * contrast.
     */
    @ParameterizedTest
    @CsvSource({"INTENSITY, 6.93, 2.36, 0.980", "DERIVATIVE, 6.50, 4.00, 0.787", "CDF, 6.45, 1.66, 0.9994",
        "HALF_STEP, 6.33, 2.54, 0.954", "CDF_MEAN, 5.83, 1.38, 0.973", "WHITE_LINE, 6.97, 19.7, 0.970",
        "E0, 10.50, 4.19, 0.900"})
    void theMethodsFindThisOnTheMeasuredReferences(final AlignMethod method, final double median, final double spread,
        final double score) throws IOException, SpectrumException {
        final var options = AlignOptions.DEFAULTS.withMethod(method).withRange(-20, 20);
        final var reference = new Reference(mean(), options.window());
        final var shifts = new double[17];
        final var scores = new double[17];
        final var spectra = measured();
        for (int k = 0; k < 17; k++) {
            final var found = new Aligner(options).align(spectra[k], reference);
            shifts[k] = found.shiftEv();
            scores[k] = found.scoreAfter();
            assertTrue(!method.isCorrelation() || found.flags().contains(AlignFlag.UNCERTAIN), found.toString());
        }
        final var mean = Arrays.stream(shifts).average().orElseThrow();
        final var sd = Math.sqrt(Arrays.stream(shifts).map(s -> (s - mean) * (s - mean)).sum() / 16);
        Arrays.sort(shifts);
        Arrays.sort(scores);
        assertEquals(median, shifts[8], 0.05, method + " median");
        assertEquals(spread, sd, 0.05 * spread, method + " spread");
        assertEquals(score, scores[8], 0.001, method + " score");
    }
}

package org.xasnodes.core.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.align.ShiftTolerance.Feature;
import org.xasnodes.core.align.ShiftTolerance.Part;
import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.feature.IntensityFeatures;
import org.xasnodes.core.feature.WaveletFeatures;
import org.xasnodes.core.feature.peaks.GaussianPeaks;
import org.xasnodes.core.feature.peaks.PeakOptions;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;

class ShiftToleranceTest {

    private static final EnergyGrid GRID = EnergyGrid.linear(8330, 8370, 100);

    private static final List<Feature> FEATURES = List.of(
        new Feature("intensity", new IntensityFeatures(), Part.ALL),
        new Feature("cdf", new CumulativeDistribution(), Part.ALL),
        new Feature("cwt", new WaveletFeatures(), Part.ALL));

    /** Figure 10 of the paper, of the measured spectrum of pristine NMC622, computed with SciPy. */
    @Test
    void givesFigure10OfThePaper() throws IOException, SpectrumException {
        final var lines = Files.readAllLines(SharedFiles.shared("golden/fig10_shift.csv"), StandardCharsets.UTF_8);
        final var golden = lines.subList(1, lines.size()).stream()
            .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray()).toList();
        final var measured = GoldenJson.read(SharedFiles.shared("golden/features_measured17.json")).get("spectra")
            .get(0);
        final var spectrum = new Spectrum(GRID, GoldenJson.doubles(measured.get("intensity")));
        final var shifts = golden.stream().mapToDouble(row -> row[0]).toArray();
        final var tolerance = new ShiftTolerance(GRID, FEATURES, shifts).of(spectrum);
        assertEquals(21, shifts.length);
        for (int s = 0; s < 21; s++) {
            for (int f = 0; f < 3; f++) {
                assertEquals(golden.get(s)[1 + f], tolerance[f][s], 1e-9, FEATURES.get(f).name() + " at " + shifts[s]);
            }
        }
        assertEquals(0.9758, tolerance[1][0], 5e-5);
        assertEquals(0.9686, tolerance[1][20], 5e-5);
    }

    @Test
    void isOneWithoutShiftAndHighestForTheCdfWithOne() throws SpectrumException {
        final var spectrum = AlignData.shifted(GRID, 0);
        final var tolerance = new ShiftTolerance(GRID, FEATURES, new double[]{-3, 0, 3}).of(spectrum);
        for (int f = 0; f < 3; f++) {
            assertEquals(1, tolerance[f][1], 1e-12);
            assertTrue(tolerance[f][0] < 1 && tolerance[f][2] < 1);
        }
        assertTrue(tolerance[1][0] > tolerance[0][0] && tolerance[1][2] > tolerance[0][2]);
        assertTrue(tolerance[0][0] > tolerance[2][0] && tolerance[0][2] > tolerance[2][2]);
    }

    @Test
    void ofPeaksOnlyTheHeightsAreCompared() throws SpectrumException {
        final var peaks = new GaussianPeaks(GRID, PeakOptions.DEFAULTS);
        final var spectrum = AlignData.shifted(GRID, 0);
        final var all = peaks.apply(spectrum.intensities());
        final var heights = new Feature("peak heights", peaks, Part.HEIGHTS).apply(spectrum.intensities());
        assertEquals(20, heights.length);
        assertEquals(all[4], heights[1]);
        final var tolerance = new ShiftTolerance(GRID, List.of(new Feature("peak heights", peaks, Part.HEIGHTS)),
            new double[]{0, 4}).of(spectrum);
        assertEquals(1, tolerance[0][0], 1e-12);
        assertTrue(tolerance[0][1] < 0.95, "" + tolerance[0][1]);
    }

    @Test
    void saysWhyThereIsNoCorrelation() {
        final var flat = new double[100];
        Arrays.fill(flat, 1);
        final var tolerance = new ShiftTolerance(GRID, FEATURES, new double[]{0});
        assertTrue(assertThrows(SpectrumException.class, () -> tolerance.of(new Spectrum(GRID, flat))).getMessage()
            .contains("The feature 'intensity' of this spectrum, shifted or not, is the same number everywhere"));
        final var far = new ShiftTolerance(GRID, FEATURES, new double[]{100});
        assertTrue(assertThrows(SpectrumException.class, () -> far.of(AlignData.shifted(GRID, 0))).getMessage()
            .contains("No energy of the grid lies inside the spectrum"));
        final var negative = new double[100];
        Arrays.setAll(negative, i -> -1.0 - i);
        assertTrue(assertThrows(SpectrumException.class, () -> tolerance.of(new Spectrum(GRID, negative))).getMessage()
            .contains("cumulative distribution needs a positive"));
        assertThrows(IllegalArgumentException.class, () -> tolerance.of(AlignData.shifted(AlignData.GRID, 0)));
    }
}

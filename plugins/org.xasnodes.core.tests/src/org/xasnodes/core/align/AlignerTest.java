package org.xasnodes.core.align;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xasnodes.core.prepare.EnergyShift;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

class AlignerTest {

    private static final Spectrum REFERENCE = AlignData.shifted(AlignData.GRID, 0);

    /** Another number of points, other ends, other steps. */
    private static final EnergyGrid OTHER = EnergyGrid.linear(8318.3, 8391.1, 147);

    private static Reference reference(final AlignOptions options) throws SpectrumException {
        return new Reference(REFERENCE, options.window());
    }

    private static Alignment align(final Spectrum spectrum, final AlignOptions options) throws SpectrumException {
        return new Aligner(options).align(spectrum, reference(options));
    }

    private static String refusal(final Spectrum spectrum, final AlignOptions options) {
        return assertThrows(SpectrumException.class, () -> align(spectrum, options)).getMessage();
    }

    /** Steps are 0.4 and 0.5 eV: correlations are far below, E0 is a point of each scan. */
    @ParameterizedTest
    @CsvSource({"INTENSITY, 0.005", "DERIVATIVE, 0.02", "CDF, 0.02", "E0, 0.5", "HALF_STEP, 0.01", "WHITE_LINE, 0.05",
        "CDF_MEAN, 0.02"})
    void findsTheShiftOfASpectrumOnAnotherGrid(final AlignMethod method, final double toleranceEv)
        throws SpectrumException {
        for (final var shift : new double[]{-7.3, -2, -0.1, 0, 0.25, 1.37, 6.6}) {
            final var found = align(AlignData.shifted(OTHER, shift), AlignData.options(method));
            assertEquals(-shift, found.shiftEv(), toleranceEv, method + " " + shift);
            assertFalse(found.flags().contains(AlignFlag.END_OF_RANGE), method + " " + shift);
            if (method.isCorrelation()) {
                assertTrue(found.scoreAfter() > 0.999, method + " " + found.scoreAfter());
                assertTrue(found.scoreAfter() >= found.scoreBefore(), method + " " + shift);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AlignMethod.class)
    void onlyEnergiesMoveAndTheShiftIsRemembered(final AlignMethod method) throws SpectrumException {
        final var spectrum = AlignData.shifted(OTHER, 2.2);
        final var found = align(spectrum, AlignData.options(method));
        assertArrayEquals(spectrum.intensities(), found.spectrum().intensities());
        assertEquals(found.shiftEv(), found.spectrum().appliedShiftEv());
        assertEquals(spectrum.scale(), found.spectrum().scale());
        for (int i = 0; i < spectrum.size(); i++) {
            assertEquals(OTHER.energyEv(i) + found.shiftEv(), found.spectrum().grid().energyEv(i));
        }
    }

    @ParameterizedTest
    @EnumSource(AlignMethod.class)
    void aligningTwiceAddsNothing(final AlignMethod method) throws SpectrumException {
        final var noisy = AlignData.noisy(AlignData.shifted(OTHER, 2.2), 0.005, 3);
        final var once = align(noisy, AlignData.options(method));
        final var twice = align(once.spectrum(), AlignData.options(method));
        assertSame(once.spectrum(), twice.spectrum());
        assertEquals(once.shiftEv(), twice.shiftEv());
        assertEquals(once.scoreAfter(), twice.scoreBefore());
        assertEquals(twice.scoreBefore(), twice.scoreAfter());
    }

    @ParameterizedTest
    @EnumSource(AlignMethod.class)
    void shiftsCountFromTheOriginalEnergiesWhateverWasAppliedBefore(final AlignMethod method)
        throws SpectrumException {
        final var spectrum = AlignData.shifted(OTHER, 2.2);
        final var found = align(spectrum, AlignData.options(method));
        for (final var before : new double[]{-40, 3, 120}) {
            final var again = align(new EnergyShift(before).apply(spectrum), AlignData.options(method));
            assertEquals(found.shiftEv(), again.shiftEv(), 1e-6, method + " " + before);
            assertEquals(found.spectrum().grid().firstEv(), again.spectrum().grid().firstEv(), 1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(value = AlignMethod.class, names = {"INTENSITY", "DERIVATIVE"})
    void correlationsDoNotSeeScaleAndOffset(final AlignMethod method) throws SpectrumException {
        final var spectrum = AlignData.shifted(OTHER, -1.1);
        final var other = new Spectrum(OTHER,
            Arrays.stream(spectrum.intensities()).map(y -> 1000 + 250 * y).toArray());
        final var expected = align(spectrum, AlignData.options(method));
        final var found = align(other, AlignData.options(method));
        assertEquals(expected.shiftEv(), found.shiftEv(), 1e-6);
        assertEquals(expected.scoreAfter(), found.scoreAfter(), 1e-9);
    }

    /**
     * 200 spectra a method; a standard deviation from 200 is known to 5 %. That of the mean energy is stated too large.
     */
    @ParameterizedTest
    @CsvSource({"INTENSITY, 0.01", "DERIVATIVE, 0.01", "CDF, 0.01", "HALF_STEP, 0.005", "CDF_MEAN, 0.01"})
    void theUncertaintyIsTheSpreadOfTheShiftsOfNoisySpectra(final AlignMethod method, final double sigma)
        throws SpectrumException {
        final var options = AlignData.options(method);
        final var clean = AlignData.shifted(OTHER, 0.7);
        final var exact = align(clean, options).shiftEv();
        var squares = 0.0;
        var expected = 0.0;
        for (int seed = 0; seed < 200; seed++) {
            final var found = align(AlignData.noisy(clean, sigma, seed), options);
            squares += Math.pow(found.shiftEv() - exact, 2) / 200;
            expected += Math.pow(found.uncertaintyEv(), 2) / 200;
        }
        assertEquals(method == AlignMethod.CDF_MEAN ? 0.6 : 1, Math.sqrt(squares / expected), 0.3,
            method + ": spread " + Math.sqrt(squares) + " eV, stated " + Math.sqrt(expected) + " eV");
    }

    @ParameterizedTest
    @EnumSource(value = AlignMethod.class, names = {"INTENSITY", "DERIVATIVE", "CDF"})
    void aShiftAtTheEndOfTheRangeIsFlagged(final AlignMethod method) throws SpectrumException {
        final var options = AlignData.options(method).withRange(-2, 2);
        for (final var shift : new double[]{-4, 4}) {
            final var found = align(AlignData.shifted(OTHER, shift), options);
            assertEquals(-Math.signum(shift) * 2, found.shiftEv(), 0.01);
            assertTrue(found.flags().contains(AlignFlag.END_OF_RANGE), found.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(value = AlignMethod.class, names = {"E0", "HALF_STEP", "WHITE_LINE"})
    void aShiftBeyondTheRangeIsFlaggedButTaken(final AlignMethod method) throws SpectrumException {
        final var found = align(AlignData.shifted(OTHER, 6), AlignData.options(method).withRange(-2, 2));
        assertEquals(-6, found.shiftEv(), 0.5);
        assertTrue(found.flags().contains(AlignFlag.END_OF_RANGE));
    }

    @Test
    void aSecondShiftThatFitsAsWellIsFlagged() throws SpectrumException {
        final var wave = new Spectrum(AlignData.GRID,
            Arrays.stream(AlignData.GRID.toArray()).map(e -> Math.sin(e * 2 * Math.PI / 6)).toArray());
        final var options = AlignOptions.DEFAULTS.withWindow(EnergyWindow.ALL);
        final var noisy = AlignData.noisy(wave, 0.05, 1);
        final var found = new Aligner(options).align(noisy, new Reference(wave, options.window()));
        assertEquals(Set.of(AlignFlag.AMBIGUOUS), found.flags());
        assertFalse(align(AlignData.noisy(AlignData.shifted(OTHER, 1), 0.01, 1), AlignOptions.DEFAULTS).flags()
            .contains(AlignFlag.AMBIGUOUS));
    }

    @Test
    void aLargeUncertaintyIsFlagged() throws SpectrumException {
        final var found = align(AlignData.noisy(AlignData.shifted(OTHER, 1), 0.5, 1), AlignOptions.DEFAULTS);
        assertTrue(found.uncertaintyEv() > 0.25);
        assertTrue(found.flags().contains(AlignFlag.UNCERTAIN));
    }

    /** The last points of the spectrum are the first of the reference, exactly: 14 of 70 eV. */
    @Test
    void littleOverlapDoesNotWinByChance() throws SpectrumException {
        final var n = AlignData.GRID.size();
        final var y = AlignData.noisy(AlignData.shifted(AlignData.GRID, 0), 0.05, 1).intensities();
        for (int i = 0; i < 36; i++) {
            y[n - 36 + i] = 1 + 2 * REFERENCE.intensity(i);
        }
        final var spectrum = new Spectrum(AlignData.GRID, y);
        final var wide = AlignOptions.DEFAULTS.withWindow(EnergyWindow.ALL).withRange(-60, 60);
        final var chance = align(spectrum, new AlignOptions(AlignMethod.INTENSITY, -60, 60, 0.25, wide.window(), 0.15));
        assertTrue(Math.abs(chance.shiftEv()) > 50, chance.toString());
        assertEquals(0, align(spectrum, wide).shiftEv(), 0.5);
    }

    /** With 90 % of 70 eV the last shift upwards is 7 eV. */
    @Test
    void theLastShiftWithEnoughOverlapIsFlagged() throws SpectrumException {
        final var options = new AlignOptions(AlignMethod.INTENSITY, -40, 40, 0.25, EnergyWindow.ALL, 0.9);
        final var found = align(AlignData.shifted(AlignData.GRID, -12), options);
        assertEquals(7, found.shiftEv(), 0.5);
        assertTrue(found.flags().contains(AlignFlag.LITTLE_OVERLAP), found.toString());
        assertFalse(found.flags().contains(AlignFlag.END_OF_RANGE), found.toString());
    }

    @ParameterizedTest
    @EnumSource(AlignMethod.class)
    void refusesAFlatSpectrum(final AlignMethod method) {
        final var flat = new double[OTHER.size()];
        Arrays.fill(flat, 0.7);
        assertTrue(refusal(new Spectrum(OTHER, flat), AlignData.options(method)).startsWith(
            "All intensities of this spectrum are the same (0.7)"));
    }

    @Test
    void refusesAFlatReference() {
        final var flat = new Spectrum(OTHER, new double[OTHER.size()]);
        final var e = assertThrows(SpectrumException.class, () -> new Reference(flat, EnergyWindow.ALL));
        assertTrue(e.getMessage().contains("are the same (0.0)"), e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(value = AlignMethod.class, names = {"INTENSITY", "DERIVATIVE", "CDF", "CDF_MEAN"})
    void saysWhenSpectrumAndReferenceDoNotOverlap(final AlignMethod method) throws SpectrumException {
        final var far = AlignData.shifted(EnergyGrid.linear(7000, 7100, 200), -1300);
        assertEquals("The spectrum (7000.00 to 7100.00 eV) and the reference (8330.00 to 8380.00 eV) overlap too little"
            + " at every shift from -10.0 to 10.0 eV. Change the range of shifts or the energy window.",
            refusal(far, AlignData.options(method)).replaceAll("8330\\.\\d\\d to 8380\\.\\d\\d", "8330.00 to 8380.00"));
        final var moved = new EnergyShift(1300).apply(far);
        assertTrue(refusal(moved, AlignData.options(method)).endsWith("it counts from the original energies, and this"
            + " spectrum was already shifted by 1300.0 eV."));
    }

    @Test
    void aSpectrumUpsideDownResemblesTheReferenceNowhere() {
        final var spectrum = new Spectrum(OTHER, Arrays.stream(OTHER.toArray()).map(e -> 9000 - e).toArray());
        assertTrue(refusal(spectrum, AlignOptions.DEFAULTS).contains("no correlation is positive"));
    }

    /** What is steepest in such a scan is a wave after the edge. */
    @Test
    void anEdgeEnergyOutsideTheScanIsFlagged() throws SpectrumException {
        final var after = AlignData.shifted(EnergyGrid.linear(8349, 8390, 100), 0);
        final var found = align(after, AlignData.options(AlignMethod.E0));
        assertTrue(found.flags().contains(AlignFlag.END_OF_RANGE), found.toString());
    }

    @Test
    void refusesAnEdgeEnergyAtTheEndOfTheScan() {
        final var y = new double[30];
        Arrays.setAll(y, i -> Math.pow(Math.max(0, i - 18), 2));
        assertTrue(refusal(new Spectrum(EnergyGrid.linear(8340, 8345, 30), y), AlignData.options(AlignMethod.E0))
            .contains("is at the end of the scan"));
    }

    @Test
    void refusesALargestIntensityAtTheEndOfTheScan() {
        final var rising = AlignData.shifted(EnergyGrid.linear(8320, 8346, 100), 0);
        assertTrue(refusal(rising, AlignData.options(AlignMethod.WHITE_LINE)).contains("there is no white line in it"));
    }

    @Test
    void refusesTooFewPointsAndIntensitiesThatCannotBeAddedUp() {
        final var two = new Spectrum(EnergyGrid.of(8340, 8350), new double[]{0, 1});
        assertTrue(refusal(two, AlignOptions.DEFAULTS).contains("overlap too little"));
        final var huge = new double[OTHER.size()];
        Arrays.setAll(huge, i -> i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
        assertTrue(refusal(new Spectrum(OTHER, huge), AlignOptions.DEFAULTS).contains("Normalize it first"));
        final var few = new Spectrum(EnergyGrid.of(1, 2, 3, 4), new double[]{0, 1, 2, 1});
        assertTrue(assertThrows(SpectrumException.class, () -> new Reference(few, EnergyWindow.ALL)).getMessage()
            .contains("has 4 points in the energy window, but at least 5 are needed"));
    }

    @Test
    void refusesTheCdfOfASpectrumWhoseSumIsNotPositive() {
        final var negative = new Spectrum(OTHER,
            Arrays.stream(AlignData.shifted(OTHER, 0).intensities()).map(y -> y - 3).toArray());
        assertTrue(refusal(negative, AlignData.options(AlignMethod.CDF)).contains("do not add up to a positive"));
        assertTrue(refusal(negative, AlignData.options(AlignMethod.CDF_MEAN)).contains("do not add up to a positive"));
    }

    @Test
    void aGivenShiftCountsFromTheOriginalEnergiesToo() throws SpectrumException {
        final var options = AlignOptions.DEFAULTS;
        final var spectrum = new EnergyShift(4).apply(AlignData.shifted(OTHER, 2.5));
        final var found = new Aligner(options).given(spectrum, reference(options), -2.5);
        assertEquals(-2.5, found.spectrum().appliedShiftEv());
        assertEquals(OTHER.firstEv() - 2.5, found.spectrum().grid().firstEv(), 1e-9);
        assertTrue(Double.isNaN(found.uncertaintyEv()));
        assertTrue(found.scoreAfter() > 0.999 && found.scoreBefore() < 0.9, found.toString());
        final var off = new Aligner(options).given(spectrum, reference(options), 500);
        assertTrue(Double.isNaN(off.scoreAfter()));
        assertEquals(Set.of(AlignFlag.LITTLE_OVERLAP), off.flags());
    }

    @Test
    void choosesTheReferenceThatFitsBestAndSkipsThoseThatDoNotFitAtAll() throws SpectrumException {
        final var options = AlignOptions.DEFAULTS;
        final var other = new Spectrum(AlignData.GRID, Arrays.stream(AlignData.GRID.toArray())
            .map(e -> AlignData.intensity(e) + 0.4 * Math.exp(-Math.pow((e - 8365) / 4, 2))).toArray());
        final var far = AlignData.shifted(EnergyGrid.linear(7000, 7100, 200), -1300);
        final var references = List.of(new Reference(far, options.window()), new Reference(other, options.window()),
            reference(options));
        final var best = new Aligner(options).best(AlignData.shifted(OTHER, 1.5), references);
        assertEquals(2, best.reference());
        assertEquals(-1.5, best.alignment().shiftEv(), 0.01);
        final var e = assertThrows(SpectrumException.class,
            () -> new Aligner(options).best(AlignData.shifted(OTHER, 1.5), references.subList(0, 1)));
        assertTrue(e.getMessage().contains("overlap too little"));
    }

    @Test
    void aReferenceThatFitsNearlyAsWellAtAnotherShiftIsFlagged() throws SpectrumException {
        final var options = AlignOptions.DEFAULTS;
        final var spectrum = AlignData.noisy(AlignData.shifted(OTHER, 1.5), 0.01, 4);
        final var same = List.of(reference(options), reference(options));
        final var moved = List.of(reference(options),
            new Reference(AlignData.shifted(AlignData.GRID, 1), options.window()));
        assertEquals(Set.of(), new Aligner(options).best(spectrum, same).alignment().flags());
        assertEquals(0, new Aligner(options).best(spectrum, same).reference());
        assertEquals(Set.of(AlignFlag.AMBIGUOUS), new Aligner(options).best(spectrum, moved).alignment().flags());
    }

    @Test
    void aGivenShiftIsScoredWithTheReferenceThatFitsBest() throws SpectrumException {
        final var options = AlignOptions.DEFAULTS;
        final var references = List.of(new Reference(AlignData.shifted(AlignData.GRID, 3), options.window()),
            reference(options));
        final var best = new Aligner(options).bestGiven(AlignData.shifted(OTHER, 1.5), references, -1.5);
        assertEquals(1, best.reference());
        assertEquals(-1.5, best.alignment().shiftEv());
    }

    @ParameterizedTest
    @EnumSource(AlignMethod.class)
    void theSameBitsOnAnyNumberOfThreads(final AlignMethod method) throws SpectrumException {
        final var options = AlignData.options(method);
        final var spectra = new Spectrum[60];
        Arrays.setAll(spectra, i -> AlignData.noisy(AlignData.shifted(OTHER, i / 20.0), 0.001 * (i % 7), i));
        assertArrayEquals(shifts(spectra, options, 1), shifts(spectra, options, 4));
    }

    private static double[] shifts(final Spectrum[] spectra, final AlignOptions options, final int threads)
        throws SpectrumException {
        final var shifts = new double[2 * spectra.length];
        final var reference = reference(options);
        Parallel.run(spectra.length, threads, ProgressMonitor.NONE, "", i -> {
            try {
                final var found = new Aligner(options).align(spectra[i], reference);
                shifts[2 * i] = found.shiftEv();
                shifts[2 * i + 1] = found.uncertaintyEv();
            } catch (final SpectrumException e) {
                throw new IllegalStateException(e);
            }
        });
        return shifts;
    }

    @Test
    void theMeanOfReferencesOnDifferentGridsStandsOnTheirCommonEnergies() throws SpectrumException {
        final var mean = Reference.mean(List.of(REFERENCE, AlignData.shifted(OTHER, 0)));
        assertEquals(8320, mean.grid().firstEv());
        assertEquals(8390, mean.grid().lastEv());
        assertEquals(AlignData.intensity(8350), mean.intensity((int)Math.round((8350 - 8320) / (70.0
            / (mean.size() - 1)))), 0.05);
        assertSame(REFERENCE.grid(), Reference.mean(List.of(REFERENCE, REFERENCE)).grid());
    }
}

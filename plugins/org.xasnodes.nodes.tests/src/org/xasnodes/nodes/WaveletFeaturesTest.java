package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.feature.WaveletFeatures;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.feature.wavelet.WaveletFeaturesNodeFactory;
import org.xasnodes.nodes.io.reader.SpectrumReaderNodeFactory;
import org.xasnodes.nodes.prepare.resampler.EnergyResamplerNodeFactory;

/** Wavelet Features: the values of SciPy, and the widths as a user writes them. */
final class WaveletFeaturesTest {

    private static final double CWT_TOLERANCE = 1e-10;

    private static NodeRun node(final BufferedDataTable table) {
        return NodeRun.of(new WaveletFeaturesNodeFactory()).input(table);
    }

    @Test
    void givesTheGoldenTransformOfSyntheticSpectra() throws Exception {
        final var cases = Golden.synthetic();
        final var table = node(Tables.spectra(Golden.spectra(cases))).run().ok();
        assertEquals(7, table.size());
        for (int i = 0; i < 7; i++) {
            assertArrayEquals(Golden.flat(cases.get(i).get("cwt")), Tables.numbers(table, i, 2), CWT_TOLERANCE);
        }
        assertEquals("cwt a01 8330.00 eV", table.getDataTableSpec().getColumnSpec(2).getName());
        assertEquals("cwt a10 8370.00 eV", table.getDataTableSpec().getColumnSpec(1001).getName());
    }

    @Test
    void givesTheGoldenAndTheStoredTransformOfMeasuredSpectra() throws Exception {
        final var golden = Golden.read(ProjectFiles.shared("golden/features_measured17.json")).get("spectra");
        final var table = node(Tables.spectra(Golden.spectra(golden))).set("output", "COLUMNS").run().ok();
        assertEquals(17, table.size());
        for (int i = 0; i < 17; i++) {
            assertArrayEquals(Golden.flat(golden.get(i).get("cwt")), Tables.numbers(table, i, 2), CWT_TOLERANCE);
        }
        final var file = ProjectFiles.shared("data/nmc_exp_xas.json");
        final var read = NodeRun.of(new SpectrumReaderNodeFactory()).set("source/path/path", file).set("useGrid", true)
            .run().ok();
        final var features = node(NodeRun.of(new EnergyResamplerNodeFactory()).input(read).run().ok()).run().ok();
        final var stored = Golden.read(file).get("cwt");
        final var first = features.getDataTableSpec().findColumnIndex("cwt a01 8330.00 eV");
        assertEquals(16, features.size());
        for (int i = 0; i < 16; i++) {
            final var cell = stored.get(Integer.toString(i));
            assertArrayEquals(cell.get(0).isArray() ? Golden.flat(cell) : Golden.doubles(cell),
                Tables.numbers(features, i, first), 1e-9, "spectrum " + i);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1-10|01 02 03 04 05 06 07 08 09 10", "'1, 2.5, 7-9'|01 02.5 07 08 09",
        " 3 |03", "7 - 9 ,1|07 08 09 01", "'12,,4,'|12 04", ".5, 1.|00.5 01", "100|100", "5-5|05"})
    void widthsAreNumbersAndRangesOfWholeNumbersInTheOrderGiven(final String widths, final String names)
        throws Exception {
        final var spectrum = new Spectrum(EnergyGrid.of(1, 2), new double[]{1, 3});
        final var table = node(Tables.spectra(spectrum)).set("widths", widths).run().ok();
        final var expected = List.of(names.split(" "));
        final var columns = Tables.names(table.getDataTableSpec());
        assertEquals(expected.stream().flatMap(a ->
            List.of("cwt a" + a + " 1.00 eV", "cwt a" + a + " 2.00 eV").stream()).toList(),
            columns.subList(2, columns.size()));
        assertArrayEquals(new WaveletFeatures(expected.stream().mapToDouble(Double::parseDouble).toArray())
            .apply(spectrum.intensities()), Tables.numbers(table, 0, 2));
    }

    @Test
    void someWidthsGiveTheirPartOfAllWidths() throws Exception {
        final var input = Tables.spectra(Tables.simulated(3));
        final var all = node(input).run().ok();
        final var some = node(input).set("widths", "9,2").run().ok();
        for (int row = 0; row < 3; row++) {
            final var numbers = Tables.numbers(all, row, 2);
            assertArrayEquals(IntStream.concat(IntStream.range(800, 900), IntStream.range(100, 200))
                .mapToDouble(i -> numbers[i]).toArray(), Tables.numbers(some, row, 2));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "narrow|'narrow' is not a width. Write numbers and ranges of whole numbers, such as '1-10, 15, 20.5'.",
        "1;2|'1;2' is not a width. Write numbers and ranges of whole numbers, such as '1-10, 15, 20.5'.",
        "-3|'-3' is not a width. Write numbers and ranges of whole numbers, such as '1-10, 15, 20.5'.",
        "1-2.5|'1-2.5' is not a width. Write numbers and ranges of whole numbers, such as '1-10, 15, 20.5'.",
        "NaN|'NaN' is not a width. Write numbers and ranges of whole numbers, such as '1-10, 15, 20.5'.",
        "2d|'2d' is not a width. Write numbers and ranges of whole numbers, such as '1-10, 15, 20.5'.",
        "0x10|'0x10' is not a width. Write numbers and ranges of whole numbers, such as '1-10, 15, 20.5'.",
        "1-9999999999|'1-9999999999' is not a width. Write numbers and ranges of whole numbers, such as '1-10, 15, "
            + "20.5'.",
        "10-1|The range '10-1' of widths is empty: the smaller width comes first, as in '1-10'.",
        "0-3|Widths: Wavelet widths must be positive, but number 1 is 0.0.",
        "1,2,1-3|Widths: The wavelet width 1.0 is given twice.", "1-999999999|Enter 1 to 1000 widths, such as '1-10'.",
        ",,|Enter 1 to 1000 widths, such as '1-10'."}, quoteCharacter = '`')
    void otherTextsAreRefusedBeforeTheNodeRuns(final String widths, final String message) throws Exception {
        assertEquals(message, node(Tables.spectra(Tables.simulated(1))).set("widths", widths).configure().error());
    }

    @Test
    void noWidthsAreRefused() throws Exception {
        for (final var widths : new String[]{"", "  ", null}) {
            assertEquals("Enter 1 to 1000 widths, such as '1-10'.",
                node(Tables.spectra(Tables.simulated(1))).set("widths", widths).configure().error());
        }
    }

    @Test
    void moreFeaturesThanAnyoneCanUseAreRefusedBeforeTheyAreComputed() throws Exception {
        final var input = Tables.spectra(Tables.ramp(1, 2, 5000));
        final var message = "1000 widths and spectra of 5000 points would give more than 1000000 features for each "
            + "spectrum. Use fewer widths, or Energy Resampler with fewer points before this node.";
        for (final var output : List.of("COLUMNS", "VECTOR")) {
            assertEquals(message, node(input).set("widths", "1-1000").set("output", output).run().error());
        }
        assertEquals("These spectra have 5000 points each and would give 50000 columns. Use Energy Resampler with "
            + "fewer "
            + "points before this node.", node(input).run().error());
    }

    @Test
    void aZeroSpectrumHasATransformOfZeros() throws Exception {
        final var table = node(Tables.spectra(new Spectrum(Tables.GRID, new double[100]))).run().ok();
        assertArrayEquals(new double[1000], Tables.numbers(table, 0, 2));
    }

    @Test
    void intensitiesThatOverflowAreAFaultOfTheirRowOnly() throws Exception {
        final var huge = new Spectrum(EnergyGrid.of(1, 2, 3), new double[]{-1.7e308, 1.7e308, -1.7e308});
        final var result = node(Tables.spectra(huge, new Spectrum(huge.grid(), new double[]{1, 2, 3})))
            .set("widths", "0.6").run();
        assertEquals(3, Tables.numbers(result.ok(), 1, 2).length);
        assertEquals("1 of 2 spectra have no features: An intensity of 1.7E308 is too large for a wavelet transform. "
            + "Normalize the spectrum first (first: 'Row0')", result.warning());
    }
}

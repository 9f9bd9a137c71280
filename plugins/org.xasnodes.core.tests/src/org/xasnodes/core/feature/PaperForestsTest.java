package org.xasnodes.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;

/**
 * The models which the authors of arXiv 2310.07049 trained on their own cumulative distributions give, on ours, what
 * they printed.
 */
class PaperForestsTest {

    private static final int MEASURED = 16;

    @Test
    void oxidationStatesOfTheNmc622SpectraAreThosePrintedByTheAuthors() throws Exception {
        final var printed = new double[]{3.4197402, 3.98452288, 3.98452288, 3.34768848, 3.98663399, 3.98491177,
            3.98491177, 3.38892804};
        final var forest = JsonForest.read(SharedFiles.shared("golden/forest/exp_cdf_rfr.json"));
        final var predicted = new double[8];
        for (int i = 0; i < 8; i++) {
            predicted[i] = forest.predict(measuredCdf(i))[0];
        }
        assertArrayEquals(printed, predicted, 1e-8);
    }

    @Test
    void regressorAgreesWithScikitLearnOnAllMeasuredSpectra() throws Exception {
        final var forest = JsonForest.read(SharedFiles.shared("golden/forest/exp_cdf_rfr.json"));
        final var expected = table("golden/forest/exp_rfr_predictions.csv");
        assertEquals(MEASURED, expected.length);
        for (int i = 0; i < MEASURED; i++) {
            assertEquals(expected[i][1], forest.predict(measuredCdf(i))[0], 1e-12, "spectrum " + i);
        }
    }

    /** Figs. 8 and 9: nickel is oxidised on charging, whatever its share in the cathode; measured: by 0.56 and 0.44. */
    @Test
    void chargedCathodesAreAboveThePristineAndDischargedOnes() throws Exception {
        final var forest = JsonForest.read(SharedFiles.shared("golden/forest/exp_cdf_rfr.json"));
        final var voltages = GoldenJson.read(SharedFiles.shared("data/nmc_exp_xas.json")).get("voltage");
        final var lowestCharged = new double[]{Double.MAX_VALUE, Double.MAX_VALUE};
        final var highestOther = new double[2];
        for (int i = 0; i < MEASURED; i++) {
            final var predicted = forest.predict(measuredCdf(i))[0];
            final var cathode = i / 8;
            if (voltages.get(Integer.toString(i)).asDouble(0) > 4) {
                lowestCharged[cathode] = Math.min(lowestCharged[cathode], predicted);
            } else {
                highestOther[cathode] = Math.max(highestOther[cathode], predicted);
            }
        }
        assertTrue(lowestCharged[0] > highestOther[0] + 0.4, "NMC622");
        assertTrue(lowestCharged[1] > highestOther[1] + 0.4, "NMC721");
    }

    @Test
    void classProbabilitiesAgreeWithScikitLearnOnAllMeasuredSpectra() throws Exception {
        final var forest = JsonForest.read(SharedFiles.shared("golden/forest/comp_cdf_rfc.json"));
        final var expected = table("golden/forest/exp_rfc_proba.csv");
        assertEquals(MEASURED, expected.length);
        for (int i = 0; i < MEASURED; i++) {
            assertArrayEquals(expected[i], forest.predict(measuredCdf(i)), 1e-12, "spectrum " + i);
        }
    }

    @Test
    void bothForestsAgreeWithScikitLearnOnSyntheticSpectra() throws Exception {
        final var regressor = JsonForest.read(SharedFiles.shared("golden/forest/exp_cdf_rfr.json"));
        final var classifier = JsonForest.read(SharedFiles.shared("golden/forest/comp_cdf_rfc.json"));
        final var expected = table("golden/forest/synth200_rfr_rfc.csv");
        final var spectra = syntheticSpectra(200);
        assertEquals(200, expected.length);
        for (int i = 0; i < 200; i++) {
            final var cdf = new CumulativeDistribution().apply(spectra[i]);
            assertEquals(expected[i][0], regressor.predict(cdf)[0], 1e-12, "spectrum " + i);
            assertArrayEquals(Arrays.copyOfRange(expected[i], 1, 4), classifier.predict(cdf), 1e-12, "spectrum " + i);
        }
    }

    private static double[] measuredCdf(final int index) throws IOException, SpectrumException {
        final var data = GoldenJson.read(SharedFiles.shared("data/nmc_exp_xas.json"));
        return new CumulativeDistribution().apply(GoldenJson.doubles(data.get("intensity").get("" + index)));
    }

    private static double[][] syntheticSpectra(final int count) throws IOException {
        final var file = SharedFiles.shared("data/synth2831.csv.gz");
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)),
            StandardCharsets.UTF_8))) {
            // id, oxidation_state, bond_length, then the intensities
            return in.lines().skip(1).limit(count).map(PaperForestsTest::numbers)
                .map(row -> Arrays.copyOfRange(row, 3, row.length)).toArray(double[][]::new);
        }
    }

    private static double[][] table(final String name) throws IOException {
        final List<String> lines = Files.readAllLines(SharedFiles.shared(name));
        return lines.stream().skip(1).map(PaperForestsTest::numbers).toArray(double[][]::new);
    }

    private static double[] numbers(final String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}

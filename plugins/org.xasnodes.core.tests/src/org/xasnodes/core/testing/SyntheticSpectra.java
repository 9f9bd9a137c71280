package org.xasnodes.core.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The 2831 simulated spectra of the reference data. */
public final class SyntheticSpectra {

    /** Columns before the intensities. */
    private static final int LABELS = 3;

    private SyntheticSpectra() {
    }

    /**
     * @return the intensities of each, 100 numbers
     * @throws IOException if they cannot be read
     */
    public static List<double[]> all() throws IOException {
        final var list = new ArrayList<double[]>();
        try (var in = new GZIPInputStream(Files.newInputStream(SharedFiles.golden("synth2831.csv.gz")));
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            reader.readLine();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                list.add(Stream.of(line.split(",")).skip(LABELS).mapToDouble(Double::parseDouble).toArray());
            }
        }
        return list;
    }

    /**
     * @param from number of the first spectrum
     * @param to number after the last
     * @return the intensities of each, 100 numbers
     * @throws IOException if they cannot be read
     */
    public static double[][] rows(final int from, final int to) throws IOException {
        return all().subList(from, to).toArray(double[][]::new);
    }
}

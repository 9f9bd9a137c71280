package org.xasnodes.nodes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.xasnodes.core.spectrum.Spectrum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reference values of the features, computed by SciPy. */
final class Golden {

    private Golden() {
    }

    static JsonNode read(final Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    /** Seven synthetic spectra with their features, each on {@link Tables#GRID}. */
    static JsonNode synthetic() throws IOException {
        return read(ProjectFiles.golden("features_synthetic7.json")).get("spectra");
    }

    static double[] doubles(final JsonNode array) {
        return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).doubleValue()).toArray();
    }

    /** The rows of a matrix one after the other. */
    static double[] flat(final JsonNode matrix) {
        return IntStream.range(0, matrix.size()).mapToObj(i -> doubles(matrix.get(i)))
            .flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    static Spectrum[] spectra(final JsonNode cases) {
        return IntStream.range(0, cases.size())
            .mapToObj(i -> new Spectrum(Tables.GRID, doubles(cases.get(i).get("intensity")))).toArray(Spectrum[]::new);
    }
}

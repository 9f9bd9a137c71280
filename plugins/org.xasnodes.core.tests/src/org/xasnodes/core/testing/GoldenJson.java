package org.xasnodes.core.testing;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads reference values. */
public final class GoldenJson {

    private GoldenJson() {
    }

    /**
     * @param file a JSON file
     * @return its content
     * @throws IOException if it cannot be read
     */
    public static JsonNode read(final Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    /**
     * @param array a JSON array of numbers
     * @return the numbers
     * @throws IllegalArgumentException if it is something else
     */
    public static double[] doubles(final JsonNode array) {
        if (array == null || !array.isArray() || array.isEmpty()) {
            throw new IllegalArgumentException("An array of numbers is expected, not " + array);
        }
        final var numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!array.get(i).isNumber()) {
                throw new IllegalArgumentException("Not a number: " + array.get(i));
            }
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }

    /**
     * @param array a JSON array of whole numbers
     * @return the numbers
     */
    public static int[] ints(final JsonNode array) {
        final var numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).intValue();
        }
        return numbers;
    }
}

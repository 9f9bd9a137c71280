package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.TreeMap;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/** What the tests of several reducers assert. */
final class ReducerAsserts {

    private ReducerAsserts() {
    }

    static void sameUpToSign(final double[] expected, final double[] actual, final double tolerance) {
        final var same = Vectors.dot(expected, actual) >= 0;
        final var turned = actual.clone();
        Vectors.scale(turned, same ? 1 : -1);
        assertArrayEquals(expected, turned, tolerance);
    }

    /** Each column as a whole may have the other sign. */
    static void sameColumnsUpToSign(final JsonNode expected, final double[][] actual, final double tolerance) {
        assertEquals(expected.size(), actual.length);
        assertEquals(expected.get(0).size(), actual[0].length);
        for (int c = 0; c < actual[0].length; c++) {
            final var expectedColumn = new double[actual.length];
            final var actualColumn = new double[actual.length];
            for (int i = 0; i < actual.length; i++) {
                expectedColumn[i] = expected.get(i).get(c).doubleValue();
                actualColumn[i] = actual[i][c];
            }
            sameUpToSign(expectedColumn, actualColumn, tolerance);
        }
    }

    /** Damages a copy of the parts; the message must name the part and say what to do. */
    static void refusesDamage(final StoredReducer stored, final String part, final Consumer<StoredReducer> damage) {
        final var doubles = new TreeMap<String, double[]>();
        stored.doubles().forEach((name, array) -> doubles.put(name, array.clone()));
        final var ints = new TreeMap<String, int[]>();
        stored.ints().forEach((name, array) -> ints.put(name, array.clone()));
        final var copy = new StoredReducer(stored.id(), stored.version(), new TreeMap<>(stored.values()), doubles,
            ints);
        damage.accept(copy);
        final var e = assertThrows(IOException.class, copy::reducer, part);
        assertTrue(e.getMessage().contains(part), e.getMessage());
        assertTrue(e.getMessage().contains("Run the reducer node again"), e.getMessage());
    }
}

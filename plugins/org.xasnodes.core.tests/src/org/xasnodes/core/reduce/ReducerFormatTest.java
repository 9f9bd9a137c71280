package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored reducers come from other people's workflows: what is written is read to the same bits, all else is refused. */
class ReducerFormatTest {

    private static final StoredReducer SAMPLE = new StoredReducer("pca", 1,
        new TreeMap<>(Map.of("rows", "2", "note", "\u00e4 \"quoted\"")),
        new TreeMap<>(Map.of("mean", new double[]{1.5, -0.0, Double.MIN_VALUE}, "empty", new double[0])),
        new TreeMap<>(Map.of("graph", new int[]{-1, 0, Integer.MAX_VALUE})));

    private static byte[] header(final StoredReducer stored) throws IOException {
        final var out = new ByteArrayOutputStream();
        ReducerFormat.writeHeader(stored, out);
        return out.toByteArray();
    }

    private static byte[] arrays(final StoredReducer stored) throws IOException {
        final var out = new ByteArrayOutputStream();
        ReducerFormat.writeArrays(stored, out);
        return out.toByteArray();
    }

    private static StoredReducer read(final byte[] header, final byte[] arrays) throws IOException {
        return ReducerFormat.read(new ByteArrayInputStream(header), () -> new ByteArrayInputStream(arrays));
    }

    private static String refusal(final String header, final byte[] arrays) {
        return assertThrows(IOException.class, () -> read(header.getBytes(StandardCharsets.UTF_8), arrays)).getMessage();
    }

    private static void assertSame(final StoredReducer expected, final StoredReducer actual) {
        assertEquals(expected.id(), actual.id());
        assertEquals(expected.version(), actual.version());
        assertEquals(expected.values(), actual.values());
        assertEquals(expected.doubles().keySet(), actual.doubles().keySet());
        assertEquals(expected.ints().keySet(), actual.ints().keySet());
        expected.doubles().forEach((name, array) -> assertArrayEquals(bits(array), bits(actual.doubles().get(name)), name));
        expected.ints().forEach((name, array) -> assertArrayEquals(array, actual.ints().get(name), name));
    }

    private static long[] bits(final double[] array) {
        return Arrays.stream(array).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void whatIsWrittenIsReadToTheSameBits() throws IOException {
        assertSame(SAMPLE, read(header(SAMPLE), arrays(SAMPLE)));
    }

    @Test
    void arraysOfMoreThanOneChunkAreWholeAndInOrder() throws IOException {
        final var doubles = new double[100_003];
        Arrays.setAll(doubles, i -> i / 3.0);
        final var ints = new int[70_001];
        Arrays.setAll(ints, i -> i);
        final var large = new StoredReducer("x", 1, new TreeMap<>(), new TreeMap<>(Map.of("a", doubles, "b", doubles)),
            new TreeMap<>(Map.of("c", ints)));
        assertSame(large, read(header(large), arrays(large)));
    }

    @Test
    void numbersAreLittleEndianWithAllDoublesBeforeTheInts() throws IOException {
        final var bytes = ByteBuffer.wrap(arrays(SAMPLE)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(3 * Double.BYTES + 3 * Integer.BYTES, bytes.remaining());
        assertEquals(1.5, bytes.getDouble());
        assertEquals(-0.0, bytes.getDouble());
        assertEquals(Double.MIN_VALUE, bytes.getDouble());
        assertEquals(-1, bytes.getInt());
    }

    @Test
    void theSameReducerIsWrittenAsTheSameBytes() throws IOException {
        assertArrayEquals(header(SAMPLE), header(read(header(SAMPLE), arrays(SAMPLE))));
    }

    @Test
    void aHeaderCutAnywhereIsRefusedInPlainWords() throws IOException {
        final var header = header(SAMPLE);
        for (int length = 0; length < header.length; length++) {
            final var cut = Arrays.copyOf(header, length);
            final var message = assertThrows(IOException.class, () -> read(cut, arrays(SAMPLE))).getMessage();
            assertTrue(message.contains("damaged"), message);
        }
    }

    @Test
    void numbersCutAnywhereAreRefused() throws IOException {
        final var arrays = arrays(SAMPLE);
        for (int length = 0; length < arrays.length; length++) {
            final var cut = Arrays.copyOf(arrays, length);
            assertEquals("The stored 'pca' reducer is damaged: it ends before its last number. Run the reducer node again.",
                assertThrows(IOException.class, () -> read(header(SAMPLE), cut)).getMessage());
        }
    }

    @Test
    void moreNumbersThanTheHeaderSaysAreRefused() throws IOException {
        final var longer = Arrays.copyOf(arrays(SAMPLE), arrays(SAMPLE).length + 1);
        assertTrue(assertThrows(IOException.class, () -> read(header(SAMPLE), longer)).getMessage()
            .contains("more numbers than its header says"));
    }

    @Test
    void aClaimOfManyNumbersTakesNoMemory() {
        final var oneLong = "{\"format\":\"xas-reducer\",\"formatVersion\":1,\"method\":\"pca\",\"version\":1,\"values\":{},"
            + "\"arrays\":[{\"name\":\"mean\",\"type\":\"double\",\"length\":%d}]}";
        assertTrue(refusal(oneLong.formatted(Integer.MAX_VALUE), new byte[0]).contains("claims more than"));
        // just below the limit: a gigabyte, if it were believed
        assertTrue(refusal(oneLong.formatted(1 << 27), new byte[8]).contains("ends before its last number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "17", "{}", "{\"format\":\"other\",\"method\":\"pca\"}", "null",
        "{\"format\":\"xas-reducer\",\"formatVersion\":1}"})
    void otherJsonIsNoReducer(final String json) {
        final var message = refusal(json, new byte[0]);
        assertTrue(message.equals("This is no reducer of XAS Nodes.") || message.contains("damaged"), message);
    }

    @Test
    void aNewerFileFormatIsRefusedByItsNumber() throws IOException {
        final var newer = new String(header(SAMPLE), StandardCharsets.UTF_8).replace("\"formatVersion\":1",
            "\"formatVersion\":2");
        assertTrue(refusal(newer, arrays(SAMPLE)).contains("version 2 of its file format"));
    }

    @Test
    void anUnknownMethodAndANewerVersionAreRefusedByName() {
        final var unknown = new StoredReducer("umap", 1, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        assertTrue(assertThrows(IOException.class, unknown::reducer).getMessage().contains("'umap'"));
        final var newer = new StoredReducer("pca", 99, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        assertTrue(assertThrows(IOException.class, newer::reducer).getMessage().contains("version 99 of the method 'pca'"));
    }

    @Test
    void fieldsOfALaterVersionAreSkipped() throws IOException {
        final var later = new String(header(SAMPLE), StandardCharsets.UTF_8).replaceFirst("\\{",
            "{\"later\":{\"a\":[1,{}]},");
        assertSame(SAMPLE, read(later.getBytes(StandardCharsets.UTF_8), arrays(SAMPLE)));
    }
}

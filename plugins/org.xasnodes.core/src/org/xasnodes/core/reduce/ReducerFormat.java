package org.xasnodes.core.reduce;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/**
 * A stored reducer as bytes, in two parts: a JSON header with method, version, values and the names, types and lengths of
 * the arrays; and the numbers of all arrays one after the other, little-endian, first those of type double (8 bytes), then
 * those of type int (4 bytes). Reading trusts nothing: memory is taken only as bytes arrive.
 */
public final class ReducerFormat {

    private static final String FORMAT = "xas-reducer";

    private static final int FORMAT_VERSION = 1;

    /** All arrays together; a million spectra of 100 points fit. */
    private static final long MAX_NUMBERS = 1L << 27;

    private static final int CHUNK_BYTES = 1 << 16;

    private static final String DAMAGED_HEADER = "The stored reducer is damaged: its header cannot be read. Run the reducer "
        + "node again.";

    private record ArrayHead(String name, boolean isDouble, int length) {
    }

    /** What stands in the header. */
    private static final class Header {
        private String m_format;

        private int m_formatVersion;

        private String m_method;

        private int m_version;

        private final SortedMap<String, String> m_values = new TreeMap<>();

        private final List<ArrayHead> m_arrays = new ArrayList<>();
    }

    private ReducerFormat() {
    }

    /**
     * @param reducer what to write
     * @param out gets the JSON header; not closed
     * @throws IOException if writing fails
     */
    public static void writeHeader(final StoredReducer reducer, final OutputStream out) throws IOException {
        try (var json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("formatVersion", FORMAT_VERSION);
            json.writeStringField("method", reducer.id());
            json.writeNumberField("version", reducer.version());
            json.writeObjectFieldStart("values");
            for (final var value : reducer.values().entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("arrays");
            for (final var array : heads(reducer)) {
                json.writeStartObject();
                json.writeStringField("name", array.name);
                json.writeStringField("type", array.isDouble ? "double" : "int");
                json.writeNumberField("length", array.length);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static List<ArrayHead> heads(final StoredReducer reducer) {
        final List<ArrayHead> heads = new ArrayList<>();
        reducer.doubles().forEach((name, array) -> heads.add(new ArrayHead(name, true, array.length)));
        reducer.ints().forEach((name, array) -> heads.add(new ArrayHead(name, false, array.length)));
        return heads;
    }

    /**
     * @param reducer what to write
     * @param out gets the numbers; not closed
     * @throws IOException if writing fails
     */
    public static void writeArrays(final StoredReducer reducer, final OutputStream out) throws IOException {
        final var buffer = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (final var array : reducer.doubles().values()) {
            for (final var number : array) {
                flushIfFull(buffer, out);
                buffer.putDouble(number);
            }
        }
        for (final var array : reducer.ints().values()) {
            for (final var number : array) {
                flushIfFull(buffer, out);
                buffer.putInt(number);
            }
        }
        out.write(buffer.array(), 0, buffer.position());
    }

    private static void flushIfFull(final ByteBuffer buffer, final OutputStream out) throws IOException {
        if (buffer.remaining() < Double.BYTES) {
            out.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
    }

    /** Opens the arrays after the header was read; both may be parts of one stream. */
    @FunctionalInterface
    public interface NextPart {

        /**
         * @return the bytes of the arrays; not closed
         * @throws IOException if there are none
         */
        InputStream open() throws IOException;
    }

    /**
     * @param header the JSON header; read to its end, not closed
     * @param arrays opens the numbers
     * @return the stored reducer
     * @throws IOException if it is damaged, no reducer, or of a newer version; the message says so
     */
    public static StoredReducer read(final InputStream header, final NextPart arrays) throws IOException {
        final Header head;
        try (var json = Json.parser(header)) {
            head = header(json);
        } catch (final JsonProcessingException e) { // its own message speaks of tokens
            throw new IOException(DAMAGED_HEADER, e);
        }
        if (!FORMAT.equals(head.m_format) || head.m_method == null) {
            throw new IOException("This is no reducer of XAS Nodes.");
        }
        if (head.m_formatVersion != FORMAT_VERSION) {
            throw new IOException("The reducer is stored in version " + head.m_formatVersion + " of its file format, but this "
                + "version of XAS Nodes reads version " + FORMAT_VERSION + ". Update XAS Nodes.");
        }
        final var stored = new StoredReducer(head.m_method, head.m_version, head.m_values, new TreeMap<>(), new TreeMap<>());
        if (head.m_arrays.stream().mapToLong(ArrayHead::length).sum() > MAX_NUMBERS) {
            throw new IOException(stored.damaged("it claims more than " + MAX_NUMBERS + " numbers"));
        }
        readArrays(head.m_arrays, arrays.open(), stored);
        return stored;
    }

    private static void readArrays(final List<ArrayHead> heads, final InputStream in, final StoredReducer stored)
        throws IOException {
        for (final var head : heads) {
            if (head.isDouble) {
                stored.doubles().put(head.name, doubles(in, head.length, stored));
            } else {
                stored.ints().put(head.name, ints(in, head.length, stored));
            }
        }
        if (in.read() >= 0) {
            throw new IOException(stored.damaged("there are more numbers than its header says"));
        }
    }

    private static double[] doubles(final InputStream in, final int length, final StoredReducer stored)
        throws IOException {
        var array = new double[Math.min(length, CHUNK_BYTES / Double.BYTES)];
        for (int i = 0; i < length;) {
            final var chunk = chunk(in, (long)(length - i) * Double.BYTES, stored).asDoubleBuffer();
            final var count = chunk.remaining();
            array = i + count <= array.length ? array : Arrays.copyOf(array, Math.min(length, Math.max(i + count, 2 * i)));
            chunk.get(array, i, count);
            i += count;
        }
        return array;
    }

    private static int[] ints(final InputStream in, final int length, final StoredReducer stored) throws IOException {
        var array = new int[Math.min(length, CHUNK_BYTES / Integer.BYTES)];
        for (int i = 0; i < length;) {
            final var chunk = chunk(in, (long)(length - i) * Integer.BYTES, stored).asIntBuffer();
            final var count = chunk.remaining();
            array = i + count <= array.length ? array : Arrays.copyOf(array, Math.min(length, Math.max(i + count, 2 * i)));
            chunk.get(array, i, count);
            i += count;
        }
        return array;
    }

    private static ByteBuffer chunk(final InputStream in, final long missing, final StoredReducer stored)
        throws IOException {
        final var size = (int)Math.min(CHUNK_BYTES, missing);
        final var bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new IOException(stored.damaged("it ends before its last number"));
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Header header(final JsonParser json) throws IOException {
        final var header = new Header();
        Json.object(json, name -> {
            switch (name) {
                case "format" -> header.m_format = json.getText();
                case "formatVersion" -> header.m_formatVersion = json.getIntValue();
                case "method" -> header.m_method = json.getText();
                case "version" -> header.m_version = json.getIntValue();
                case "values" -> Json.object(json, value -> header.m_values.put(value, json.getText()));
                case "arrays" -> Json.array(json, () -> header.m_arrays.add(arrayHead(json)));
                default -> json.skipChildren(); // of a later version
            }
        });
        return header;
    }

    private static ArrayHead arrayHead(final JsonParser json) throws IOException {
        final var name = new String[1];
        final var type = new String[1];
        final var length = new int[]{-1};
        Json.object(json, field -> {
            switch (field) {
                case "name" -> name[0] = json.getText();
                case "type" -> type[0] = json.getText();
                case "length" -> length[0] = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : -1;
                default -> json.skipChildren();
            }
        });
        if (name[0] == null || length[0] < 0 || !"double".equals(type[0]) && !"int".equals(type[0])) {
            throw new IOException(DAMAGED_HEADER);
        }
        return new ArrayHead(name[0], "double".equals(type[0]), length[0]);
    }
}

package org.xasnodes.core.reduce;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Small JSON documents, read token by token. */
final class Json {

    /** Far more than names and energies of the widest table take. */
    private static final int MAX_BYTES = 1 << 24;

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Takes the current value of a parser. */
    @FunctionalInterface
    interface Value {
        void read() throws IOException;
    }

    /** Takes the current value of a parser, a field of an object. */
    @FunctionalInterface
    interface Field {
        void read(String name) throws IOException;
    }

    private Json() {
    }

    /** @return writes to the stream, which stays open */
    static JsonGenerator generator(final OutputStream out) throws IOException {
        return FACTORY.createGenerator(new FilterOutputStream(out) {
            @Override
            public void write(final byte[] bytes, final int from, final int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        }, JsonEncoding.UTF8);
    }

    /** @return at the start of the first value; the stream stays open */
    static JsonParser parser(final InputStream in) throws IOException {
        final var bytes = in.readNBytes(MAX_BYTES);
        final var json = FACTORY.createParser(bytes);
        json.nextToken();
        return json;
    }

    /** Reads an object's fields one by one. */
    static void object(final JsonParser json, final Field field) throws IOException {
        require(json, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            final var name = json.currentName();
            json.nextToken();
            field.read(name);
        }
        require(json, JsonToken.END_OBJECT);
    }

    /** Reads an array's values one by one. */
    static void array(final JsonParser json, final Value value) throws IOException {
        require(json, JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new JsonParseException(json, "the end of a list expected");
            }
            value.read();
        }
    }

    private static void require(final JsonParser json, final JsonToken token) throws IOException {
        if (json.currentToken() != token) {
            throw new JsonParseException(json, token + " expected");
        }
    }
}

package org.xasnodes.core.reduce;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/**
 * What is known of a reducer without its numbers: it fits in a line of JSON.
 *
 * @param id the method, as {@link Reducer#id}
 * @param dimensions the number of values that a row becomes; 0 if that is not known before fitting
 * @param seed what random numbers were made from, 0 if the method takes none
 * @param space the features it was, or will be, fitted on
 */
public record ReducerSpec(String id, int dimensions, long seed, FeatureSpace space) {

    private static final String FORMAT = "xas-reducer-spec";

    private static final int FORMAT_VERSION = 1;

    private static final String DAMAGED = "The description of a reducer is damaged. Run the reducer node again.";

    /** @throws IllegalArgumentException if the number of dimensions is negative */
    public ReducerSpec {
        if (dimensions < 0) {
            throw new IllegalArgumentException(dimensions + " dimensions.");
        }
    }

    /**
     * @param out gets the JSON; not closed
     * @throws IOException if writing fails
     */
    public void write(final OutputStream out) throws IOException {
        try (var json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("formatVersion", FORMAT_VERSION);
            json.writeStringField("method", id);
            json.writeNumberField("dimensions", dimensions);
            json.writeNumberField("seed", seed);
            json.writeStringField("feature", space.feature());
            json.writeBooleanField("vector", space.isVector());
            json.writeNumberField("size", space.size());
            json.writeArrayFieldStart("columns");
            for (final var column : space.columns()) {
                json.writeString(column);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("energiesEv");
            for (final var energy : space.energiesEv()) {
                if (Double.isNaN(energy)) {
                    json.writeNull();
                } else {
                    json.writeNumber(energy);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** What stands in the JSON. */
    private static final class Fields {
        private String m_format;

        private int m_formatVersion;

        private String m_method;

        private int m_dimensions;

        private long m_seed;

        private String m_feature = "";

        private boolean m_isVector;

        private int m_size;

        private final List<String> m_columns = new ArrayList<>();

        private final List<Double> m_energies = new ArrayList<>();
    }

    /**
     * @param in the JSON; read to its end, not closed
     * @return the spec
     * @throws IOException if it is damaged, no spec of a reducer, or of a newer version; the message says so
     */
    public static ReducerSpec read(final InputStream in) throws IOException {
        final var fields = new Fields();
        try (var json = Json.parser(in)) {
            Json.object(json, name -> field(name, json, fields));
        } catch (final JsonProcessingException e) { // its own message speaks of tokens
            throw new IOException(DAMAGED, e);
        }
        if (!FORMAT.equals(fields.m_format) || fields.m_method == null) {
            throw new IOException("This is no description of a reducer of XAS Nodes.");
        }
        if (fields.m_formatVersion != FORMAT_VERSION) {
            throw new IOException("The reducer is described in version " + fields.m_formatVersion + " of the format, but this "
                + "version of XAS Nodes reads version " + FORMAT_VERSION + ". Update XAS Nodes.");
        }
        try {
            return new ReducerSpec(fields.m_method, fields.m_dimensions, fields.m_seed,
                new FeatureSpace(fields.m_feature, fields.m_isVector, fields.m_columns, fields.m_size,
                    fields.m_energies.stream().mapToDouble(Double::doubleValue).toArray()));
        } catch (final IllegalArgumentException e) {
            throw new IOException(DAMAGED, e);
        }
    }

    private static void field(final String name, final JsonParser json, final Fields fields) throws IOException {
        switch (name) {
            case "format" -> fields.m_format = json.getText();
            case "formatVersion" -> fields.m_formatVersion = json.getIntValue();
            case "method" -> fields.m_method = json.getText();
            case "dimensions" -> fields.m_dimensions = json.getIntValue();
            case "seed" -> fields.m_seed = json.getLongValue();
            case "feature" -> fields.m_feature = json.getText();
            case "vector" -> fields.m_isVector = json.getBooleanValue();
            case "size" -> fields.m_size = json.getIntValue();
            case "columns" -> Json.array(json, () -> fields.m_columns.add(json.getText()));
            case "energiesEv" -> Json.array(json, () -> fields.m_energies
                .add(json.currentToken() == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue()));
            default -> json.skipChildren(); // of a later version
        }
    }
}

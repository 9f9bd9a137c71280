package org.xasnodes.core.io;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/**
 * A data set as pandas' <code>DataFrame.to_json()</code> writes it: an object of columns, each an object of rows.
 * Arrays are intensities or energies, scalars labels; everything else is passed over without being held in memory.
 */
final class PandasJson implements SpectrumFormat {

    /** Structures of materials nest to about 10; the stack is bounded anyway, but time is not. */
    private static final int DEEPEST = 200;

    private static final int LONGEST_TEXT = 20_000_000;

    /** How Jackson's message begins where a file ends too early; its exception's class does not always tell. */
    private static final String END = "Unexpected end-of-input";

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT)
            .build())
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

    private final long m_mostBytes;

    PandasJson() {
        this(Runtime.getRuntime().maxMemory() / 2);
    }

    /**
     * @param mostBytes of memory that the numbers and labels of a file may take
     */
    PandasJson(final long mostBytes) {
        m_mostBytes = mostBytes;
    }

    @Override
    public String name() {
        return "pandas JSON";
    }

    @Override
    public boolean recognises(final FileHead head) {
        try (var parser = FACTORY.createParser(head.bytes())) {
            return parser.nextToken() == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME
                && parser.nextToken() == JsonToken.START_OBJECT;
        } catch (final IOException e) { // NOSONAR: not JSON
            return false;
        }
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var table = new PandasTable(content, m_mostBytes);
        try (var parser = FACTORY.createParser(content.stream())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                table.column(parser.currentName(), parser);
            }
        } catch (final StreamConstraintsException e) {
            throw content.refused("The JSON data are too large or nested too deeply: " + e.getOriginalMessage()
                + ". Write the table without that column.", e);
        } catch (final JsonParseException e) {
            throw content.refused(e.getOriginalMessage().startsWith(END)
                ? "The JSON data end too early, " + place(e) + ": the file is cut off. Copy or download it again."
                : "The JSON data are wrong, " + place(e) + ": " + e.getOriginalMessage()
                    + ". Correct the file or write it again.", e);
        }
        new PandasSpectra(content, table, options.gridForFilesWithoutEnergies(), sink).deliver();
    }

    private static String place(final JsonParseException e) {
        final var location = e.getLocation();
        return location == null ? "somewhere" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** @return the number at which the parser stands, not finite if it is none */
    static double number(final JsonParser parser) throws IOException {
        return parser.currentToken().isNumeric() ? parser.getDoubleValue() : Double.NaN;
    }
}

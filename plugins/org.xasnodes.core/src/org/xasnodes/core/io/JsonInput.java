package org.xasnodes.core.io;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** Reads JSON as a stream, within limits, and says in the user's words what is wrong with it. */
final class JsonInput {

    /** Reads what is wanted of a file. */
    @FunctionalInterface
    interface Body {

        /**
         * @param parser stands before the first token
         */
        void read(JsonParser parser) throws IOException, SpectrumFileException;
    }

    /** Structures of materials nest to about 10; the stack is bounded anyway, but time is not. */
    private static final int DEEPEST = 200;

    private static final int LONGEST_TEXT = 20_000_000;

    /** More points than any scan has; keeps memory bounded. */
    private static final int MOST_NUMBERS = 1_000_000;

    /** How Jackson's message begins where a file ends too early; its exception's class does not always tell. */
    private static final String END = "Unexpected end-of-input";

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT)
            .build())
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

    private JsonInput() {
    }

    /**
     * @param content the file
     * @param body reads it
     * @throws SpectrumFileException if it is not well-formed, or too large
     */
    static void read(final FileContent content, final Body body) throws IOException, SpectrumFileException {
        try (var parser = FACTORY.createParser(content.stream())) {
            body.read(parser);
        } catch (final StreamConstraintsException e) {
            throw content.refused("The JSON data are too large or nested too deeply: " + e.getOriginalMessage()
                + ". Write the table without that column.", e);
        } catch (final JsonParseException e) {
            throw content.refused(e.getOriginalMessage().startsWith(END)
                ? "The JSON data end too early, " + place(e) + ": the file is cut off. Copy or download it again."
                : "The JSON data are wrong, " + place(e) + ": " + e.getOriginalMessage()
                    + ". Correct the file or write it again.", e);
        }
    }

    /**
     * Looks at the beginning of a file.
     *
     * @return whether its first tokens are these
     */
    static boolean beginsWith(final FileHead head, final JsonToken... tokens) {
        if (!mayBeJson(head.bytes())) {
            return false;
        }
        try (var parser = FACTORY.createParser(head.bytes())) {
            for (final var token : tokens) {
                if (parser.nextToken() != token) {
                    return false;
                }
            }
            return true;
        } catch (final IOException e) { // NOSONAR: not JSON
            return false;
        }
    }

    /** Making a parser is far dearer than this look. */
    private static boolean mayBeJson(final byte[] bytes) {
        int first = 0;
        while (first < bytes.length && bytes[first] >= 0 && bytes[first] <= ' ') {
            first++;
        }
        return first < bytes.length && (bytes[first] == '{' || bytes[first] == '[');
    }

    private static String place(final JsonParseException e) {
        final var location = e.getLocation();
        return location == null ? "somewhere" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** @return the number at which the parser stands, not finite if it is none */
    static double number(final JsonParser parser) throws IOException {
        return parser.currentToken().isNumeric() ? parser.getDoubleValue() : Double.NaN;
    }

    /**
     * @param parser stands at the beginning of an array, afterwards at its end; anything else is passed over
     * @param content the file, for messages
     * @return the numbers, also those written as texts, NaN for whatever is none; <code>null</code> if it is no array
     * @throws SpectrumFileException if there are far too many
     */
    static double[] numbers(final JsonParser parser, final FileContent content)
        throws IOException, SpectrumFileException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return null;
        }
        var numbers = new double[512];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count == MOST_NUMBERS) {
                throw content.refused("An array has more than " + MOST_NUMBERS + " values, so it is not a spectrum.");
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = parser.currentToken() == JsonToken.VALUE_STRING
                ? NumberParser.parse(parser.getText().strip()) : number(parser);
            parser.skipChildren();
        }
        return Arrays.copyOf(numbers, count);
    }
}

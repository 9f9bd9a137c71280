package org.xasnodes.core.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * What is kept of a JSON object that may be, or hold, an X-ray absorption spectrum.
 *
 * @param values scalars by name, in file order; an element written as an object is its symbol
 * @param x energies, <code>null</code> if there are none
 * @param y intensities, <code>null</code> if there are none
 * @param children objects inside, those of lists too
 */
record XasDocument(Map<String, Object> values, double[] x, double[] y, List<XasDocument> children) {

    private boolean isEmpty() {
        return (x == null || y == null) && children.isEmpty();
    }

    /** Reads objects one after the other and keeps those with spectra. */
    static final class Reader {

        /** Documents of the Materials Project have their spectrum two levels down. */
        private static final int DEEPEST = 6;

        private static final long MOST_POINTS = 10_000_000;

        private static final int MOST_VALUES = 1_000_000;

        private static final int LONGEST_VALUE = 1000;

        private final FileContent m_content;

        private final List<XasDocument> m_documents = new ArrayList<>();

        private long m_points;

        private int m_values;

        Reader(final FileContent content) {
            m_content = content;
        }

        List<XasDocument> documents() {
            return m_documents;
        }

        /**
         * @param parser stands at the beginning of an object or a list of objects, afterwards at its end
         */
        void read(final JsonParser parser) throws IOException, SpectrumFileException {
            value(null, parser, m_documents, null, DEEPEST);
        }

        private XasDocument object(final JsonParser parser, final int deepest)
            throws IOException, SpectrumFileException {
            final var values = new LinkedHashMap<String, Object>();
            final var children = new ArrayList<XasDocument>();
            double[] x = null;
            double[] y = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                final var name = parser.currentName();
                final var token = parser.nextToken();
                if (name.equals("x") && token == JsonToken.START_ARRAY) {
                    x = numbers(parser);
                } else if (name.equals("y") && token == JsonToken.START_ARRAY) {
                    y = numbers(parser);
                } else if (name.equals("absorbing_element") && token == JsonToken.START_OBJECT) {
                    values.put(name, object(parser, 1).values().get("element"));
                } else if (name.equals("structure") || name.startsWith("@")) {
                    parser.skipChildren();
                } else {
                    value(name, parser, children, values, deepest);
                }
            }
            return new XasDocument(values, x, y, children);
        }

        private void value(final String name, final JsonParser parser, final List<XasDocument> children,
            final Map<String, Object> values, final int deepest) throws IOException, SpectrumFileException {
            switch (parser.currentToken()) {
                case START_OBJECT -> {
                    if (deepest == 0) {
                        parser.skipChildren();
                        return;
                    }
                    final var child = object(parser, deepest - 1);
                    if (!child.isEmpty()) {
                        children.add(child);
                    }
                }
                case START_ARRAY -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        value(null, parser, children, null, Math.max(0, deepest - 1));
                    }
                }
                default -> {
                    if (values != null && m_values++ < MOST_VALUES) {
                        values.put(name, scalar(parser));
                    }
                }
            }
        }

        private double[] numbers(final JsonParser parser) throws IOException, SpectrumFileException {
            final var numbers = JsonInput.numbers(parser, m_content);
            m_points += numbers.length;
            if (m_points > MOST_POINTS) {
                throw m_content.refused("It holds more than " + MOST_POINTS / 2 + " points, which are too many at "
                    + "once. Divide it.");
            }
            return numbers;
        }

        private static Object scalar(final JsonParser parser) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_TRUE -> Boolean.TRUE;
                case VALUE_FALSE -> Boolean.FALSE;
                case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? (Object)parser.getDoubleValue() : (Object)parser.getLongValue();
                case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                case VALUE_STRING -> parser.getTextLength() > LONGEST_VALUE ? null : parser.getText();
                default -> null;
            };
        }
    }
}

package org.xasnodes.core.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * What is kept of a pandas JSON file while it is read column by column: for each row the intensities, the energies and
 * the labels. The columns of a row may come in any order, so nothing can be delivered before the end of the file.
 */
final class PandasTable {

    /** Roughly what a row takes, with its key, and a value besides its content. */
    private static final int ROW_BYTES = 300;

    private static final int VALUE_BYTES = 56;

    /** One row of the table. */
    static final class Row {

        private final String m_key;

        double[] m_intensities;

        double[] m_energies;

        /** What is wrong with one of the arrays, <code>null</code> if nothing is. */
        String m_intensityProblem;

        String m_energyProblem;

        private Object[] m_labels = {};

        /** The column in which this row was met last. */
        private String m_lastColumn;

        Row(final String key) {
            m_key = key;
        }

        String key() {
            return m_key;
        }
    }

    private final FileContent m_content;

    private final long m_mostBytes;

    private final Map<String, Row> m_rows = new LinkedHashMap<>();

    private final Set<String> m_columns = new LinkedHashSet<>();

    private final List<String> m_labelNames = new ArrayList<>();

    private final ArrayColumn m_intensity = ArrayColumn.intensities();

    private final ArrayColumn m_energy = ArrayColumn.energies();

    private final Set<String> m_skippedArrays = new LinkedHashSet<>();

    private final Set<String> m_codedObjects = new LinkedHashSet<>();

    private long m_bytes;

    /**
     * @param mostBytes so much memory may be taken, roughly
     */
    PandasTable(final FileContent content, final long mostBytes) {
        m_content = content;
        m_mostBytes = mostBytes;
    }

    /**
     * Reads one column.
     *
     * @param name of the column
     * @param parser stands on the name; afterwards at the end of its value
     */
    void column(final String name, final JsonParser parser) throws IOException, SpectrumFileException {
        if (!m_columns.add(name)) {
            throw m_content.refused("There are two columns '" + Texts.shortened(name) + "'. Remove one.");
        }
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw m_content.refused("'" + Texts.shortened(name) + "' is not a column of rows, as pandas' to_json() "
                + "writes it (column, then row, then value). Write the table that way.");
        }
        final int label = m_labelNames.size();
        boolean arrays = false;
        boolean scalars = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            final var row = row(name, parser.currentName());
            final var token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                array(name, row, parser);
                arrays = true;
            } else if (token == JsonToken.START_OBJECT) {
                final var code = NestedCode.of(parser);
                hold(2L * code.length());
                label(row, label, code);
                m_codedObjects.add(name);
                scalars = true;
            } else if (token != JsonToken.VALUE_NULL) {
                label(row, label, scalar(parser));
                scalars = true;
            }
        }
        if (scalars || !arrays) {
            m_labelNames.add(name);
        }
    }

    private Row row(final String column, final String key) throws SpectrumFileException {
        var row = m_rows.get(key);
        if (row == null) {
            hold(ROW_BYTES + 2L * key.length());
            row = new Row(key);
            m_rows.put(key, row);
        }
        if (column.equals(row.m_lastColumn)) {
            throw m_content.refused("Row '" + Texts.shortened(key) + "' stands twice in column '"
                + Texts.shortened(column) + "'. Remove one.");
        }
        row.m_lastColumn = column;
        hold(VALUE_BYTES);
        return row;
    }

    private void array(final String name, final Row row, final JsonParser parser)
        throws IOException, SpectrumFileException {
        for (final var column : List.of(m_intensity, m_energy)) {
            if (column.isBetter(name)) {
                drop(column);
                column.choose(name);
            }
        }
        if (name.equals(m_intensity.name())) {
            final var numbers = numbers(parser);
            row.m_intensityProblem = problem(name, numbers);
            row.m_intensities = numbers;
        } else if (name.equals(m_energy.name())) {
            final var numbers = numbers(parser);
            row.m_energyProblem = problem(name, numbers);
            row.m_energies = numbers;
        } else {
            parser.skipChildren();
            m_skippedArrays.add(name);
        }
    }

    /** Forgets a column for a better one. */
    private void drop(final ArrayColumn column) {
        if (column.name() != null) {
            m_skippedArrays.add(column.name());
            for (final var row : m_rows.values()) {
                if (column == m_intensity) {
                    row.m_intensities = null;
                    row.m_intensityProblem = null;
                } else {
                    row.m_energies = null;
                    row.m_energyProblem = null;
                }
            }
        }
    }

    private double[] numbers(final JsonParser parser) throws IOException, SpectrumFileException {
        var numbers = new double[128];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count == numbers.length) {
                hold(8L * count);
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = JsonInput.number(parser);
            parser.skipChildren();
        }
        hold(8L * count);
        return Arrays.copyOf(numbers, count);
    }

    private static String problem(final String column, final double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                return "in column '" + column + "' value number " + (i + 1) + " is not a finite number.";
            }
        }
        return null;
    }

    private Object scalar(final JsonParser parser) throws IOException, SpectrumFileException {
        switch (parser.currentToken()) {
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            case VALUE_NUMBER_INT:
                if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                    return parser.getLongValue();
                }
                return parser.getDoubleValue();
            case VALUE_NUMBER_FLOAT:
                final double value = parser.getDoubleValue();
                return Double.isFinite(value) ? (Object)value : null;
            default:
                final var text = parser.getText();
                hold(2L * text.length());
                return text;
        }
    }

    private static void label(final Row row, final int index, final Object value) {
        if (row.m_labels.length <= index) {
            row.m_labels = Arrays.copyOf(row.m_labels, Math.max(index + 1, 4));
        }
        row.m_labels[index] = value;
    }

    /** Counts what is kept, so that a file that is too large ends in a message. */
    private void hold(final long bytes) throws SpectrumFileException {
        m_bytes += bytes;
        if (m_bytes > m_mostBytes) {
            throw m_content.refused("It is too large for the memory (more than " + (m_mostBytes >> 20) + " MB): "
                + "spectra stored column by column must all be held at once. Write it as CSV, one spectrum per row, or "
                + "in parts.");
        }
    }

    /** @return the rows in the order in which they appear in the file */
    Iterable<Row> rows() {
        return m_rows.values();
    }

    int rowCount() {
        return m_rows.size();
    }

    ArrayColumn intensity() {
        return m_intensity;
    }

    ArrayColumn energy() {
        return m_energy;
    }

    /** @return names of columns of arrays that are neither intensities nor energies */
    Set<String> skippedArrays() {
        return m_skippedArrays;
    }

    /** @return names of columns with nested values, of which the codes are kept */
    Set<String> codedObjects() {
        return m_codedObjects;
    }

    List<String> labelNames() {
        return m_labelNames;
    }

    /** @return the row's labels, all columns, in the order of the file */
    Map<String, Object> labels(final Row row) {
        final var labels = new LinkedHashMap<String, Object>();
        for (int i = 0; i < m_labelNames.size(); i++) {
            labels.put(m_labelNames.get(i), i < row.m_labels.length ? row.m_labels[i] : null);
        }
        return labels;
    }
}

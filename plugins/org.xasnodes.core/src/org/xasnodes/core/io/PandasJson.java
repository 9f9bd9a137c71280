package org.xasnodes.core.io;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonToken;

/**
 * A data set as pandas' <code>DataFrame.to_json()</code> writes it: an object of columns, each an object of rows.
 * Arrays are intensities or energies, scalars labels. Nested values, such as structures, become codes by which equal
 * ones can be found ({@link NestedCode}); all else is passed over without being held in memory.
 */
final class PandasJson implements SpectrumFormat {

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
        return JsonInput.beginsWith(head, JsonToken.START_OBJECT, JsonToken.FIELD_NAME, JsonToken.START_OBJECT);
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var table = new PandasTable(content, m_mostBytes);
        JsonInput.read(content, parser -> {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                table.column(parser.currentName(), parser);
            }
        });
        new PandasSpectra(content, table, options.gridForFilesWithoutEnergies(), sink).deliver();
    }
}

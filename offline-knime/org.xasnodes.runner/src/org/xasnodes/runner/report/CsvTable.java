package org.xasnodes.runner.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * A table as a CSV file (RFC 4180, UTF-8): first the row's key, then its cells without loss, see
 * {@link Cells#complete}. A missing cell is empty, an empty text is <code>""</code>.
 */
final class CsvTable {

    private static final String LINE_END = "\r\n";

    private CsvTable() {
    }

    static void write(final BufferedDataTable table, final Path file) throws IOException {
        final DataTableSpec spec = table.getDataTableSpec();
        try (BufferedWriter out = Files.newBufferedWriter(file); CloseableRowIterator rows = table.iterator()) {
            out.write("RowID");
            for (int i = 0; i < spec.getNumColumns(); i++) {
                out.write(',');
                field(spec.getColumnSpec(i).getName(), out);
            }
            out.write(LINE_END);
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                field(row.getKey().getString(), out);
                for (int i = 0; i < row.getNumCells(); i++) {
                    out.write(',');
                    field(Cells.complete(row.getCell(i)), out);
                }
                out.write(LINE_END);
            }
        }
    }

    private static void field(final String text, final Writer out) throws IOException {
        if (text == null) {
            return;
        }
        if (text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(text);
        }
    }
}

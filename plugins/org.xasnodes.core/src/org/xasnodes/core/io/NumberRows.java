package org.xasnodes.core.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/** The rows of numbers in a text file of a known program, whose columns have known meanings. */
final class NumberRows {

    /** More points than any calculation has; keeps memory bounded. */
    private static final int MOST_ROWS = 200_000;

    private final Cells m_cells = new Cells(ColumnLayout.BLANKS);

    private final double[][] m_columns;

    private int m_count;

    private int m_badRows;

    private String m_firstBad;

    private NumberRows(final int columns) {
        m_columns = new double[columns][512];
    }

    /**
     * Reads all rows behind the first line that consists of so many numbers; comments and empty lines are passed over.
     *
     * @param content the file
     * @param firstLine the line of the first row at the earliest, counted from 1
     * @param columns so many columns from the left are kept
     * @param least a row has at least so many numbers
     * @throws SpectrumFileException if there are too many rows, or more than a tenth is damaged
     */
    static NumberRows read(final FileContent content, final int firstLine, final int columns, final int least)
        throws IOException, SpectrumFileException {
        final var rows = new NumberRows(columns);
        final var lines = new LineReader(content.stream());
        while (lines.advance()) {
            if (lines.number() >= firstLine && !TextTable.isComment(lines.bytes(), lines.start(), lines.end())) {
                rows.add(lines, least);
            }
            if (rows.m_count + rows.m_badRows > MOST_ROWS) {
                throw content.refused("It has more than " + MOST_ROWS + " rows, so it is not one spectrum.");
            }
        }
        if (rows.m_badRows * 10L > rows.m_count + rows.m_badRows) {
            throw content.refused(rows.m_badRows + " of " + (rows.m_count + rows.m_badRows)
                + " rows cannot be used (first: " + rows.m_firstBad + "). Write the file again.");
        }
        return rows;
    }

    private void add(final LineReader line, final int least) {
        m_cells.parse(line.bytes(), line.start(), line.end());
        boolean good = m_cells.count() >= least;
        if (m_count == m_columns[0].length) {
            for (int c = 0; c < m_columns.length; c++) {
                m_columns[c] = Arrays.copyOf(m_columns[c], 2 * m_count);
            }
        }
        for (int c = 0; good && c < m_columns.length; c++) {
            m_columns[c][m_count] = m_cells.value(c);
            good = Double.isFinite(m_columns[c][m_count]);
        }
        if (good) {
            m_count++;
        } else if (m_badRows++ == 0) {
            m_firstBad = "line " + line.number() + ": '" + Texts.shortened(line.text()) + "'";
        }
    }

    int count() {
        return m_count;
    }

    /**
     * @param number of the column, counted from 1 as users count
     * @return its numbers
     */
    double[] column(final int number) {
        return Arrays.copyOf(m_columns[number - 1], m_count);
    }

    /** What a calculation says of the spectrum besides its numbers; <code>null</code> or NaN where it says nothing. */
    record About(String element, String edge, double e0Ev, Scale scale, String columns) {

        static final About NOTHING = new About(null, null, Double.NaN, Scale.UNKNOWN, null);

        About columns(final String text) {
            return new About(element, edge, e0Ev, scale, text);
        }
    }

    /**
     * Delivers one spectrum and tells what was done to the rows.
     *
     * @throws SpectrumFileException if it is none
     */
    void deliver(final FileContent content, final SpectrumSink sink, final double[] energiesEv,
        final double[] intensities, final About about) throws SpectrumFileException, IOException {
        if (m_badRows > 0) {
            sink.note(m_badRows + (m_badRows == 1 ? " row was" : " rows were") + " left out ("
                + (m_badRows == 1 ? "" : "first: ") + m_firstBad + ").");
        }
        try {
            final var arrangement = Arrangement.of(energiesEv);
            final var plain = arrangement.spectrum(intensities);
            final var notes = new OrderNotes();
            notes.add(arrangement, null);
            notes.tell(sink);
            sink.spectrum(new SpectrumRecord(null, about.element(), about.edge(), about.e0Ev(),
                new Spectrum(plain.grid(), plain.intensities(), 0, about.scale()), null, Map.of(), about.columns()));
        } catch (final SpectrumException e) {
            throw content.refused(e.getMessage(), e);
        }
    }

    /** Says that the energies are relative to the edge if they can be nothing else. */
    static void tellRelative(final double[] energies, final SpectrumSink sink) {
        final double smallest = Arrays.stream(energies).min().orElse(0);
        if (smallest < 0) {
            sink.note("The energies are relative to the edge, beginning at " + smallest
                + " eV; the file does not state the edge. Shift them before they meet spectra on absolute energies.");
        }
    }
}

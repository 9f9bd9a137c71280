package org.xasnodes.core.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One table of a text file and the text above it. A file of SPEC holds many; some programs append scan to scan.
 *
 * @param header the lines above the table as they stand in the file, also comments
 * @param numbers the table
 * @param number of the scan in the file, counted from 1
 */
record Scan(List<String> header, NumberTable numbers, int number) {

    /** More points than any scan has. */
    private static final int MOST_ROWS = 1_000_000;

    /** Keeps memory bounded: 64 MB. */
    private static final int MOST_NUMBERS = 8_000_000;

    private static final int MOST_SCANS = 10_000;

    /** Keeps memory bounded; a header has a hundred lines, one of labels may be very long. */
    private static final int MOST_HEADER_BYTES = 4 << 20;

    private static final Pattern SPEC_SCAN = Pattern.compile("#S\\s+\\d.*");

    /**
     * @param content the file
     * @param table where its rows begin and how they are split
     * @return all tables of the file, at least one, each with at least one row
     * @throws SpectrumFileException if there is too much
     */
    static List<Scan> read(final FileContent content, final TextTable table) throws IOException, SpectrumFileException {
        final var reader = new Reader(content, table);
        final var lines = new LineReader(content.stream());
        while (lines.advance()) {
            reader.line(lines);
        }
        reader.finish();
        return reader.m_scans;
    }

    /** @return the text, as UTF-8 if that is what the bytes are */
    private static String decoded(final LineReader lines) {
        final var text = lines.text();
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        final var utf8 = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return utf8.indexOf('\ufffd') < 0 ? utf8 : text;
    }

    /** Sorts lines into headers and rows. */
    private static final class Reader {

        private final FileContent m_content;

        private final TextTable m_table;

        private final Cells m_cells;

        private final List<Scan> m_scans = new ArrayList<>();

        /** What stands above the first scan of the file. */
        private List<String> m_fileHeader = new ArrayList<>();

        private List<String> m_header = m_fileHeader;

        private NumberTable m_numbers;

        private int m_rows;

        private long m_numbersInAll;

        private int m_headerBytes;

        Reader(final FileContent content, final TextTable table) {
            m_content = content;
            m_table = table;
            m_cells = new Cells(table.layout());
            m_numbers = new NumberTable(table.layout());
        }

        void line(final LineReader lines) throws SpectrumFileException {
            if (lines.number() <= m_table.firstLine()) {
                keep(lines);
            } else if (TextTable.isComment(lines.bytes(), lines.start(), lines.end())) {
                comment(lines);
            } else {
                m_cells.parse(lines.bytes(), lines.start(), lines.end());
                if (m_cells.beginsWithNumber() || !isRepeatedLabelLine(lines)) {
                    row(lines.number());
                } else {
                    next();
                    keep(lines);
                }
            }
        }

        private void keep(final LineReader lines) {
            m_headerBytes += lines.end() - lines.start();
            if (m_headerBytes <= MOST_HEADER_BYTES && lines.end() > lines.start()) {
                m_header.add(decoded(lines));
            }
        }

        private void comment(final LineReader lines) throws SpectrumFileException {
            if (lines.end() - lines.start() < 3) {
                return;
            }
            final boolean starts = lines.bytes()[lines.start()] == '#' && lines.bytes()[lines.start() + 1] == 'S'
                && SPEC_SCAN.matcher(lines.text()).matches();
            if (m_rows > 0 && (starts || isRepeatedLabelLine(lines))) {
                next();
            }
            if (m_rows == 0) {
                keep(lines);
            }
        }

        private boolean isRepeatedLabelLine(final LineReader lines) {
            return m_rows > 1 && !m_header.isEmpty() && m_header.get(m_header.size() - 1).equals(lines.text());
        }

        private void row(final int line) throws SpectrumFileException {
            m_rows++;
            m_numbersInAll += m_cells.count();
            if (m_rows > MOST_ROWS) {
                throw m_content.refused("It has more than " + MOST_ROWS + " rows, so it is not one spectrum.");
            }
            if (m_numbersInAll > MOST_NUMBERS) {
                throw m_content.refused("It has more than " + MOST_NUMBERS
                    + " numbers. Split it into several files, or keep only the columns needed.");
            }
            m_numbers.add(m_cells, line);
        }

        private void next() throws SpectrumFileException {
            finish();
            if (m_scans.size() >= MOST_SCANS) {
                throw m_content.refused("It has more than " + MOST_SCANS + " scans. Split it into several files.");
            }
            m_header = new ArrayList<>();
            m_numbers = new NumberTable(m_table.layout());
            m_rows = 0;
        }

        void finish() {
            if (m_rows > 0) {
                m_numbers.finish();
                m_scans.add(new Scan(m_header, m_numbers, m_scans.size() + 1));
            }
        }
    }
}

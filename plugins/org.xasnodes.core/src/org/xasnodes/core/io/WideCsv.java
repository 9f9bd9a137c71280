package org.xasnodes.core.io;

import java.io.IOException;
import java.util.List;

import org.xasnodes.core.spectrum.SpectrumException;

/**
 * A separated table with one spectrum per row: intensities in columns whose names are energies, labels in the others
 * ({@link WideHeader}). Read in blocks, which several threads parse; never the whole file is in memory.
 */
final class WideCsv implements SpectrumFormat {

    private static final int BLOCK_SIZE = 1 << 20;

    private static final int LONGEST_ROW = 64 << 20;

    private final int m_blockSize;

    private final int m_longestRow;

    WideCsv() {
        this(BLOCK_SIZE, LONGEST_ROW);
    }

    WideCsv(final int blockSize, final int longestRow) {
        m_blockSize = blockSize;
        m_longestRow = longestRow;
    }

    @Override
    public String name() {
        return "CSV with one spectrum per row";
    }

    @Override
    public boolean recognises(final FileHead head) {
        return !head.contains(0) && WideHeader.find(head) != null;
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var header = WideHeader.find(content.head());
        final var arrangement = arrangement(content, header, options);
        tell(header, arrangement, sink);
        final var delivery = new Delivery(content, sink);
        final var blocks =
            new RecordBlocks(content.stream(), header.separator(), header.lineEnd(), m_blockSize, m_longestRow);
        final var rows = new WideRows(header, arrangement);
        try (var work = new OrderedWork<RecordBlocks.Block, List<SpectrumRecord>>(options.threads(), rows::parse,
            delivery::take)) {
            try {
                for (var block = blocks.next(); block != null; block = blocks.next()) {
                    work.add(block);
                }
            } catch (final DamagedFileException e) {
                work.finish();
                throw e;
            }
            work.finish();
        }
        if (delivery.m_count == 0) {
            throw content.refused("Below its header (line " + header.line() + ") there are no rows of spectra.");
        }
    }

    private static Arrangement arrangement(final FileContent content, final WideHeader header,
        final ReaderOptions options) throws SpectrumFileException {
        if (header.energiesEv() != null) {
            try {
                return Arrangement.of(header.energiesEv());
            } catch (final SpectrumException e) {
                throw content.refused("Line " + header.line() + ": " + e.getMessage());
            }
        }
        final var grid = options.gridForFilesWithoutEnergies();
        final int points = header.points();
        if (grid == null) {
            final var columns = header.names();
            final int first = indexOf(header.slots(), 0);
            final int last = indexOf(header.slots(), points - 1);
            throw content.refused("It holds intensities without energies (" + points + " columns, '"
                + columns.get(first) + "' to '" + columns.get(last)
                + "'). Set the grid for files without energies in the reader's settings.");
        }
        if (grid.size() != points) {
            throw content.refused("It holds " + points + " intensities per spectrum without energies, but the grid for "
                + "files without energies has " + grid.size() + " points. Set it to " + points + " points.");
        }
        return Arrangement.of(grid);
    }

    private static int indexOf(final int[] slots, final int slot) {
        int column = 0;
        while (slots[column] != slot) {
            column++;
        }
        return column;
    }

    private static void tell(final WideHeader header, final Arrangement arrangement, final SpectrumSink sink) {
        final var notes = new OrderNotes();
        notes.add(arrangement, null);
        notes.tell(sink);
        if (header.energiesEv() == null) {
            sink.note("The file holds no energies. The grid of the reader's settings was used: " + arrangement.grid()
                + ".");
        }
        if (!header.skippedRuns().isEmpty()) {
            sink.note("Numbered columns " + String.join(", ", header.skippedRuns()) + " were skipped.");
        }
    }

    /** Hands records on and counts them. */
    private static final class Delivery {

        private final FileContent m_content;

        private final SpectrumSink m_sink;

        private long m_count;

        Delivery(final FileContent content, final SpectrumSink sink) {
            m_content = content;
            m_sink = sink;
        }

        void take(final List<SpectrumRecord> records) throws IOException {
            for (final var spectrum : records) {
                m_content.progress().run();
                m_sink.spectrum(spectrum);
            }
            m_count += records.size();
        }
    }
}

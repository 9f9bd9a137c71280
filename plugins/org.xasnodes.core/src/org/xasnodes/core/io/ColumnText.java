package org.xasnodes.core.io;

import java.io.IOException;
import java.util.Map;

/**
 * Text with columns of numbers, below any header: files of beamlines and of programs, spectra digitised, one spectrum,
 * several beside each other or one below the other. Separators, decimal comma and line ends are found by looking at the
 * file ({@link TextTable}), labels in the header ({@link ColumnLabels}), energies and absorption by labels and values
 * ({@link EnergyChooser}, {@link MuChooser}).
 */
final class ColumnText implements SpectrumFormat {

    @Override
    public String name() {
        return "text with columns";
    }

    @Override
    public boolean recognises(final FileHead head) {
        if (head.contains(0)) {
            return false;
        }
        final var table = TextTable.find(head);
        return table != null && table.columns() > 1 && table.rows() > 1;
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var table = TextTable.find(content.head());
        final var scans = Scan.read(content, table);
        final var spectra = new ColumnSpectra(content, options.columns(), false);
        final boolean several = scans.size() > 1;
        int left = 0;
        String firstLeft = null;
        NoSpectrumException reason = null;
        for (final var scan : scans) {
            final var header = ColumnHeaders.of(scan, scans.get(0).header());
            if (table.earlierRows() > 0 && scan.number() == 1 && !header.keepsQuiet()) {
                spectra.note(table.earlierRows() + " rows of " + (table.columns() == 2 ? "two" : table.columns())
                    + " numbers above line " + (table.firstLine() + 1) + " were taken as part of the header.");
            }
            try {
                content.progress().run();
                spectra.add(scan.numbers(), header, several ? "scan " + scan.number() : null, Map.of());
            } catch (final NoSpectrumException e) {
                reason = reason == null ? e : reason;
                firstLeft = left++ == 0 ? "scan " + scan.number() + ": " + e.getMessage() : firstLeft;
            }
        }
        if (spectra.isEmpty()) {
            throw content.refused(reason.getMessage(), reason);
        }
        if (left > 0) {
            spectra.note(left + " of " + scans.size() + " scans were left out (first: " + firstLeft + ")");
        }
        spectra.deliver(sink);
    }
}

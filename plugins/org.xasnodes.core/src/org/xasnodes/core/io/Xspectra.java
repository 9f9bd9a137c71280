package org.xasnodes.core.io;

import java.io.IOException;
import java.util.regex.Pattern;

/** XSpectra of Quantum ESPRESSO: energy relative to the Fermi energy in eV and the cross section, below comments. */
final class Xspectra implements SpectrumFormat {

    private static final Pattern HEADER =
        Pattern.compile("(?is)\\s*#[^\\n]*angular momentum.*#[^\\n]*\\bxiabs\\b.*#\\s*energy[^\\n]*sigma.*");

    private static final int HEADER_CHARACTERS = 2000;

    @Override
    public String name() {
        return "XSpectra";
    }

    @Override
    public boolean isColumnText() {
        return true;
    }

    @Override
    public boolean recognises(final FileHead head) {
        final var start = head.start();
        return start.contains("xiabs")
            && HEADER.matcher(start.substring(0, Math.min(start.length(), HEADER_CHARACTERS))).matches();
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var rows = NumberRows.read(content, 1, 2, 2);
        final var energies = rows.column(1);
        NumberRows.tellRelative(energies, sink);
        rows.deliver(content, sink, energies, rows.column(2), NumberRows.About.NOTHING
            .columns("energy: column 1 in eV, relative to the Fermi energy; mu: column 2, the total 'sigma'"));
    }
}

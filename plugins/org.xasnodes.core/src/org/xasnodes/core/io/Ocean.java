package org.xasnodes.core.io;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

import org.xasnodes.core.spectrum.Scale;

/**
 * OCEAN's absspct files: energy relative to the edge in eV and the spectrum, of one site and one polarisation. Newer
 * ones have two lines of header; older ones none, but repeat their settings in each row.
 */
final class Ocean implements SpectrumFormat {

    private static final Pattern HEADER = Pattern.compile("\\s*#\\s*iter=\\s*\\d+\\s+gam=.*");

    /** Element and core level stand only in the file's name: absspct_Cu.0001_1s_01. */
    private static final Pattern NAME = Pattern.compile("absspct_([A-Z][a-z]?)\\.\\d+_(\\d[spd])_.*");

    private static final Map<String, String> EDGES = Map.of("1s", "K", "2s", "L1", "2p", "L23", "3s", "M1", "3p",
        "M23", "3d", "M45");

    /** A row without header: energy, spectrum three times, iterations, width, a constant, number of rows. */
    private static final Pattern BARE_ROW =
        Pattern.compile("( +-?[01]\\.\\d{8}E[+-]\\d\\d|-0\\.\\d{8}E[+-]\\d\\d)( +-?0\\.\\d{8}E[+-]\\d\\d){3}"
            + "(?<settings> +\\d+( +-?0\\.\\d{8}E[+-]\\d\\d){2} +(?<rows>\\d+))");

    private static final int BEGINNING = 1000;

    @Override
    public String name() {
        return "OCEAN absspct";
    }

    @Override
    public boolean isColumnText() {
        return true;
    }

    @Override
    public boolean recognises(final FileHead head) {
        final var start = head.start();
        final var beginning = start.substring(0, Math.min(start.length(), BEGINNING));
        if (!beginning.contains("iter=") && !beginning.contains("E+0") && !beginning.contains("E-0")) {
            return false;
        }
        final var lines = beginning.split("\r\n|\r|\n", 4);
        if (lines.length < 4) {
            return false;
        }
        if (HEADER.matcher(lines[0]).matches() && lines[1].contains("Spect")) {
            return true;
        }
        final var first = BARE_ROW.matcher(lines[0]);
        final var second = BARE_ROW.matcher(lines[1]);
        return first.matches() && second.matches() && first.group("settings").equals(second.group("settings"));
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var rows = NumberRows.read(content, 1, 2, 4);
        final var energies = rows.column(1);
        NumberRows.tellRelative(energies, sink);
        final var name = NAME.matcher(content.fileName());
        final boolean known = name.matches();
        rows.deliver(content, sink, energies, rows.column(2),
            new NumberRows.About(known ? name.group(1) : null, known ? EDGES.get(name.group(2)) : null, Double.NaN,
                Scale.UNKNOWN, "energy: column 1 in eV, relative to the edge; mu: column 2 'Spect'"
                    + (known ? "; element and edge: the file's name" : "")));
    }
}

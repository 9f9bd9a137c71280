package org.xasnodes.core.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.xasnodes.core.spectrum.Scale;

/**
 * Output of FDMNES: a line of labels <code>Energy &lt;xanes&gt;</code>, perhaps below a line of numbers that begins
 * with the energy of the edge. Also the text form in which XANESNET keeps spectra of FDMNES and ORCA.
 */
final class Fdmnes implements SpectrumFormat {

    private static final Pattern LABELS = Pattern.compile("(?i)#?\\s*energy\\s+<[a-z]+>.*");

    private static final Pattern COUNTS = Pattern.compile("\\d{1,3} \\d \\d");

    private static final int MOST_HEADER_LINES = 40;

    /** Below this an edge energy is none. */
    private static final double SMALLEST_EDGE_EV = 10;

    @Override
    public String name() {
        return "FDMNES";
    }

    @Override
    public boolean isColumnText() {
        return true;
    }

    @Override
    public boolean recognises(final FileHead head) {
        final var start = head.start();
        return start.indexOf('<') >= 0 && start.indexOf('>') >= 0
            && labelLine(start.split("\r\n|\r|\n", MOST_HEADER_LINES)) >= 0;
    }

    private static int labelLine(final String[] lines) {
        for (int i = 0; i < lines.length; i++) {
            if (LABELS.matcher(lines[i].strip()).matches()) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var lines = content.head().start().split("\r\n|\r|\n", MOST_HEADER_LINES);
        final int labels = labelLine(lines);
        final var rows = NumberRows.read(content, labels + 2, 2, 2);
        final var edge = Edge.find(lines, labels);
        final var energies = rows.column(1);
        final var columns = "energy: column 1 in eV%s; mu: column 2 '"
            + lines[labels].replaceAll(".*?(<[^>]*>).*", "$1") + "'";
        final boolean relative = edge != null && Arrays.stream(energies).max().orElse(0) < edge.energyEv() / 2;
        if (relative) {
            Arrays.setAll(energies, i -> energies[i] + edge.energyEv());
            sink.note("The energies are relative to the edge at " + edge.energyEv()
                + " eV, which the file states; it was added to them.");
        } else {
            NumberRows.tellRelative(energies, sink);
        }
        rows.deliver(content, sink, energies, rows.column(2),
            new NumberRows.About(edge == null ? null : edge.element(), edge == null ? null : edge.name(),
                edge == null ? Double.NaN : edge.energyEv(), Scale.UNKNOWN,
                String.format(columns, relative ? " and the edge at " + edge.energyEv() + " eV" : "")));
    }

    /** The edge as the line of numbers above the labels states it. */
    private record Edge(double energyEv, String element, String name) {

        /** @return the edge, <code>null</code> if there is no such line */
        static Edge find(final String[] lines, final int labels) {
            for (int i = labels - 1; i >= 0; i--) {
                final var parts = lines[i].replaceFirst("^\\s*#", "").strip().split("[ \t]+");
                final double energyEv = NumberParser.parse(parts[0]);
                if (parts.length > 3 && energyEv > SMALLEST_EDGE_EV && Double.isFinite(energyEv)) {
                    return COUNTS.matcher(parts[1] + " " + parts[2] + " " + parts[3]).matches()
                        ? new Edge(energyEv, ChemicalElement.symbol(parts[1]), name(parts[2], parts[3]))
                        : new Edge(energyEv, null, null);
                }
            }
            return null;
        }

        /** FDMNES counts the edges of a shell from 1; the K shell has one. */
        private static String name(final String shell, final String edge) {
            final int n = Integer.parseInt(shell);
            return n == 1 ? "K" : n <= 4 ? "KLMN".charAt(n - 1) + edge : null;
        }
    }
}

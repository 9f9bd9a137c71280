package org.xasnodes.core.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * exciting's EPSILON files: the dielectric function of one pair of directions, of which the imaginary part is the
 * absorption. The header says by what the frequencies, which exciting has in hartree, were multiplied.
 */
final class Exciting implements SpectrumFormat {

    private static final double EV_PER_HARTREE = 27.211386245988;

    private static final Pattern SCALE = Pattern.compile("(?m)^\\s*#\\s*Energy scale=\\s*([0-9.Ee+-]+)\\s*$");

    private static final Pattern LABELS = Pattern.compile("(?m)^\\s*#\\s*Frequency\\s+Re\\(epsm\\)\\s+Im\\(epsm\\)");

    @Override
    public String name() {
        return "exciting EPSILON";
    }

    @Override
    public boolean isColumnText() {
        return true;
    }

    @Override
    public boolean recognises(final FileHead head) {
        final var start = head.start();
        return start.contains("Im(epsm)") && LABELS.matcher(start).find();
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var rows = NumberRows.read(content, 1, 3, 3);
        final var stated = SCALE.matcher(content.head().start());
        final double scale = stated.find() ? NumberParser.parse(stated.group(1)) : Double.NaN;
        final boolean hartree = Math.abs(scale - 1) < 1e-6;
        final var energies = rows.column(1);
        if (hartree) {
            sink.note("The energies are in hartree, as the header says, and were converted to eV.");
        } else if (!(Math.abs(scale - EV_PER_HARTREE) < 0.01)) {
            throw content.refused("The header does not say whether the frequencies are in eV or hartree: no line "
                + "'Energy scale=' of 27.21 or 1 was found. Write it, or two columns of energy and absorption.");
        }
        rows.deliver(content, sink,
            hartree ? Arrays.stream(energies).map(e -> e * EV_PER_HARTREE).toArray() : energies, rows.column(3),
            NumberRows.About.NOTHING.columns("energy: column 1 'Frequency' in " + (hartree ? "hartree" : "eV")
                + "; mu: column 3 'Im(epsm)'"));
    }
}

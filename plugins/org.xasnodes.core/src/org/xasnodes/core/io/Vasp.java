package org.xasnodes.core.io;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * VASP's CORE_DIELECTRIC_IMAG.dat: two columns without header, equally spaced energies and the imaginary part of the
 * dielectric function, which is exactly 0 below the edge, written as an integer there.
 */
final class Vasp implements SpectrumFormat {

    /** So many rows of zero must begin the file, or it is any table of two columns. */
    private static final int LEAST_ZEROS = 10;

    private static final Pattern ZERO = Pattern.compile("\\s*\\d+\\.\\d{3,}[ \t]+0\\s*");

    /** Energies are written with six decimals at least in the files seen; differences of theirs are less exact. */
    private static final double STEP_TOLERANCE = 0.01;

    private static final int BEGINNING = 1000;

    @Override
    public String name() {
        return "VASP CORE_DIELECTRIC_IMAG.dat";
    }

    @Override
    public boolean isColumnText() {
        return true;
    }

    @Override
    public boolean recognises(final FileHead head) {
        final var start = head.start();
        final var beginning = start.substring(0, Math.min(start.length(), BEGINNING));
        if (!beginning.contains(" 0") && !beginning.contains("\t0")) {
            return false;
        }
        final var lines = beginning.split("\r\n|\r|\n", LEAST_ZEROS + 2);
        if (lines.length < LEAST_ZEROS + 2) {
            return false;
        }
        double last = Double.NaN;
        double step = Double.NaN;
        for (int i = 0; i < LEAST_ZEROS; i++) {
            if (!ZERO.matcher(lines[i]).matches()) {
                return false;
            }
            final double energy = NumberParser.parse(lines[i].strip().split("[ \t]+")[0]);
            if (i > 0 && !(energy > last) || i > 1 && Math.abs(energy - last - step) > STEP_TOLERANCE * step) {
                return false;
            }
            step = energy - last;
            last = energy;
        }
        return true;
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var rows = NumberRows.read(content, 1, 2, 2);
        sink.note("This looks like VASP's imaginary dielectric function, whose energies are off by many eV (120 for a "
            + "nickel K edge). Shift it before it meets measured spectra.");
        rows.deliver(content, sink, rows.column(1), rows.column(2), NumberRows.About.NOTHING
            .columns("energy: column 1 in eV; mu: column 2, the imaginary part of the dielectric function"));
    }
}

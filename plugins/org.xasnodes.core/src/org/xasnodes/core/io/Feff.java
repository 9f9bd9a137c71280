package org.xasnodes.core.io;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xasnodes.core.spectrum.Scale;

/**
 * FEFF's xmu.dat: columns omega (absolute energy in eV), e, k, mu (divided by the edge step), mu0, chi below a header
 * of comments that names the absorber and its shell.
 */
final class Feff implements SpectrumFormat {

    private static final Pattern LABELS = Pattern.compile("(?m)^[ \t]*#[# \t]*omega +e +k +mu +mu0 +chi\\b");

    /** "Abs   Z=29 Rmt= 1.449 Rnm= 1.502 K  shell". */
    private static final Pattern ABSORBER =
        Pattern.compile("(?m)^[# \t]*Abs +Z= *(\\d{1,3})\\b.*?\\b([KLMN][1-7]?) +shell");

    private static final int COLUMNS = 6;

    /** Of an electron: squared Planck constant over twice its mass, in eV times squared angstrom. */
    private static final double EV_PER_SQUARED_K = 3.80998;

    /** In 1/angstrom: further away the threshold is not told by the nearest row. */
    private static final double LARGEST_K = 0.1;

    @Override
    public String name() {
        return "FEFF xmu.dat";
    }

    @Override
    public boolean isColumnText() {
        return true;
    }

    @Override
    public boolean recognises(final FileHead head) {
        final var start = head.start();
        return start.contains("omega") && LABELS.matcher(start).find();
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var rows = NumberRows.read(content, 1, 4, COLUMNS);
        final var energiesEv = rows.column(1);
        final Matcher absorber = ABSORBER.matcher(content.head().start());
        final boolean known = absorber.find();
        rows.deliver(content, sink, energiesEv, rows.column(4),
            new NumberRows.About(known ? ChemicalElement.symbol(absorber.group(1)) : null,
                known ? absorber.group(2) : null, threshold(energiesEv, rows.column(3)), Scale.EDGE_STEP,
                "energy: column 1 'omega' in eV; mu: column 4 'mu'"));
    }

    /** @return the energy where k is 0, in eV; many files begin a little above it; NaN if no row is near */
    private static double threshold(final double[] energiesEv, final double[] k) {
        int nearest = -1;
        for (int i = 0; i < k.length; i++) {
            nearest = nearest < 0 || Math.abs(k[i]) < Math.abs(k[nearest]) ? i : nearest;
        }
        return nearest < 0 || Math.abs(k[nearest]) > LARGEST_K ? Double.NaN
            : energiesEv[nearest] - EV_PER_SQUARED_K * k[nearest] * Math.abs(k[nearest]);
    }
}

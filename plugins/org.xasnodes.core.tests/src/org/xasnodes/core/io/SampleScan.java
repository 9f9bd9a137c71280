package org.xasnodes.core.io;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A made-up scan of 60 points across an edge, written in any way that a test needs. */
final class SampleScan {

    static final int POINTS = 60;

    private SampleScan() {
    }

    /** @return the absorption at a point: a step at the middle, and a white line */
    static double mu(final int point) {
        final double x = point - 30;
        return 0.2 + 1 / (1 + Math.exp(-x)) + 0.4 * Math.exp(-(x - 3) * (x - 3) / 6);
    }

    /** @return the energy of a point, in eV */
    static double energyEv(final int point) {
        return 8300 + 2.0 * point;
    }

    /** Intensities before and behind the sample, and the fluorescence. */
    static double incident(final int point) {
        return 100_000 - 300.0 * point;
    }

    static double transmitted(final int point) {
        return incident(point) * Math.exp(-mu(point));
    }

    static double fluorescence(final int point) {
        return incident(point) * mu(point) / 50;
    }

    /**
     * @param format of a line; its arguments are 1 energy in eV, 2 mu, 3 incident, 4 transmitted, 5 fluorescence, 6 the
     *            number of the point, 7 energy in keV
     */
    static String rows(final String format) {
        return IntStream.range(0, POINTS).mapToObj(i -> String.format(Locale.ROOT, format, energyEv(i), mu(i),
            incident(i), transmitted(i), fluorescence(i), i + 1, energyEv(i) / 1000)).collect(Collectors.joining());
    }
}

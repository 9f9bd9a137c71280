package org.xasnodes.core.io;

import java.util.Arrays;

/**
 * Which column of a table holds the energies, and in which unit.
 *
 * @param column counted from 0
 * @param unit EV, KEV or DEGREES
 * @param dSpacingAngstrom of the monochromator's planes for DEGREES
 * @param guessed whether the unit was told by the values
 */
record EnergyAxis(int column, ColumnChoice.Unit unit, double dSpacingAngstrom, boolean guessed) {

    /** h c in eV angstrom (2019 SI, exact). */
    static final double HC = 12_398.419843320026;

    static EnergyAxis ev(final int column) {
        return new EnergyAxis(column, ColumnChoice.Unit.EV, Double.NaN, false);
    }

    /**
     * @return energies in eV, one for each row; not finite where there is none. Angles by Bragg's law, E = h c / (2 d
     *         sin(angle)).
     */
    double[] energiesEv(final NumberTable table) {
        final var values = table.column(column);
        return switch (unit) {
            case KEV -> Arrays.stream(values).map(e -> e * 1000).toArray();
            case DEGREES -> Arrays.stream(values)
                .map(a -> a > 0 && a < 90 ? HC / (2 * dSpacingAngstrom * Math.sin(Math.toRadians(a))) : Double.NaN)
                .toArray();
            default -> values;
        };
    }

    /** @return for example "column 1 'energy' in eV" */
    String text(final ColumnNames names) {
        return names.longText(column) + switch (unit) {
            case KEV -> " in keV";
            case DEGREES -> " in degrees, d = " + dSpacingAngstrom + " angstrom";
            default -> " in eV";
        } + (guessed ? " (told by the values)" : "");
    }
}

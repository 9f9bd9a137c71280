package org.xasnodes.core.io;

import java.util.List;

/**
 * Which columns of a column file (text, XDI) are energy and intensity, where the user overrules the reader. A column is
 * given by its number, counted from 1, or by its label; upper and lower case are the same, and a label that is a number
 * is found by its number only.
 *
 * @param energy the column of energies or angles, <code>null</code>: the reader finds it
 * @param mu how the intensity is made of columns
 * @param columns AS_IT_IS: one spectrum from each of these; TRANSMISSION: a, the incident intensity; FLUORESCENCE:
 *            these are summed; AUTO: none
 * @param reference TRANSMISSION: b, the transmitted intensity; FLUORESCENCE: the incident intensity;
 *            <code>null</code> otherwise
 * @param unit of the energy column
 * @param dSpacingAngstrom spacing of the monochromator's planes in angstrom, for angles in degrees; NaN: the file
 *            states it
 */
public record ColumnChoice(String energy, Mu mu, List<String> columns, String reference, Unit unit,
    double dSpacingAngstrom) {

    /** How the intensity is made of columns. */
    public enum Mu {
        /** The reader finds it. */
        AUTO,
        /** A column is the intensity. */
        AS_IT_IS,
        /** ln(a / b). */
        TRANSMISSION,
        /** (a1 + a2 + ...) / b. */
        FLUORESCENCE
    }

    /** What the numbers in the energy column are. */
    public enum Unit {
        /** The reader finds it. */
        AUTO,
        /** Energies in eV. */
        EV,
        /** Energies in keV. */
        KEV,
        /** Bragg angles of the monochromator in degrees. */
        DEGREES
    }

    /** The reader finds everything. */
    public static final ColumnChoice AUTO = new ColumnChoice(null, Mu.AUTO, List.of(), null, Unit.AUTO, Double.NaN);

    /**
     * @throws IllegalArgumentException if columns are missing, superfluous or blank, or the spacing is not positive
     */
    public ColumnChoice {
        columns = List.copyOf(columns);
        final boolean ratio = mu == Mu.TRANSMISSION || mu == Mu.FLUORESCENCE;
        if (energy != null && energy.isBlank() || reference != null && reference.isBlank()
            || columns.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A column's number or label is needed, not a blank.");
        }
        if (ratio == (reference == null)) {
            throw new IllegalArgumentException(ratio ? "The second column of the ratio is missing."
                : "A second column is only for a ratio of columns.");
        }
        if (mu == Mu.AUTO != columns.isEmpty() || mu == Mu.TRANSMISSION && columns.size() != 1) {
            throw new IllegalArgumentException("Columns do not fit the way in which the intensity is made of them: "
                + columns + ".");
        }
        if (dSpacingAngstrom <= 0 || Double.isInfinite(dSpacingAngstrom)) {
            throw new IllegalArgumentException("The spacing of planes must be positive, not " + dSpacingAngstrom + ".");
        }
    }

    /** @return whether the reader finds everything */
    public boolean isAuto() {
        return equals(AUTO);
    }

    /**
     * Takes intensities as they stand in the file.
     *
     * @param columns numbers or labels; each gives a spectrum
     * @return this choice with these intensities
     */
    public ColumnChoice asItIs(final String... columns) {
        return new ColumnChoice(energy, Mu.AS_IT_IS, List.of(columns), null, unit, dSpacingAngstrom);
    }

    /**
     * @param incident number or label
     * @param transmitted number or label
     * @return this choice with ln(incident / transmitted)
     */
    public ColumnChoice transmission(final String incident, final String transmitted) {
        return new ColumnChoice(energy, Mu.TRANSMISSION, List.of(incident), transmitted, unit, dSpacingAngstrom);
    }

    /**
     * @param incident number or label
     * @param fluorescence numbers or labels
     * @return this choice with the sum of fluorescence counts divided by the incident intensity
     */
    public ColumnChoice fluorescence(final String incident, final String... fluorescence) {
        return new ColumnChoice(energy, Mu.FLUORESCENCE, List.of(fluorescence), incident, unit, dSpacingAngstrom);
    }

    /**
     * @param column number or label, <code>null</code>: the reader finds it
     * @param itsUnit of the numbers in it
     * @return this choice with these energies
     */
    public ColumnChoice energy(final String column, final Unit itsUnit) {
        return new ColumnChoice(column, mu, columns, reference, itsUnit, dSpacingAngstrom);
    }

    /**
     * @param column number or label, <code>null</code>: the reader finds it
     * @param spacingAngstrom of the monochromator's planes, NaN: the file states it
     * @return this choice with energies from angles in degrees
     */
    public ColumnChoice angle(final String column, final double spacingAngstrom) {
        return new ColumnChoice(column, mu, columns, reference, Unit.DEGREES, spacingAngstrom);
    }
}

package org.xasnodes.core.io;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.xasnodes.core.io.ColumnChoice.Unit;

/** Finds out which column of a table holds the energies, and in which unit: by labels first, by values second. */
final class EnergyChooser {

    private static final Pattern KEV = Pattern.compile("(?i)(?<![a-z])(e[_ ]?|en)?kev(?![a-z])");

    private static final Pattern EV = Pattern.compile("(?i)(?<![a-z])(e_)?ev(?![a-z])");

    private static final Pattern ACHIEVED =
        Pattern.compile("(?i).*(achieved|actual|readback|rbv|fbk|feedback|observed|encoder|measured).*");

    private static final Pattern REQUESTED =
        Pattern.compile("(?i).*(request|set ?-?point|target|nominal|calculated|_sp\\b|relative|rel\\b|drive).*");

    /** No energy in keV is larger, hardly one in eV smaller. */
    private static final double LARGEST_KEV = 200;

    private static final double RIGHT_ANGLE = 90;

    /** Photons of less energy are no X-rays. */
    private static final double LEAST_EV = 20;

    private static final int FEWEST_STEPS = 10;

    /** A monochromator that stands still keeps its energy to less than this part. */
    private static final double FIXED = 1e-5;

    private final ColumnTable m_table;

    private final ColumnChoice m_choice;

    private final List<String> m_notes;

    private final boolean m_labelNeeded;

    /**
     * @param labelNeeded whether the table is none of a spectrum if its labels name no energy
     */
    EnergyChooser(final ColumnTable table, final ColumnChoice choice, final List<String> notes,
        final boolean labelNeeded) {
        m_table = table;
        m_choice = choice;
        m_notes = notes;
        m_labelNeeded = labelNeeded && table.names().hasLabels();
    }

    /**
     * @return the energies
     * @throws NoSpectrumException if there are none
     */
    EnergyAxis choose() throws NoSpectrumException {
        if (m_choice.energy() != null) {
            return axis(NoSpectrumException.column(m_table, m_choice.energy()));
        }
        if (m_table.header().facts().pixels() && m_table.shape(0).counts()) {
            throw new NoSpectrumException("The first column only counts the pixels of a detector: the energies of this "
                + "dispersive measurement must be calibrated first.");
        }
        final var role = m_table.role(0);
        if (role == ColumnRole.WAVENUMBER || role == ColumnRole.DISTANCE) { // even if energies stand in another column
            throw notAnEnergy(role);
        }
        if (m_table.header().energyColumn() >= 0) {
            return axis(m_table.header().energyColumn());
        }
        final int labelled = labelled();
        if (labelled >= 0) {
            return axis(checked(labelled));
        }
        final int angle = m_table.first(ColumnRole.ANGLE);
        if (angle >= 0) {
            return axis(angle);
        }
        if (m_labelNeeded) {
            throw notAnEnergy(role);
        }
        return axis(byValues());
    }

    /** A table of many columns or with texts among the numbers may be any: its energies must look like energies. */
    private boolean isSure() {
        final var first = m_table.shape(0);
        return m_table.numbers().isPlain() && (m_table.columns() == 2
            || first.min() < 0 && first.isSteady() && first.rises() >= FEWEST_STEPS);
    }

    private int checked(final int column) throws NoSpectrumException {
        final var shape = m_table.shape(column);
        if (!shape.isSteady() && shape.rises() + shape.falls() >= FEWEST_STEPS
            && shape.max() - shape.min() > FIXED * Math.abs(shape.max())) {
            throw new NoSpectrumException("Its " + m_table.names().longText(column) + " neither rises nor falls "
                + "steadily, as the energy of a scan does: it is no spectrum, or another column is the energy. Then "
                + "choose it in the reader's settings.");
        }
        return column;
    }

    private NoSpectrumException notAnEnergy(final ColumnRole role) {
        final var label = m_table.names().text(0);
        return new NoSpectrumException(switch (role) {
            case WAVENUMBER -> "The first column is labelled " + label + ", which is not an energy: it is chi(k) or a "
                + "scattering path, not a spectrum. Choose the file of mu(E).";
            case DISTANCE -> "The first column is labelled " + label + ", which is not an energy: it is a function of "
                + "distance, not a spectrum. Choose the file of mu(E).";
            default -> "It holds no absorption spectrum: none of its columns (" + m_table.names().list(
                m_table.columns()) + ") is labelled as energy or angle. If one is, choose it in the reader's settings.";
        });
    }

    private int labelled() {
        int best = -1;
        int bestScore = Integer.MIN_VALUE;
        for (int i = 0; i < m_table.columns(); i++) {
            final var label = m_table.names().withUnit(i);
            final boolean unit = EV.matcher(label).find() || KEV.matcher(label).find();
            if (m_table.role(i) == ColumnRole.ENERGY || unit && m_table.role(i) == ColumnRole.OTHER) {
                final int score = (m_table.shape(i).isUsable() ? 8 : 0) + (m_table.shape(i).isSteady() ? 4 : 0)
                    + (ACHIEVED.matcher(label).matches() ? 1 : 0)
                    - (REQUESTED.matcher(label).matches() ? 1 : 0);
                if (score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private int byValues() throws NoSpectrumException {
        for (int i = 0; i < m_table.columns(); i++) {
            if (m_table.shape(i).isLikeEnergies() && (m_table.role(i) == ColumnRole.OTHER)) {
                return i;
            }
        }
        final var first = m_table.shape(0);
        if (first.counts()) {
            throw new NoSpectrumException("The first column only counts the points (" + (int)first.min() + ", "
                + ((int)first.min() + 1) + ", ...), it holds no energies. Put energies in eV there.");
        }
        if (m_table.role(0) == ColumnRole.COUNTER || m_table.role(0) == ColumnRole.AUXILIARY) {
            throw new NoSpectrumException("The first column is labelled " + m_table.names().text(0)
                + ", which is not an energy, and no other looks like one. Choose the energy column in the reader's "
                + "settings.");
        }
        if (first.isSteady() && first.falls() > first.rises() && first.max() < RIGHT_ANGLE && first.min() > 1
            && first.rows() > FEWEST_STEPS) {
            throw new NoSpectrumException("The first column falls from " + first.max() + " to " + first.min()
                + ", so it holds angles and no energies, but no spacing of planes is stated. Choose degrees and the "
                + "spacing in the reader's settings.");
        }
        if (!isSure() || !first.isSteady() && first.rises() + first.falls() >= FEWEST_STEPS) {
            throw new NoSpectrumException("No column looks like energies of a scan, which rise or fall steadily. "
                + "Choose the energy column in the reader's settings; columns are "
                + m_table.names().list(m_table.columns()) + ".");
        }
        return 0;
    }

    /** @return the energies in this column, with their unit */
    EnergyAxis axis(final int column) throws NoSpectrumException {
        if (m_choice.unit() == Unit.DEGREES) {
            return angle(column);
        }
        if (m_choice.unit() != Unit.AUTO) {
            return new EnergyAxis(column, m_choice.unit(), Double.NaN, false);
        }
        final var label = m_table.names().withUnit(column);
        final var shape = m_table.shape(column);
        if (m_table.role(column) == ColumnRole.ANGLE && !EV.matcher(label).find()) {
            if (shape.max() < RIGHT_ANGLE) {
                return angle(column);
            }
            m_notes.add("The label '" + label + "' says angle, but numbers up to " + shape.max()
                + " cannot be degrees: they were taken as eV.");
            return EnergyAxis.ev(column);
        }
        final var kev = KEV.matcher(label).find() ? label
            : EV.matcher(label).find() ? null : m_table.header().facts().energyUnit();
        if (kev != null) {
            return labelledKev(column, kev.strip(), shape);
        }
        return EV.matcher(label).find() ? EnergyAxis.ev(column) : byRange(column, shape);
    }

    private EnergyAxis angle(final int column) throws NoSpectrumException {
        final double spacing = Double.isNaN(m_choice.dSpacingAngstrom())
            ? m_table.header().facts().dSpacingAngstrom() : m_choice.dSpacingAngstrom();
        if (!(spacing > 0)) {
            throw new NoSpectrumException("Its " + m_table.names().longText(column) + " holds angles and no energies, "
                + "and the file does not state the spacing of the monochromator's planes. Set it in the reader's "
                + "settings.");
        }
        return new EnergyAxis(column, Unit.DEGREES, spacing, false);
    }

    private EnergyAxis labelledKev(final int column, final String label, final ColumnShape shape) {
        if (shape.max() < LARGEST_KEV) {
            m_notes.add("The energy unit keV was taken from the label '" + Texts.shortened(label)
                + "' and converted to eV.");
            return new EnergyAxis(column, Unit.KEV, Double.NaN, false);
        }
        m_notes.add("The label '" + Texts.shortened(label) + "' says keV, but energies up to " + shape.max()
            + " cannot be keV: they were taken as eV.");
        return EnergyAxis.ev(column);
    }

    private EnergyAxis byRange(final int column, final ColumnShape shape) {
        if (shape.isLikeKev()) {
            m_notes.add(String.format(Locale.ROOT, "The energies, %s to %s, were taken as keV, as no label says the "
                + "unit. If they are eV, say so in the reader's settings.", shape.min(), shape.max()));
            return new EnergyAxis(column, Unit.KEV, Double.NaN, true);
        }
        if (shape.min() < 0) {
            m_notes.add("The energies begin at " + shape.min() + " eV, so they are probably relative to the edge. "
                + "Shift them before they meet spectra on absolute energies.");
        }
        return EnergyAxis.ev(column);
    }

    /**
     * Rows that the control program prepared but never measured have the energy 0: they become NaN.
     *
     * @param energiesEv one for each row; changed
     * @throws NoSpectrumException if these are not the energies of a scan
     */
    static void check(final double[] energiesEv) throws NoSpectrumException {
        final double min = Arrays.stream(energiesEv).filter(Double::isFinite).min().orElse(0);
        final double max = Arrays.stream(energiesEv).filter(Double::isFinite).max().orElse(0);
        final double first = Arrays.stream(energiesEv).filter(e -> e > 0).min().orElse(0);
        int empty = 0;
        for (int i = 0; i < energiesEv.length && min == 0 && first > LEAST_EV; i++) {
            if (energiesEv[i] == 0) {
                energiesEv[i] = Double.NaN;
                empty++;
            }
        }
        if (empty * 10L > energiesEv.length) {
            throw new NoSpectrumException(empty + " of its " + energiesEv.length + " rows were never measured (their "
                + "energy is 0): the scan was broken off.");
        }
        if (energiesEv.length >= FEWEST_STEPS && max - (empty > 0 ? first : min) < FIXED * Math.abs(max)) {
            throw new NoSpectrumException("All its rows were measured at one energy, " + max
                + " eV: it is a scan of time or place, not a spectrum.");
        }
    }
}

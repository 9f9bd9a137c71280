package org.xasnodes.nodes.util;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.xasnodes.core.spectrum.EnergyGrid;

/** The equally spaced energies that a user enters in a dialog. */
public final class GridSettings {

    /** Far more than any spectrum has; what is mistyped must not take the memory. */
    private static final int MAX_POINTS = 1_000_000;

    /** For the dialog's number of points. */
    public static final class AtLeastTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    private GridSettings() {
    }

    /**
     * @param firstEv the first energy in eV
     * @param lastEv the last energy in eV
     * @param points the number of energies
     * @return the grid
     * @throws InvalidSettingsException if there is no such grid; the message says why
     */
    public static EnergyGrid linear(final double firstEv, final double lastEv, final int points)
        throws InvalidSettingsException {
        if (!Double.isFinite(firstEv) || !Double.isFinite(lastEv)) {
            throw new InvalidSettingsException(
                "Energy grid: The first and the last energy must be numbers, not " + firstEv + " and " + lastEv + ".");
        }
        if (points > MAX_POINTS) {
            throw new InvalidSettingsException(
                "Energy grid: The number of points must be at most " + MAX_POINTS + ", not " + points + ".");
        }
        try {
            return EnergyGrid.linear(firstEv, lastEv, points);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException("Energy grid: " + e.getMessage(), e);
        }
    }
}

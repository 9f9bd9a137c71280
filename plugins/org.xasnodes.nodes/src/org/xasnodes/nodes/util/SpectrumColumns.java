package org.xasnodes.nodes.util;

import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.xasnodes.nodes.spectrum.SpectrumValue;

/** Finds the spectrum column that a node works on. */
public final class SpectrumColumns {

    private SpectrumColumns() {
    }

    /** The spectrum columns of the first input, for a dialog. */
    public static final class Choices extends CompatibleColumnsProvider {
        Choices() {
            super(SpectrumValue.class);
        }
    }

    /**
     * The column a new node starts with: the last one, since what was prepared last stands last.
     *
     * @param spec the input table's spec
     * @return its last spectrum column
     */
    public static Optional<String> guess(final DataTableSpec spec) {
        final var columns = ColumnSelectionUtil.getCompatibleColumns(spec, SpectrumValue.class);
        return columns.isEmpty() ? Optional.empty() : Optional.of(columns.get(columns.size() - 1).getName());
    }

    /**
     * @param input what a new node knows
     * @return the column it starts with, <code>null</code> if there is none yet
     */
    public static String guess(final NodeParametersInput input) {
        return input.getInTableSpec(0).flatMap(SpectrumColumns::guess).orElse(null);
    }

    /**
     * @param spec the input table's spec
     * @param chosen the column from the settings; <code>null</code> or empty if none was chosen yet, as in a node that was
     *            saved before it was connected
     * @return the position of the column
     * @throws InvalidSettingsException if there is no such column; the message says what to do
     */
    public static int find(final DataTableSpec spec, final String chosen) throws InvalidSettingsException {
        final var guessed = guess(spec);
        if (chosen == null || chosen.isEmpty()) {
            return spec.findColumnIndex(guessed.orElseThrow(() -> new InvalidSettingsException(
                "The input table has no column of spectra. Read them with Spectrum Reader or make them with Columns to "
                    + "Spectrum.")));
        }
        final var index = spec.findColumnIndex(chosen);
        if (index < 0) {
            throw new InvalidSettingsException("The spectrum column '" + chosen + "' is no longer in the input table. "
                + guessed.map(g -> "Choose another one in the dialog, for example '" + g + "'.")
                    .orElse("The table has no other column of spectra."));
        }
        final DataColumnSpec column = spec.getColumnSpec(index);
        if (!column.getType().isCompatible(SpectrumValue.class)) {
            throw new InvalidSettingsException("The column '" + chosen + "' holds " + column.getType().getName()
                + ", not spectra. Choose a column of spectra in the dialog.");
        }
        return index;
    }
}

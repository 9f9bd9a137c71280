package org.xasnodes.nodes.prepare.aligner;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.xasnodes.nodes.util.NumberColumns;
import org.xasnodes.nodes.util.SpectrumColumns;

/**
 * Positions of the columns that the settings name.
 *
 * @param spectrum spectra to align
 * @param group their groups, -1 if there are none
 * @param shift their shifts, -1 if these are to be found
 * @param reference reference spectra
 * @param referenceGroup their groups, -1 if there are none
 */
record AlignerColumns(int spectrum, int group, int shift, int reference, int referenceGroup) {

    /** @throws InvalidSettingsException if a column is not there, or not what it should be; says which and what to do */
    static AlignerColumns of(final EnergyAlignerParameters parameters, final DataTableSpec spectra,
        final DataTableSpec references) throws InvalidSettingsException {
        final var columns = new AlignerColumns(SpectrumColumns.find(spectra, parameters.m_spectrumColumn),
            group(parameters, spectra, parameters.m_groupColumn, "of the spectra"), shift(parameters, spectra),
            reference(parameters, references),
            group(parameters, references, parameters.m_referenceGroupColumn, "of the references"));
        if (columns.group >= 0) {
            final var type = spectra.getColumnSpec(columns.group).getType();
            final var other = references.getColumnSpec(columns.referenceGroup).getType();
            if (!type.equals(other)) {
                throw new InvalidSettingsException("The groups of the spectra are " + type.getName()
                    + ", those of the references " + other.getName() + ", so none can be the same. Convert one column.");
            }
        }
        return columns;
    }

    private static int reference(final EnergyAlignerParameters parameters, final DataTableSpec references)
        throws InvalidSettingsException {
        try {
            return SpectrumColumns.find(references, parameters.m_referenceColumn);
        } catch (final InvalidSettingsException e) {
            throw new InvalidSettingsException("The reference table: " + e.getMessage(), e);
        }
    }

    private static int group(final EnergyAlignerParameters parameters, final DataTableSpec spec, final String name,
        final String what) throws InvalidSettingsException {
        if (parameters.m_references != EnergyAlignerParameters.References.GROUP) {
            return -1;
        }
        if (name == null || name.isEmpty()) {
            throw new InvalidSettingsException("Choose the column with the groups " + what + " in the dialog.");
        }
        final var index = spec.findColumnIndex(name);
        if (index < 0) {
            throw new InvalidSettingsException("The column '" + name + "' with the groups " + what
                + " is no longer in its table. Choose another one in the dialog.");
        }
        return index;
    }

    private static int shift(final EnergyAlignerParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        if (parameters.m_method != EnergyAlignerParameters.Method.COLUMN) {
            return -1;
        }
        if (parameters.m_shiftColumn == null || parameters.m_shiftColumn.isEmpty()) {
            throw new InvalidSettingsException("Choose the column with the shifts in the dialog.");
        }
        return NumberColumns.find(spec, parameters.m_shiftColumn, "shifts");
    }
}

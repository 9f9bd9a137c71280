package org.xasnodes.nodes.analyze.benchmark;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.xasnodes.nodes.util.SpectrumColumns;

/**
 * The columns of a table that the benchmark reads.
 *
 * @param spectrum position of the spectra
 * @param target position of what is predicted
 * @param areClasses whether the target is a class
 * @param label position of the group or fold of each row, -1 if there is none
 */
record LabelColumns(int spectrum, int target, boolean areClasses, int label) {

    /**
     * @param spec of the table with the training spectra
     * @param parameters the settings
     * @return its columns
     * @throws InvalidSettingsException if one is missing or of the wrong type
     */
    static LabelColumns of(final DataTableSpec spec, final FeatureBenchmarkParameters parameters)
        throws InvalidSettingsException {
        final var target = find(spec, parameters.m_targetColumn, "target column");
        final var areClasses = spec.getColumnSpec(target).getType().isCompatible(StringValue.class);
        final var values = spec.getColumnSpec(target).getDomain().getValues();
        if (areClasses && values != null && values.size() == 1) {
            throw oneClass(parameters.m_targetColumn, values.iterator().next().toString());
        }
        if (!areClasses && parameters.m_splitting == FeatureBenchmarkParameters.Splitting.STRATIFIED) {
            throw new InvalidSettingsException("Folds with equal classes need classes, but the target '"
                + parameters.m_targetColumn
                + "' holds numbers. Choose another way to divide the spectra.");
        }
        final var label = switch (parameters.m_splitting) {
            case GROUPS -> find(spec, parameters.m_groupColumn, "group column");
            case COLUMN -> find(spec, parameters.m_foldColumn, "fold column");
            default -> -1;
        };
        return new LabelColumns(SpectrumColumns.find(spec, parameters.m_spectrumColumn), target, areClasses, label);
    }

    /**
     * @param spec of the table with the measured spectra
     * @param parameters the settings
     * @return its columns, which have the names of those with the training spectra; if there is no such spectrum
     *         column, the last one
     * @throws InvalidSettingsException if one is missing, or the target is of another kind
     */
    LabelColumns measured(final DataTableSpec spec, final FeatureBenchmarkParameters parameters)
        throws InvalidSettingsException {
        final var name = parameters.m_spectrumColumn;
        final int spectra;
        final int targets;
        try {
            spectra = SpectrumColumns.find(spec, name != null && spec.containsName(name) ? name : null);
            targets = find(spec, parameters.m_targetColumn, "target column");
        } catch (final InvalidSettingsException e) {
            throw new InvalidSettingsException("Table 'Measured': " + e.getMessage(), e);
        }
        if (spec.getColumnSpec(targets).getType().isCompatible(StringValue.class) != areClasses) {
            throw new InvalidSettingsException("Table 'Measured': the target '" + parameters.m_targetColumn + "' holds "
                + (areClasses ? "numbers, but that of the training spectra classes"
                    : "classes, but that of the training spectra numbers")
                + ". Convert one of them.");
        }
        return new LabelColumns(spectra, targets, areClasses, -1);
    }

    static InvalidSettingsException oneClass(final String column, final String value) {
        return new InvalidSettingsException("All spectra have the same class, '" + value + "', in the target column '"
            + column
            + "'. There is nothing to predict: choose another column, or add spectra of other classes.");
    }

    private static int find(final DataTableSpec spec, final String name, final String what)
        throws InvalidSettingsException {
        if (name == null || name.isEmpty()) {
            throw new InvalidSettingsException("No " + what + " is chosen. Choose one in the dialog.");
        }
        final var index = spec.findColumnIndex(name);
        if (index < 0) {
            throw new InvalidSettingsException("The " + what + " '" + name
                + "' is not in the table. Choose another one in the "
                + "dialog.");
        }
        final var type = spec.getColumnSpec(index).getType();
        if (!type.isCompatible(StringValue.class) && !type.isCompatible(DoubleValue.class)) {
            throw new InvalidSettingsException("The " + what + " '" + name + "' holds " + type.getName()
                + ", neither text nor numbers. Choose another one in the dialog.");
        }
        return index;
    }
}

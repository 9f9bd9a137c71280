package org.xasnodes.nodes.reduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.InvalidSettingsException;
import org.xasnodes.core.reduce.FeatureSpace;
import org.xasnodes.core.reduce.StoredReducer;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.util.GridProperty;

/** The features of a table's rows as a reducer takes them: from number columns or from one vector column. */
public final class FeatureInput {

    private final int[] m_columns;

    private final FeatureSpace m_space;

    private FeatureInput(final int[] columns, final FeatureSpace space) {
        m_columns = columns;
        m_space = space;
    }

    /**
     * @param spec of a table
     * @return its features, and methods that reduced features, in the order of their first columns
     */
    public static List<String> features(final DataTableSpec spec) {
        final Set<String> features = new LinkedHashSet<>();
        spec.stream().filter(c -> isNumber(c) || isVector(c)).map(FeatureInput::feature).filter(f -> !f.isEmpty())
            .forEach(features::add);
        return List.copyOf(features);
    }

    /** @return the feature a new node starts with: the one made last; what reducers made is rarely reduced again */
    static Optional<String> guess(final DataTableSpec spec) {
        return features(spec).stream().filter(f -> !StoredReducer.methods().contains(f)).reduce((first, last) -> last);
    }

    private static String feature(final DataColumnSpec column) {
        return column.getProperties().getProperty(GridProperty.FEATURE, "");
    }

    private static boolean isNumber(final DataColumnSpec column) {
        return column.getType().isCompatible(DoubleValue.class);
    }

    private static boolean isVector(final DataColumnSpec column) {
        return column.getType().isCompatible(DoubleVectorValue.class);
    }

    /**
     * The features to fit a reducer on.
     *
     * @param spec the input table's spec
     * @param chosen the settings
     * @return where the features stand
     * @throws InvalidSettingsException if they are not there; the message says what to do
     */
    public static FeatureInput find(final DataTableSpec spec, final FeatureParameters chosen)
        throws InvalidSettingsException {
        return switch (chosen.m_source) {
            case FEATURE -> ofFeature(spec, chosen.m_feature);
            case NUMBER_COLUMNS -> ofNumbers(spec, chosenColumns(spec, chosen), "");
            case VECTOR_COLUMN -> ofVector(spec, chosenVector(spec, chosen.m_vectorColumn));
        };
    }

    private static FeatureInput ofFeature(final DataTableSpec spec, final String chosen) throws InvalidSettingsException {
        final var guessed = guess(spec);
        final var feature = chosen == null || chosen.isEmpty()
            ? guessed.orElseThrow(() -> new InvalidSettingsException("The input table has no features. Make them with CDF "
                + "Features or another feature node, or choose number columns in the dialog."))
            : chosen;
        final var columns = spec.stream().filter(c -> feature(c).equals(feature)).toList();
        final var numbers = columns.stream().filter(FeatureInput::isNumber).map(DataColumnSpec::getName).toList();
        if (!numbers.isEmpty()) {
            return ofNumbers(spec, numbers, feature);
        }
        final var vector = columns.stream().filter(FeatureInput::isVector).reduce((first, last) -> last)
            .orElseThrow(() -> new InvalidSettingsException("The input table no longer has columns of the feature '" + feature
                + "'. " + guessed.map(g -> "Choose another one in the dialog, for example '" + g + "'.")
                    .orElse("It has no other feature either.")));
        return ofVector(spec, spec.findColumnIndex(vector.getName()));
    }

    private static List<String> chosenColumns(final DataTableSpec spec, final FeatureParameters chosen)
        throws InvalidSettingsException {
        final var gone = chosen.m_columns.getMissingSelectedFromFullSpec(spec);
        if (gone.length > 0) {
            throw new InvalidSettingsException(gone.length + " of the chosen number columns are no longer in the input table, "
                + "for example '" + gone[0] + "'. Choose the columns again in the dialog.");
        }
        final var names = List.of(chosen.m_columns.filter(spec.stream().filter(FeatureInput::isNumber).toList()));
        if (names.isEmpty()) {
            throw new InvalidSettingsException("No number columns are chosen. Choose them in the dialog.");
        }
        return names;
    }

    private static int chosenVector(final DataTableSpec spec, final String chosen) throws InvalidSettingsException {
        final var index = chosen == null ? -1 : spec.findColumnIndex(chosen);
        if (index < 0 || !isVector(spec.getColumnSpec(index))) {
            throw new InvalidSettingsException(chosen == null || chosen.isEmpty()
                ? "No vector column is chosen. Choose one in the dialog."
                : "The column '" + chosen + "' is " + (index < 0 ? "no longer in the input table" : "not a vector column")
                    + ". Choose another one in the dialog.");
        }
        return index;
    }

    private static FeatureInput ofNumbers(final DataTableSpec spec, final List<String> names, final String feature) {
        final var columns = names.stream().mapToInt(spec::findColumnIndex).toArray();
        final var energies = Arrays.stream(columns).mapToDouble(c -> energyEv(spec.getColumnSpec(c))).toArray();
        final var features = names.stream().map(n -> feature(spec.getColumnSpec(n))).distinct().toList();
        return new FeatureInput(columns, new FeatureSpace(features.size() == 1 ? features.get(0) : feature, false, names,
            names.size(), energies));
    }

    private static FeatureInput ofVector(final DataTableSpec spec, final int index) {
        final var column = spec.getColumnSpec(index);
        return new FeatureInput(new int[]{index},
            new FeatureSpace(feature(column), true, List.of(column.getName()), 0, gridEnergies(column)));
    }

    private static double[] gridEnergies(final DataColumnSpec column) {
        return GridProperty.get(column).map(EnergyGrid::toArray).orElse(new double[0]);
    }

    private static double energyEv(final DataColumnSpec column) {
        final var text = column.getProperties().getProperty(GridProperty.ENERGY);
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (final NumberFormatException e) { // NOSONAR: a foreign property is as good as none
            return Double.NaN;
        }
    }

    /**
     * The features to apply a reducer to: those it was fitted on, by name and energy, wherever they stand.
     *
     * @param spec the input table's spec
     * @param space what the reducer was fitted on
     * @return where the features stand
     * @throws InvalidSettingsException if columns are missing or stand for other energies; the message names them
     */
    public static FeatureInput find(final DataTableSpec spec, final FeatureSpace space) throws InvalidSettingsException {
        return space.isVector() ? sameVector(spec, space) : sameNumbers(spec, space);
    }

    private static FeatureInput sameNumbers(final DataTableSpec spec, final FeatureSpace space)
        throws InvalidSettingsException {
        final List<String> missing = new ArrayList<>();
        final var columns = new int[space.size()];
        for (int i = 0; i < columns.length; i++) {
            final var name = space.columns().get(i);
            columns[i] = spec.findColumnIndex(name);
            if (columns[i] < 0 || !isNumber(spec.getColumnSpec(columns[i]))) {
                missing.add("'" + name + "'");
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidSettingsException("The reducer was fitted on " + columns.length + " number columns, of which "
                + missing.size() + (missing.size() == 1 ? " is" : " are") + " not in the input table: "
                + String.join(", ", missing.subList(0, Math.min(3, missing.size())))
                + (missing.size() > 3 ? ", ..." : "") + ". " + advice(space));
        }
        for (int i = 0; i < columns.length; i++) {
            final var trainedEv = space.energiesEv()[i];
            final var energyEv = energyEv(spec.getColumnSpec(columns[i]));
            if (!Double.isNaN(trainedEv) && !Double.isNaN(energyEv) && trainedEv != energyEv) {
                throw new InvalidSettingsException("The column '" + space.columns().get(i) + "' stands for " + energyEv
                    + " eV, but the reducer was fitted on " + trainedEv + " eV. " + advice(space));
            }
        }
        return new FeatureInput(columns, space);
    }

    private static String advice(final FeatureSpace space) {
        return space.feature().isEmpty() ? "Make the same columns as in the training table."
            : "Bring the spectra to the grid of the training data with Energy Resampler, and make the same features ('"
                + space.feature() + "').";
    }

    private static FeatureInput sameVector(final DataTableSpec spec, final FeatureSpace space)
        throws InvalidSettingsException {
        final var name = space.columns().get(0);
        final var column = spec.stream().filter(FeatureInput::isVector)
            .filter(c -> c.getName().equals(name) || !space.feature().isEmpty() && feature(c).equals(space.feature()))
            // the one of the same name before others of the same feature
            .min((a, b) -> Boolean.compare(b.getName().equals(name), a.getName().equals(name)))
            .orElseThrow(() -> new InvalidSettingsException("The reducer was fitted on the vector column '" + name
                + "', which is not in the input table. " + advice(space)));
        if (!feature(column).equals(space.feature())) {
            throw new InvalidSettingsException("The reducer was fitted on the feature '" + space.feature()
                + "', but the vector column '" + name + "' holds '" + feature(column) + "'. " + advice(space));
        }
        final var energies = gridEnergies(column);
        if (energies.length > 0 && space.energiesEv().length > 0 && !Arrays.equals(energies, space.energiesEv())) {
            throw new InvalidSettingsException("The reducer was fitted on features of spectra with " + range(space.energiesEv())
                + ", but those of '" + column.getName() + "' have " + range(energies) + ". " + advice(space));
        }
        return new FeatureInput(new int[]{spec.findColumnIndex(column.getName())}, space);
    }

    private static String range(final double[] energies) {
        return energies.length + " points from " + energies[0] + " to " + energies[energies.length - 1] + " eV";
    }

    /** @return what the numbers stand for; the size of a vector column is 0 until a row was seen */
    public FeatureSpace space() {
        return m_space;
    }

    /** @return the positions of the columns in the table */
    public int[] columns() {
        return m_columns.clone();
    }

    /**
     * @param row of the table
     * @return its features, all finite
     * @throws SpectrumException if one is missing or not finite, or the vector has another length than it must have
     */
    public double[] read(final DataRow row) throws SpectrumException {
        return m_space.isVector() ? vector(row.getCell(m_columns[0])) : numbers(row);
    }

    private double[] numbers(final DataRow row) throws SpectrumException {
        final var numbers = new double[m_columns.length];
        for (int i = 0; i < numbers.length; i++) {
            final var cell = row.getCell(m_columns[i]);
            if (cell.isMissing()) {
                throw new SpectrumException("'" + m_space.columns().get(i) + "' is missing");
            }
            numbers[i] = ((DoubleValue)cell).getDoubleValue();
            if (!Double.isFinite(numbers[i])) {
                throw new SpectrumException("'" + m_space.columns().get(i) + "' is " + numbers[i]);
            }
        }
        return numbers;
    }

    private double[] vector(final DataCell cell) throws SpectrumException {
        if (cell.isMissing()) {
            throw new SpectrumException("the vector is missing");
        }
        final var vector = (DoubleVectorValue)cell;
        final var numbers = new double[vector.getLength()];
        if (numbers.length == 0 || m_space.size() > 0 && numbers.length != m_space.size()) {
            throw new SpectrumException("the vector has " + numbers.length + " numbers"
                + (m_space.size() > 0 ? " instead of " + m_space.size() : ""));
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = vector.getValue(i);
            if (!Double.isFinite(numbers[i])) {
                throw new SpectrumException("number " + (i + 1) + " of the vector is " + numbers[i]);
            }
        }
        return numbers;
    }

    /**
     * @param size the number of features
     * @return the same input, which now refuses vectors of other lengths
     */
    public FeatureInput withSize(final int size) {
        return new FeatureInput(m_columns, m_space.withSize(size));
    }
}

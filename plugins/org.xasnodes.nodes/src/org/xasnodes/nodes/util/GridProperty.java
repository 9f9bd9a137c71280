package org.xasnodes.nodes.util;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.xasnodes.core.spectrum.EnergyGrid;

/**
 * What a column says of the energies behind it, in its column properties. They survive saving and both table backends.
 * <ul>
 * <li><code>xas.grid</code>: <code>linear FIRST LAST POINTS</code>, or <code>explicit E1 E2 ...</code> (left out above
 * {@value #MAX_EXPLICIT} points; for a column of one energy <code>explicit</code> alone)</li>
 * <li><code>xas.feature</code>: the feature a column holds, for example <code>cdf</code></li>
 * <li><code>xas.energy</code>: the energy of a column that stands for one energy, in eV with all digits</li>
 * <li><code>xas.reduced</code>: for a column that a reducer made, the feature it was made of</li>
 * </ul>
 */
public final class GridProperty {

    /** Key of the grid. */
    public static final String GRID = "xas.grid";

    /** Key of the feature. */
    public static final String FEATURE = "xas.feature";

    /** Key of the energy. */
    public static final String ENERGY = "xas.energy";

    /** Key of the feature that was reduced. */
    public static final String REDUCED = "xas.reduced";

    private static final int MAX_EXPLICIT = 5000;

    private static final String LINEAR_PREFIX = "linear ";

    private static final String EXPLICIT_PREFIX = "explicit ";

    private GridProperty() {
    }

    /**
     * Notes that all spectra of a column have one grid.
     *
     * @param column the column
     * @param grid the grid of all its spectra
     */
    public static void set(final DataColumnSpecCreator column, final EnergyGrid grid) {
        setAll(column, Map.of(GRID, format(grid)));
    }

    /**
     * Notes what a column of one energy, or a vector over all energies, holds.
     *
     * @param column the column
     * @param feature the feature
     * @param grid the grid of the spectra it was made of; may be <code>null</code> if it is not known yet
     * @param energyIndex the energy the column stands for, or -1 for a vector over all
     */
    public static void setFeature(final DataColumnSpecCreator column, final String feature, final EnergyGrid grid,
        final int energyIndex) {
        final var properties = new HashMap<String, String>();
        properties.put(FEATURE, feature);
        if (grid != null) {
            // A list of all energies in each of as many columns would grow with the square of their number.
            final var text = format(grid);
            properties.put(GRID,
                energyIndex >= 0 && text.startsWith(EXPLICIT_PREFIX) ? EXPLICIT_PREFIX.strip() : text);
        }
        if (energyIndex >= 0) {
            properties.put(ENERGY, Double.toString(grid.energyEv(energyIndex)));
        }
        setAll(column, properties);
    }

    /**
     * Notes what a column of reduced values holds.
     *
     * @param column the column
     * @param method the reducer's id
     * @param feature the feature that was reduced; empty if it is not one feature
     */
    public static void setReduced(final DataColumnSpecCreator column, final String method, final String feature) {
        setAll(column, feature.isEmpty() ? Map.of(FEATURE, method) : Map.of(FEATURE, method, REDUCED, feature));
    }

    /** Replaces all of a column's properties: those of the column it came from no longer hold. */
    private static void setAll(final DataColumnSpecCreator column, final Map<String, String> properties) {
        column.setProperties(new DataColumnProperties(properties));
    }

    /**
     * @param column a column of spectra
     * @return the one grid of all its spectra, empty if the column does not say
     */
    public static Optional<EnergyGrid> get(final DataColumnSpec column) {
        final var text = column.getProperties().getProperty(GRID);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return parse(text);
        } catch (final IllegalArgumentException e) { // NOSONAR: foreign or damaged properties are as good as none
            return Optional.empty();
        }
    }

    private static String format(final EnergyGrid grid) {
        if (isLinear(grid)) {
            return LINEAR_PREFIX + grid.firstEv() + " " + grid.lastEv() + " " + grid.size();
        }
        if (grid.size() > MAX_EXPLICIT) {
            return "";
        }
        return EXPLICIT_PREFIX
            + Arrays.stream(grid.toArray()).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static boolean isLinear(final EnergyGrid grid) {
        try {
            return grid.equals(EnergyGrid.linear(grid.firstEv(), grid.lastEv(), grid.size()));
        } catch (final IllegalArgumentException e) { // NOSONAR: ends too near or too far apart for equal steps
            return false;
        }
    }

    private static Optional<EnergyGrid> parse(final String text) {
        final var words = text.split(" ");
        if (text.startsWith(LINEAR_PREFIX) && words.length == 4) {
            return Optional.of(EnergyGrid.linear(Double.parseDouble(words[1]), Double.parseDouble(words[2]),
                Integer.parseInt(words[3])));
        }
        if (text.startsWith(EXPLICIT_PREFIX)) {
            return Optional
                .of(EnergyGrid.of(Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray()));
        }
        return Optional.empty();
    }
}

package org.xasnodes.runner.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.picture.SpectraPicture;
import org.xasnodes.core.picture.SpectraPicture.Curve;
import org.xasnodes.nodes.spectrum.SpectrumValue;

/**
 * Pictures of what can be drawn in a table: each column of spectra, and each feature whose columns stand for energies.
 * The colour tells the numeric label with the fewest different values, such as an oxidation state.
 */
final class TablePictures {

    private static final String FEATURE = "xas.feature";

    private static final String ENERGY = "xas.energy";

    /** The energy at the end of a feature column's name; what stands before it tells the layers of a feature apart. */
    private static final Pattern ENERGY_NAME = Pattern.compile("\\s*-?[\\d.]+ eV(?: \\(#\\d+\\))?$");

    /** Enough to see which label takes few values. */
    private static final int MAX_ROWS_FOR_COLOR = 10_000;

    private final BufferedDataTable m_table;

    private final DataTableSpec m_spec;

    private final int m_colorColumn;

    private TablePictures(final BufferedDataTable table) {
        m_table = table;
        m_spec = table.getDataTableSpec();
        m_colorColumn = colorColumn();
    }

    /**
     * @param table what to draw
     * @param start of the file names, without ending
     * @param folder where to write
     * @return the files written
     * @throws IOException if one cannot be written
     */
    static List<Path> write(final BufferedDataTable table, final String start, final Path folder) throws IOException {
        final List<Path> files = new ArrayList<>();
        if (table.size() == 0) {
            return files;
        }
        for (final Map.Entry<String, String> picture : new TablePictures(table).pictures().entrySet()) {
            final Path file = folder.resolve(FileNames.safe(start + " - " + picture.getKey()) + ".svg");
            Files.writeString(file, picture.getValue());
            files.add(file);
        }
        return files;
    }

    private Map<String, String> pictures() {
        final Map<String, List<Curve>> curves = new LinkedHashMap<>();
        final Map<String, Map<String, List<Integer>>> features = features();
        final long size = m_table.size();
        final long wanted = Math.min(size, SpectraPicture.MAX_CURVES);
        long index = 0;
        long drawn = 0;
        try (CloseableRowIterator rows = m_table.iterator()) {
            while (rows.hasNext() && drawn < wanted) {
                final DataRow row = rows.next();
                // evenly picked, the first and the last among them
                if (index++ == (wanted == 1 ? 0 : drawn * (size - 1) / (wanted - 1))) {
                    drawn++;
                    addSpectra(row, curves);
                    addFeatures(row, features, curves);
                }
            }
        }
        final Map<String, String> pictures = new LinkedHashMap<>();
        final String colorName = m_colorColumn < 0 ? "" : m_spec.getColumnSpec(m_colorColumn).getName();
        curves.forEach((name, drawnCurves) -> {
            final Map<String, List<Integer>> layers = features.getOrDefault(name, Map.of());
            pictures.put(name,
                layers.size() > 1
                    ? SpectraPicture.svg(name + ": the first row", "Energy (eV)", name, layerNames(layers), drawnCurves)
                    : SpectraPicture.svg(title(size, wanted, name), "Energy (eV)",
                        layers.isEmpty() ? "Intensity" : name, colorName, drawnCurves));
        });
        return pictures;
    }

    private static String layerNames(final Map<String, List<Integer>> layers) {
        final List<String> names = List.copyOf(layers.keySet());
        return "layer (" + names.get(0) + " to " + names.get(names.size() - 1) + ")";
    }

    private static String title(final long size, final long drawn, final String name) {
        return drawn == size ? String.format(Locale.ROOT, size == 1 ? "%s: %,d row" : "%s: %,d rows", name, size)
            : String.format(Locale.ROOT, "%s: %,d of %,d rows", name, drawn, size);
    }

    private void addSpectra(final DataRow row, final Map<String, List<Curve>> curves) {
        for (int i = 0; i < m_spec.getNumColumns(); i++) {
            if (row.getCell(i) instanceof SpectrumValue value) {
                curves.computeIfAbsent(m_spec.getColumnSpec(i).getName(), name -> new ArrayList<>())
                    .add(Curve.of(row.getKey().getString(), value.spectrum(), color(row)));
            }
        }
    }

    /** A feature of one layer: a curve for each row. One of several, such as a wavelet transform: those of the first. */
    private void addFeatures(final DataRow row, final Map<String, Map<String, List<Integer>>> features,
        final Map<String, List<Curve>> curves) {
        features.forEach((feature, layers) -> {
            final List<Curve> ofFeature = curves.computeIfAbsent(feature, name -> new ArrayList<>());
            if (layers.size() == 1) {
                ofFeature.add(curve(row, row.getKey().getString(), layers.values().iterator().next(), color(row)));
            } else if (ofFeature.isEmpty()) {
                layers.forEach((layer, columns) -> ofFeature.add(curve(row, layer, columns, ofFeature.size() + 1.0)));
            }
        });
    }

    private Curve curve(final DataRow row, final String name, final List<Integer> columns, final double colorValue) {
        final double[] energies = new double[columns.size()];
        final double[] values = new double[columns.size()];
        for (int k = 0; k < energies.length; k++) {
            final int column = columns.get(k);
            energies[k] = Double.parseDouble(m_spec.getColumnSpec(column).getProperties().getProperty(ENERGY));
            values[k] = number(row.getCell(column));
        }
        return new Curve(name, energies, values, colorValue);
    }

    /** @return the layers of each feature by name, and the columns of each layer that has at least two energies */
    private Map<String, Map<String, List<Integer>>> features() {
        final Map<String, Map<String, List<Integer>>> features = new LinkedHashMap<>();
        for (int i = 0; i < m_spec.getNumColumns(); i++) {
            final DataColumnSpec column = m_spec.getColumnSpec(i);
            final String feature = column.getProperties().getProperty(FEATURE);
            final String energy = column.getProperties().getProperty(ENERGY);
            if (feature != null && energy != null && column.getType().isCompatible(DoubleValue.class)) {
                features.computeIfAbsent(feature, name -> new LinkedHashMap<>())
                    .computeIfAbsent(ENERGY_NAME.matcher(column.getName()).replaceFirst(""), name -> new ArrayList<>())
                    .add(i);
            }
        }
        features.values().forEach(layers -> layers.values().removeIf(columns -> columns.size() < 2));
        features.values().removeIf(Map::isEmpty);
        return features;
    }

    private int colorColumn() {
        final Map<Integer, Set<Double>> values = new LinkedHashMap<>();
        for (int i = 0; i < m_spec.getNumColumns(); i++) {
            final DataColumnSpec column = m_spec.getColumnSpec(i);
            if (column.getType().isCompatible(DoubleValue.class)
                && column.getProperties().getProperty(FEATURE) == null && !column.getName().startsWith("E0")) {
                values.put(i, new HashSet<>());
            }
        }
        try (CloseableRowIterator rows = m_table.iterator()) {
            for (int r = 0; r < MAX_ROWS_FOR_COLOR && rows.hasNext(); r++) {
                final DataRow row = rows.next();
                values.forEach((column, seen) -> {
                    if (row.getCell(column) instanceof DoubleValue value) {
                        seen.add(value.getDoubleValue());
                    }
                });
            }
        }
        return values.entrySet().stream().filter(e -> e.getValue().size() > 1)
            .min(Comparator.comparingInt(e -> e.getValue().size())).map(Map.Entry::getKey).orElse(-1);
    }

    private double color(final DataRow row) {
        return m_colorColumn < 0 ? Double.NaN : number(row.getCell(m_colorColumn));
    }

    private static double number(final DataCell cell) {
        return cell instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }
}

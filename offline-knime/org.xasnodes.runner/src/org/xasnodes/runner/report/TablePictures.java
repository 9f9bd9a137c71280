package org.xasnodes.runner.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.feature.EnergyNames;
import org.xasnodes.core.picture.SpectraPicture;
import org.xasnodes.core.picture.SpectraPicture.Curve;
import org.xasnodes.core.reduce.StoredReducer;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.view.ColorColumn;
import org.xasnodes.nodes.view.EvenRows;
import org.xasnodes.nodes.view.ReducedPlane;

/**
 * Pictures of what can be drawn in a table: each column of spectra, each feature whose columns stand for energies, and
 * the rows in the plane of the first two reduced dimensions.
 */
final class TablePictures {

    private static final String FEATURE = "xas.feature";

    private static final String ENERGY = "xas.energy";

    private final BufferedDataTable m_table;

    private final DataTableSpec m_spec;

    private final ColorColumn m_color;

    private TablePictures(final BufferedDataTable table) {
        m_table = table;
        m_spec = table.getDataTableSpec();
        m_color = ColorColumn.of(table);
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
        final long drawn = EvenRows.forEach(m_table, SpectraPicture.MAX_CURVES, row -> {
            addSpectra(row, curves);
            addFeatures(row, features, curves);
        });
        final Map<String, String> pictures = new LinkedHashMap<>();
        curves.forEach((name, drawnCurves) -> {
            final Map<String, List<Integer>> layers = features.getOrDefault(name, Map.of());
            pictures.put(name,
                layers.size() > 1
                    ? SpectraPicture.svg(name + ": the first row", "Energy (eV)", name, layerNames(layers), drawnCurves)
                    : SpectraPicture.svg(title(size, drawn, name), "Energy (eV)",
                        layers.isEmpty() ? "Intensity" : name, m_color.name(), drawnCurves));
        });
        for (final String method : StoredReducer.methods()) {
            ReducedPlane.of(m_table, method).ifPresent(p -> pictures.put(p.title(), p.svg()));
        }
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
                    .add(curve(row, row.getKey().getString(), value.spectrum().grid().toArray(),
                        value.spectrum().intensities()));
            }
        }
    }

    /** A feature of one layer: a curve for each row. Of several, as of a wavelet transform: those of the first row. */
    private void addFeatures(final DataRow row, final Map<String, Map<String, List<Integer>>> features,
        final Map<String, List<Curve>> curves) {
        features.forEach((feature, layers) -> {
            final List<Curve> ofFeature = curves.computeIfAbsent(feature, name -> new ArrayList<>());
            if (layers.size() == 1) {
                final List<Integer> columns = layers.values().iterator().next();
                ofFeature.add(curve(row, row.getKey().getString(), energies(columns), values(row, columns)));
            } else if (ofFeature.isEmpty()) {
                layers.forEach((layer, columns) -> ofFeature
                    .add(new Curve(layer, energies(columns), values(row, columns), ofFeature.size() + 1.0)));
            }
        });
    }

    private Curve curve(final DataRow row, final String name, final double[] energies, final double[] values) {
        return new Curve(name, energies, values, m_color.number(row), m_color.text(row));
    }

    private double[] energies(final List<Integer> columns) {
        return columns.stream().map(column -> m_spec.getColumnSpec(column).getProperties().getProperty(ENERGY))
            .mapToDouble(Double::parseDouble).toArray();
    }

    private static double[] values(final DataRow row, final List<Integer> columns) {
        return columns.stream().mapToDouble(column -> number(row.getCell(column))).toArray();
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
                    .computeIfAbsent(EnergyNames.prefix(column.getName()), name -> new ArrayList<>()).add(i);
            }
        }
        features.values().forEach(layers -> layers.values().removeIf(columns -> columns.size() < 2));
        features.values().removeIf(Map::isEmpty);
        return features;
    }

    private static double number(final DataCell cell) {
        return cell instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }
}

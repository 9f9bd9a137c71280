package org.xasnodes.nodes.reduce.pca;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView.ViewInput;
import org.xasnodes.core.picture.SpectraPicture;
import org.xasnodes.core.picture.SpectraPicture.Curve;
import org.xasnodes.core.reduce.PrincipalComponents;
import org.xasnodes.nodes.reduce.TableCurves;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.view.Pictures;
import org.xasnodes.nodes.view.Pictures.Picture;
import org.xasnodes.nodes.view.ReducedPlane;

/** What the view of PCA Reducer shows: the rows, the loadings, the variance explained. */
final class PcaPictures {

    /** Loadings of later components look like noise, and each needs room. */
    private static final int MAX_LOADINGS = 10;

    /** The curve goes on beyond the components kept, to show what more would bring. */
    private static final int MIN_SHARES = 10;

    private PcaPictures() {
    }

    static Pictures of(final ViewInput input) {
        final var tables = input.getInternalTables(); // reduced, variance, loadings
        final List<Picture> pictures = new ArrayList<>();
        ReducedPlane.of(tables[0], PrincipalComponents.ID).ifPresent(pictures::add);
        pictures.addAll(loadings(tables[2]));
        pictures.add(TableCurves.of("Variance explained", "Number of components", "Share of the variance", tables[1],
            Math.max(MIN_SHARES, 2 * tables[2].size()), null, VarianceTable.CUMULATIVE));
        return new Pictures(pictures);
    }

    /** One picture for all components, or for features of many layers one for each component with a curve a layer. */
    private static List<Picture> loadings(final BufferedDataTable table) {
        final var columns = table.getDataTableSpec().getColumnNames();
        final List<Curve> ofAll = new ArrayList<>();
        final List<Picture> pictures = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            for (int r = 0; rows.hasNext() && r < MAX_LOADINGS; r++) {
                final var row = rows.next();
                final var component = row.getKey().getString();
                final List<Curve> layers = new ArrayList<>();
                for (int c = 0; c < columns.length; c++) {
                    if (row.getCell(c) instanceof SpectrumValue value) {
                        final var name = columns[c].substring(LoadingsTable.COLUMN.length()).strip();
                        layers.add(Curve.of(name.isEmpty() ? component : name, value.spectrum(),
                            columns.length == 1 ? Double.NaN : layers.size() + 1));
                    }
                }
                if (layers.size() == 1) {
                    ofAll.addAll(layers);
                } else if (!layers.isEmpty()) {
                    final var title = "Loading of " + component;
                    pictures.add(new Picture(title, SpectraPicture.svg(title, "Energy (eV)", "Loading",
                        layers.get(0).name() + " to " + layers.get(layers.size() - 1).name(), layers)));
                }
            }
        }
        if (!ofAll.isEmpty()) {
            pictures.add(new Picture("Loadings", SpectraPicture.svg("Loadings", "Energy (eV)", "Loading", ofAll)));
        }
        return pictures;
    }
}

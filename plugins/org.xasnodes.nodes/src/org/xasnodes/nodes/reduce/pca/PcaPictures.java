package org.xasnodes.nodes.reduce.pca;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView.ViewInput;
import org.xasnodes.core.picture.SpectraPicture;
import org.xasnodes.core.picture.SpectraPicture.Curve;
import org.xasnodes.core.reduce.PrincipalComponents;
import org.xasnodes.nodes.reduce.ReducerPictures;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.view.Pictures;
import org.xasnodes.nodes.view.Pictures.Picture;

/** What the view of PCA Reducer shows: the rows, the loadings, the variance explained. */
final class PcaPictures {

    /** Loadings of later components look like noise, and each needs room. */
    private static final int MAX_LOADINGS = 10;

    private PcaPictures() {
    }

    static Pictures of(final ViewInput input) {
        final var tables = input.getInternalTables(); // reduced, variance, loadings
        final List<Picture> pictures = new ArrayList<>(ReducerPictures.scatter(tables[0], PrincipalComponents.ID));
        pictures.addAll(loadings(tables[2]));
        pictures.add(ReducerPictures.curves("Variance explained", "Number of components", "Share of the variance", tables[1],
            null, VarianceTable.CUMULATIVE));
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
                        layers.add(Curve.of(name.isEmpty() ? component : name, value.spectrum(), Double.NaN));
                    }
                }
                if (layers.size() == 1) {
                    ofAll.addAll(layers);
                } else if (!layers.isEmpty()) {
                    final var title = "Loading of " + component;
                    pictures.add(new Picture(title, SpectraPicture.svg(title, "Energy (eV)", "Loading", layers)));
                }
            }
        }
        if (!ofAll.isEmpty()) {
            pictures.add(new Picture("Loadings", SpectraPicture.svg("Loadings", "Energy (eV)", "Loading", ofAll)));
        }
        return pictures;
    }
}

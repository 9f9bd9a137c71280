package org.xasnodes.nodes.reduce.pca;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.core.reduce.FeatureSpace;
import org.xasnodes.core.reduce.PrincipalComponents;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.reduce.FeatureLayer;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.nodes.util.GridProperty;

/**
 * The loadings of each component kept: a spectrum for each layer of a feature that stands over energies, else a vector
 * with one number for each feature.
 */
final class LoadingsTable {

    static final String COLUMN = "Loading";

    private final FeatureSpace m_space;

    private final List<FeatureLayer> m_layers;

    LoadingsTable(final FeatureSpace space) {
        m_space = space;
        m_layers = FeatureLayer.of(space);
    }

    /** @return <code>null</code> if it is not known before a row was seen */
    DataTableSpec spec() {
        return m_space.size() == 0 ? null : new DataTableSpec(columns());
    }

    private DataColumnSpec[] columns() {
        if (m_layers.isEmpty()) {
            return new DataColumnSpec[]{new DataColumnSpecCreator(COLUMN, DoubleVectorCellFactory.TYPE).createSpec()};
        }
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (final var layer : m_layers) {
            final var creator = new DataColumnSpecCreator(
                layer.name().isEmpty() ? COLUMN : COLUMN + " " + layer.name(), SpectrumCell.TYPE);
            GridProperty.set(creator, layer.grid());
            columns.add(creator.createSpec());
        }
        return columns.toArray(DataColumnSpec[]::new);
    }

    BufferedDataTable make(final PrincipalComponents pca, final ExecutionContext exec) {
        final var container = exec.createDataContainer(spec());
        final var components = pca.components();
        for (int c = 0; c < components.length; c++) {
            container.addRowToTable(new DefaultRow(PrincipalComponents.ID + " " + (c + 1), cells(components[c])));
        }
        container.close();
        return container.getTable();
    }

    private DataCell[] cells(final double[] component) {
        if (m_layers.isEmpty()) {
            return new DataCell[]{DoubleVectorCellFactory.createCell(component)};
        }
        return m_layers.stream().map(layer -> new SpectrumCell(new Spectrum(layer.grid(),
            Arrays.stream(layer.features()).mapToDouble(i -> component[i]).toArray()))).toArray(DataCell[]::new);
    }
}

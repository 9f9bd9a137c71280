package org.xasnodes.nodes.prepare.resampler;

import java.util.ArrayList;
import java.util.Optional;

import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.parameters.NodeParametersInput;
import org.xasnodes.core.prepare.GridSuggestion;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.util.GridProperty;

/** Finds a grid that the spectra of a table have in common. */
final class GridGuess {

    /** A guess need not read a table of millions; it is shown to the user and saved. */
    private static final int MAX_SPECTRA = 10_000;

    private GridGuess() {
    }

    /** For a new node: from the column's properties or, where the node before has run, from the spectra. */
    static Optional<EnergyGrid> guess(final NodeParametersInput input, final String column) {
        if (column == null) {
            return Optional.empty();
        }
        final var spec = input.getInTableSpec(0).orElseThrow();
        final var known = GridProperty.get(spec.getColumnSpec(column));
        return known.isPresent() ? known
            : input.getInTable(0).flatMap(table -> guess(table, table.getDataTableSpec().findColumnIndex(column)));
    }

    static Optional<EnergyGrid> guess(final BufferedDataTable table, final int column) {
        final var grids = new ArrayList<EnergyGrid>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext() && grids.size() < MAX_SPECTRA) {
                if (rows.next().getCell(column) instanceof SpectrumValue s) {
                    grids.add(s.spectrum().grid());
                }
            }
        }
        try {
            return Optional.of(GridSuggestion.commonGrid(grids));
        } catch (final SpectrumException e) { // NOSONAR: no common grid, nothing to suggest
            return Optional.empty();
        }
    }
}

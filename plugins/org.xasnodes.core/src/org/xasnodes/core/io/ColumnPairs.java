package org.xasnodes.core.io;

import java.util.ArrayList;
import java.util.List;

/** Tables of paired columns: energy and intensity of one spectrum, then those of the next, on energies of its own. */
final class ColumnPairs {

    private ColumnPairs() {
    }

    /** @return whether the columns are pairs of energies and intensities, at least two */
    static boolean are(final ColumnTable table) {
        final int columns = table.columns();
        if (columns < 4 || columns % 2 != 0) {
            return false;
        }
        boolean labelled = true;
        for (int i = 0; i < columns; i += 2) {
            final var label = table.names().label(i);
            labelled &= table.role(i) == ColumnRole.ENERGY && table.role(i + 1) != ColumnRole.ENERGY
                || "x".equalsIgnoreCase(label) && "y".equalsIgnoreCase(table.names().label(i + 1));
        }
        if (labelled) {
            return true;
        }
        for (int i = 0; i < columns; i += 2) {
            final var shape = table.shape(i);
            if (!shape.isLikeEnergies() || table.shape(i + 1).isLikeEnergies() || shape.min() > table.shape(0).max()
                || shape.max() < table.shape(0).min() || i > 0 && isNamed(table, i)) {
                return false;
            }
        }
        return true;
    }

    /** A label of its own over what looks like energies: a name over the pair at most. */
    private static boolean isNamed(final ColumnTable table, final int column) {
        return table.role(column) != ColumnRole.OTHER && table.role(column) != ColumnRole.ENERGY;
    }

    /** @return the name of the pair, <code>null</code> if it has none */
    static String name(final ColumnTable table, final int column) {
        final var groups = table.header().groupNames();
        final int single = column / 2;
        if (column < groups.size() && groups.get(column) != null) {
            return groups.get(column);
        }
        if (2 * groups.size() == table.columns() && groups.get(single) != null) {
            return groups.get(single);
        }
        final var label = table.names().label(column + 1);
        return label == null || ColumnRole.of(label) != ColumnRole.OTHER || ColumnRole.isWeakMu(label) ? null : label;
    }

    /** @return the pairs' energy columns, counted from 0 */
    static List<Integer> energies(final ColumnTable table) {
        final var columns = new ArrayList<Integer>();
        for (int i = 0; i < table.columns(); i += 2) {
            if (table.shape(i).isUsable() && table.shape(i + 1).finite() > 1) {
                columns.add(i);
            }
        }
        return columns;
    }
}

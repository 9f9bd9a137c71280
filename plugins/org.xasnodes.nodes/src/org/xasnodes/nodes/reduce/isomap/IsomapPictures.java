package org.xasnodes.nodes.reduce.isomap;

import java.util.ArrayList;
import java.util.List;

import org.knime.node.DefaultView.ViewInput;
import org.xasnodes.core.reduce.Isomap;
import org.xasnodes.nodes.reduce.TableCurves;
import org.xasnodes.nodes.view.Pictures;
import org.xasnodes.nodes.view.Pictures.Picture;
import org.xasnodes.nodes.view.ReducedPlane;

/** What the view of Isomap Reducer shows: the rows, and what more dimensions are worth. */
final class IsomapPictures {

    private IsomapPictures() {
    }

    static Pictures of(final ViewInput input) {
        final var tables = input.getInternalTables(); // reduced, dimensions
        final List<Picture> pictures = new ArrayList<>();
        ReducedPlane.of(tables[0], Isomap.ID).ifPresent(pictures::add);
        if (tables[1].size() > 1) {
            pictures.add(TableCurves.of("Reconstruction error", "Number of dimensions", DimensionsTable.ERROR,
                tables[1], tables[1].size(), DimensionsTable.COUNT, DimensionsTable.ERROR));
        }
        return new Pictures(pictures);
    }
}

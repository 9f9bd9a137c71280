package org.xasnodes.nodes.reduce.autoencoder;

import java.util.ArrayList;
import java.util.List;

import org.knime.node.DefaultView.ViewInput;
import org.xasnodes.core.reduce.Autoencoder;
import org.xasnodes.nodes.reduce.TableCurves;
import org.xasnodes.nodes.view.Pictures;
import org.xasnodes.nodes.view.Pictures.Picture;
import org.xasnodes.nodes.view.ReducedPlane;

/** What the view of Autoencoder Reducer shows: the rows, and how the loss fell. */
final class AutoencoderPictures {

    private AutoencoderPictures() {
    }

    static Pictures of(final ViewInput input) {
        final var tables = input.getInternalTables(); // reduced, loss
        final List<Picture> pictures = new ArrayList<>();
        ReducedPlane.of(tables[0], Autoencoder.ID).ifPresent(pictures::add);
        if (tables[1].size() > 1) {
            pictures.add(TableCurves.of("Loss", "Epoch", "Mean squared error of standardised features", tables[1],
                tables[1].size(), LossTable.EPOCH, LossTable.TRAINING, LossTable.VALIDATION));
        }
        return new Pictures(pictures);
    }
}

package org.knime.core.data.collection;

import java.util.Collection;

import org.knime.core.data.DataCell;

/** Makes collection cells. */
public final class CollectionCellFactory {

    private CollectionCellFactory() {
    }

    /**
     * @param cells the elements, none of them null; copied
     * @return a list of them
     */
    public static ListCell createListCell(final Collection<? extends DataCell> cells) {
        return new ListCell(cells);
    }
}

package org.knime.core.data;

import java.io.IOException;

/**
 * Writes and reads cells of one class.
 *
 * @param <T> class of the cells
 */
public interface DataCellSerializer<T extends DataCell> {

    void serialize(T cell, DataCellDataOutput output) throws IOException;

    T deserialize(DataCellDataInput input) throws IOException;
}
